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

import { amountOf, microsOf } from '@itam/plugin-itam-common';

const STACKED = 6;

/** Amounts by month. */
export type Amounts = Map<string, string>;

/** One part of the costs, month by month. */
export interface Layer {
  key: string;
  amounts: Amounts;
}

/** One layer of a chart of months. */
export interface Series {
  id: string;
  kind: 'group' | 'others' | 'unattributed';
  /** What it is a layer of: the key of a group. */
  key?: string;
  label: string;
  amounts: Amounts;
}

/** What a chart of months is stacked from. */
export interface Stack {
  layers: Layer[];
  total: Amounts;
  /** Left out where it is part of the layers. */
  unattributed?: Amounts;
}

/** How the layers of a chart are called. */
export interface SeriesLabels {
  layer(key: string): string;
  others: string;
  unattributed: string;
}

/**
 * The layers of a chart: the largest ones, what is left of the total as the
 * others, and what is attributed to nothing.
 */
export function seriesOf(stack: Stack, labels: SeriesLabels): Series[] {
  const largest = sortedBySize(stack.layers)
    .filter(({ amounts }) => amounts.size > 0)
    .slice(0, STACKED)
    .map(
      ({ key, amounts }, place): Series => ({
        id: `layer${place}`,
        kind: 'group',
        key,
        label: labels.layer(key),
        amounts,
      }),
    );
  const unattributed: Series = {
    id: 'unattributed',
    kind: 'unattributed',
    label: labels.unattributed,
    amounts: stack.unattributed ?? new Map(),
  };
  const others: Series = {
    id: 'others',
    kind: 'others',
    label: labels.others,
    amounts: remainderOf(stack.total, [...largest, unattributed]),
  };
  return [...largest, others, unattributed].filter(
    ({ amounts }) => amounts.size > 0,
  );
}

/** The largest first; credits count by size. */
export function sortedBySize<T extends { amounts: Amounts }>(of: T[]): T[] {
  return [...of].sort((one, other) => sizeOf(other) - sizeOf(one));
}

function sizeOf({ amounts }: { amounts: Amounts }): number {
  return Math.abs(
    [...amounts.values()].reduce((sum, amount) => sum + Number(amount), 0),
  );
}

/** What is left of each month, to the micro; months with nothing are left out. */
export function remainderOf(
  total: Amounts,
  taken: Array<{ amounts: Amounts }>,
): Amounts {
  const left: Amounts = new Map();
  for (const [month, amount] of total) {
    const micros = taken.reduce(
      (rest, { amounts }) => rest - microsOf(amounts.get(month) ?? '0'),
      microsOf(amount),
    );
    if (micros !== 0n) {
      left.set(month, amountOf(micros));
    }
  }
  return left;
}
