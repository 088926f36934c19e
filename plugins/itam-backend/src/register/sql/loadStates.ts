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

import {
  AssetKey,
  AssetRelation,
  AssetState,
  FieldProvenance,
  keyId,
  relationKey,
  RelationType,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  fromJson,
  isOneOf,
  isPostgres,
  raw,
  rowsOf,
  sql,
} from '../../database';
import { AssetRow, stateOf } from './assetRows';

interface KeyRow {
  asset_id: string;
  key_type: string;
  key_value: string;
}

interface RelationRow {
  from_asset_id: string;
  type: RelationType;
  to_asset_id: string | null;
  to_entity_ref: string | null;
  origin: string;
}

interface FieldRow {
  asset_id: string;
  field: string;
  origin: string;
  since: string;
  locked: boolean | number;
  observed: unknown;
  observed_by: string | null;
  observed_reason: string | null;
}

/** Present states by id: four statements, whatever the number of assets. */
export async function loadStates(
  knex: Knex,
  ids: string[],
): Promise<Map<string, AssetState>> {
  if (ids.length === 0) {
    return new Map();
  }
  const assets = await rowsOf<AssetRow>(
    knex,
    sql`SELECT a.*, c.ref AS created_by, u.ref AS updated_by FROM assets a
        LEFT JOIN actors c ON c.id = a.created_by
        LEFT JOIN actors u ON u.id = a.updated_by
        WHERE ${isOneOf(knex, 'a.id', ids)}`,
  );
  const keys = await keysOf(knex, ids);
  const relations = await relationsOf(knex, ids);
  const fields = await fieldsOf(knex, ids);
  return new Map(
    assets.map(row => [
      row.id,
      stateOf(row, {
        keys: keys.get(row.id) ?? [],
        relations: relations.get(row.id) ?? [],
        fields: fields.get(row.id) ?? [],
      }),
    ]),
  );
}

/** Which assets have these strong keys. Rides on asset_keys_strong_idx. */
export async function identify(
  knex: Knex,
  keys: AssetKey[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const byType = new Map<string, string[]>();
  for (const { type, value } of keys) {
    const values = byType.get(type);
    if (values) {
      values.push(value);
    } else {
      byType.set(type, [value]);
    }
  }
  for (const [type, values] of byType) {
    const rows = await rowsOf<KeyRow>(
      knex,
      sql`SELECT asset_id, key_type, key_value FROM asset_keys
          WHERE key_type = ${type} AND ${isOneOf(knex, 'key_value', values)}
            AND strong`,
    );
    for (const row of rows) {
      const id = keyId({ type: row.key_type, value: row.key_value });
      found.set(id, [...(found.get(id) ?? []), row.asset_id]);
    }
  }
  return found;
}

async function keysOf(knex: Knex, ids: string[]) {
  const rows = await rowsOf<KeyRow>(
    knex,
    sql`SELECT asset_id, key_type, key_value FROM asset_keys
        WHERE ${isOneOf(knex, 'asset_id', ids)}`,
  );
  return grouped(
    rows,
    row => row.asset_id,
    (row): AssetKey => ({ type: row.key_type, value: row.key_value }),
    keyId,
  );
}

async function relationsOf(knex: Knex, ids: string[]) {
  const rows = await rowsOf<RelationRow>(
    knex,
    sql`SELECT from_asset_id, type, to_asset_id, to_entity_ref, origin
        FROM asset_relations WHERE ${isOneOf(knex, 'from_asset_id', ids)}`,
  );
  return grouped(
    rows,
    row => row.from_asset_id,
    (row): AssetRelation => ({
      type: row.type,
      ...(row.to_asset_id !== null && { toAssetId: row.to_asset_id }),
      ...(row.to_entity_ref !== null && { toEntityRef: row.to_entity_ref }),
      origin: row.origin,
    }),
    relationKey,
  );
}

async function fieldsOf(knex: Knex, ids: string[]) {
  // as text, because the drivers do not tell a JSON null from no value
  const observed = raw(
    isPostgres(knex) ? 'CAST(observed AS text) AS observed' : 'observed',
  );
  const rows = await rowsOf<FieldRow>(
    knex,
    sql`SELECT asset_id, field, origin, since, locked, ${observed},
               observed_by, observed_reason
        FROM asset_fields WHERE ${isOneOf(knex, 'asset_id', ids)}`,
  );
  return grouped(
    rows,
    row => row.asset_id,
    provenanceOf,
    row => row.field,
  );
}

function provenanceOf(row: FieldRow): FieldProvenance {
  return {
    field: row.field,
    origin: row.origin,
    since: row.since,
    locked: Boolean(row.locked),
    ...(row.observed_by !== null && {
      observed: row.observed === null ? null : fromJson(row.observed),
      observedBy: row.observed_by,
      observedReason: row.observed_reason ?? undefined,
    }),
  };
}

/** Rows by the asset they belong to, each list in the order states have. */
function grouped<R, T>(
  rows: R[],
  assetOf: (row: R) => string,
  partOf: (row: R) => T,
  textOf: (part: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const id = assetOf(row);
    const group = groups.get(id);
    if (group) {
      group.push(partOf(row));
    } else {
      groups.set(id, [partOf(row)]);
    }
  }
  for (const group of groups.values()) {
    group.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  }
  return groups;
}
