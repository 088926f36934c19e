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
  assetCategorySchema,
  lifecycleStageSchema,
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
import type { StoredItem } from '../AssetStore';
import type { AssetRow } from './assetRows';

/** What lists show of an asset, all of it in `assets`. */
const columns = [
  'id',
  'tag',
  'type',
  'category',
  'name',
  'status',
  'stage',
  'owner_ref',
  'custodian_ref',
  'consumer_ref',
  'location_id',
  'environment',
  'provider',
  'account',
  'region',
  'entity_ref',
  'disputed',
  'standard',
  'source_id',
  'last_verified_at',
  'version',
  'updated_at',
] as const;

type ItemRow = Pick<AssetRow, (typeof columns)[number]> & {
  supports: string[] | string | null;
};

/**
 * Assets as lists show them, in the order of the ids: one statement, because a
 * page has to be there in milliseconds.
 */
export async function loadItems(
  knex: Knex,
  ids: string[],
): Promise<StoredItem[]> {
  if (ids.length === 0) {
    return [];
  }
  const list = raw(isPostgres(knex) ? 'json_agg' : 'json_group_array');
  // rides on asset_relations_from_idx
  const rows = await rowsOf<ItemRow>(
    knex,
    sql`SELECT ${raw(columns.map(column => `a.${column}`).join(', '))},
          (SELECT ${list}(r.to_entity_ref) FROM asset_relations r
           WHERE r.from_asset_id = a.id AND r.type = 'supports') AS supports
        FROM assets a WHERE ${isOneOf(knex, 'a.id', ids)}`,
  );
  const items = new Map(rows.map(row => [row.id, itemOfRow(row)]));
  return ids.flatMap(id => items.get(id) ?? []);
}

function flagsOf(standard: ItemRow['standard']): StoredItem['flags'] {
  return standard === null
    ? undefined
    : fromJson<Pick<StoredItem, 'flags'>>(standard).flags;
}

function itemOfRow(row: ItemRow): StoredItem {
  const supports: Array<string | null> = fromJson(row.supports ?? '[]');
  return {
    id: row.id,
    tag: row.tag,
    type: row.type,
    category: assetCategorySchema.parse(row.category),
    name: row.name,
    status: row.status,
    stage: lifecycleStageSchema.parse(row.stage),
    owner: row.owner_ref || undefined,
    custodian: row.custodian_ref ?? undefined,
    consumer: row.consumer_ref ?? undefined,
    location: row.location_id ?? undefined,
    environment: row.environment || undefined,
    provider: row.provider ?? undefined,
    account: row.account ?? undefined,
    region: row.region ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    supports: [...new Set(supports.flatMap(ref => ref ?? []))].sort(),
    disputed: Boolean(row.disputed),
    flags: flagsOf(row.standard),
    sourceId: row.source_id ?? undefined,
    lastVerifiedAt: row.last_verified_at ?? undefined,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
