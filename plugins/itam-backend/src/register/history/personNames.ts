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

import { pseudonymsIn, withNames } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, sql } from '../../database';
import { ERASED_ACTOR } from '../sql/assetRows';

/** What of a line of history can name persons. */
export interface NamingRow {
  /** JSON. */
  changes: string;
  reason?: string | null;
}

/**
 * Puts names in the place of the ids of persons: of those who were erased, that
 * they were. One query for all rows, and none where nobody is named.
 */
export async function nameThePersons<R extends NamingRow>(
  knex: Knex,
  rows: R[],
): Promise<R[]> {
  const ids = new Set<string>();
  for (const { changes, reason } of rows) {
    pseudonymsIn(changes).forEach(id => ids.add(id));
    pseudonymsIn(reason ?? '').forEach(id => ids.add(id));
  }
  if (ids.size === 0) {
    return rows;
  }
  const actors = await rowsOf<{ id: string; ref: string | null }>(
    knex,
    sql`SELECT id, ref FROM actors WHERE ${isOneOf(knex, 'id', [...ids])}`,
  );
  const names = new Map(actors.map(({ id, ref }) => [id, ref ?? ERASED_ACTOR]));
  return rows.map(row => ({
    ...row,
    changes: withNames(row.changes, names),
    reason: row.reason && withNames(row.reason, names),
  }));
}
