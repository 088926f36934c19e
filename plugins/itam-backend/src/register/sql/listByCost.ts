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

import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  allOf,
  CursorValues,
  decodeCursor,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';

/** A row of the order by cost; without an amount for what has no cost. */
export interface CostKeyRow {
  id: string;
  sort_amount: string | null;
}

/** The values of a cursor that goes on after this row. */
export function costCursor(row: CostKeyRow): CursorValues {
  return [row.sort_amount ?? '', row.id];
}

/**
 * The keys of a page sorted by cost: first what has one, along
 * asset_costs_amount_idx, then what has none. An unknown cost is not zero: it
 * comes last in both directions.
 */
export async function listByCost(
  knex: Knex,
  condition: Sql,
  page: { limit: number; cursor?: string; descending: boolean },
): Promise<CostKeyRow[]> {
  const after = page.cursor === undefined ? undefined : place(page.cursor);
  const wanted = page.limit + 1;
  const [order, beyond] = page.descending ? ['DESC', '<'] : ['ASC', '>'];
  const known =
    after && after.amount === ''
      ? []
      : await rowsOf<CostKeyRow>(
          knex,
          sql`SELECT a.id, CAST(c.sort_amount AS text) AS sort_amount
              FROM asset_costs c JOIN assets a ON a.id = c.asset_id
              WHERE ${allOf([
                condition,
                ...(after
                  ? [
                      sql`(c.sort_amount, c.asset_id) ${raw(beyond)}
                        (CAST(${after.amount} AS bigint), ${after.id})`,
                    ]
                  : []),
              ])}
              ORDER BY c.sort_amount ${raw(order)}, c.asset_id ${raw(order)}
              LIMIT ${wanted}`,
        );
  if (known.length === wanted) {
    return known;
  }
  const unknown = await rowsOf<CostKeyRow>(
    knex,
    sql`SELECT a.id, NULL AS sort_amount FROM assets a
        WHERE ${allOf([
          condition,
          raw(
            'NOT EXISTS (SELECT 1 FROM asset_costs c WHERE c.asset_id = a.id)',
          ),
          ...(after && after.amount === '' ? [sql`a.id > ${after.id}`] : []),
        ])}
        ORDER BY a.id LIMIT ${wanted - known.length}`,
  );
  return [...known, ...unknown];
}

function place(cursor: string): { amount: string; id: string } {
  const [amount, id] = decodeCursor(cursor, 2).map(String);
  if (!/^(-?\d{1,18})?$/.test(amount)) {
    throw new InputError('query.cursor: not a cursor of this list');
  }
  return { amount, id };
}
