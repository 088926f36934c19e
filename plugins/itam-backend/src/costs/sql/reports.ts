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

import type {
  Allocation,
  AllocationRule,
  ChargeCategory,
  CostFilter,
  CostGrouping,
  GroupCell,
  MonthCell,
  UnattributedCell,
  UnattributedReason,
} from '@itam/plugin-itam-common';
import { costAmounts } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { allOf, isOneOf, joinSql, raw, rowsOf, Sql, sql } from '../../database';
import type { AssetCell, MonthSpan } from '../CostStore';
import { LAST_MONTH } from './allocations';
import { NONE, totalConditions, totalsOf } from './scope';

const groupColumns: Record<CostGrouping, string> = {
  entity: 'entity_ref',
  owner: 'owner_ref',
  category: 'category',
  month: 'month',
  provider: 'provider',
  service: 'service',
};

/** Sums come as text: they outgrow what a JavaScript number holds. */
interface SumRow {
  month: string;
  currency: string;
  billed: string;
  effective: string;
  list: string;
  contracted: string;
}

/** Sums by group, month and currency. Rides on an index of `cost_totals`. */
export async function sumGroups(
  knex: Knex,
  groupBy: CostGrouping,
  span: MonthSpan,
  filter: CostFilter,
): Promise<GroupCell[]> {
  const column = raw(`t.${groupColumns[groupBy]}`);
  const isRef = groupBy === 'entity' || groupBy === 'owner';
  const rows = await rowsOf<SumRow & { key: string }>(
    knex,
    sql`SELECT ${column} AS key, t.month, t.currency, ${sumsOf('t')}
        FROM ${totalsOf(knex, filter.scope)} t
        WHERE ${allOf([
          ...totalConditions(knex, span, filter),
          ...(isRef ? [sql`${column} <> ''`] : []),
        ])}
        GROUP BY ${column}, t.month, t.currency`,
  );
  return rows.map(row => ({ key: row.key || NONE, ...cellOfRow(row) }));
}

/** What went to no entity, or to no owner, by reason. */
export async function sumUnattributed(
  knex: Knex,
  to: 'entity' | 'owner',
  span: MonthSpan,
  filter: CostFilter,
): Promise<UnattributedCell[]> {
  const rows = await rowsOf<SumRow & { why: UnattributedReason }>(
    knex,
    sql`SELECT CASE WHEN t.reason = '' THEN ${raw(`'no-${to}'`)}
            ELSE t.reason END AS why, t.month, t.currency, ${sumsOf('t')}
        FROM ${totalsOf(knex, filter.scope)} t
        WHERE ${allOf([
          ...totalConditions(knex, span, filter),
          sql`${raw(`t.${groupColumns[to]}`)} = ''`,
        ])}
        GROUP BY why, t.month, t.currency`,
  );
  return rows.map(row => ({ reason: row.why, ...cellOfRow(row) }));
}

/** The costs of one asset. Rides on charges_asset_idx. */
export async function sumAsset(
  knex: Knex,
  assetId: string,
  span: MonthSpan,
): Promise<AssetCell[]> {
  const rows = await rowsOf<
    SumRow & {
      category: ChargeCategory;
      correction: boolean | number;
      service: string;
    }
  >(
    knex,
    sql`SELECT c.month, c.currency, c.category, c.correction, c.service,
          ${sumsOf('c')}
        FROM charges c
        WHERE c.asset_id = ${assetId}
          AND c.month >= ${span.from} AND c.month <= ${span.to}
        GROUP BY c.month, c.currency, c.category, c.correction, c.service`,
  );
  return rows.map(row => ({
    ...cellOfRow(row),
    category: row.category,
    correction: Boolean(row.correction),
    service: row.service,
  }));
}

/** The costs of assets in one month. Rides on charges_asset_idx. */
export async function sumAssets(
  knex: Knex,
  assetIds: string[],
  month: string,
): Promise<Map<string, MonthCell[]>> {
  const cells = new Map<string, MonthCell[]>();
  if (assetIds.length === 0) {
    return cells;
  }
  const rows = await rowsOf<SumRow & { asset_id: string }>(
    knex,
    sql`SELECT c.asset_id, c.month, c.currency, ${sumsOf('c')}
        FROM charges c
        WHERE ${isOneOf(knex, 'c.asset_id', assetIds)} AND c.month = ${month}
        GROUP BY c.asset_id, c.month, c.currency`,
  );
  for (const row of rows) {
    cells.set(row.asset_id, [
      ...(cells.get(row.asset_id) ?? []),
      cellOfRow(row),
    ]);
  }
  return cells;
}

/** Who the cost of an asset goes to, oldest first. */
export async function loadAllocations(
  knex: Knex,
  assetId: string,
): Promise<Allocation[]> {
  const rows = await rowsOf<{
    from_month: string;
    to_month: string;
    rule: AllocationRule;
    entity_ref: string;
    owner_ref: string;
  }>(
    knex,
    sql`SELECT from_month, to_month, rule, entity_ref, owner_ref
        FROM cost_allocations WHERE asset_id = ${assetId}
        ORDER BY from_month, position`,
  );
  const ranges = new Map<string, Allocation>();
  for (const row of rows) {
    const range: Allocation = ranges.get(row.from_month) ?? {
      ...(row.from_month > '0001' && { from: row.from_month }),
      ...(row.to_month < LAST_MONTH && { to: row.to_month }),
      rule: row.rule,
      ...(row.owner_ref && { owner: row.owner_ref }),
      entities: [],
    };
    if (row.entity_ref) {
      range.entities.push(row.entity_ref);
    }
    ranges.set(row.from_month, range);
  }
  return [...ranges.values()];
}

function sumsOf(table: string): Sql {
  return joinSql(
    costAmounts.map(amount =>
      raw(`CAST(sum(${table}.${amount}) AS text) AS ${amount}`),
    ),
    ', ',
  );
}

function cellOfRow(row: SumRow): MonthCell {
  return {
    month: row.month,
    currency: row.currency,
    billed: BigInt(row.billed),
    effective: BigInt(row.effective),
    list: BigInt(row.list),
    contracted: BigInt(row.contracted),
  };
}
