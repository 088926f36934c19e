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

import { costAmounts, microsOfSum } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { joinSql, raw, rowsOf, Sql, sql, touchedBy } from '../../database';

/** The charges of the months whose sums are yet to follow. */
const ofDirtyMonths = raw(
  'JOIN cost_dirty d ON d.source_id = c.source_id AND d.month = c.month',
);

/** A share of an amount of `charges c` by an allocation `t`, exact to the micro. */
export function shareOf(amount: string): Sql {
  // what division leaves over goes to the first shares; both databases
  // truncate towards zero and give the remainder the sign of the dividend
  return raw(`CASE WHEN t.shares IS NULL OR t.shares = 1 THEN c.${amount}
    ELSE c.${amount} / t.shares
      + CASE WHEN t.position < abs(c.${amount} % t.shares)
          THEN CASE WHEN c.${amount} < 0 THEN -1 ELSE 1 END ELSE 0 END END`);
}

/** The allocation `t` of a charge `c`, as it was in its month. */
export const ofItsMonth = raw(`t.asset_id = c.asset_id
  AND c.month >= t.from_month AND c.month <= t.to_month`);

/**
 * What is left, per source, billing period and currency, between the facts,
 * each rounded to the micro, and the exact sum of the files.
 */
export async function refreshRounding(
  transaction: Knex.Transaction,
): Promise<void> {
  await touchedBy(
    transaction,
    sql`DELETE FROM charges WHERE statement_id IS NULL AND EXISTS (
          SELECT 1 FROM cost_dirty d WHERE d.source_id = charges.source_id
            AND d.month = charges.month AND d.facts)`,
  );
  const exact = await rowsOf<ExactRow>(
    transaction,
    sql`SELECT s.source_id, t.month, t.period_start, t.currency, t.billed,
          t.effective, t.list, t.contracted
        FROM charge_totals t
        JOIN charge_statements s ON s.id = t.statement_id
        JOIN cost_dirty d ON d.source_id = s.source_id AND d.month = t.month
        WHERE d.facts AND s.replaced_at IS NULL`,
  );
  const facts = await rowsOf<ExactRow>(
    transaction,
    sql`SELECT c.source_id, c.month, c.period_start, c.currency, ${joinSql(
      costAmounts.map(amount =>
        raw(`CAST(sum(c.${amount}) AS text) AS ${amount}`),
      ),
      ', ',
    )}
        FROM charges c ${ofDirtyMonths} WHERE d.facts
        GROUP BY c.source_id, c.month, c.period_start, c.currency`,
  );
  const summed = new Map(facts.map(row => [keyOf(row), row]));
  for (const rows of groupsOf(exact).values()) {
    const [row] = rows;
    const [billed, effective, list, contracted] = costAmounts.map(
      amount =>
        microsOfSum(rows.map(one => one[amount])) -
        BigInt(summed.get(keyOf(row))?.[amount] ?? 0),
    );
    if ([billed, effective, list, contracted].some(left => left !== 0n)) {
      await touchedBy(
        transaction,
        sql`INSERT INTO charges (source_id, month, period_start, currency,
              provider, resource_key, category, correction, service, row_count,
              billed, effective, list, contracted)
            VALUES (${row.source_id}, ${row.month}, ${row.period_start},
              ${row.currency}, '', '', 'rounding', FALSE, '', 0,
              ${String(billed)}, ${String(effective)}, ${String(list)},
              ${String(contracted)})`,
      );
    }
  }
}

/** Sums the charges of the months marked, by service, team and the rest. */
export async function refreshTotals(
  transaction: Knex.Transaction,
): Promise<void> {
  await touchedBy(
    transaction,
    sql`DELETE FROM cost_totals WHERE EXISTS (
          SELECT 1 FROM cost_dirty d WHERE d.source_id = cost_totals.source_id
            AND d.month = cost_totals.month)`,
  );
  const sums = joinSql(
    costAmounts.map(amount => sql`sum(${shareOf(amount)})`),
    ', ',
  );
  await touchedBy(
    transaction,
    sql`INSERT INTO cost_totals (source_id, month, currency, provider, service,
          category, correction, entity_ref, owner_ref, reason, billed,
          effective, list, contracted)
        SELECT c.source_id, c.month, c.currency, c.provider, c.service,
          c.category, c.correction, coalesce(t.entity_ref, ''),
          coalesce(t.owner_ref, ''),
          CASE WHEN c.category = 'rounding' THEN 'rounding'
            WHEN c.resource_key = '' THEN 'no-resource'
            WHEN c.asset_id IS NULL THEN 'unknown-resource' ELSE '' END AS why,
          ${sums}
        FROM charges c ${ofDirtyMonths}
        LEFT JOIN cost_allocations t ON ${ofItsMonth}
        GROUP BY c.source_id, c.month, c.currency, c.provider, c.service,
          c.category, c.correction, coalesce(t.entity_ref, ''),
          coalesce(t.owner_ref, ''), why`,
  );
}

/** What lists are sorted by: the effective cost of one month, in one currency. */
export async function refreshSortAmounts(
  transaction: Knex.Transaction,
  options: { month: string; weights: Map<string, number> | undefined },
): Promise<void> {
  const { month, weights } = options;
  await transaction.raw('DELETE FROM asset_costs');
  const weight = weights
    ? sql`CASE c.currency ${joinSql(
        [...weights].map(
          ([currency, factor]) =>
            sql`WHEN ${currency} THEN ${raw(factor.toPrecision(12))}`,
        ),
        ' ',
      )} END`
    : raw('1');
  // source by source, to ride on charges_source_idx: there is none by month
  await touchedBy(
    transaction,
    sql`INSERT INTO asset_costs (asset_id, month, sort_amount)
        SELECT c.asset_id, ${month}, CAST(sum(c.effective * ${weight}) AS bigint)
        FROM (SELECT DISTINCT t.source_id FROM cost_totals t
          WHERE t.month = ${month}) s
        CROSS JOIN charges c
        WHERE c.source_id = s.source_id AND c.month = ${month}
          AND c.asset_id IS NOT NULL
        GROUP BY c.asset_id HAVING count(*) = count(${weight})
        ORDER BY c.asset_id`,
  );
}

interface ExactRow {
  source_id: string;
  month: string;
  period_start: string;
  currency: string;
  billed: string;
  effective: string;
  list: string;
  contracted: string;
}

function keyOf(row: ExactRow): string {
  return `${row.source_id} ${row.period_start} ${row.currency}`;
}

function groupsOf(rows: ExactRow[]): Map<string, ExactRow[]> {
  const groups = new Map<string, ExactRow[]>();
  for (const row of rows) {
    groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  }
  return groups;
}
