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
  CATALOG_CONSUMER,
  FoldedItem,
  foldedItemSchema,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  containing,
  fromJson,
  orderBy,
  PageOrder,
  pageOf,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { Page, PageQuery, StoredDetail } from '../AssetStore';
import { itemOf } from './assetRows';
import { loadStates } from './loadStates';

/** Everything the page of an asset shows that is kept in the database. */
export async function loadDetail(
  knex: Knex,
  id: string,
): Promise<StoredDetail | undefined> {
  const state = (await loadStates(knex, [id])).get(id);
  if (!state) {
    return undefined;
  }
  const observations = await rowsOf<{
    source_id: string;
    place: string;
    first_seen_at: string;
    last_seen_at: string;
    state: 'present' | 'missing';
  }>(
    knex,
    sql`SELECT source_id, place, first_seen_at, last_seen_at, state
        FROM observations WHERE asset_id = ${id} AND unit <> 'fold'
        ORDER BY last_seen_at DESC, id LIMIT 50`,
  );
  const [folded] = await rowsOf<{ count: number | string }>(
    knex,
    sql`SELECT count(*) AS count FROM observations
        WHERE asset_id = ${id} AND unit = 'fold'`,
  );
  const [publication] = await rowsOf<{
    published_as: string | null;
    error: string | null;
  }>(
    knex,
    sql`SELECT COALESCE(attached_ref,
            CASE WHEN NOT tombstone THEN entity_ref END) AS published_as, error
        FROM publications
        WHERE consumer = ${CATALOG_CONSUMER} AND asset_id = ${id}`,
  );
  return {
    ...state,
    ...itemOf(state),
    foldedCount: Number(folded.count),
    observations: observations.map(row => ({
      sourceId: row.source_id,
      place: row.place,
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
      state: row.state,
    })),
    publishedAs: publication?.published_as ?? undefined,
    publicationError: publication?.error ?? undefined,
  };
}

/** What is folded under an asset. Rides on observations_asset_idx. */
export async function loadFolded(
  knex: Knex,
  id: string,
  query: PageQuery & { q?: string },
): Promise<Page<FoldedItem>> {
  const order = { columns: ['o.name', 'o.id'] };
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const rows = await rowsOf<{
    id: string;
    source_id: string;
    name: string;
    place: string;
    payload: Record<string, unknown> | string;
    first_seen_at: string;
    last_seen_at: string;
    state: 'present' | 'missing';
  }>(
    knex,
    sql`SELECT o.id, o.source_id, o.name, o.place, o.payload, o.first_seen_at,
               o.last_seen_at, o.state
        FROM observations o
        WHERE ${after(
          order,
          query,
          sql`o.asset_id = ${id} AND o.unit = 'fold'`,
          ...words.map(
            word => sql`o.search LIKE ${containing(word)} ESCAPE '\\'`,
          ),
        )}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, query.limit, row => [
    row.name,
    row.id,
  ]);
  return {
    nextCursor,
    items: items.map(row => {
      const payload = fromJson<Record<string, unknown>>(row.payload);
      return foldedItemSchema.parse({
        id: row.id,
        sourceId: row.source_id,
        name: row.name,
        type: payload.type,
        providerType: payload.providerType,
        place: row.place,
        attributes: payload.attributes ?? {},
        firstSeenAt: row.first_seen_at,
        lastSeenAt: row.last_seen_at,
        state: row.state,
      });
    }),
  };
}

function after(order: PageOrder, page: PageQuery, ...conditions: Sql[]): Sql {
  const rest = afterCursor(order, page.cursor);
  return allOf(rest ? [...conditions, rest] : conditions);
}
