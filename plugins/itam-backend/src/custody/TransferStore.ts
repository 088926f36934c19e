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

import type { Transfer } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  insertRows,
  isOneOf,
  orderBy,
  pageOf,
  rowsOf,
  Sql,
  sql,
  touchedBy,
} from '../database';
import type { AssetAccess, Page, PageQuery } from '../register';
import { mapped } from './sql/assignmentLists';
import { withinOr } from './sql/assetScope';

/** A transfer as it is kept: titles and rights come on top. */
export type StoredTransfer = Omit<
  Transfer,
  'allowed' | 'fromTitle' | 'toTitle'
>;

/** A transfer that is asked for. */
export interface AskedTransfer {
  id: string;
  assetId: string;
  fromOwner?: string;
  toOwner: string;
  toCustodian?: string;
  legalEntity?: string;
  reason: string;
  askedAt: string;
  askedBy: string;
}

/** What a list of transfers is asked for with. */
export interface TransferQuery extends PageQuery {
  state?: Transfer['state'];
  assetId?: string;
  /** Those one of these is to accept. */
  receivers?: string[];
  askedBy?: string;
}

interface TransferRow {
  id: string;
  asset_id: string;
  tag: string;
  name: string;
  type: string;
  state: Transfer['state'];
  from_owner: string;
  to_owner: string;
  to_custodian: string | null;
  legal_entity: string | null;
  reason: string;
  asked_at: string;
  asked_by: string;
  answered_at: string | null;
  answered_by: string | null;
  answer_note: string | null;
}

const newestFirst = { columns: ['t.id'], descending: true };

/** Transfers between teams, in SQL. */
export class TransferStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async add(
    transaction: Knex.Transaction,
    transfers: AskedTransfer[],
  ): Promise<void> {
    await insertRows(transaction, 'transfers', {
      columns: {
        id: 'text',
        asset_id: 'text',
        state: 'text',
        from_owner: 'text',
        to_owner: 'text',
        to_custodian: 'text',
        legal_entity: 'text',
        reason: 'text',
        asked_at: 'text',
        asked_by: 'text',
      },
      rows: transfers.map(transfer => ({
        id: transfer.id,
        asset_id: transfer.assetId,
        state: 'open',
        from_owner: transfer.fromOwner ?? '',
        to_owner: transfer.toOwner,
        to_custodian: transfer.toCustodian,
        legal_entity: transfer.legalEntity,
        reason: transfer.reason,
        asked_at: transfer.askedAt,
        asked_by: transfer.askedBy,
      })),
    });
  }

  /** Whether it was open still. */
  async answer(
    knex: Knex,
    answer: {
      ids: string[];
      state: Exclude<Transfer['state'], 'open'>;
      at: string;
      by: string;
      note?: string;
    },
  ): Promise<boolean> {
    const { ids, state, at, by, note } = answer;
    const answered = await touchedBy(
      knex,
      sql`UPDATE transfers SET state = ${state}, answered_at = ${at},
            answered_by = ${by}, answer_note = ${note ?? null}
          WHERE ${isOneOf(knex, 'id', ids)} AND state = 'open'`,
    );
    return answered === ids.length;
  }

  async find(id: string): Promise<StoredTransfer | undefined> {
    const [row] = await this.#select(sql`t.id = ${id}`);
    return row && transferOf(row);
  }

  /** The transfers these assets are in. Rides on transfers_open_idx. */
  async openOf(assetIds: string[]): Promise<Map<string, StoredTransfer>> {
    if (assetIds.length === 0) {
      return new Map();
    }
    const rows = await this.#select(
      sql`t.state = 'open' AND ${isOneOf(this.#knex, 't.asset_id', assetIds)}`,
    );
    return new Map(rows.map(row => [row.asset_id, transferOf(row)]));
  }

  /** Those of the access, and those that are the caller's whatever the access. */
  async list(
    query: TransferQuery,
    scope: { access: AssetAccess; mine: string[]; me: string },
  ): Promise<Page<StoredTransfer>> {
    const { state, assetId, receivers, askedBy } = query;
    const after = afterCursor(newestFirst, query.cursor);
    const own = sql`(${this.#waitsFor(scope.mine)} OR t.asked_by = ${
      scope.me
    })`;
    const rows = await this.#select(
      allOf([
        ...(state ? [sql`t.state = ${state}`] : []),
        ...(assetId ? [sql`t.asset_id = ${assetId}`] : []),
        ...(receivers ? [this.#waitsFor(receivers)] : []),
        ...(askedBy ? [sql`t.asked_by = ${askedBy}`] : []),
        withinOr(this.#knex, scope.access, own),
        ...(after ? [after] : []),
      ]),
      sql`${orderBy(newestFirst)} LIMIT ${query.limit + 1}`,
    );
    return mapped(
      pageOf(rows, query.limit, row => [row.id]),
      transferOf,
    );
  }

  #waitsFor(refs: string[]): Sql {
    return sql`(${isOneOf(this.#knex, 't.to_owner', refs)}
      OR ${isOneOf(this.#knex, 't.to_custodian', refs)})`;
  }

  #select(condition: Sql, rest: Sql = sql``): Promise<TransferRow[]> {
    return rowsOf<TransferRow>(
      this.#knex,
      sql`SELECT t.*, a.tag, a.name, a.type
          FROM transfers t JOIN assets a ON a.id = t.asset_id
          WHERE ${condition} ${rest}`,
    );
  }
}

function transferOf(row: TransferRow): StoredTransfer {
  return {
    id: row.id,
    assetId: row.asset_id,
    tag: row.tag,
    name: row.name,
    type: row.type,
    state: row.state,
    fromOwner: row.from_owner || undefined,
    toOwner: row.to_owner,
    toCustodian: row.to_custodian ?? undefined,
    legalEntity: row.legal_entity ?? undefined,
    reason: row.reason,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    answeredAt: row.answered_at ?? undefined,
    answeredBy: row.answered_by ?? undefined,
    answerNote: row.answer_note ?? undefined,
  };
}
