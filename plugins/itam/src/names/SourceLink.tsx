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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link, LinkProps } from '@backstage/ui';
import { sourceRouteRef } from '../routes';
import { useNames } from './NamesProvider';

/** A source by its title, leading to its page. */
export const SourceLink = (props: {
  id: string;
  className?: string;
  variant?: LinkProps['variant'];
}) => {
  const sourcePath = useRouteRef(sourceRouteRef);
  const { sourceTitle } = useNames();
  return (
    <Link
      href={sourcePath({ sourceId: props.id })}
      className={props.className}
      variant={props.variant}
    >
      {sourceTitle(props.id)}
    </Link>
  );
};
