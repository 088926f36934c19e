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
  BulkCounts,
  BulkKind,
  BulkOutcome,
  BulkRow,
  BulkRun,
  BulkStatus,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Granted } from '../../http';

/** What the caller of a run may do, as the policy decided at the request. */
export interface BulkRights {
  read: Granted;
  update: Granted;
  transition: Granted;
  override: Granted;
  create: boolean;
  costs: boolean;
  settings: boolean;
  /** Lifecycle roles, by their ids. */
  roles: Record<string, Granted>;
}

/** A run with what only the backend needs to know of it. */
export interface StoredRun extends BulkRun {
  rights: BulkRights;
  /** The last row that is done: its number, or the id of its asset. */
  position?: string;
  /** How often a replica took it up. */
  attempts: number;
}

/** A wanted run. */
export interface NewRun {
  kind: BulkKind;
  dryRun: boolean;
  request: Record<string, unknown>;
  rights: BulkRights;
  requestedBy: string;
  fileName?: string;
  undoOf?: string;
  total?: number;
}

/** Who carries a run out, as long as it renews the lease. */
export interface BulkLease {
  runId: string;
  owner: string;
}

/** How far a run is. */
export interface BulkProgress {
  counts: BulkCounts;
  position: string;
}

/** A row as it is kept. */
export interface StoredRow extends Omit<BulkRow, 'changes'> {
  changes: Record<string, StoredChange>;
}

/** From and to of a field, with what an undo has to know of it. */
export interface StoredChange {
  from?: unknown;
  to?: unknown;
  /** Sources could write the field before. */
  followed?: boolean;
}

/** A page of a list. */
export interface BulkPage<T> {
  items: T[];
  nextCursor?: string;
}

/** Bulk runs with their rows, files and leases; and saved mappings. */
export interface BulkRunStore {
  /** Files are stored before their run can be taken up. */
  enqueue(run: NewRun, file?: AsyncIterable<Uint8Array>): Promise<StoredRun>;
  find(id: string): Promise<StoredRun | undefined>;
  list(options: {
    requestedBy?: string;
    limit: number;
    cursor?: string;
  }): Promise<BulkPage<StoredRun>>;
  rows(
    runId: string,
    options: { outcome?: BulkOutcome; limit: number; cursor?: string },
  ): Promise<BulkPage<StoredRow>>;
  /** The rows after a number that were changed, for an undo. */
  changedRows(
    runId: string,
    after: number,
    limit: number,
  ): Promise<StoredRow[]>;
  /** The assets rows of a run were about: asset id → row. */
  assetsOf(runId: string): Promise<Map<string, number>>;
  /** How many rows were changed. */
  countChanged(runId: string): Promise<number>;

  /** Takes up the oldest run that waits or whose replica is gone. */
  claim(options: {
    owner: string;
    leaseMs: number;
  }): Promise<StoredRun | undefined>;
  /** Renews a lease; false once it is lost. Says whether to stop. */
  beat(
    lease: BulkLease,
    leaseMs: number,
  ): Promise<{ held: boolean; cancelling: boolean }>;
  handBack(lease: BulkLease): Promise<void>;
  /** What is known now of how the run reads. */
  describe(
    lease: BulkLease,
    known: { total?: number; notes?: string[] },
  ): Promise<void>;
  /**
   * Keeps rows and how far the run is, in the transaction that made the
   * changes.
   *
   * @throws LostLeaseError once the lease is lost: nothing is kept then.
   */
  keep(
    transaction: Knex.Transaction,
    lease: BulkLease,
    rows: StoredRow[],
    progress: BulkProgress,
  ): Promise<void>;
  transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T>;
  finish(
    lease: BulkLease,
    end: { status: BulkStatus; error?: string },
  ): Promise<boolean>;
  /** Asks a run to stop; one that waits is cancelled at once. */
  cancel(id: string): Promise<void>;

  /** The file of a run, part by part. */
  file(runId: string): AsyncIterable<Uint8Array>;
  /** Deletes runs older than the newest ones, with their rows. */
  prune(keep: number): Promise<void>;
}
