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
import { storable, storableText } from './text';

/** Column types a stage can have, on both databases. */
export type StageColumn = 'text' | 'integer' | 'bigint' | 'boolean' | 'json';

let stageNumber = 0;

/**
 * Loads rows into a temporary table of this transaction, analyses it, and
 * drops it afterwards: the way in for everything set-based. An un-analysed
 * stage makes the planner guess, which once cost a minute for one UPDATE.
 */
export async function withStage<T>(
  transaction: Knex.Transaction,
  options: {
    columns: Record<string, StageColumn>;
    rows: Array<Record<string, unknown>>;
    /** Columns to index before the analysis. */
    index?: string[];
  },
  use: (stage: string) => Promise<T>,
): Promise<T> {
  stageNumber += 1;
  const stage = `itam_stage_${stageNumber}`;
  const postgres = transaction.client.config.client === 'pg';
  const columns = Object.entries(options.columns);
  await transaction.raw(
    `CREATE TEMPORARY TABLE ${stage} (${columns
      .map(([name, type]) => `${name} ${sqlType(type, postgres)}`)
      .join(', ')})`,
  );
  try {
    await (postgres ? loadPostgres : loadSqlite)(transaction, stage, options);
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

function cell(
  value: unknown,
  type: StageColumn,
): string | number | boolean | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (type === 'json') {
    return JSON.stringify(storable(value));
  }
  if (type === 'boolean') {
    return Boolean(value);
  }
  return typeof value === 'number' ? value : storableText(String(value));
}

/** One statement for the whole load: a JSON array the server unpacks. */
async function loadPostgres(
  transaction: Knex.Transaction,
  stage: string,
  options: {
    columns: Record<string, StageColumn>;
    rows: Array<Record<string, unknown>>;
  },
): Promise<void> {
  const columns = Object.entries(options.columns);
  const definition = columns
    .map(([name, type]) => `${name} ${sqlType(type, true).split(' ')[0]}`)
    .join(', ');
  const payload = JSON.stringify(
    options.rows.map(row =>
      Object.fromEntries(
        columns.map(([name, type]) => [
          name,
          type === 'json' ? storable(row[name] ?? null) : cell(row[name], type),
        ]),
      ),
    ),
  );
  await transaction.raw(
    `INSERT INTO ${stage} SELECT * FROM jsonb_to_recordset(?::jsonb) AS r(${definition})`,
    [payload],
  );
}

/** Multi-row inserts below SQLite's limit of bound variables. */
async function loadSqlite(
  transaction: Knex.Transaction,
  stage: string,
  options: {
    columns: Record<string, StageColumn>;
    rows: Array<Record<string, unknown>>;
  },
): Promise<void> {
  const columns = Object.entries(options.columns);
  const perStatement = Math.max(1, Math.floor(30_000 / columns.length));
  for (let start = 0; start < options.rows.length; start += perStatement) {
    const rows = options.rows.slice(start, start + perStatement);
    const holes = `(${columns.map(() => '?').join(',')})`;
    await transaction.raw(
      `INSERT INTO ${stage} VALUES ${rows.map(() => holes).join(',')}`,
      rows.flatMap(row =>
        columns.map(([name, type]) => {
          const value = cell(row[name], type);
          return typeof value === 'boolean' ? Number(value) : value;
        }),
      ),
    );
  }
}
