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

import { amountOf, AssetCosts, microsOf } from '@itam/plugin-itam-common';
import { amountOfCosts, Lens } from './lens';
import { Amounts, Layer, remainderOf, sortedBySize } from './series';

type Part = AssetCosts['months'][number]['parts'][number];

/** A part of an asset's costs: a category of charges for a service. */
export interface AssetPart {
  id: string;
  service: string;
  category: Part['category'];
  correction: boolean;
  amounts: Amounts;
}

/** The parts of an asset's costs, each with its months. */
export function assetParts(costs: AssetCosts, lens: Lens): AssetPart[] {
  const parts = new Map<string, AssetPart>();
  for (const { month, parts: ofMonth } of costs.months) {
    for (const part of ofMonth) {
      const amount = amountOfCosts(part, lens);
      if (amount !== undefined) {
        const { service, category, correction } = part;
        const id = JSON.stringify([service, category, correction]);
        const known = parts.get(id) ?? {
          id,
          service,
          category,
          correction,
          amounts: new Map(),
        };
        known.amounts.set(month, amount);
        parts.set(id, known);
      }
    }
  }
  return [...parts.values()];
}

/** The largest parts, and what is left of the total where that is more. */
export function largestParts(
  parts: AssetPart[],
  total: Amounts,
  count: number,
): Array<AssetPart | { amounts: Amounts }> {
  const sorted = sortedBySize(parts);
  if (parts.length <= count + 1) {
    return sorted;
  }
  const largest = sorted.slice(0, count);
  return [...largest, { amounts: remainderOf(total, largest) }];
}

/** The parts put together by cloud service or by category, for a chart. */
export function partLayers(
  parts: AssetPart[],
  by: 'service' | 'category',
): Layer[] {
  const layers = new Map<string, Map<string, bigint>>();
  for (const part of parts) {
    const layer = layers.get(part[by]) ?? new Map<string, bigint>();
    for (const [month, amount] of part.amounts) {
      layer.set(month, (layer.get(month) ?? 0n) + microsOf(amount));
    }
    layers.set(part[by], layer);
  }
  return [...layers].map(([key, months]) => ({
    key,
    amounts: new Map(
      [...months].map(([month, micros]) => [month, amountOf(micros)]),
    ),
  }));
}
