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

import { once } from 'node:events';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Values of a row, in the order of the columns. */
export type RawRow = Array<string | number | bigint | null>;

/** Rows of one table. */
export interface RawRows {
  table: string;
  columns: string[];
  rows: RawRow[];
}

/** How tables are copied, read and filled in the fastest plain way there is. */
export interface RawTables {
  /** How many assets one transaction takes, as the register has it. */
  batchSize: number;
  /** Makes an empty table of the same columns and indexes; gives the columns. */
  copyTable(knex: Knex, table: string): Promise<string[]>;
  /** The rows of some assets, in the order they were written. */
  read(
    knex: Knex,
    part: { table: string; columns: string[]; of: string; assetIds: string[] },
  ): Promise<RawRow[]>;
  /** Into a stage, and from there into the copy. */
  write(transaction: Knex.Transaction, part: RawRows): Promise<void>;
}

const copyOf = (table: string) => `raw_${table}`;

const special = /[\\\b\f\n\r\t\v]/;

const escapes: Record<string, string> = {
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
};

/** COPY into the stage. */
export const postgresTables: RawTables = {
  batchSize: 2_000,

  async copyTable(knex, table) {
    await knex.raw('DROP TABLE IF EXISTS ?? CASCADE', [copyOf(table)]);
    await knex.raw('CREATE TABLE ?? (LIKE ?? INCLUDING ALL)', [
      copyOf(table),
      table,
    ]);
    const { rows: references } = await knex.raw(
      `SELECT replace(pg_get_constraintdef(oid), ' assets(', ' raw_assets(') AS definition
       FROM pg_constraint WHERE contype = 'f' AND conrelid = ?::regclass`,
      [table],
    );
    for (const { definition } of references) {
      await knex.raw(`ALTER TABLE ${copyOf(table)} ADD ${definition}`);
    }
    return Object.keys(await knex(table).columnInfo());
  },

  async read(knex, { table, columns, of, assetIds }) {
    const { rows } = await knex.raw(
      `SELECT ${columns.map(column => `${column}::text`).join(', ')}
       FROM ${table} WHERE ${of} = ANY(?::text[]) ORDER BY ctid`,
      [assetIds],
    );
    return rows.map((row: object) => Object.values(row));
  },

  async write(transaction, { table, columns, rows }) {
    const names = columns.join(', ');
    await transaction.raw(
      `CREATE TEMPORARY TABLE stage ON COMMIT DROP AS
       SELECT ${names} FROM ${table} LIMIT 0`,
    );
    // the connection knex holds for the transaction
    const client: Client = await transaction.client.acquireConnection();
    const copy = client.query(copyFrom('COPY stage FROM STDIN'));
    copy.end(rows.map(copyLine).join(''));
    await once(copy, 'finish');
    await transaction.raw(
      `INSERT INTO ${copyOf(table)} (${names}) SELECT ${names} FROM stage`,
    );
    await transaction.raw('DROP TABLE stage');
  },
};

/** One prepared statement, run for every row of the stage. */
export const sqliteTables: RawTables = {
  batchSize: 500,

  async copyTable(knex, table) {
    await knex.raw('DROP TABLE IF EXISTS ??', [copyOf(table)]);
    const parts: Array<{ sql: string }> = await knex.raw(
      `SELECT sql FROM sqlite_master
       WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC`,
      [table],
    );
    for (const { sql } of parts) {
      await knex.raw(
        sql
          .replace(/^(CREATE (?:UNIQUE )?INDEX) [`"]?(\w+)[`"]?/i, '$1 raw_$2')
          .replace(
            new RegExp(`(TABLE|on) [\`"]?${table}[\`"]?`, 'i'),
            `$1 ${copyOf(table)}`,
          )
          .replace(/references [`"]?assets[`"]?/gi, 'references raw_assets'),
      );
    }
    return Object.keys(await knex(table).columnInfo());
  },

  async read(knex, { table, columns, of, assetIds }) {
    const rows: object[] = await knex.raw(
      `SELECT ${columns.join(', ')} FROM ${table}
       WHERE ${of} IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
      [JSON.stringify(assetIds)],
    );
    return rows.map(row => Object.values(row));
  },

  async write(transaction, { table, columns, rows }) {
    const names = columns.join(', ');
    await transaction.raw(
      `CREATE TEMPORARY TABLE stage AS SELECT ${names} FROM ${table} LIMIT 0`,
    );
    // better-sqlite3 itself, as knex holds it for the transaction
    const connection: {
      prepare(sql: string): { run(values: RawRow): void };
    } = await transaction.client.acquireConnection();
    const insert = connection.prepare(
      `INSERT INTO stage VALUES (${columns.map(() => '?').join(', ')})`,
    );
    rows.forEach(row => insert.run(row));
    await transaction.raw(
      `INSERT INTO ${copyOf(table)} (${names}) SELECT ${names} FROM stage`,
    );
    await transaction.raw('DROP TABLE stage');
  },
};

function copyLine(row: RawRow): string {
  return `${row.map(copyValue).join('\t')}\n`;
}

function copyValue(value: RawRow[number]): string {
  if (value === null) {
    return '\\N';
  }
  const text = String(value);
  return special.test(text)
    ? text.replace(
        /[\\\b\f\n\r\t\v]/g,
        character => `\\${escapes[character] ?? character}`,
      )
    : text;
}
