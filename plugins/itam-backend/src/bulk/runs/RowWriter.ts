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

import { isError } from '@backstage/errors';
import {
  AssetChange,
  BulkCounts,
  noBulkCounts,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { ChangeOutcome, Register } from '../../register/Register';
import { LostLeaseError } from '../../discovery/RunStore';
import type { BulkLease, BulkRunStore, StoredRow } from './BulkRunStore';
import { PlannedRow, storedRow } from './plan';

/** Everything was worked out in the transaction; now it is taken back. */
class DryRunEnd extends Error {
  constructor(readonly rows: StoredRow[]) {
    super('a dry run keeps nothing');
  }
}

/** The register does not take a row as it is. */
class RowRefused extends Error {
  constructor(readonly refused: Map<PlannedRow, StoredRow['problems']>) {
    super('rows are refused');
  }
}

/** An asset that a row has just registered. */
export interface RegisteredAsset {
  assetId: string;
  change: AssetChange;
}

/**
 * Told of assets a run registers, in the transaction that does: what their
 * status asks for and the file did not say can be put down to follow.
 */
export type RegisteredHook = (
  transaction: Knex.Transaction,
  registered: RegisteredAsset[],
) => Promise<void>;

/** Where rows are kept. */
export type RowStore = Pick<BulkRunStore, 'keep' | 'transaction'>;

/**
 * Carries rows out: the changes and what is kept of each row are one
 * transaction. A dry run does the same and takes it back, so that it cannot
 * tell anything else.
 */
export class RowWriter {
  readonly #register: Register;
  readonly #store: RowStore;
  readonly #lease: BulkLease;
  readonly #dryRun: boolean;
  readonly #onRegistered: RegisteredHook | undefined;
  readonly #counts: BulkCounts;

  constructor(options: {
    register: Register;
    store: RowStore;
    lease: BulkLease;
    dryRun: boolean;
    counts: BulkCounts;
    onRegistered?: RegisteredHook;
  }) {
    this.#register = options.register;
    this.#store = options.store;
    this.#lease = options.lease;
    this.#dryRun = options.dryRun;
    this.#onRegistered = options.onRegistered;
    this.#counts = { ...noBulkCounts, ...options.counts };
  }

  get counts(): BulkCounts {
    return { ...this.#counts };
  }

  /** Carries rows out, in order; those that are refused do not stop the others. */
  async write(rows: PlannedRow[]): Promise<void> {
    const wanted = rows.filter(({ apply }) => apply.length > 0);
    if (wanted.length === 0) {
      await this.keep(rows.map(settled), lastPosition(rows));
      return;
    }
    try {
      await this.#apply(rows, wanted);
    } catch (error) {
      await this.#withoutThoseAtFault(rows, wanted, error);
    }
  }

  /** Keeps rows somebody else carried out. */
  async keep(rows: StoredRow[], position: string): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    await this.#store.transaction(transaction =>
      this.#store.keep(transaction, this.#lease, rows, {
        counts: this.#counted(rows),
        position,
      }),
    );
    Object.assign(this.#counts, this.#counted(rows));
  }

  async #apply(rows: PlannedRow[], wanted: PlannedRow[]): Promise<void> {
    let stored: StoredRow[] = [];
    try {
      await this.#register.apply({
        changes: wanted.flatMap(({ apply }) => apply),
        alongside: async (transaction, outcomes) => {
          stored = this.#settle(rows, outcomes);
          if (this.#dryRun) {
            throw new DryRunEnd(stored);
          }
          await this.#keepIn(transaction, stored, rows);
          await this.#onRegistered?.(
            transaction,
            wanted.flatMap(({ creates, apply }) => (creates ? apply : [])),
          );
        },
      });
    } catch (error) {
      if (!(error instanceof DryRunEnd)) {
        throw error;
      }
      await this.keep(error.rows, lastPosition(rows));
      return;
    }
    Object.assign(this.#counts, this.#counted(stored));
  }

  async #keepIn(
    transaction: Knex.Transaction,
    stored: StoredRow[],
    rows: PlannedRow[],
  ): Promise<void> {
    await this.#store.keep(transaction, this.#lease, stored, {
      counts: this.#counted(stored),
      position: lastPosition(rows),
    });
  }

  /** What became of each row, from what became of its changes. */
  #settle(rows: PlannedRow[], outcomes: ChangeOutcome[]): StoredRow[] {
    let next = 0;
    const refused = new Map<PlannedRow, StoredRow['problems']>();
    const stored = rows.map(row => {
      const made = outcomes.slice(next, next + row.apply.length);
      next += row.apply.length;
      const problems = made.flatMap(outcome => outcome.problems);
      if (problems.length > 0) {
        refused.set(
          row,
          problems.map(({ path, reason }) => ({ field: path, reason })),
        );
      }
      return made.length === 0 ? settled(row) : this.#made(row, made);
    });
    if (refused.size > 0) {
      throw new RowRefused(refused);
    }
    return stored;
  }

  #made(row: PlannedRow, made: ChangeOutcome[]): StoredRow {
    const changed = made.some(({ outcome }) => outcome !== 'unchanged');
    const last = made[made.length - 1];
    if (row.creates) {
      return storedRow(row, {
        outcome: 'created',
        assetId: this.#dryRun ? undefined : last.assetId,
        // the number is given out when it is done
        tag: this.#dryRun ? row.tag : last.tag,
        versionAfter: last.version,
      });
    }
    return storedRow(row, {
      outcome: changed ? 'updated' : 'unchanged',
      tag: last.tag,
      ...(changed && { versionAfter: last.version }),
    });
  }

  /** One row that fails takes its batch with it: halves, until it stands alone. */
  async #withoutThoseAtFault(
    rows: PlannedRow[],
    wanted: PlannedRow[],
    error: unknown,
  ): Promise<void> {
    if (error instanceof LostLeaseError || !isError(error)) {
      throw error;
    }
    if (error instanceof RowRefused) {
      await this.write(
        rows.map(row => {
          const problems = error.refused.get(row);
          return problems ? { ...row, apply: [], problems } : row;
        }),
      );
      return;
    }
    if (!isRefusal(error)) {
      throw error;
    }
    if (wanted.length === 1) {
      await this.write(
        rows.map(row =>
          row === wanted[0]
            ? { ...row, apply: [], problems: [problemOf(error)] }
            : row,
        ),
      );
      return;
    }
    const middle = rows.indexOf(wanted[Math.floor(wanted.length / 2)]);
    await this.write(rows.slice(0, middle));
    await this.write(rows.slice(middle));
  }

  #counted(rows: StoredRow[]): BulkCounts {
    const counts = { ...this.#counts };
    for (const { outcome } of rows) {
      counts.read += 1;
      counts[outcome] += 1;
    }
    return counts;
  }
}

/** Errors that a row is to blame for, not the database or the code. */
function isRefusal({ name }: Error): boolean {
  return [
    'ConflictError',
    'InputError',
    'NotAllowedError',
    'NotFoundError',
  ].includes(name);
}

/** `keys: serial X belongs to …` is a reason at a field. */
export function problemOf(error: Error): StoredRow['problems'][number] {
  const parts = /^(?:body\.)?([A-Za-z][\w.-]*): (.*)$/s.exec(error.message);
  return parts
    ? { field: parts[1], reason: parts[2] }
    : { reason: error.message };
}

function settled(row: PlannedRow): StoredRow {
  return storedRow(row, {
    outcome: row.problems.length > 0 ? 'rejected' : 'unchanged',
  });
}

function lastPosition(rows: PlannedRow[]): string {
  return rows[rows.length - 1].position;
}
