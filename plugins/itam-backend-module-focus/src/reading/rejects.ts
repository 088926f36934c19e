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

import { DuckDBValue } from '@duckdb/node-api';
import type { RejectedThing } from '@itam/plugin-itam-common';
import { amountColumns, FocusColumn } from '../standard/columns';
import { ExportTable } from './ExportTable';
import { DuckDbSession } from './DuckDbSession';
import { Head, judge, Problem, problem, textOf } from './heads';
import { amountNames, badSql, headKeys, noInstantSql, rowSql } from './sums';

/** Rows that are listed; of the others only the number is told. */
const MOST_LISTED = 1000;
/** Different texts that are looked for; each has a row at least. */
const MOST_LOOKED_FOR = 10_000;

/**
 * Reads the file again for its rejected rows and says of each what is wrong.
 * There are as many as the heads with a problem have rows.
 */
export async function listRejects(options: {
  session: DuckDbSession;
  table: ExportTable;
  heads: Head[];
  scope: string;
  signal: AbortSignal;
}): Promise<RejectedThing[]> {
  const { session, table, heads, scope, signal } = options;
  const count = heads.reduce((sum, { rows }) => sum + rows, 0);
  if (count === 0) {
    return [];
  }
  await session.run(rejectedHeadsSql(heads), signal);
  const rows = await session.rows(rejectedRowsSql(table), signal);
  const listed = rows.map(row => rejectOf(row, scope));
  const left = count - listed.length;
  return left === 0
    ? listed
    : [
        ...listed,
        {
          rejected: true,
          place: scope,
          reason: `${left} more rows cannot be taken; the first ${listed.length} are listed`,
        },
      ];
}

const keyNames = headKeys.map(([name]) => name);

/** The texts by which the rows of rejected heads are found again. */
function rejectedHeadsSql(heads: Head[]): string {
  const ids = heads
    .filter(({ bad }) => !bad)
    .slice(0, MOST_LOOKED_FOR)
    .map(({ id }) => id);
  return `CREATE TABLE rejected AS
    SELECT DISTINCT ${keyNames.join(', ')} FROM heads
    WHERE head IN (${[0, ...ids].join(', ')})`;
}

function rejectedRowsSql(table: ExportTable): string {
  const { columns } = table;
  const texts = [
    ...keyNames,
    ...amountNames.map(name => `${name}_given`),
    'charge_start',
    'charge_end',
  ];
  const wrong = [
    ...amountNames.map(name => `${name} IS NULL`),
    noInstantSql('charge_start', columns.get('ChargePeriodStart')),
    noInstantSql('charge_end', columns.get('ChargePeriodEnd')),
  ];
  const same = keyNames.map(
    name => `rejected.${name} IS NOT DISTINCT FROM CAST(r.${name} AS VARCHAR)`,
  );
  return `SELECT row_number, ${texts
    .map(name => `CAST(${name} AS VARCHAR)`)
    .join(', ')}, ${wrong.join(', ')}
    FROM (SELECT row_number, ${rowSql(table)} FROM ${table.numberedScan}) r
    WHERE ${badSql(table)}
      OR EXISTS (SELECT 1 FROM rejected WHERE ${same.join(' AND ')})
    ORDER BY row_number LIMIT ${MOST_LISTED}`;
}

function rejectOf(row: DuckDBValue[], scope: string): RejectedThing {
  const { field, reason } = problemOf(row.slice(1));
  return {
    rejected: true,
    place: `${scope}#row ${row[0]}`,
    reason,
    field,
  };
}

const dateColumns: FocusColumn[] = ['ChargePeriodStart', 'ChargePeriodEnd'];

function problemOf(values: DuckDBValue[]): Problem {
  const [periodStart, periodEnd, currency, category, chargeClass] = values
    .slice(0, 5)
    .map(textOf);
  const given = values.slice(5, 11).map(textOf);
  const wrong = values.slice(11).map(value => value === true);
  const amount = amountColumns.findIndex(
    (column, index) =>
      wrong[index] && (given[index] !== undefined || isNeeded(column)),
  );
  if (amount >= 0) {
    return problem(
      amountColumns[amount],
      given[amount],
      whyNoAmount(given[amount] ?? ''),
    );
  }
  const date = dateColumns.findIndex((_, index) => wrong[4 + index]);
  if (date >= 0) {
    return problem(dateColumns[date], given[4 + date], 'is no date and time');
  }
  const judged = judge({
    periodStart,
    periodEnd,
    currency,
    category,
    chargeClass,
  });
  return 'reason' in judged
    ? judged
    : { field: 'BilledCost', reason: 'the row cannot be read' };
}

/** List and contracted cost count as nothing when they are left empty. */
function isNeeded(column: FocusColumn): boolean {
  return column === 'BilledCost' || column === 'EffectiveCost';
}

function whyNoAmount(text: string): string {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    return 'is no decimal number';
  }
  return Math.abs(Number(text)) >= 1e12
    ? 'is more than the register can keep'
    : 'has more digits than can be kept';
}
