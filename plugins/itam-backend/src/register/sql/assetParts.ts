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
  AssetHistoryEntry,
  CATALOG_CONSUMER,
  FoldedItem,
  foldedItemSchema,
  RelatedItem,
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
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../access';
import type { Page, PageQuery, StoredDetail } from '../AssetStore';
import { accessCondition } from './accessFilter';
import { ERASED_ACTOR, itemOf } from './assetRows';
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

/** The history of an asset, newest first. */
export async function loadHistory(
  knex: Knex,
  id: string,
  page: PageQuery,
): Promise<Page<AssetHistoryEntry>> {
  const order = { columns: ['h.version'], descending: true, numeric: true };
  const rows = await rowsOf<{
    id: string;
    version: number;
    effective_at: string;
    recorded_at: string;
    actor: string | null;
    action: AssetHistoryEntry['action'];
    reason: string | null;
    changes: string;
    run_id: string | null;
    hash: string;
    sequence: string | number | null;
  }>(
    knex,
    sql`SELECT h.*, c.ref AS actor FROM asset_history h
        LEFT JOIN actors c ON c.id = h.actor_id
        WHERE ${after(order, page, sql`h.asset_id = ${id}`)}
        ${orderBy(order)} LIMIT ${page.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, page.limit, row => [row.version]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      version: row.version,
      effectiveAt: row.effective_at,
      recordedAt: row.recorded_at,
      actor: row.actor ?? ERASED_ACTOR,
      action: row.action,
      reason: row.reason ?? undefined,
      changes: fromJson<AssetHistoryEntry['changes']>(row.changes),
      runId: row.run_id ?? undefined,
      hash: row.hash,
      sequence: row.sequence === null ? undefined : Number(row.sequence),
    })),
  };
}

/** The relations of an asset, both ways. */
export async function loadRelations(
  knex: Knex,
  id: string,
  page: PageQuery,
  access: AssetAccess,
): Promise<Page<RelatedItem>> {
  const permitted = accessCondition(knex, access);
  const order = { columns: ['e.type', 'e.direction', 'e.id'] };
  const rows = await rowsOf<{
    id: string;
    type: string;
    direction: 'in' | 'out';
    origin: string;
    since: string;
    to_entity_ref: string | null;
    other_id: string | null;
    tag: string | null;
    name: string;
    asset_type: string;
    status: string;
  }>(
    knex,
    sql`SELECT e.*, a.tag, a.name, a.type AS asset_type, a.status FROM (
          SELECT id, type, 'out' AS direction, origin, since, to_entity_ref,
                 to_asset_id AS other_id
          FROM asset_relations WHERE from_asset_id = ${id}
          UNION ALL
          SELECT id, type, 'in', origin, since, NULL, from_asset_id
          FROM asset_relations WHERE to_asset_id = ${id}) e
        LEFT JOIN assets a ON a.id = e.other_id
          AND ${permitted ?? raw('1 = 1')}
        WHERE ${after(order, page)}
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
      type: row.type,
      direction: row.direction,
      origin: row.origin,
      since: row.since,
      entityRef: row.to_entity_ref ?? undefined,
      ...(row.other_id !== null &&
        row.tag !== null && {
          asset: {
            id: row.other_id,
            tag: row.tag,
            name: row.name,
            type: row.asset_type,
            status: row.status,
          },
        }),
    })),
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
