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

import { Sql, sql } from '../database';

/**
 * Pieces of SQL over what we know of the catalog, for every slice that asks
 * for the things of a service, system, domain or team.
 */

/** Selects the groups below a group, at any depth, without itself. */
export function groupsBelow(ref: string): Sql {
  return sql`WITH RECURSIVE below(ref) AS (
      SELECT g.ref FROM entity_index g
      WHERE g.parent_ref = ${ref} AND g.kind = 'group' AND g.present UNION
      SELECT g.ref FROM entity_index g JOIN below b ON g.parent_ref = b.ref
      WHERE g.kind = 'group' AND g.present)
    SELECT ref FROM below`;
}

/** Selects an entity and, of a system or domain, the entities inside it. */
export function withThoseInside(kind: string, ref: string): Sql {
  switch (kind) {
    case 'system':
      return sql`SELECT ${ref} AS ref UNION
        SELECT e.ref FROM entity_index e
        WHERE e.system_ref = ${ref} AND e.present`;
    case 'domain':
      return sql`SELECT ${ref} AS ref UNION
        SELECT e.ref FROM entity_index e
        WHERE e.domain_ref = ${ref} AND e.present UNION
        SELECT c.ref FROM entity_index e
        JOIN entity_index c ON c.system_ref = e.ref AND c.present
        WHERE e.domain_ref = ${ref} AND e.present`;
    default:
      return sql`SELECT ${ref} AS ref`;
  }
}

/** Selects the assets that entities are, or are published of. */
export function assetsThatAre(entities: Sql): Sql {
  return sql`SELECT b.id FROM assets b WHERE b.entity_ref IN (${entities})
    UNION SELECT p.asset_id FROM publications p
    WHERE p.entity_ref IN (${entities}) AND NOT p.tombstone
    UNION SELECT p.asset_id FROM publications p
    WHERE p.attached_ref IN (${entities})`;
}
