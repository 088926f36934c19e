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

import type { AssetFilter } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  allOf,
  isOneOf,
  isPostgres,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../../register/access';
import { accessCondition } from '../../register/sql/accessFilter';
import { filterConditions } from '../../register/sql/assetFilter';

/** The assets of a filter that are in an access, up to an id. */
export interface AssetScope {
  filter: AssetFilter;
  access: AssetAccess;
  /** Ids ascend with time: what was registered later is not meant. */
  before?: string;
}

function conditionOf(knex: Knex, scope: AssetScope): Sql {
  const permitted = accessCondition(knex, scope.access);
  return allOf([
    ...filterConditions(knex, scope.filter),
    ...(permitted ? [permitted] : []),
    ...(scope.before ? [sql`a.id < ${scope.before}`] : []),
  ]);
}

/** Ids after one of them, in order. Walks the key of `assets`. */
export async function idsAfter(
  knex: Knex,
  scope: AssetScope,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    knex,
    sql`SELECT a.id FROM assets a WHERE ${allOf([
      conditionOf(knex, scope),
      ...(after ? [sql`a.id > ${after}`] : []),
    ])} ORDER BY a.id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** What a list of rows shows of an asset. */
export interface NamedAsset {
  id: string;
  tag: string;
  version: number;
}

/** Tag and version of assets: id → asset. */
export async function namedAssets(
  knex: Knex,
  ids: string[],
): Promise<Map<string, NamedAsset>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await rowsOf<NamedAsset>(
    knex,
    sql`SELECT id, tag, version FROM assets WHERE ${isOneOf(knex, 'id', ids)}`,
  );
  return new Map(rows.map(row => [row.id, row]));
}

/** How many there are. */
export async function countAssets(
  knex: Knex,
  scope: AssetScope,
): Promise<number> {
  const [{ count }] = await rowsOf<{ count: number | string }>(
    knex,
    sql`SELECT count(*) AS count FROM assets a WHERE ${conditionOf(
      knex,
      scope,
    )}`,
  );
  return Number(count);
}

/** The types they have. */
export async function typesOf(
  knex: Knex,
  scope: AssetScope,
): Promise<string[]> {
  const rows = await rowsOf<{ type: string }>(
    knex,
    sql`SELECT DISTINCT a.type FROM assets a WHERE ${conditionOf(knex, scope)}
        ORDER BY a.type`,
  );
  return rows.map(({ type }) => type);
}

/** The attributes that have a value on any of them. */
export function attributesOf(knex: Knex, scope: AssetScope): Promise<string[]> {
  return memberNames(knex, scope, 'a.attributes');
}

/** The kinds of key date that any of them has. */
export function dateKindsOf(knex: Knex, scope: AssetScope): Promise<string[]> {
  return memberNames(
    knex,
    scope,
    isPostgres(knex)
      ? `a.standard -> 'dates'`
      : `json_extract(a.standard, '$.dates')`,
  );
}

async function memberNames(
  knex: Knex,
  scope: AssetScope,
  json: string,
): Promise<string[]> {
  const members = isPostgres(knex)
    ? sql`SELECT DISTINCT k.name FROM assets a
        CROSS JOIN LATERAL jsonb_object_keys(${raw(json)}) AS k(name)`
    : sql`SELECT DISTINCT k.key AS name FROM assets a
        CROSS JOIN json_each(${raw(json)}) k`;
  const rows = await rowsOf<{ name: string }>(
    knex,
    sql`${members} WHERE ${allOf([
      conditionOf(knex, scope),
      sql`${raw(json)} IS NOT NULL`,
    ])} ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** The assets of these tags: tag → id. */
export async function idsOfTags(
  knex: Knex,
  tags: string[],
): Promise<Map<string, string>> {
  if (tags.length === 0) {
    return new Map();
  }
  const rows = await rowsOf<{ id: string; tag: string }>(
    knex,
    sql`SELECT id, tag FROM assets WHERE ${isOneOf(knex, 'tag', tags)}`,
  );
  return new Map(rows.map(({ id, tag }) => [tag, id]));
}
