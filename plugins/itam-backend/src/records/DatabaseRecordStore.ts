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

import type {
  NamedRecord,
  RecordHistoryEntry,
  RecordKind,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  anyOf,
  containing,
  isOneOf,
  isPostgres,
  newId,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
  storableJson,
} from '../database';
import type {
  Page,
  RecordLine,
  RecordName,
  RecordQuery,
  RecordStore,
  StoredRecord,
} from './RecordStore';
import type { RecordRow, RecordTable } from './sql/recordTables';

/** Ids of the actors behind refs, as the history keeps them. */
export type ActorIds = (
  transaction: Knex.Transaction,
  refs: string[],
) => Promise<Map<string, string>>;

/** How somebody is named whose name was erased. */
const ERASED = 'erased';

/** Names looked up with one statement. */
const BATCH = 500;

/** Keeps the shared records of one kind in their table. */
export class DatabaseRecordStore<F extends RecordName>
  implements RecordStore<F>
{
  readonly #knex: Knex;
  readonly #table: RecordTable<F>;
  readonly #actorIds: ActorIds;

  constructor(options: {
    knex: Knex;
    table: RecordTable<F>;
    actorIds: ActorIds;
  }) {
    this.#knex = options.knex;
    this.#table = options.table;
    this.#actorIds = options.actorIds;
  }

  get kind(): RecordKind {
    return this.#table.kind;
  }

  write<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#knex.transaction(async transaction => {
      if (isPostgres(transaction)) {
        // or two could put a location into each other at the same time
        await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
          `itam.${this.#table.table}`,
        ]);
      }
      return work(transaction);
    });
  }

  async find(
    idsOrCodes: string[],
    connection: Knex = this.#knex,
  ): Promise<StoredRecord<F>[]> {
    const found = new Map<string, StoredRecord<F>>();
    for (let start = 0; start < idsOrCodes.length; start += BATCH) {
      const names = idsOrCodes.slice(start, start + BATCH);
      const rows = await rowsOf<RecordRow>(
        connection,
        // rides on the primary key and on the unique index of codes
        sql`${this.#select()} WHERE ${anyOf([
          isOneOf(connection, 'r.id', names),
          isOneOf(
            connection,
            'lower(r.code)',
            names.map(name => name.toLowerCase()),
          ),
        ])}`,
      );
      rows
        .map(row => this.#recordOf(row))
        .forEach(record => found.set(record.id, record));
    }
    return [...found.values()];
  }

  async configured(transaction: Knex.Transaction): Promise<StoredRecord<F>[]> {
    const rows = await rowsOf<RecordRow>(
      transaction,
      sql`${this.#select()} WHERE r.configured = ${true}`,
    );
    return rows.map(row => this.#recordOf(row));
  }

  async list(query: RecordQuery): Promise<Page<StoredRecord<F>>> {
    const order = { columns: ['r.name_sort', 'r.id'] };
    const after = afterCursor(order, query.cursor);
    const rows = await rowsOf<RecordRow>(
      this.#knex,
      sql`${this.#select()} WHERE ${allOf([
        ...(after ? [after] : []),
        ...(query.retired === undefined
          ? []
          : [
              raw(
                query.retired
                  ? 'r.retired_at IS NOT NULL'
                  : 'r.retired_at IS NULL',
              ),
            ]),
        ...wordsOf(query.q).map(
          word => sql`r.search_text LIKE ${containing(word)} ESCAPE '\\'`,
        ),
        ...query.conditions,
      ])} ${orderBy(order)} LIMIT ${query.limit + 1}`,
    );
    return pageOf(
      rows.map(row => this.#recordOf(row)),
      query.limit,
      ({ facts, id }) => [facts.name.toLowerCase(), id],
    );
  }

  async put(
    transaction: Knex.Transaction,
    record: StoredRecord<F>,
    line: RecordLine,
  ): Promise<void> {
    const { table } = this.#table;
    const actors = await this.#actorIds(transaction, [line.actor]);
    const actorId = actors.get(line.actor);
    const row = { ...this.#rowOf(record), updated_by: actorId };
    if (record.version === 1) {
      await transaction(table).insert({
        ...row,
        id: record.id,
        created_at: record.createdAt,
        created_by: actorId,
      });
    } else {
      await transaction(table).where({ id: record.id }).update(row);
    }
    await transaction('record_history').insert({
      id: newId(),
      kind: this.#table.kind,
      record_id: record.id,
      version: record.version,
      at: record.updatedAt,
      actor_id: actorId,
      action: line.action,
      reason: line.reason ?? null,
      changes: storableJson(line.changes),
    });
  }

  async history(
    id: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<RecordHistoryEntry>> {
    const order = { columns: ['version'], descending: true, numeric: true };
    const after = afterCursor(order, page.cursor);
    const rows = await rowsOf<HistoryRow>(
      this.#knex,
      // rides on record_history_version_idx
      sql`SELECT h.id, h.version, h.at, h.action, h.reason, h.changes,
            a.ref AS actor
          FROM record_history h LEFT JOIN actors a ON a.id = h.actor_id
          WHERE h.record_id = ${id} AND ${allOf(after ? [after] : [])}
          ${orderBy(order)} LIMIT ${page.limit + 1}`,
    );
    return pageOf(
      rows.map(
        ({ reason, changes, actor, ...entry }): RecordHistoryEntry => ({
          ...entry,
          actor: actor ?? ERASED,
          reason: reason ?? undefined,
          changes: JSON.parse(changes),
        }),
      ),
      page.limit,
      ({ version }) => [version],
    );
  }

  async use(
    record: NamedRecord,
    connection: Knex = this.#knex,
  ): Promise<number> {
    const [{ assets }] = await rowsOf<{ assets: number | string }>(
      connection,
      sql`SELECT count(*) AS assets FROM assets WHERE ${isOneOf(
        connection,
        this.#table.assetColumn,
        [...new Set([record.id, record.code])],
      )}`,
    );
    return Number(assets);
  }

  /** With the names behind the actors, as far as they are not erased. */
  #select(): Sql {
    return sql`SELECT r.*, c.ref AS created_by, u.ref AS updated_by
      FROM ${raw(this.#table.table)} r
      LEFT JOIN actors c ON c.id = r.created_by
      LEFT JOIN actors u ON u.id = r.updated_by`;
  }

  #recordOf(row: RecordRow): StoredRecord<F> {
    return {
      id: String(row.id),
      configured: Boolean(row.configured),
      retiredAt: row.retired_at ? String(row.retired_at) : undefined,
      version: Number(row.version),
      createdAt: String(row.created_at),
      createdBy: String(row.created_by ?? ERASED),
      updatedAt: String(row.updated_at),
      updatedBy: String(row.updated_by ?? ERASED),
      facts: this.#table.factsOf(row),
    };
  }

  #rowOf(record: StoredRecord<F>): RecordRow {
    const { facts } = record;
    return {
      code: facts.code,
      name: facts.name,
      name_sort: facts.name.toLowerCase(),
      search_text: [facts.code, facts.name, ...this.#table.searchedOf(facts)]
        .filter(Boolean)
        .join(' ')
        .toLowerCase(),
      configured: record.configured,
      retired_at: record.retiredAt ?? null,
      version: record.version,
      updated_at: record.updatedAt,
      ...this.#table.cellsOf(facts),
    };
  }
}

interface HistoryRow {
  id: string;
  version: number;
  at: string;
  action: RecordHistoryEntry['action'];
  reason: string | null;
  changes: string;
  actor: string | null;
}

function wordsOf(q: string | undefined): string[] {
  return (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
}
