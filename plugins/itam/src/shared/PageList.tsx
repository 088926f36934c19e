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

import { Button, Flex } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useTexts } from '../translation';
import { MoreButton } from './MoreButton';
import { Nothing } from './Nothing';
import { Problem } from './Problem';
import { Pages } from './usePages';
import { Waiting } from './Waiting';

/** A growing list in whatever state it is: waiting, refused, empty, there. */
export function PageList<T>(props: {
  pages: Pages<T>;
  empty: string;
  /** How many items are shown until somebody asks for all; none: all. */
  few?: number;
  children: (items: T[]) => ReactNode;
}) {
  const { t } = useTexts();
  const [unfolded, setUnfolded] = useState(false);
  const { few = Infinity } = props;
  const { items, error, loading, reload } = props.pages;
  if (items.length === 0) {
    if (error) return <Problem error={error} onRetry={reload} />;
    return loading ? <Waiting /> : <Nothing title={props.empty} />;
  }
  const folded = !unfolded && items.length > few;
  return (
    <Flex direction="column" gap="3">
      {props.children(folded ? items.slice(0, few) : items)}
      {error && <Problem error={error} onRetry={reload} />}
      <Flex>
        {folded ? (
          <Button
            variant="secondary"
            size="small"
            onPress={() => setUnfolded(true)}
          >
            {props.pages.readMore
              ? t('shared.answer.more')
              : t('shared.answer.all', { items: String(items.length) })}
          </Button>
        ) : (
          <MoreButton pages={props.pages} />
        )}
      </Flex>
    </Flex>
  );
}
