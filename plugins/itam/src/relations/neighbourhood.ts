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

/** The one origin all relations of a group have, if it is one. */
export function commonOrigin({ items }: RelationGroup): string | undefined {
  const origins = new Set(items.map(({ origin }) => origin));
  return origins.size === 1 ? [...origins][0] : undefined;
}

/** A relation drawn on the map. */
export interface Neighbour {
  id: string;
  title: string;
  /** The type of an asset, or the kind of an entity. */
  assetType?: string;
  entityKind?: string;
  type: string;
  direction: RelatedItem['direction'];
}

/** What a map shows of the neighbours, and how many it leaves out. */
export interface Neighbourhood {
  drawn: Neighbour[];
  leftOut: Record<RelatedItem['direction'], number>;
}

/**
 * The neighbours a map shows: each once, at most `limit`, taken from every kind
 * of relation in turn so that a big one does not crowd the others out.
 */
export function neighbourhood(
  items: RelatedItem[],
  limit: number,
): Neighbourhood {
  const found = new Map<string, Neighbour>();
  for (const item of inTurn(relationGroups(items).map(group => group.items))) {
    const neighbour = toNeighbour(item);
    if (neighbour && !found.has(neighbour.id)) {
      found.set(neighbour.id, neighbour);
    }
  }
  const all = [...found.values()];
  const rest = all.slice(limit);
  const incoming = rest.filter(({ direction }) => direction === 'in').length;
  return {
    drawn: all.slice(0, limit),
    leftOut: { in: incoming, out: rest.length - incoming },
  };
}

function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap(list => list.slice(place, place + 1)),
  ).flat();
}

function toNeighbour(item: RelatedItem): Neighbour | undefined {
  const { asset, entityRef, type, direction } = item;
  if (asset) {
    const { id, name } = asset;
    return { id, title: name, assetType: asset.type, type, direction };
  }
  return entityRef === undefined
    ? undefined
    : {
        id: entityRef,
        title: entityRef.split('/').pop() ?? entityRef,
        entityKind: entityRef.split(':')[0],
        type,
        direction,
      };
}
