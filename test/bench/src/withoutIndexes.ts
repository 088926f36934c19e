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

interface Statement {
  drop: string;
  create: string;
}

/**
 * Indexes are made faster afterwards than kept meanwhile, and foreign keys
 * are checked faster.
 */
export async function withoutIndexes(
  knex: Knex,
  tables: string[],
  work: () => Promise<void>,
): Promise<void> {
  const postgres = knex.client.config.client === 'pg';
  const found = postgres
    ? await ofPostgres(knex, tables)
    : await ofSqlite(knex, tables);
  if (!postgres) {
    await knex.raw('PRAGMA foreign_keys = OFF');
  }
  for (const { drop } of found) {
    await knex.raw(drop);
  }
  await work();
  for (const { create } of found) {
    await knex.raw(create);
  }
  if (!postgres) {
    await knex.raw('PRAGMA foreign_keys = ON');
  }
}

async function ofPostgres(knex: Knex, tables: string[]): Promise<Statement[]> {
  const indexes = await knex.raw(
    `SELECT format('DROP INDEX %I', i.indexname) AS drop, i.indexdef AS create
     FROM pg_indexes i
     WHERE i.schemaname = current_schema() AND i.tablename = ANY(?::text[])
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c
         WHERE c.conname = i.indexname)`,
    [tables],
  );
  const keys = await knex.raw(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass,
         c.conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass,
         c.conname, pg_get_constraintdef(c.oid)) AS create
     FROM pg_constraint c
     WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY(?::text[])`,
    [tables],
  );
  return [...indexes.rows, ...keys.rows];
}

async function ofSqlite(knex: Knex, tables: string[]): Promise<Statement[]> {
  return knex.raw(
    `SELECT 'DROP INDEX ' || name AS "drop", sql AS "create"
     FROM sqlite_master
     WHERE type = 'index' AND sql IS NOT NULL
       AND tbl_name IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(tables)],
  );
}
