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

import { RelatedItem } from '@itam/plugin-itam-common';

/** Relations of one kind seen from one side. */
export interface RelationGroup {
  type: string;
  direction: RelatedItem['direction'];
  items: RelatedItem[];
}

/** Puts relations of the same kind and side together, in the order they come. */
export function relationGroups(items: RelatedItem[]): RelationGroup[] {
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

/** A relation drawn on the map. */
export interface Neighbour {
  id: string;
  title: string;
  subtitle: string;
  type: string;
  direction: RelatedItem['direction'];
}

/** The neighbours a map shows: each once, at most `limit`. */
export function neighbours(items: RelatedItem[], limit: number): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const { asset, entityRef, type, direction } of items) {
    const id = asset?.id ?? entityRef;
    if (id && !found.has(id) && found.size < limit) {
      found.set(id, {
        id,
        title: asset?.name ?? entityRef?.split('/').pop() ?? id,
        subtitle: asset?.type ?? entityRef?.split(':')[0] ?? '',
        type,
        direction,
      });
    }
  }
  return [...found.values()];
}
