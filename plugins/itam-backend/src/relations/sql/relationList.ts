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

import type { RelatedAsset, RelationItem } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../../register/access';
import type { Page, PageQuery } from '../../register/AssetStore';
import { accessCondition } from '../../register/sql/accessFilter';
import { fieldsOf } from './rollUps';

/** Columns of an asset beside a relation, all null if it may not be seen. */
export interface AssetColumns {
  tag: string | null;
  name: string;
  asset_type: string;
  category: string;
  status: string;
  owner_ref: string;
}

/** The columns of {@link AssetColumns}, of `assets a`. */
export const assetColumns = raw(
  'a.tag, a.name, a.type AS asset_type, a.category, a.status, a.owner_ref',
);

/** The asset of a row; undefined if it may not be seen. */
export function assetOf(
  id: string | null,
  row: AssetColumns,
): RelatedAsset | undefined {
  return id === null || row.tag === null
    ? undefined
    : {
        id,
        tag: row.tag,
        name: row.name,
        type: row.asset_type,
        category: row.category,
        status: row.status,
        owner: row.owner_ref || undefined,
      };
}

/** The assets of an access, as a condition of a join with `assets a`. */
export function permitted(knex: Knex, access: AssetAccess): Sql {
  return accessCondition(knex, access) ?? raw('1 = 1');
}

/**
 * The relations of an asset, both ways. Rides on asset_relations_from_idx and
 * asset_relations_to_idx.
 */
export async function listRelations(
  knex: Knex,
  id: string,
  page: PageQuery,
  access: AssetAccess,
): Promise<Page<RelationItem>> {
  const order = { columns: ['e.type', 'e.direction', 'e.id'] };
  const rest = afterCursor(order, page.cursor);
  const rows = await rowsOf<
    AssetColumns & {
      id: string;
      type: string;
      direction: 'in' | 'out';
      origin: string;
      since: string;
      roll_up: string;
      to_entity_ref: string | null;
      other_id: string | null;
    }
  >(
    knex,
    sql`SELECT e.*, ${assetColumns} FROM (
          SELECT id, type, 'out' AS direction, origin, since, roll_up,
                 to_entity_ref, to_asset_id AS other_id
          FROM asset_relations WHERE from_asset_id = ${id}
          UNION ALL
          SELECT id, type, 'in', origin, since, roll_up, NULL, from_asset_id
          FROM asset_relations WHERE to_asset_id = ${id}) e
        LEFT JOIN assets a ON a.id = e.other_id AND ${permitted(knex, access)}
        WHERE ${allOf(rest ? [rest] : [])}
        ${orderBy(order)} LIMIT ${page.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, page.limit, row => [
    row.type,
    row.direction,
    row.id,
  ]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      type: row.type,
      direction: row.direction,
      origin: row.origin,
      since: row.since,
      rollUp: fieldsOf(row.roll_up),
      entityRef: row.to_entity_ref ?? undefined,
      asset: assetOf(row.other_id, row),
    })),
  };
}
