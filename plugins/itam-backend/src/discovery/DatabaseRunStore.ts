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

import { ConflictError } from '@backstage/errors';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  noCounts,
  RunCounts,
  RunItem,
  RunReject,
  RunStatus,
} from '@itam/plugin-itam-common';
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
  storableText,
  touchedBy,
} from '../database';
import { RunFiles } from './RunFiles';
import {
  Lease,
  LostLeaseError,
  NewReject,
  Run,
  RunRequest,
  RunStore,
} from './RunStore';
import type { Page } from './SourceStore';

/** A run that lost its replica this often is given up. */
/** How long others leave a pushed file to the replica that got it. */
const HOLDER_PATIENCE_MS = 10 * 60_000;
const MAX_ATTEMPTS = 3;

const newestFirst = { columns: ['id'], descending: true };

interface RunRow {
  id: string;
  source_id: string;
  status: RunStatus;
  trigger: RunItem['trigger'];
  file_name: string | null;
  file_id: string | null;
  dry_run: boolean | number;
  counts: string;
  progress: string | null;
  error: string | null;
  requested_by: string | null;
  attempts: number;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
}

/** {@link RunStore} in SQL. */
export class DatabaseRunStore implements RunStore {
  readonly #knex: Knex;
  readonly #clock: () => Date;
  readonly #files: RunFiles;

  constructor(options: { knex: Knex; clock: () => Date }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#files = new RunFiles({ knex: options.knex });
  }

