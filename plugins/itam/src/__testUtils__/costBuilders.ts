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

import {
  AssetCosts,
  ChargeLine,
  CostFigures,
  CostGroup,
  CostReport,
  Costs,
  EntityCosts,
  MonthCosts,
  StatementItem,
} from '@itam/plugin-itam-common';

/** Figures of one currency, the same in every view but where said. */
export function figures(
  effective: string,
  currency = 'EUR',
  billed = effective,
): CostFigures {
  return {
    currency,
    effective,
    billed,
    list: effective,
    contracted: effective,
  };
}

/** Costs in one or several currencies, not converted. */
export function costs(...parts: CostFigures[]): Costs {
  return { costs: parts };
}

/** The costs of a month in euros, or in whatever is given. */
export function inMonth(month: string, amount: string | Costs): MonthCosts {
  return {
    month,
    ...(typeof amount === 'string' ? costs(figures(amount)) : amount),
  };
}

/** A group of costs in euros. */
export function aGroup(
  key: string,
  amount: string | Costs,
  months: MonthCosts[] = [],
): CostGroup {
  return {
    key,
    ...(typeof amount === 'string' ? costs(figures(amount)) : amount),
    months,
  };
}

/** A report of nothing. */
export function aCostReport(given: Partial<CostReport> = {}): CostReport {
  return {
    from: '2026-09',
    to: '2026-10',
    items: [],
    total: { costs: [], months: [] },
    unattributed: { costs: [], months: [], reasons: [] },
    rates: [],
    missingRates: [],
    rejectedRows: 0,
    ...given,
  };
}

/** What an entity costs: nothing yet. */
export function anEntityCosts(given: Partial<EntityCosts> = {}): EntityCosts {
  return {
    month: '2026-10',
    months: [],
    rates: [],
    missingRates: [],
    ...given,
  };
}

/** What an asset costs: nothing yet. */
export function anAssetCosts(given: Partial<AssetCosts> = {}): AssetCosts {
  return {
    from: '2026-09',
    to: '2026-10',
    months: [],
    total: { costs: [] },
    allocations: [],
    rates: [],
    missingRates: [],
    ...given,
  };
}

/** A line of charges. */
export function aChargeLine(given: Partial<ChargeLine> = {}): ChargeLine {
  return {
    id: 'line-1',
    month: '2026-10',
    periodStart: '2026-10-01',
    sourceId: 'cloud-bill',
    documents: ['bills/aws-2026-10.csv'],
    category: 'usage',
    correction: false,
    service: 'Relational Database',
    provider: 'AWS',
    rows: 31,
    hidden: false,
    ...figures('12.345678'),
    ...given,
  };
}

/** A bill that was read. */
export function aStatement(given: Partial<StatementItem> = {}): StatementItem {
  return {
    id: 'statement-1',
    sourceId: 'cloud-bill',
    documents: ['bills/aws-2026-10.csv'],
    standard: 'FOCUS 1.0',
    readAt: '2026-11-03T06:00:00.000Z',
    runId: 'run-9',
    rows: 5123,
    rejectedRows: 0,
    missing: [],
    totals: [
      {
        periodStart: '2026-10-01',
        periodEnd: '2026-11-01',
        rows: 5123,
        ...figures('14.9765140001', 'USD', '20.520227123'),
      },
    ],
    ...given,
  };
}
