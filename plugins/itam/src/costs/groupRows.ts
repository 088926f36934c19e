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

import { CostReport } from '@itam/plugin-itam-common';
import { ShownGrouping } from './costFilters';
import { NOBODY } from './labels';
import { amountOfCosts, Lens, monthAmounts, shareOf } from './lens';
import { Amounts } from './series';
import { CostLinkTo } from './useCostLinks';

/** A row of costs: a group, what is attributed to nothing, or the total. */
export interface GroupRow {
  id: string;
  kind: 'group' | 'unattributed' | 'ofItUnattributed' | 'total';
  key: string;
  amount?: string;
  share?: number;
  amounts: Amounts;
  /** Which lines it sums up. */
  lines: CostLinkTo;
  /** What shows it alone. */
  narrowed: CostLinkTo;
}

/** Whether what is attributed to nothing stands beside the groups. */
export function standsBeside(groupBy: ShownGrouping): boolean {
  return groupBy === 'entity' || groupBy === 'owner';
}

/** Which lines are attributed to nothing, under a grouping. */
export function unattributedLines(groupBy: ShownGrouping): CostLinkTo {
  return groupBy === 'owner' ? { owner: NOBODY } : { entity: NOBODY };
}

/** The rows of a table of costs, those with something to show. */
export function groupRows(options: {
  report: CostReport;
  groups: CostReport['items'];
  groupBy: ShownGrouping;
  lens: Lens;
  chosen: CostLinkTo;
}): GroupRow[] {
  const { report, groups, groupBy, lens, chosen } = options;
  const whole = amountOfCosts(report.total, lens);
  const row = (
    kind: GroupRow['kind'],
    key: string,
    costs: CostReport['total'],
    narrowedBy: CostLinkTo,
  ): GroupRow => {
    const amount = amountOfCosts(costs, lens);
    return {
      id: `${kind} ${key}`,
      kind,
      key,
      amount,
      share: shareOf(amount, whole),
      amounts: monthAmounts(costs.months, lens),
      lines: { ...chosen, ...narrowedBy },
      narrowed: { ...chosen, ...narrowedBy },
    };
  };
  const beside = standsBeside(groupBy);
  const unattributed = row(
    beside ? 'unattributed' : 'ofItUnattributed',
    '',
    report.unattributed,
    unattributedLines(groupBy),
  );
  const total = row('total', '', report.total, {});
  const ends = beside ? [unattributed, total] : [total, unattributed];
  return [
    ...groups.map(group =>
      row('group', group.key, group, group.key ? { [groupBy]: group.key } : {}),
    ),
    ...ends,
  ].filter(({ kind, amount }) => kind === 'total' || amount !== undefined);
}
