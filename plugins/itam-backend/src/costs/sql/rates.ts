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

import { addMonths, FxRate } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../../database';
import type { MonthSpan, Page } from '../CostStore';

interface RateRow {
  date: string;
  from_currency: string;
  to_currency: string;
  rate: string;
}

/** All rates, for an import to compare with. */
export async function loadRates(knex: Knex): Promise<FxRate[]> {
  return (await rowsOf<RateRow>(knex, sql`SELECT * FROM fx_rates`)).map(rateOf);
}

/**
 * The rates that convert the months of a span into a currency, or out of it:
 * of each pair the last one of each month, and the last one before. Rides on
 * the primary key and on fx_rates_to_idx.
 */
export async function loadRatesFor(
  knex: Knex,
  currency: string,
  span: MonthSpan,
): Promise<FxRate[]> {
  const lastOf = (column: string) => sql`
    SELECT from_currency, to_currency, max(date) AS date FROM fx_rates
    WHERE ${raw(column)} = ${currency} AND date < ${addMonths(span.to, 1)}
    GROUP BY from_currency, to_currency,
      CASE WHEN date < ${span.from} THEN '' ELSE substr(date, 1, 7) END`;
  const rows = await rowsOf<RateRow>(
    knex,
    sql`SELECT r.* FROM fx_rates r JOIN (
          ${lastOf('from_currency')} UNION ${lastOf('to_currency')}) last
        ON last.from_currency = r.from_currency
          AND last.to_currency = r.to_currency AND last.date = r.date`,
  );
  return rows.map(rateOf);
}

/** Rates, newest first. */
export async function listRates(
  knex: Knex,
  page: { limit: number; cursor?: string },
): Promise<Page<FxRate>> {
  const order = {
    columns: ['date', 'from_currency', 'to_currency'],
    descending: true,
  };
  const after = afterCursor(order, page.cursor);
  const rows = await rowsOf<RateRow>(
    knex,
    sql`SELECT * FROM fx_rates WHERE ${allOf(after ? [after] : [])}
        ${orderBy(order)} LIMIT ${page.limit + 1}`,
  );
  return pageOf(rows.map(rateOf), page.limit, rate => [
    rate.date,
    rate.from,
    rate.to,
  ]);
}

/** Writes rates; those of the same day are replaced. */
export async function putRates(
  transaction: Knex.Transaction,
  rates: FxRate[],
  options: { by: string; now: string },
): Promise<void> {
  await withStage(
    transaction,
    {
      columns: {
        date: 'text',
        from_currency: 'text',
        to_currency: 'text',
        rate: 'text',
        updated_at: 'text',
        updated_by: 'text',
      },
      rows: rates.map(({ date, from, to, rate }) => ({
        date,
        from_currency: from,
        to_currency: to,
        rate,
        updated_at: options.now,
        updated_by: options.by,
      })),
    },
    stage =>
      touchedBy(
        transaction,
        sql`INSERT INTO fx_rates (date, from_currency, to_currency, rate,
              updated_at, updated_by)
            SELECT date, from_currency, to_currency, rate, updated_at, updated_by
            FROM ${raw(stage)} WHERE TRUE
            ON CONFLICT (from_currency, to_currency, date) DO UPDATE
            SET rate = excluded.rate, updated_at = excluded.updated_at,
              updated_by = excluded.updated_by`,
      ),
  );
}

function rateOf(row: RateRow): FxRate {
  return {
    date: row.date,
    from: row.from_currency,
    to: row.to_currency,
    rate: row.rate,
  };
}
