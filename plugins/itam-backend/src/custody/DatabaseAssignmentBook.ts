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

import type { Knex } from 'knex';
import {
  insertRows,
  isOneOf,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../database';
import type {
  AssignmentBook,
  AssignmentClosing,
  AssignmentOpening,
  OpenAssignment,
} from './AssignmentBook';
import { assignmentColumns, AssignmentRow, BookPage } from './BookPage';

/** The book of assignments, in SQL. */
export class DatabaseAssignmentBook implements AssignmentBook {
  readonly #knex: Knex;
  readonly #now: () => Date;
  /** One transaction is one moment. */
  readonly #moments = new WeakMap<Knex.Transaction, string>();

  constructor(options: { knex: Knex; now?: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
  }

  async open(
    transaction: Knex.Transaction,
    openings: AssignmentOpening[],
  ): Promise<void> {
    if (openings.length === 0) {
      return;
    }
    const page = await this.#page(transaction, openings);
    openings.forEach(opening => page.open(opening));
    await write(transaction, page);
  }

  async close(
    transaction: Knex.Transaction,
    closings: AssignmentClosing[],
  ): Promise<Set<string>> {
    if (closings.length === 0) {
      return new Set();
    }
    const page = await this.#page(transaction, closings);
    const ended = closings.filter(closing => page.close(closing));
    await write(transaction, page);
    return new Set(ended.map(({ assetId }) => assetId));
  }

  async accept(
    transaction: Knex.Transaction,
    acceptance: { id: string; at: string; by: string; policyVersion?: string },
  ): Promise<void> {
    const { id, at, by, policyVersion } = acceptance;
    await touchedBy(
      transaction,
      sql`UPDATE assignments SET accepted_at = ${at}, accepted_by = ${by},
            policy_version = ${policyVersion ?? null}
          WHERE id = ${id} AND effective_to IS NULL`,
    );
  }

  async openOf(
    assetIds: string[],
    transaction?: Knex.Transaction,
  ): Promise<Map<string, OpenAssignment[]>> {
    const found = new Map<string, OpenAssignment[]>();
    if (assetIds.length === 0) {
      return found;
    }
    const knex = transaction ?? this.#knex;
    // rides on assignments_asset_idx
    const rows = await rowsOf<AssignmentRow>(
      knex,
      sql`SELECT * FROM assignments
          WHERE ${isOneOf(knex, 'asset_id', assetIds)} AND effective_to IS NULL
          ORDER BY effective_from, id`,
    );
    for (const row of rows) {
      const assignments = found.get(row.asset_id) ?? [];
      found.set(row.asset_id, [...assignments, assignmentOf(row)]);
    }
    return found;
  }

  /** What is open, and what ended last. Rides on assignments_asset_idx. */
  async #page(
    transaction: Knex.Transaction,
    wanted: Array<{ assetId: string }>,
  ): Promise<BookPage> {
    const ids = [...new Set(wanted.map(({ assetId }) => assetId))];
    const rows = await rowsOf<AssignmentRow>(
      transaction,
      sql`SELECT * FROM assignments s
          WHERE ${isOneOf(transaction, 's.asset_id', ids)}
            AND (s.effective_to IS NULL OR s.effective_to = (
              SELECT max(l.effective_to) FROM assignments l
              WHERE l.asset_id = s.asset_id AND l.slot = s.slot))
          ORDER BY s.effective_from, s.id`,
    );
    return new BookPage(rows, this.#momentOf(transaction));
  }

  #momentOf(transaction: Knex.Transaction): string {
    const moment = this.#moments.get(transaction) ?? this.#now().toISOString();
    this.#moments.set(transaction, moment);
    return moment;
  }
}

/** Ends come before beginnings: one exclusive assignment at a time. */
async function write(
  transaction: Knex.Transaction,
  page: BookPage,
): Promise<void> {
  if (page.changed.size > 0) {
    const changed = [
      ...new Set([...page.changed.values()].flatMap(Object.keys)),
    ];
    await withStage(
      transaction,
      {
        columns: Object.fromEntries(
          ['id', ...changed].map(name => [name, assignmentColumns[name]]),
        ),
        rows: [...page.changed].map(([id, change]) => ({ ...change, id })),
        index: ['id'],
      },
      stage =>
        touchedBy(
          transaction,
          sql`UPDATE assignments SET ${raw(
            changed
              .map(name => `${name} = COALESCE(s.${name}, assignments.${name})`)
              .join(', '),
          )} FROM ${raw(stage)} s WHERE assignments.id = s.id`,
        ),
    );
  }
  if (page.added.size > 0) {
    await insertRows(transaction, 'assignments', {
      columns: assignmentColumns,
      rows: page.added.values(),
    });
  }
}

function assignmentOf(row: AssignmentRow): OpenAssignment {
  return {
    id: row.id,
    assetId: row.asset_id,
    kind: row.kind,
    holder: row.holder_ref,
    service: row.service_ref ?? undefined,
    exclusive: Boolean(row.exclusive),
    from: row.effective_from,
    expectedReturn: row.expected_return ?? undefined,
    recordedAt: row.recorded_at,
  };
}