  async enqueue(request: RunRequest): Promise<Run> {
    return this.#knex.transaction(async transaction => {
      const id = newId();
      const fileId = request.file && newId();
      if (request.file && fileId) {
        await this.#files.write(transaction, fileId, request.file.content);
      }
      // runs_one_waiting_idx keeps a second plain reading from waiting
      const added = await touchedBy(
        transaction,
        sql`INSERT INTO runs (id, source_id, status, ${raw(
          'trigger',
        )}, file_name, file_id, file_holder, dry_run, counts, requested_by, created_at)
          VALUES (${id}, ${request.sourceId}, 'queued', ${request.trigger}, ${
          request.file?.name ?? null
        }, ${fileId ?? null}, ${fileId ? this.#files.holder : null}, ${
          request.dryRun ?? false
        }, ${JSON.stringify(noCounts)}, ${
          request.requestedBy ?? null
        }, ${this.#at(0)})
          ON CONFLICT DO NOTHING`,
      );
      const [row] = await rowsOf<RunRow>(
        transaction,
        added === 1
          ? sql`SELECT * FROM runs WHERE id = ${id}`
          : sql`SELECT * FROM runs WHERE source_id = ${request.sourceId}
              AND status = 'queued' AND file_id IS NULL AND NOT dry_run`,
      );
      if (!row) {
        throw new ConflictError(
          'the reading that was waiting has just begun; ask again',
        );
      }
      return toRun(row);
    });
  }

  async find(id: string): Promise<Run | undefined> {
    const [row] = await rowsOf<RunRow>(
      this.#knex,
      sql`SELECT * FROM runs WHERE id = ${id}`,
    );
    return row && toRun(row);
  }

  async list(sourceId: string, page: Page) {
    const after = afterCursor(newestFirst, page.cursor);
    // runs_source_idx
    const rows = await rowsOf<RunRow>(
      this.#knex,
      sql`SELECT * FROM runs WHERE ${allOf([
        sql`source_id = ${sourceId}`,
        ...(after ? [after] : []),
      ])} ${orderBy(newestFirst)} LIMIT ${page.limit + 1}`,
    );
    return pageOf(rows.map(toRun), page.limit, run => [run.id]);
  }

  async latest(sourceIds: string[]): Promise<Map<string, Run>> {
    if (sourceIds.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<RunRow>(
      this.#knex,
      sql`SELECT * FROM runs WHERE id IN (
          SELECT max(id) FROM runs WHERE NOT dry_run AND ${isOneOf(
            this.#knex,
            'source_id',
            sourceIds,
          )} GROUP BY source_id)`,
    );
    return new Map(rows.map(row => [row.source_id, toRun(row)]));
  }

  async claim(options: {
    owner: string;
    sourceIds: string[];
    leaseMs: number;
  }): Promise<Run | undefined> {
    if (options.sourceIds.length === 0) {
      return undefined;
    }
    // runs_status_idx
    const candidates = await rowsOf<RunRow>(
      this.#knex,
      sql`SELECT * FROM runs WHERE ${this.#claimable()}
        AND ${isOneOf(this.#knex, 'source_id', options.sourceIds)}
        AND NOT EXISTS (SELECT 1 FROM runs other WHERE other.source_id = runs.source_id
          AND other.status = 'running' AND other.id <> runs.id)
        ORDER BY id LIMIT 20`,
    );
    for (const candidate of candidates) {
      const run = await this.#take(candidate, options);
      if (run) {
        return run;
      }
    }
    return undefined;
  }

  async beat(
    lease: Lease,
    state: {
      leaseMs: number;
      counts: RunCounts;
      progress: RunItem['progress'];
    },
  ): Promise<boolean> {
    return this.#held(
      lease,
      sql`lease_until = ${this.#at(state.leaseMs)},
        counts = ${JSON.stringify(state.counts)},
        progress = ${state.progress ? JSON.stringify(state.progress) : null}`,
    );
  }

  async fence(transaction: Knex.Transaction, lease: Lease): Promise<void> {
    const held = await touchedBy(
      transaction,
      sql`UPDATE runs SET attempts = attempts
        WHERE id = ${lease.runId} AND lease_owner = ${lease.owner} AND status = 'running'`,
    );
    if (held !== 1) {
      throw new LostLeaseError();
    }
  }

  async handBack(lease: Lease): Promise<void> {
    await this.#held(
      lease,
      sql`lease_until = ${this.#at(
        -1,
      )}, lease_owner = NULL, attempts = attempts - 1`,
    );
  }

  async finish(
    lease: Lease,
    end: { status: RunStatus; counts: RunCounts; error?: string },
  ): Promise<boolean> {
    const finished = await this.#held(lease, this.#ended(end));
    if (finished) {
      await this.#files.dropEnded();
    }
    return finished;
  }

  async release(
    id: string,
    end: { status: RunStatus; counts: RunCounts; error?: string },
  ): Promise<boolean> {
    const released = await touchedBy(
      this.#knex,
      sql`UPDATE runs SET status = ${end.status}, counts = ${JSON.stringify(
        end.counts,
      )}, error = ${end.error ?? null} WHERE id = ${id} AND status = 'held'`,
    );
    return released === 1;
  }

  async heldSources(sourceIds: string[]): Promise<Set<string>> {
    if (sourceIds.length === 0) {
      return new Set();
    }
    // runs_status_idx
    const rows = await rowsOf<{ source_id: string }>(
      this.#knex,
      sql`SELECT DISTINCT source_id FROM runs WHERE status = 'held' AND ${isOneOf(
        this.#knex,
        'source_id',
        sourceIds,
      )}`,
    );
    return new Set(rows.map(row => row.source_id));
  }

  async cancelHeldBefore(sourceId: string, runId: string): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`UPDATE runs SET status = 'cancelled', error = ${`the run ${runId} took its place`}
        WHERE source_id = ${sourceId} AND status = 'held' AND id < ${runId}`,
    );
  }

  async cancelWaiting(options: {
    exceptSourceIds: string[];
    error: string;
  }): Promise<void> {
    const readable = options.exceptSourceIds.length
      ? isOneOf(this.#knex, 'source_id', options.exceptSourceIds)
      : raw('1 = 0');
    await touchedBy(
      this.#knex,
      sql`UPDATE runs SET status = 'cancelled', error = ${
        options.error
      }, ended_at = ${this.#at(0)}
        WHERE ${this.#claimable()} AND NOT (${readable})`,
    );
    await this.#files.dropEnded();
  }

  async fileOf(fileId: string): Promise<Uint8Array> {
    return this.#files.read(fileId);
  }

  async addRejects(runId: string, rejects: NewReject[]): Promise<void> {
    for (let start = 0; start < rejects.length; start += 500) {
      await this.#knex('run_rejects').insert(
        rejects.slice(start, start + 500).map(reject => ({
          id: newId(),
          run_id: runId,
          kind: reject.kind,
          place: storableText(reject.place),
          field: reject.field ? storableText(reject.field.slice(0, 200)) : null,
          reason: storableText(reject.reason),
        })),
      );
    }
  }

  async rejects(runId: string, page: Page) {
    const order = { columns: ['id'] };
    const after = afterCursor(order, page.cursor);
    // run_rejects_run_idx
    const rows = await rowsOf<RunReject & { field: string | null }>(
      this.#knex,
      sql`SELECT id, kind, place, field, reason FROM run_rejects WHERE ${allOf([
        sql`run_id = ${runId}`,
        ...(after ? [after] : []),
      ])} ${orderBy(order)} LIMIT ${page.limit + 1}`,
    );
    return pageOf(
      rows.map(row => ({ ...row, field: row.field ?? undefined })),
      page.limit,
      ({ id }) => [id],
    );
  }

  async prune(keep: number): Promise<void> {
    // runs_source_idx
    const superfluous = sql`SELECT id FROM runs WHERE status IN ('succeeded', 'failed', 'cancelled')
      AND (SELECT count(*) FROM runs newer WHERE newer.source_id = runs.source_id AND newer.id > runs.id) >= ${keep}`;
    await touchedBy(
      this.#knex,
      sql`DELETE FROM run_rejects WHERE run_id IN (${superfluous})`,
    );
    await touchedBy(
      this.#knex,
      sql`DELETE FROM runs WHERE id IN (SELECT id FROM (${superfluous}) old)`,
    );
  }

  /** A second replica that tries at the same moment finds nothing to update. */
  async #take(
    candidate: RunRow,
    options: { owner: string; leaseMs: number },
  ): Promise<Run | undefined> {
    if (candidate.attempts >= MAX_ATTEMPTS) {
      await touchedBy(
        this.#knex,
        sql`UPDATE runs SET ${this.#ended({
          status: 'failed',
          counts: JSON.parse(candidate.counts),
          error: `given up: the backend stopped ${MAX_ATTEMPTS} times while it was reading`,
        })} WHERE id = ${candidate.id} AND ${this.#claimable()}`,
      );
      await this.#files.dropEnded();
      return undefined;
    }
    try {
      const taken = await touchedBy(
        this.#knex,
        sql`UPDATE runs SET status = 'running', lease_owner = ${
          options.owner
        }, lease_until = ${this.#at(options.leaseMs)},
            attempts = attempts + 1, started_at = coalesce(started_at, ${this.#at(
              0,
            )}), counts = ${JSON.stringify(noCounts)}, progress = NULL
          WHERE id = ${candidate.id} AND ${this.#claimable()}`,
      );
      if (taken !== 1) {
        return undefined;
      }
    } catch (error) {
      // runs_one_running_idx: another run of the source has just begun
      if (isDatabaseConflictError(error)) {
        return undefined;
      }
      throw error;
    }
    await touchedBy(
      this.#knex,
      sql`DELETE FROM run_rejects WHERE run_id = ${candidate.id}`,
    );
    return this.find(candidate.id);
  }

  /**
   * A pushed file is read by the replica that got it; others wait for it as long
   * as for a lease, and then end the run with the reason.
   */
  #claimable(): Sql {
    return sql`((status = 'queued' AND (file_holder IS NULL
        OR file_holder = ${this.#files.holder}
        OR created_at < ${this.#at(-HOLDER_PATIENCE_MS)}))
      OR (status = 'running' AND lease_until < ${this.#at(0)}))`;
  }

  async #held(lease: Lease, assignments: Sql): Promise<boolean> {
    const touched = await touchedBy(
      this.#knex,
      sql`UPDATE runs SET ${assignments}
        WHERE id = ${lease.runId} AND lease_owner = ${lease.owner} AND status = 'running'`,
    );
    return touched === 1;
  }

  #ended(end: { status: RunStatus; counts: RunCounts; error?: string }): Sql {
    return sql`status = ${end.status}, counts = ${JSON.stringify(
      end.counts,
    )}, error = ${
      end.error ?? null
    }, progress = NULL, lease_owner = NULL, lease_until = NULL, ended_at = ${this.#at(
      0,
    )}`;
  }

  /** Now, or so many milliseconds from now. */
  #at(offsetMs: number): string {
    return new Date(this.#clock().getTime() + offsetMs).toISOString();
  }
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    sourceId: row.source_id,
    status: row.status,
    trigger: row.trigger,
    fileName: row.file_name ?? undefined,
    fileId: row.file_id ?? undefined,
    dryRun: Boolean(row.dry_run) || undefined,
    counts: { ...noCounts, ...JSON.parse(row.counts) },
    progress: row.progress ? JSON.parse(row.progress) : undefined,
    error: row.error ?? undefined,
    requestedBy: row.requested_by ?? undefined,
    attempts: row.attempts,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  };
}
