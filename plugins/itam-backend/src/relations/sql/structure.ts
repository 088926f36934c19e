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
import { isOneOf, isPostgres, rowsOf, sql } from '../../database';

/** Key of the advisory lock between those who change structures. */
const STRUCTURE_LOCK = 4_826_004;

/**
 * Two changes that each keep the rule could break it together, because neither
 * sees the other. So each waits here until the one before is committed, and
 * looks afterwards. SQLite has one writer at a time anyway.
 */
export async function lockStructure(
  transaction: Knex.Transaction,
): Promise<void> {
  if (isPostgres(transaction)) {
    await rowsOf(
      transaction,
      sql`SELECT pg_advisory_xact_lock(${STRUCTURE_LOCK})`,
    );
  }
}

/** Whether relations of a kind lead from one asset to another. Rides on asset_relations_from_idx. */
export async function leadsTo(
  knex: Knex,
  type: string,
  from: string,
  to: string,
): Promise<boolean> {
  const rows = await rowsOf(
    knex,
    sql`WITH RECURSIVE ahead(id) AS (
          SELECT r.to_asset_id FROM asset_relations r
          WHERE r.from_asset_id = ${from} AND r.type = ${type}
            AND r.to_asset_id IS NOT NULL
          UNION
          SELECT r.to_asset_id FROM ahead h
          JOIN asset_relations r ON r.from_asset_id = h.id
          WHERE r.type = ${type} AND r.to_asset_id IS NOT NULL)
        SELECT 1 FROM ahead WHERE id = ${to} LIMIT 1`,
  );
  return rows.length > 0;
}

/**
 * A relation a person stated that leads back to where it begins. UNION keeps
 * what was reached once, so that it ends even where sources declared circles.
 */
export async function findCircle(
  transaction: Knex.Transaction,
  among: { from: string[]; to: string[]; types: string[] },
): Promise<{ assetId: string; type: string } | undefined> {
  const [row] = await rowsOf<{ start: string; type: string }>(
    transaction,
    sql`WITH RECURSIVE ahead(start, type, id) AS (
          SELECT r.from_asset_id, r.type, r.to_asset_id FROM asset_relations r
          WHERE ${isOneOf(transaction, 'r.from_asset_id', among.from)}
            AND ${isOneOf(transaction, 'r.to_asset_id', among.to)}
            AND ${isOneOf(transaction, 'r.type', among.types)}
            AND r.origin = 'person'
          UNION
          SELECT h.start, h.type, r.to_asset_id FROM ahead h
          JOIN asset_relations r ON r.from_asset_id = h.id AND r.type = h.type
          WHERE r.to_asset_id IS NOT NULL)
        SELECT start, type FROM ahead WHERE id = start LIMIT 1`,
  );
  return row && { assetId: row.start, type: row.type };
}

/** An asset with relations of a kind to more than one other. */
export async function findCrowd(
  transaction: Knex.Transaction,
  among: { from: string[]; types: string[] },
): Promise<{ assetId: string; type: string } | undefined> {
  const [row] = await rowsOf<{ id: string; type: string }>(
    transaction,
    sql`SELECT r.from_asset_id AS id, r.type FROM asset_relations r
        WHERE ${isOneOf(transaction, 'r.from_asset_id', among.from)}
          AND ${isOneOf(transaction, 'r.type', among.types)}
        GROUP BY r.from_asset_id, r.type
        HAVING count(DISTINCT coalesce(r.to_asset_id, r.to_entity_ref)) > 1
        LIMIT 1`,
  );
  return row && { assetId: row.id, type: row.type };
}
