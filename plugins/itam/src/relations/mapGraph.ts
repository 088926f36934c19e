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
import { words } from '../shared';
import { Neighbour, Neighbourhood } from './neighbourhood';

type Direction = RelatedItem['direction'];

/** A box of the map. */
export interface MapNode {
  id: string;
  title: string;
  subtitle: string;
  central?: boolean;
}

/** What a map draws, and how much room it takes. */
export interface MapGraph {
  nodes: MapNode[];
  edges: Array<{ from: string; to: string; label?: string }>;
  rows: number;
  columns: number;
}

/** How things on the map are called. */
export interface MapTexts {
  typeTitle(type: string): string;
  relation(type: string): string;
  more(count: number): string;
  moreHint: string;
}

/** A box beside the central one; without a kind it stands for several. */
type Beside = MapNode & { direction: Direction; kind?: string };

/** Up to this many edges on a side each one has its name. */
const ALL_NAMED = 5;

/** Lays an asset and its neighbours out as boxes and edges. */
export function mapGraph(
  asset: { id: string; name: string; type: string },
  { drawn, leftOut }: Neighbourhood,
  texts: MapTexts,
): MapGraph {
  const beside: Beside[] = [
    ...drawn.map(neighbour => toBeside(neighbour, texts)),
    ...(['in', 'out'] as const)
      .filter(direction => leftOut[direction] > 0)
      .map(direction => ({
        id: `more ${direction}`,
        title: texts.more(leftOut[direction]),
        subtitle: texts.moreHint,
        direction,
      })),
  ];
  const incoming = beside.filter(({ direction }) => direction === 'in').length;
  const sides = [incoming, beside.length - incoming];
  const rows = Math.max(...sides);
  const isNamed = rows > ALL_NAMED ? isLastOfKind(beside) : () => true;
  return {
    nodes: [
      {
        id: asset.id,
        title: asset.name,
        subtitle: texts.typeTitle(asset.type),
        central: true,
      },
      ...beside.map(({ id, title, subtitle }) => ({ id, title, subtitle })),
    ],
    edges: beside.map(box => ({
      from: box.direction === 'out' ? asset.id : box.id,
      to: box.direction === 'out' ? box.id : asset.id,
      label: box.kind && isNamed(box) ? texts.relation(box.kind) : undefined,
    })),
    rows,
    columns: 1 + sides.filter(count => count > 0).length,
  };
}

function toBeside(neighbour: Neighbour, texts: MapTexts): Beside {
  const { id, title, assetType, entityKind, type, direction } = neighbour;
  return {
    id,
    title,
    subtitle: assetType ? texts.typeTitle(assetType) : words(entityKind ?? ''),
    direction,
    kind: type,
  };
}

/**
 * Of many edges of a kind one has its name, lest the names cover the lines: the
 * last, which is drawn above the others.
 */
function isLastOfKind(beside: Beside[]): (box: Beside) => boolean {
  const kindOf = ({ kind, direction }: Beside) => `${kind} ${direction}`;
  const last = new Map(beside.map(box => [kindOf(box), box.id]));
  return box => last.get(kindOf(box)) === box.id;
}
