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

import { StatementItem, statementSchema } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  isOneOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  sql,
} from '../../database';
import type { MonthSpan, Page } from '../CostStore';
import { documentsOf } from './lines';
import { valueConditions } from './scope';

/** The files charges were read from, newest reading first, with their sums. */
export async function listStatements(
  knex: Knex,
  query: { source?: string[]; limit: number; cursor?: string },
  span: MonthSpan | undefined,
): Promise<Page<StatementItem>> {
  const order = { columns: ['s.read_at', 's.id'], descending: true };
  const after = afterCursor(order, query.cursor);
  const rows = await rowsOf<{
    id: string;
    source_id: string;
    standard: string;
    row_count: number | string;
    rejected_rows: number | string;
    missing: string;
    read_at: string;
    run_id: string;
  }>(
    knex,
    sql`SELECT s.* FROM charge_statements s
        WHERE ${allOf([
          raw('s.replaced_at IS NULL'),
          ...valueConditions(knex, 's.source_id', query.source),
          ...(span
            ? [
                sql`EXISTS (SELECT 1 FROM charge_totals t
                  WHERE t.statement_id = s.id
                    AND t.month >= ${span.from} AND t.month <= ${span.to})`,
              ]
            : []),
          ...(after ? [after] : []),
        ])}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const page = pageOf(rows, query.limit, row => [row.read_at, row.id]);
  const ids = page.items.map(({ id }) => id);
  const documents = await documentsOf(knex, ids);
  const totals = await totalsOfStatements(knex, ids);
  return {
    ...page,
    items: page.items.map(row => ({
      id: row.id,
      sourceId: row.source_id,
      documents: documents.get(row.id) ?? [],
      standard: row.standard,
      readAt: row.read_at,
      runId: row.run_id,
      rows: Number(row.row_count),
      rejectedRows: Number(row.rejected_rows),
      missing: statementSchema.shape.missing.parse(JSON.parse(row.missing)),
      totals: totals.get(row.id) ?? [],
    })),
  };
}

/** Rows that were not taken, of the files of these months or of none. */
export async function countRejectedRows(
  knex: Knex,
  span: MonthSpan,
): Promise<number> {
  const [row] = await rowsOf<{ rejected: number | string | null }>(
    knex,
    sql`SELECT sum(s.rejected_rows) AS rejected FROM charge_statements s
        WHERE s.replaced_at IS NULL AND s.rejected_rows > 0 AND (
          EXISTS (SELECT 1 FROM charge_totals t WHERE t.statement_id = s.id
            AND t.month >= ${span.from} AND t.month <= ${span.to})
          OR NOT EXISTS (SELECT 1 FROM charge_totals t
            WHERE t.statement_id = s.id))`,
  );
  return Number(row?.rejected ?? 0);
}

async function totalsOfStatements(
  knex: Knex,
  ids: string[],
): Promise<Map<string, StatementItem['totals']>> {
  const totals = new Map<string, StatementItem['totals']>();
  if (ids.length === 0) {
    return totals;
  }
  const rows = await rowsOf<{
    statement_id: string;
    period_start: string;
    period_end: string;
    currency: string;
    row_count: number | string;
    billed: string;
    effective: string;
    list: string;
    contracted: string;
  }>(
    knex,
    sql`SELECT * FROM charge_totals WHERE ${isOneOf(knex, 'statement_id', ids)}
        ORDER BY period_start, currency`,
  );
  for (const row of rows) {
    totals.set(row.statement_id, [
      ...(totals.get(row.statement_id) ?? []),
      {
        periodStart: row.period_start,
        periodEnd: row.period_end,
        rows: Number(row.row_count),
        currency: row.currency,
        billed: row.billed,
        effective: row.effective,
        list: row.list,
        contracted: row.contracted,
      },
    ]);
  }
  return totals;
}
