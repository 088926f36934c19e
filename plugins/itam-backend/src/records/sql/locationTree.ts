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

import type { LocationKind, NamedRecord } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, sql } from '../../database';

/** The locations each of these lies in, from the outside in. */
export async function pathsOf(
  knex: Knex,
  ids: string[],
): Promise<Map<string, NamedRecord[]>> {
  const rows = await rowsOf<NamedRecord & { leaf: string }>(
    knex,
    sql`WITH RECURSIVE above (leaf, id, parent_id, code, name, depth) AS (
          SELECT r.id, p.id, p.parent_id, p.code, p.name, 1
          FROM locations r JOIN locations p ON p.id = r.parent_id
          WHERE ${isOneOf(knex, 'r.id', ids)}
          UNION ALL
          SELECT above.leaf, p.id, p.parent_id, p.code, p.name, above.depth + 1
          FROM above JOIN locations p ON p.id = above.parent_id)
        SELECT leaf, id, code, name FROM above ORDER BY depth DESC`,
  );
  const paths = new Map<string, NamedRecord[]>();
  for (const { leaf, ...named } of rows) {
    paths.set(leaf, [...(paths.get(leaf) ?? []), named]);
  }
  return paths;
}

/** The ids of these locations and of all that lie in them, however deep. */
export async function idsBelow(knex: Knex, ids: string[]): Promise<string[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows = await rowsOf<{ id: string }>(
    knex,
    // UNION leaves out what is there already; rides on locations_parent_idx
    sql`WITH RECURSIVE below (id) AS (
          SELECT l.id FROM locations l WHERE ${isOneOf(knex, 'l.id', ids)}
          UNION
          SELECT l.id FROM locations l JOIN below ON l.parent_id = below.id)
        SELECT id FROM below`,
  );
  return rows.map(({ id }) => id);
}

/** How many locations in use lie directly in each of these. */
export async function childCounts(
  knex: Knex,
  ids: string[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ parent_id: string; children: number | string }>(
    knex,
    sql`SELECT parent_id, count(*) AS children FROM locations
        WHERE ${isOneOf(knex, 'parent_id', ids)} AND retired_at IS NULL
        GROUP BY parent_id`,
  );
  return new Map(
    rows.map(({ parent_id, children }) => [parent_id, Number(children)]),
  );
}

/** The kinds of what lies directly in a location. */
export async function childKinds(
  knex: Knex,
  id: string,
): Promise<LocationKind[]> {
  const rows = await rowsOf<{ kind: LocationKind }>(
    knex,
    sql`SELECT DISTINCT kind FROM locations WHERE parent_id = ${id}`,
  );
  return rows.map(({ kind }) => kind);
}
