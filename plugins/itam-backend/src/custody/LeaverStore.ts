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

import type { Holding, HoldingItem, Leaver } from '@itam/plugin-itam-common';
import { holdings } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  decodeCursor,
  isOneOf,
  joinSql,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../database';
import type { AssetAccess, Page, PageQuery } from '../register';
import { within } from './sql/assetScope';

type Counts = Leaver['counts'];

/** Somebody who ends or is gone, with how much they hold. */
export interface StoredLeaver {
  ref: string;
  title?: string;
  endsOn?: string;
  goneSince?: string;
  gone: boolean;
  counts: Counts;
}

/** What a list of leavers is asked for with. */
export interface LeaverQuery extends PageQuery {
  kind?: Leaver['kind'];
  /** Those whose last day is this one or before. */
  endsBy: string;
}

/** The parts of an asset that somebody who is gone holds. */
export interface OrphanedField {
  assetId: string;
  field: 'owner' | 'custodian' | 'consumer';
  ref: string;
}

/** Holders looked through at once, and in one call at most. */
const BATCH = 200;
const BATCHES = 20;

const byRef = { columns: ['h.ref'] };
const byAsset = { columns: ['held.asset_id'] };

const heldReasons = ['owner', 'custodian', 'consumer'];

/** Who ends or is gone and holds assets, in SQL. */
export class LeaverStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Holders that end, or that the catalog does not have, with how much of what
   * the access takes in they hold. A page may be short and still have a next
   * one: what the access hides is looked through in batches.
   */
  async list(
    query: LeaverQuery,
    access: AssetAccess,
  ): Promise<Page<StoredLeaver>> {
    const items: StoredLeaver[] = [];
    let { cursor } = query;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const candidates = await this.#candidates(query, cursor);
      const counts = await this.counts(
        candidates.items.map(({ ref }) => ref),
        access,
      );
      for (const candidate of candidates.items) {
        const held = counts.get(candidate.ref);
        if (held && Object.values(held).some(count => count > 0)) {
          items.push({ ...candidate, counts: held });
        }
        if (items.length > query.limit) {
          return pageOf(items, query.limit, ({ ref }) => [ref]);
        }
      }
      cursor = candidates.nextCursor;
      if (cursor === undefined) {
        return { items };
      }
    }
    return { items, nextCursor: cursor };
  }

  /** Who ends or is gone, whatever they hold. */
  async #candidates(
    query: LeaverQuery,
    cursor: string | undefined,
  ): Promise<Page<Omit<StoredLeaver, 'counts'>>> {
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, 1);
    const kinds = query.kind ? [query.kind] : ['group', 'user'];
    const rows = await rowsOf<{
      ref: string;
      title: string | null;
      ends_on: string | null;
      present: boolean | number | null;
      updated_at: string | null;
    }>(
      this.#knex,
      sql`${holdersAfter(String(after))}
          SELECT h.ref, e.title, e.ends_on, e.present, e.updated_at
          FROM holder h LEFT JOIN entity_index e ON e.ref = h.ref
          WHERE (e.ref IS NULL OR NOT e.present OR e.ends_on <= ${query.endsBy})
            AND (${joinSql(
              kinds.map(kind => sql`h.ref LIKE ${`${kind}:%`}`),
              ' OR ',
            )})
          ${orderBy(byRef)} LIMIT ${BATCH + 1}`,
    );
    const page = pageOf(rows, BATCH, row => [row.ref]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(row => ({
        ref: row.ref,
        title: row.title ?? undefined,
        endsOn: row.ends_on ?? undefined,
        gone: !row.present,
        goneSince: row.present ? undefined : row.updated_at ?? undefined,
      })),
    };
  }

  /** How many holders there are in all. */
  async countHolders(): Promise<number> {
    const [row] = await rowsOf<{ count: number | string }>(
      this.#knex,
      sql`${holdersAfter('')} SELECT count(*) AS count FROM holder`,
    );
    return Number(row.count);
  }

  /** How much each of them holds, by how. */
  async counts(
    refs: string[],
    access: AssetAccess,
  ): Promise<Map<string, Counts>> {
    const counts = new Map<string, Counts>(
      refs.map(ref => [
        ref,
        { owner: 0, custodian: 0, consumer: 0, shared: 0, transfer: 0 },
      ]),
    );
    if (refs.length === 0) {
      return counts;
    }
    const rows = await rowsOf<{
      ref: string;
      held_as: Holding;
      count: number | string;
    }>(
      this.#knex,
      sql`SELECT held.ref, held.held_as,
            count(DISTINCT held.asset_id) AS count
          FROM (${heldByAnyOf(this.#knex, refs)}) held
          JOIN assets a ON a.id = held.asset_id
          WHERE ${this.#concerned(access)}
          GROUP BY held.ref, held.held_as`,
    );
    for (const { ref, held_as: as, count } of rows) {
      const known = counts.get(ref);
      if (known) {
        known[as] = Number(count);
      }
    }
    return counts;
  }

  /** What somebody holds, and how, in the order of the asset ids. */
  async holdings(
    ref: string,
    query: PageQuery & { assetIds?: string[] },
    access: AssetAccess,
  ): Promise<Page<Omit<HoldingItem, 'heldBack'>>> {
    const after = afterCursor(byAsset, query.cursor);
    const rows = await rowsOf<{
      asset_id: string;
      tag: string;
      name: string;
      type: string;
      status: string;
      parts: string;
    }>(
      this.#knex,
      sql`SELECT held.asset_id, a.tag, a.name, a.type, a.status,
            ${raw(
              holdings
                .map(
                  part =>
                    `max(CASE WHEN held.held_as = '${part}' THEN '${part} ' ELSE '' END)`,
                )
                .join(' || '),
            )} AS parts
          FROM (${heldByAnyOf(this.#knex, [ref])}) held
          JOIN assets a ON a.id = held.asset_id
          WHERE ${allOf([
            this.#concerned(access),
            ...(query.assetIds
              ? [isOneOf(this.#knex, 'held.asset_id', query.assetIds)]
              : []),
            ...(after ? [after] : []),
          ])}
          GROUP BY held.asset_id, a.tag, a.name, a.type, a.status
          ${orderBy(byAsset)} LIMIT ${query.limit + 1}`,
    );
    const page = pageOf(rows, query.limit, row => [row.asset_id]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(row => ({
        assetId: row.asset_id,
        tag: row.tag,
        name: row.name,
        type: row.type,
        status: row.status,
        as: holdings.filter(part => row.parts.split(' ').includes(part)),
      })),
    };
  }

  /** Fields of assets that name somebody, not yet told as orphaned. */
  async orphaned(
    refs: string[],
    openedBy: string,
    limit: number,
  ): Promise<OrphanedField[]> {
    const rows = await rowsOf<{
      asset_id: string;
      reason: OrphanedField['field'];
      ref: string;
    }>(
      this.#knex,
      sql`SELECT x.asset_id, x.reason, x.ref FROM asset_access x
          JOIN assets a ON a.id = x.asset_id
          WHERE ${isOneOf(this.#knex, 'x.ref', refs)}
            AND ${isOneOf(this.#knex, 'x.reason', heldReasons)}
            AND a.stage <> 'dispose'
            AND NOT EXISTS (SELECT 1 FROM discrepancies d
              WHERE d.asset_id = x.asset_id AND d.class = 'orphaned'
                AND d.field = x.reason AND d.state = 'open'
                AND d.opened_by = ${openedBy})
          ORDER BY x.asset_id, x.reason LIMIT ${limit}`,
    );
    return rows.map(({ asset_id: assetId, reason: field, ref }) => ({
      assetId,
      field,
      ref,
    }));
  }

  /** What was told as orphaned and no longer is: somebody else has it, or they are back. */
  async settled(
    openedBy: string,
    today: string,
    limit: number,
  ): Promise<Array<{ assetId: string; field: string }>> {
    const rows = await rowsOf<{ asset_id: string; field: string }>(
      this.#knex,
      sql`SELECT d.asset_id, d.field FROM discrepancies d
          JOIN assets a ON a.id = d.asset_id
          WHERE d.class = 'orphaned' AND d.state = 'open'
            AND d.opened_by = ${openedBy}
            AND (a.stage = 'dispose'
              OR COALESCE(d.registered, '') <> '"' || COALESCE(CASE d.field
                WHEN 'owner' THEN a.owner_ref
                WHEN 'custodian' THEN a.custodian_ref
                ELSE a.consumer_ref END, '') || '"'
              OR EXISTS (SELECT 1 FROM entity_index e
                WHERE d.registered = '"' || e.ref || '"' AND e.present
                  AND COALESCE(e.ends_on, '9999-12-31') >= ${today}))
          ORDER BY d.id LIMIT ${limit}`,
    );
    return rows.map(({ asset_id: assetId, field }) => ({ assetId, field }));
  }

  /** What is disposed of needs nobody any more. */
  #concerned(access: AssetAccess): Sql {
    return sql`a.stage <> 'dispose' AND ${within(this.#knex, access)}`;
  }
}

