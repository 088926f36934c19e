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

import type { Costs, UnattributedReason } from './charge';
import { Conversion, CostSum, MonthCell } from './CostSum';
import type { CostGroup } from './routes';

/** Amounts of one group, month and currency. @public */
export interface GroupCell extends MonthCell {
  key: string;
}

/** Amounts that went to nothing, with the reason. @public */
export interface UnattributedCell extends MonthCell {
  reason: UnattributedReason;
}

/**
 * The groups of a report, the most expensive first. A part of the total is
 * told where group and total can be compared and are positive.
 *
 * @public
 */
export function costGroups(
  cells: GroupCell[],
  options: { total: CostSum; conversion: Conversion },
): CostGroup[] {
  const { total, conversion } = options;
  return grouped(cells, ({ key }) => key)
    .map(([key, sum]) => ({
      key,
      sum,
      rank: sum.comparable(conversion)?.effective,
    }))
    .sort(
      (one, other) =>
        compare(other.rank, one.rank) || (one.key < other.key ? -1 : 1),
    )
    .map(({ key, sum }) => ({
      key,
      ...sum.costs(conversion),
      share: partOf(sum, total, conversion),
      months: sum.months(conversion),
    }));
}

/** What went to nothing, by reason, the largest first. @public */
export function unattributedCosts(
  cells: UnattributedCell[],
  options: { total: CostSum; conversion: Conversion },
) {
  const { total, conversion } = options;
  const sum = CostSum.of(cells);
  const reasons = costGroups(
    cells.map(cell => ({ ...cell, key: cell.reason })),
    options,
  );
  return {
    ...sum.costs(conversion),
    share: partOf(sum, total, conversion),
    months: sum.months(conversion),
    reasons: reasons.map(
      ({ key, costs, converted }): Costs & { reason: UnattributedReason } => ({
        // the keys are the reasons of the cells
        reason: key as UnattributedReason,
        costs,
        converted,
      }),
    ),
  };
}

/** One thing's part of another's cost, 0 to 1. @public */
export function partOf(
  part: CostSum,
  whole: CostSum,
  conversion: Conversion,
): number | undefined {
  const one = part.comparable(conversion);
  const all = whole.comparable(conversion);
  if (
    !one ||
    !all ||
    one.currency !== all.currency ||
    one.effective < 0n ||
    one.effective > all.effective ||
    all.effective <= 0n
  ) {
    return undefined;
  }
  return Number((one.effective * 1_000_000n) / all.effective) / 1_000_000;
}

function grouped<T extends MonthCell>(
  cells: T[],
  keyOf: (cell: T) => string,
): Array<[string, CostSum]> {
  const groups = new Map<string, CostSum>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const sum = groups.get(key) ?? new CostSum();
    sum.add(cell);
    groups.set(key, sum);
  }
  return [...groups];
}

/** What cannot be compared comes last. */
function compare(one: bigint | undefined, other: bigint | undefined): number {
  if (one === undefined || other === undefined) {
    return Number(one !== undefined) - Number(other !== undefined);
  }
  if (one === other) {
    return 0;
  }
  return one > other ? 1 : -1;
}
