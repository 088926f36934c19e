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

import type { Knex } from 'knex';
import { copyRows } from './copyRows';
import { isPostgres } from './ItamDatabase';
import { storableJson, storableText } from './text';

/** Types columns that are loaded can have, on both databases. */
export type StageColumn = 'text' | 'integer' | 'bigint' | 'boolean' | 'json';

/** Rows on their way into a table. */
export interface RowLoad {
  columns: Record<string, StageColumn>;
  /** Gone through once, so that rows can be made one by one. */
  rows: Iterable<Record<string, unknown>>;
}

/** What a driver takes as the value of a column. */
export type Cell = string | number | null;

let stageNumber = 0;

/**
 * Loads rows into a temporary table of this transaction, analyses it, and
 * drops it afterwards: the way in for everything set-based. An un-analysed
 * stage makes the planner guess, which once cost a minute for one UPDATE.
 */
export async function withStage<T>(
  transaction: Knex.Transaction,
  options: RowLoad & {
    /** Columns to index before the analysis. */
    index?: string[];
  },
  use: (stage: string) => Promise<T>,
): Promise<T> {
  stageNumber += 1;
  const stage = `itam_stage_${stageNumber}`;
  const postgres = isPostgres(transaction);
  const columns = Object.entries(options.columns);
  await transaction.raw(
    `CREATE TEMPORARY TABLE ${stage} (${columns
      .map(([name, type]) => `${name} ${sqlType(type, postgres)}`)
      .join(', ')})`,
  );
  try {
    await insertRows(transaction, stage, options);
    if (options.index) {
      await transaction.raw(
        `CREATE INDEX ${stage}_idx ON ${stage} (${options.index.join(', ')})`,
      );
    }
    await transaction.raw(`ANALYZE ${stage}`);
    return await use(stage);
  } finally {
    if (!transaction.isCompleted()) {
      await transaction.raw(`DROP TABLE ${stage}`).catch(() => undefined);
    }
  }
}

/**
 * Adds rows to a table by the fastest door of the database: COPY on
 * PostgreSQL, one prepared statement on SQLite. Nothing is looked up on the
 * way, so this is for rows known to be new.
 */
export async function insertRows(
  transaction: Knex.Transaction,
  table: string,
  load: RowLoad,
): Promise<void> {
  await (isPostgres(transaction) ? copyRows : runPrepared)(
    transaction,
    table,
    load,
  );
}

/** What a list becomes, item by item, without a list of it all. */
export function* eachRow<T>(
  items: Iterable<T>,
  rowsOf: (item: T) => Array<Record<string, unknown>>,
): Iterable<Record<string, unknown>> {
  for (const item of items) {
    yield* rowsOf(item);
  }
}

/** A value as both drivers take it; JSON as text. */
export function cellOf(value: unknown, type: StageColumn): Cell {
  if (value === undefined || value === null) {
    return null;
  }
  if (type === 'json') {
    return storableJson(value);
  }
  if (type === 'boolean') {
    return value ? 1 : 0;
  }
  return typeof value === 'number' ? value : storableText(String(value));
}

function sqlType(type: StageColumn, postgres: boolean): string {
  switch (type) {
    case 'json':
      return postgres ? 'jsonb' : 'text';
    case 'text':
      return postgres ? 'text COLLATE "C"' : 'text';
    default:
      return type;
  }
}

/** What is used of better-sqlite3. */
interface SqliteConnection {
  prepare(sql: string): { run(cells: Cell[]): unknown };
}

async function runPrepared(
  transaction: Knex.Transaction,
  table: string,
  { columns, rows }: RowLoad,
): Promise<void> {
  // inside a transaction knex always hands out its one connection
  const connection: SqliteConnection =
    await transaction.client.acquireConnection();
  const types = Object.entries(columns);
  const insert = connection.prepare(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')})
     VALUES (${types.map(() => '?').join(', ')})`,
  );
  for (const row of rows) {
    insert.run(types.map(([name, type]) => cellOf(row[name], type)));
  }
}
