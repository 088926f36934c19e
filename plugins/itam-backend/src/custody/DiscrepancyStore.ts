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

import type { Discrepancy, DiscrepancyClass } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  isOneOf,
  newId,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
  touchedBy,
  withStage,
} from '../database';
import type { AssetAccess, Page, PageQuery } from '../register';
import { within } from './sql/assetScope';
import { mapped } from './sql/assignmentLists';

/** A discrepancy as it is kept: rights come on top. */
export type StoredDiscrepancy = Omit<Discrepancy, 'allowed'>;

/** A discrepancy that somebody, or a check, found. */
export interface FoundDiscrepancy {
  assetId: string;
  class: DiscrepancyClass;
  field?: string;
  registered?: unknown;
  observed?: unknown;
  note?: string;
  openedBy: string;
}

/** How a discrepancy ends. */
export interface DiscrepancyEnd {
  resolution: NonNullable<Discrepancy['resolution']>;
  cause: NonNullable<Discrepancy['cause']>;
  note?: string;
  at: string;
  by: string;
}

/** What a list of discrepancies is asked for with. */
export interface DiscrepancyQuery extends PageQuery {
  classes?: string[];
  state?: Discrepancy['state'];
  assetId?: string;
}

interface DiscrepancyRow {
  id: string;
  asset_id: string;
  tag: string;
  name: string;
  type: string;
  class: DiscrepancyClass;
  state: Discrepancy['state'];
  field: string;
  registered: string | null;
  observed: string | null;
  note: string | null;
  opened_at: string;
  opened_by: string;
  resolution: Discrepancy['resolution'] | null;
  cause: Discrepancy['cause'] | null;
  resolution_note: string | null;
  closed_at: string | null;
  closed_by: string | null;
}

const newestFirst = { columns: ['d.id'], descending: true };

/** Where register and reality disagree, in SQL. */
export class DiscrepancyStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Opens them. What the same person or check said of the same field before,
   * and is open still, is said again instead. Answers the ids of what is new.
   */
  async open(
    transaction: Knex.Transaction,
    found: FoundDiscrepancy[],
    now: string,
  ): Promise<string[]> {
    if (found.length === 0) {
      return [];
    }
    const rows = found.map(item => ({
      id: newId(),
      asset_id: item.assetId,
      class: item.class,
      field: item.field ?? '',
      registered: jsonOf(item.registered),
      observed: jsonOf(item.observed),
      note: item.note,
      opened_at: now,
      opened_by: item.openedBy,
    }));
    const names = raw(
      'id, asset_id, class, field, registered, observed, note, opened_at, opened_by',
    );
    // WHERE true: SQLite would take ON for the join of a SELECT otherwise
    await withStage(
      transaction,
      {
        columns: {
          id: 'text',
          asset_id: 'text',
          class: 'text',
          field: 'text',
          registered: 'text',
          observed: 'text',
          note: 'text',
          opened_at: 'text',
          opened_by: 'text',
        },
        rows,
      },
      stage =>
        touchedBy(
          transaction,
          sql`INSERT INTO discrepancies (${names}, state)
              SELECT ${names}, 'open' FROM ${raw(stage)} WHERE true
              ON CONFLICT (asset_id, class, field, opened_by)
                WHERE state = 'open'
              DO UPDATE SET registered = excluded.registered,
                observed = excluded.observed, note = excluded.note`,
        ),
    );
    const opened = await rowsOf<{ id: string }>(
      transaction,
      sql`SELECT id FROM discrepancies WHERE ${isOneOf(
        transaction,
        'id',
        rows.map(({ id }) => id),
      )}`,
    );
    return opened.map(({ id }) => id);
  }

  /** Whether it was open still. */
  async close(id: string, end: DiscrepancyEnd): Promise<boolean> {
    return (await this.#close(this.#knex, sql`id = ${id}`, end)) === 1;
  }

  /** Closes what a check opened on fields of assets. */
  async closeFields(
    transaction: Knex.Transaction,
    of: { class: DiscrepancyClass; assetIds: string[]; fields: string[] },
    end: DiscrepancyEnd,
  ): Promise<void> {
    await this.#close(
      transaction,
      sql`class = ${of.class} AND ${isOneOf(
        transaction,
        'asset_id',
        of.assetIds,
      )} AND ${isOneOf(transaction, 'field', of.fields)}`,
      end,
    );
  }

  async find(id: string): Promise<StoredDiscrepancy | undefined> {
    const [row] = await this.#select(sql`d.id = ${id}`);
    return row && discrepancyOf(row);
  }

  /** What somebody said of a field of an asset, and is open. */
  async openBy(
    found: Pick<FoundDiscrepancy, 'assetId' | 'class' | 'field' | 'openedBy'>,
  ): Promise<StoredDiscrepancy | undefined> {
    const [row] = await this.#select(
      sql`d.asset_id = ${found.assetId} AND d.class = ${found.class}
        AND d.field = ${found.field ?? ''} AND d.opened_by = ${found.openedBy}
        AND d.state = 'open'`,
    );
    return row && discrepancyOf(row);
  }

  async countOpen(assetId: string): Promise<number> {
    const [row] = await rowsOf<{ count: number | string }>(
      this.#knex,
      sql`SELECT count(*) AS count FROM discrepancies
          WHERE asset_id = ${assetId} AND state = 'open'`,
    );
    return Number(row.count);
  }

  async list(
    query: DiscrepancyQuery,
    access: AssetAccess,
  ): Promise<Page<StoredDiscrepancy>> {
    const { classes, state, assetId } = query;
    const after = afterCursor(newestFirst, query.cursor);
    const rows = await this.#select(
      allOf([
        ...(state ? [sql`d.state = ${state}`] : []),
        ...(classes ? [isOneOf(this.#knex, 'd.class', classes)] : []),
        ...(assetId ? [sql`d.asset_id = ${assetId}`] : []),
        within(this.#knex, access),
        ...(after ? [after] : []),
      ]),
      sql`${orderBy(newestFirst)} LIMIT ${query.limit + 1}`,
    );
    return mapped(
      pageOf(rows, query.limit, row => [row.id]),
      discrepancyOf,
    );
  }

  #close(knex: Knex, condition: Sql, end: DiscrepancyEnd): Promise<number> {
    return touchedBy(
      knex,
      sql`UPDATE discrepancies SET state = 'closed',
            resolution = ${end.resolution}, cause = ${end.cause},
            resolution_note = ${end.note ?? null}, closed_at = ${end.at},
            closed_by = ${end.by}
          WHERE state = 'open' AND ${condition}`,
    );
  }

  #select(condition: Sql, rest: Sql = sql``): Promise<DiscrepancyRow[]> {
    return rowsOf<DiscrepancyRow>(
      this.#knex,
      sql`SELECT d.*, a.tag, a.name, a.type
          FROM discrepancies d JOIN assets a ON a.id = d.asset_id
          WHERE ${condition} ${rest}`,
    );
  }
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function discrepancyOf(row: DiscrepancyRow): StoredDiscrepancy {
  return {
    id: row.id,
    assetId: row.asset_id,
    tag: row.tag,
    name: row.name,
    type: row.type,
    class: row.class,
    state: row.state,
    field: row.field || undefined,
    registered:
      row.registered === null ? undefined : JSON.parse(row.registered),
    observed: row.observed === null ? undefined : JSON.parse(row.observed),
    note: row.note ?? undefined,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    resolution: row.resolution ?? undefined,
    cause: row.cause ?? undefined,
    resolutionNote: row.resolution_note ?? undefined,
    closedAt: row.closed_at ?? undefined,
    closedBy: row.closed_by ?? undefined,
  };
}
