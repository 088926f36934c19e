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

import type { AssetState } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  eachRow,
  insertRows,
  isOneOf,
  isPostgres,
  joinSql,
  raw,
  rowsOf,
  Sql,
  sql,
  touchedBy,
} from '../../database';
import type { AccessReason, Place } from '../access';
import type { AccessFacts } from '../AssetStore';
import { nameSortOf, supportedBy } from './assetRows';

/** Key of the advisory lock between writers and who follows the catalog. */
const ACCESS_LOCK = 4_826_002;

/** Who new assets concern. */
export async function addAccess(
  transaction: Knex.Transaction,
  created: AssetState[],
): Promise<void> {
  if (created.length === 0) {
    return;
  }
  await lockAccess(transaction, 'pg_advisory_xact_lock_shared');
  const owners = await ownersOf(
    transaction,
    created.flatMap(state => supportedBy(state)),
  );
  await insertRows(transaction, 'asset_access', {
    columns: {
      ref: 'text',
      reason: 'text',
      asset_id: 'text',
      category: 'text',
      type: 'text',
      status: 'text',
      name_sort: 'text',
      updated_at: 'text',
    },
    rows: eachRow(created, state =>
      claimsOn(state, owners).map(([ref, reason]) => ({
        ref,
        reason,
        asset_id: state.id,
        category: state.category,
        type: state.type,
        status: state.status,
        name_sort: nameSortOf(state),
        updated_at: state.updatedAt,
      })),
    ),
  });
}

/** Works out anew who is concerned by some assets. */
export async function rebuildAccess(
  knex: Knex,
  assetIds: string[],
): Promise<void> {
  if (assetIds.length === 0) {
    return;
  }
  await lockAccess(knex, 'pg_advisory_xact_lock_shared');
  await touchedBy(
    knex,
    sql`DELETE FROM asset_access WHERE ${isOneOf(knex, 'asset_id', assetIds)}`,
  );
  const assets = isOneOf(knex, 'a.id', assetIds);
  await insertClaims(knex, [
    claim('owner', 'a.owner_ref', assets),
    claim('custodian', 'a.custodian_ref', assets),
    claim('consumer', 'a.consumer_ref', assets),
    supportsClaim(assets),
  ]);
}

/**
 * The same, for who owns the entities that assets support. Writers under way
 * are waited for: what they write follows the catalog as it was before.
 */
export async function rebuildSupports(
  knex: Knex,
  entityRefs: string[],
): Promise<void> {
  const supporting = sql`SELECT from_asset_id FROM asset_relations
    WHERE type = 'supports' AND ${isOneOf(knex, 'to_entity_ref', entityRefs)}`;
  await lockAccess(knex, 'pg_advisory_xact_lock');
  await touchedBy(
    knex,
    sql`DELETE FROM asset_access
        WHERE reason = 'supports' AND asset_id IN (${supporting})`,
  );
  await insertClaims(knex, [supportsClaim(sql`a.id IN (${supporting})`)]);
}

/** What permission rules look at, for assets loaded one by one. */
export async function loadAccessFacts(
  knex: Knex,
  ids: string[],
): Promise<Map<string, AccessFacts>> {
  const rows = await rowsOf<{
    id: string;
    category: string;
    type: string;
    location_id: string | null;
    ref: string | null;
    reason: AccessReason | null;
  }>(
    knex,
    sql`SELECT a.id, a.category, a.type, a.location_id, x.ref, x.reason
        FROM assets a LEFT JOIN asset_access x ON x.asset_id = a.id
        WHERE ${isOneOf(knex, 'a.id', ids)}`,
  );
  const places = await placesOf(
    knex,
    rows.flatMap(({ location_id }) => location_id ?? []),
  );
  const facts = new Map<string, AccessFacts>();
  for (const { id, category, type, location_id, ref, reason } of rows) {
    const known = facts.get(id) ?? {
      id,
      category,
      type,
      location: location_id ?? undefined,
      places: places.get(location_id ?? '') ?? [],
      claims: [],
    };
    if (ref !== null && reason !== null) {
      known.claims.push({ ref, reason });
    }
    facts.set(id, known);
  }
  return facts;
}

/** Locations with those they lie in, by the ids asked for. */
export async function placesOf(
  knex: Knex,
  locationIds: string[],
): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  if (locationIds.length === 0) {
    return places;
  }
  const rows = await rowsOf<{ start_id: string; id: string; code: string }>(
    knex,
    sql`WITH RECURSIVE places AS (
          SELECT l.id AS start_id, l.id, l.code, l.parent_id FROM locations l
          WHERE ${isOneOf(knex, 'l.id', [...new Set(locationIds)])}
          UNION
          SELECT p.start_id, l.id, l.code, l.parent_id
          FROM places p JOIN locations l ON l.id = p.parent_id)
        SELECT p.start_id, p.id, p.code FROM places p`,
  );
  for (const { start_id: start, id, code } of rows) {
    places.set(start, [...(places.get(start) ?? []), { id, code }]);
  }
  return places;
}

/** Who owns these entities, as far as the catalog says. */
async function ownersOf(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, string>> {
  if (entityRefs.length === 0) {
    return new Map();
  }
  const rows = await rowsOf<{ ref: string; owner_ref: string }>(
    knex,
    sql`SELECT ref, owner_ref FROM entity_index
        WHERE present AND owner_ref <> ''
          AND ${isOneOf(knex, 'ref', [...new Set(entityRefs)])}`,
  );
  return new Map(rows.map(row => [row.ref, row.owner_ref]));
}

function claimsOn(
  state: AssetState,
  owners: Map<string, string>,
): Array<[string, AccessReason]> {
  const claims: Array<[string | undefined, AccessReason]> = [
    [state.owner, 'owner'],
    [state.custodian, 'custodian'],
    [state.consumer, 'consumer'],
    ...[
      ...new Set(supportedBy(state).flatMap(ref => owners.get(ref) ?? [])),
    ].map((ref): [string, AccessReason] => [ref, 'supports']),
  ];
  return claims.flatMap(([ref, reason]) => (ref ? [[ref, reason]] : []));
}

/** SQLite has one writer at a time anyway. */
async function lockAccess(
  knex: Knex,
  lock: 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared',
): Promise<void> {
  if (isPostgres(knex)) {
    await rowsOf(knex, sql`SELECT ${raw(lock)}(${ACCESS_LOCK})`);
  }
}

function insertClaims(knex: Knex, claims: Sql[]): Promise<number> {
  return touchedBy(
    knex,
    sql`INSERT INTO asset_access
          (ref, reason, asset_id, category, type, status, name_sort, updated_at)
        ${joinSql(claims, ' UNION ALL ')}`,
  );
}

const copied = raw(
  'a.id, a.category, a.type, a.status, a.name_sort, a.updated_at',
);

function claim(reason: AccessReason, column: string, assets: Sql): Sql {
  return sql`SELECT ${raw(column)}, ${raw(`'${reason}'`)}, ${copied}
    FROM assets a WHERE ${raw(column)} <> '' AND ${assets}`;
}

function supportsClaim(assets: Sql): Sql {
  return sql`SELECT DISTINCT e.owner_ref, 'supports', ${copied} FROM assets a
    JOIN asset_relations r ON r.from_asset_id = a.id AND r.type = 'supports'
    JOIN entity_index e ON e.ref = r.to_entity_ref
    WHERE e.present AND e.owner_ref <> '' AND ${assets}`;
}
