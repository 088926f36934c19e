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

import { RelationItem } from '@itam/plugin-itam-common';

/** Relations of one kind seen from one side. */
export interface RelationGroup {
  type: string;
  direction: RelationItem['direction'];
  items: RelationItem[];
}

/** Puts relations of the same kind and side together, in the order they come. */
export function relationGroups(items: RelationItem[]): RelationGroup[] {
  const groups = new Map<string, RelationGroup>();
  for (const item of items) {
    const key = `${item.type} ${item.direction}`;
    const group = groups.get(key) ?? {
      type: item.type,
      direction: item.direction,
      items: [],
    };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The one origin all relations of a group have, if it is one. */
export function commonOrigin({ items }: RelationGroup): string | undefined {
  const origins = new Set(items.map(({ origin }) => origin));
  return origins.size === 1 ? [...origins][0] : undefined;
}
