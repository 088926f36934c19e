/*
 * Copyright 2026 The IT asset management for Backstage authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Flex } from '@backstage/ui';
import { ReactNode } from 'react';
import { MoreButton } from './MoreButton';
import { Nothing } from './Nothing';
import { Problem } from './Problem';
import { Pages } from './usePages';
import { Waiting } from './Waiting';

/** A growing list in whatever state it is: waiting, refused, empty, there. */
export function PageList<T>(props: {
  pages: Pages<T>;
  empty: string;
  children: (items: T[]) => ReactNode;
}) {
  const { items, error, loading, reload } = props.pages;
  if (items.length === 0) {
    if (error) return <Problem error={error} onRetry={reload} />;
    return loading ? <Waiting /> : <Nothing title={props.empty} />;
  }
  return (
    <Flex direction="column" gap="3">
      {props.children(items)}
      {error && <Problem error={error} onRetry={reload} />}
      <Flex>
        <MoreButton pages={props.pages} />
      </Flex>
    </Flex>
  );
}
