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

import { MapNode, RelationMap } from '@itam/plugin-itam-common';
import { words } from '../shared';

/** A box of the map. */
export interface MapBox {
  id: string;
  title: string;
  subtitle: string;
  central: boolean;
  /** The tag of an asset, whose page the box leads to. */
  tag?: string;
  /** The ref of an entity, whose page the box leads to. */
  entityRef?: string;
}

/** What a map draws, and how much room it takes. */
export interface MapGraph {
  boxes: MapBox[];
  edges: Array<{ from: string; to: string; label?: string }>;
  rows: number;
  columns: number;
}

/** How things on the map are called. */
export interface MapTexts {
  typeTitle(type: string): string;
  relation(type: string): string;
}

/** Up to this many edges of a kind at one box each one has its name. */
const ALL_NAMED = 5;

/** Lays what is around an asset out as boxes and edges. */
export function mapGraph(map: RelationMap, texts: MapTexts): MapGraph {
  const isNamed = fewOfAKind(map.edges);
  const ranks = ranksOf(map);
  const inRank = new Map<number, number>();
  for (const rank of ranks.values()) {
    inRank.set(rank, (inRank.get(rank) ?? 0) + 1);
  }
  return {
    boxes: map.nodes.map(node => boxOf(node, texts)),
    edges: joined(map.edges).map(({ from, to, types }) => ({
      from,
      to,
      label: types
        .filter(type => isNamed({ from, to, type }))
        .map(type => texts.relation(type))
        .join(', '),
    })),
    rows: Math.max(1, ...inRank.values()),
    columns: Math.max(1, inRank.size),
  };
}

/** What a box is called. */
export function nodeTitle({ id, asset, entity }: MapNode): string {
  return asset?.name ?? entity?.title ?? id.slice(id.indexOf('/') + 1);
}

function boxOf(node: MapNode, texts: MapTexts): MapBox {
  const { id, asset, entity } = node;
  return {
    id,
    title: nodeTitle(node),
    subtitle: asset ? texts.typeTitle(asset.type) : words(entity?.kind ?? ''),
    central: node.distance === 0,
    tag: asset?.tag,
    entityRef: entity?.ref,
  };
}

/** One line between two boxes, however many relations it stands for. */
function joined(edges: RelationMap['edges']) {
  const lines = new Map<
    string,
    { from: string; to: string; types: string[] }
  >();
  for (const { from, to, type } of edges) {
    const key = `${from} ${to}`;
    const line = lines.get(key) ?? { from, to, types: [] };
    line.types.push(type);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/**
 * Of many edges of a kind that meet in a box one has its name, lest the names
 * cover the lines: the last, which is drawn above the others.
 */
function fewOfAKind(edges: RelationMap['edges']) {
  const ends = new Map<string, RelationMap['edges']>();
  for (const edge of edges) {
    for (const end of endsOf(edge)) {
      ends.set(end, [...(ends.get(end) ?? []), edge]);
    }
  }
  return (edge: RelationMap['edges'][number]) =>
    endsOf(edge).every(end => {
      const met = ends.get(end) ?? [];
      const last = met[met.length - 1];
      return (
        met.length <= ALL_NAMED ||
        (last.from === edge.from && last.to === edge.to)
      );
    });
}

function endsOf({ from, to, type }: RelationMap['edges'][number]) {
  return [`from ${from} ${type}`, `to ${to} ${type}`];
}

/** In which column a box comes to stand, seen from the central one. */
function ranksOf({ nodes, edges }: RelationMap): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const { id, distance } of nodes) {
    if (distance === 0) {
      ranks.set(id, 0);
      continue;
    }
    const out = edges.find(({ from, to }) => to === id && ranks.has(from));
    const into = edges.find(({ from, to }) => from === id && ranks.has(to));
    if (out) {
      ranks.set(id, (ranks.get(out.from) ?? 0) + 1);
    } else {
      ranks.set(id, (ranks.get(into?.to ?? '') ?? 0) - 1);
    }
  }
  return ranks;
}