/**
 * Everybody who holds anything, each once, found by skipping from ref to ref:
 * a few steps in asset_access_name_idx and assignments_holder_idx, whatever
 * they hold.
 */
function holdersAfter(ref: string): Sql {
  return sql`WITH RECURSIVE recorded(ref) AS (
      SELECT min(x.ref) FROM asset_access x WHERE x.ref > ${ref} UNION ALL
      SELECT (SELECT min(x.ref) FROM asset_access x WHERE x.ref > recorded.ref)
      FROM recorded WHERE recorded.ref IS NOT NULL),
    assigned(ref) AS (
      SELECT min(s.holder_ref) FROM assignments s
      WHERE s.effective_to IS NULL AND s.holder_ref > ${ref} UNION ALL
      SELECT (SELECT min(s.holder_ref) FROM assignments s
        WHERE s.effective_to IS NULL AND s.holder_ref > assigned.ref)
      FROM assigned WHERE assigned.ref IS NOT NULL),
    holder(ref) AS (
      SELECT ref FROM recorded WHERE ref IS NOT NULL UNION
      SELECT ref FROM assigned WHERE ref IS NOT NULL UNION
      SELECT to_owner FROM transfers
      WHERE state = 'open' AND to_owner > ${ref} UNION
      SELECT to_custodian FROM transfers
      WHERE state = 'open' AND to_custodian > ${ref})`;
}

/** What any of these refs holds, by how. */
function heldByAnyOf(knex: Knex, refs: string[]): Sql {
  const names = (column: string) => isOneOf(knex, column, refs);
  return sql`SELECT x.ref, x.asset_id, x.reason AS held_as
      FROM asset_access x
      WHERE ${names('x.ref')} AND x.reason IN ('owner', 'custodian', 'consumer')
    UNION ALL SELECT s.holder_ref, s.asset_id, 'shared' FROM assignments s
      JOIN assets b ON b.id = s.asset_id
      WHERE ${names('s.holder_ref')} AND s.effective_to IS NULL
        AND s.slot = 'use' AND COALESCE(b.consumer_ref, '') <> s.holder_ref
    UNION ALL SELECT t.to_owner, t.asset_id, 'transfer' FROM transfers t
      WHERE ${names('t.to_owner')} AND t.state = 'open'
    UNION ALL SELECT t.to_custodian, t.asset_id, 'transfer' FROM transfers t
      WHERE ${names('t.to_custodian')} AND t.state = 'open'`;
}
