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
import { raw, Sql, sql, touchedBy } from './sql';

let tableNumber = 0;

/**
 * Keeps the rows of a query in a temporary table of this transaction, analysed
 * and dropped afterwards: for steps that build on one another without leaving
 * the database.
 */
export async function withDerivedTable<T>(
  transaction: Knex.Transaction,
  query: Sql,
  use: (table: Sql) => Promise<T>,
): Promise<T> {
  tableNumber += 1;
  const table = raw(`itam_derived_${tableNumber}`);
  await touchedBy(
    transaction,
    sql`CREATE TEMPORARY TABLE ${table} AS ${query}`,
  );
  try {
    await transaction.raw(`ANALYZE ${table.text}`);
    return await use(table);
  } finally {
    if (!transaction.isCompleted()) {
      await transaction.raw(`DROP TABLE ${table.text}`).catch(() => undefined);
    }
  }
}
