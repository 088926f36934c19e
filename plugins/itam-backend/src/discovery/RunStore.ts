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
  RunCounts,
  RunItem,
  RunReject,
  RunStatus,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Page } from './SourceStore';

/** A run with what only the backend needs to know of it. */
export interface Run extends RunItem {
  /** Where the pushed file is kept until the run ends. */
  fileId?: string;
  /** How often a replica took it up. */
  attempts: number;
}

/** A wanted reading of a source. */
export interface RunRequest {
  sourceId: string;
  trigger: RunItem['trigger'];
  requestedBy?: string;
  dryRun?: boolean;
  file?: { name: string; content: Uint8Array };
}

/** Who holds a run, as long as it renews the lease. */
export interface Lease {
  runId: string;
  owner: string;
}

/** Another replica has taken over the run: what this one does no longer counts. */
export class LostLeaseError extends Error {
  constructor() {
    super('another replica has taken over the run');
    this.name = 'LostLeaseError';
  }
}

/** Something a run did not take. */
export type NewReject = Omit<RunReject, 'id'>;

/** Runs with their leases, files and rejects. */
export interface RunStore {
  /**
   * Enqueues a reading. A source has at most one reading waiting: asking again
   * gives that one. Dry runs and pushed files wait beside it.
   */
  enqueue(request: RunRequest): Promise<Run>;
  find(id: string): Promise<Run | undefined>;
  /** Runs of a source, newest first. */
  list(
    sourceId: string,
    page: Page,
  ): Promise<{ items: Run[]; nextCursor?: string }>;
  /** The newest run of each source that was no dry run. */
  latest(sourceIds: string[]): Promise<Map<string, Run>>;

  /**
   * Takes up the oldest run of these sources that waits or whose replica is
   * gone. One run per source at a time.
   */
  claim(options: {
    owner: string;
    sourceIds: string[];
    leaseMs: number;
  }): Promise<Run | undefined>;
  /** Renews a lease and shows progress; false once the lease is lost. */
  beat(
    lease: Lease,
    state: {
      leaseMs: number;
      counts: RunCounts;
      progress: RunItem['progress'];
    },
  ): Promise<boolean>;
  /**
   * Makes a transaction fail if the lease is lost, and keeps the run from being
   * taken over until it ends.
   *
   * @throws LostLeaseError once the lease is lost.
   */
  fence(transaction: Knex.Transaction, lease: Lease): Promise<void>;
  /** Hands a run back, so that another replica goes on at once. */
  handBack(lease: Lease): Promise<void>;
  /** Ends a run and drops its file; false if the lease was lost before. */
  finish(
    lease: Lease,
    end: { status: RunStatus; counts: RunCounts; error?: string },
  ): Promise<boolean>;
  /** Ends a held run; false if it is not held any more. */
  release(
    id: string,
    end: { status: RunStatus; counts: RunCounts; error?: string },
  ): Promise<boolean>;
  /** Of these sources, the ones with a run that waits for a person. */
  heldSources(sourceIds: string[]): Promise<Set<string>>;
  /** Cancels older held runs of a source: a newer one took their place. */
  cancelHeldBefore(sourceId: string, runId: string): Promise<void>;
  /** Cancels what waits for sources that cannot be read. */
  cancelWaiting(options: {
    exceptSourceIds: string[];
    error: string;
  }): Promise<void>;

  fileOf(fileId: string): Promise<Uint8Array>;
  addRejects(runId: string, rejects: NewReject[]): Promise<void>;
  rejects(
    runId: string,
    page: Page,
  ): Promise<{ items: RunReject[]; nextCursor?: string }>;
  /** Deletes all but the newest runs of each source that have ended. */
  prune(keep: number): Promise<void>;
}
