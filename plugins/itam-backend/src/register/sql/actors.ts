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
import {
  isOneOf,
  newId,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../../database';

/** Ids of the actors behind these refs; those not yet known get one. */
export async function loadActorIds(
  transaction: Knex.Transaction,
  refs: string[],
  now: string,
): Promise<Map<string, string>> {
  const known = await findActors(transaction, refs);
  const unknown = refs.filter(ref => !known.has(ref));
  if (unknown.length === 0) {
    return known;
  }
  await withStage(
    transaction,
    {
      columns: { id: 'text', ref: 'text', created_at: 'text' },
      rows: unknown.map(ref => ({ id: newId(), ref, created_at: now })),
    },
    stage =>
      // WHERE true: SQLite would take ON for the join of a SELECT otherwise
      touchedBy(
        transaction,
        sql`INSERT INTO actors (id, ref, created_at)
            SELECT id, ref, created_at FROM ${raw(stage)} WHERE true
            ON CONFLICT (ref) DO NOTHING`,
      ),
  );
  return findActors(transaction, refs);
}

async function findActors(
  knex: Knex,
  refs: string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; ref: string }>(
    knex,
    sql`SELECT id, ref FROM actors WHERE ${isOneOf(knex, 'ref', refs)}`,
  );
  return new Map(rows.map(({ id, ref }) => [ref, id]));
}
