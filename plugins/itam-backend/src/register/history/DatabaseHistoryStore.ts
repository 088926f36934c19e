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
  endOfMoment,
  HistoryFilter,
  startOfMoment,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  anyOf,
  containing,
  fromJson,
  isOneOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { Page, PageQuery } from '../AssetStore';
import { ERASED_ACTOR } from '../sql/assetRows';
import type { LineRow } from './chainRows';
import { eraseName, heldBy } from './erasure';
import type { Erasure, HistoryStore } from './HistoryStore';
import { nameThePersons } from './personNames';

const LINES_AT_ONCE = 500;

type NamedLineRow = LineRow & { actor: string | null };

/** The history in SQL. Every query rides on the index of asset and version. */
export class DatabaseHistoryStore implements HistoryStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now?: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
  }

  async page(
    assetId: string,
    query: PageQuery & HistoryFilter,
  ): Promise<Page<AssetHistoryEntry>> {
    const order = { columns: ['h.version'], descending: true, numeric: true };
    const rest = afterCursor(order, query.cursor);
    const conditions = [
      sql`h.asset_id = ${assetId}`,
      ...conditionsOf(this.#knex, query),
      ...(rest ? [rest] : []),
    ];
    const rows = await this.#lines(
      sql`WHERE ${allOf(conditions)} ${orderBy(order)} LIMIT ${
        query.limit + 1
      }`,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, row => [
      row.version,
    ]);
    return { nextCursor, items: items.map(entryOf) };
  }

  async *walk(
    assetId: string,
    range: { after?: number; upTo?: number } = {},
  ): AsyncGenerator<AssetHistoryEntry> {
    let { after = 0 } = range;
    const end =
      range.upTo === undefined ? raw('1 = 1') : sql`h.version <= ${range.upTo}`;
    for (let more = true; more; ) {
      const rows = await this.#lines(
        sql`WHERE h.asset_id = ${assetId} AND h.version > ${after} AND ${end}
            ORDER BY h.version LIMIT ${LINES_AT_ONCE}`,
      );
      yield* rows.map(entryOf);
      more = rows.length === LINES_AT_ONCE;
      after = rows[rows.length - 1]?.version ?? after;
    }
  }

  heldBy(ref: string) {
    return heldBy(this.#knex, ref);
  }

  erase(erasure: Erasure): Promise<number> {
    return this.#knex.transaction(transaction =>
      eraseName(transaction, erasure, this.#now().toISOString()),
    );
  }

  async #lines(chosen: Sql): Promise<NamedLineRow[]> {
    const rows = await rowsOf<NamedLineRow>(
      this.#knex,
      sql`SELECT h.*, c.ref AS actor FROM asset_history h
          LEFT JOIN actors c ON c.id = h.actor_id ${chosen}`,
    );
    return nameThePersons(this.#knex, rows);
  }
}

function conditionsOf(knex: Knex, filter: HistoryFilter): Sql[] {
  const { actor, action, field, runId, from, to } = filter;
  const time = raw(
    filter.time === 'recorded' ? 'h.recorded_at' : 'h.effective_at',
  );
  return [
    ...(actor === undefined
      ? []
      : [
          actor === ERASED_ACTOR ? raw('c.ref IS NULL') : sql`c.ref = ${actor}`,
        ]),
    ...(action?.length ? [isOneOf(knex, 'h.action', action)] : []),
    ...(field === undefined ? [] : [changed(field)]),
    ...(runId === undefined ? [] : [sql`h.run_id = ${runId}`]),
    ...(from === undefined ? [] : [sql`${time} >= ${startOfMoment(from)}`]),
    ...(to === undefined ? [] : [sql`${time} <= ${endOfMoment(to)}`]),
  ];
}

/** The changes are canonical JSON: a field stands in them in one way only. */
function changed(field: string): Sql {
  const name = JSON.stringify(field);
  return anyOf(
    ['from', 'to'].map(
      side =>
        sql`h.changes LIKE ${containing(`${name}:{"${side}":`)} ESCAPE '\\'`,
    ),
  );
}

function entryOf(row: NamedLineRow): AssetHistoryEntry {
  return {
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
  };
}
