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

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  BulkCounts,
  BulkKind,
  BulkOutcome,
  BulkStatus,
  noBulkCounts,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  eachRow,
  insertRows,
  isOneOf,
  newId,
  orderBy,
  pageOf,
  rowsOf,
  Sql,
  sql,
  storableText,
  touchedBy,
} from '../../database';
import { LostLeaseError } from '../../discovery/RunStore';
import type {
  BulkLease,
  BulkProgress,
  BulkRunStore,
  NewRun,
  StoredRow,
  StoredRun,
} from './BulkRunStore';

const PART_BYTES = 1024 * 1024;

/** A run that lost its replica this often is given up. */
const MAX_ATTEMPTS = 5;

const newestFirst = { columns: ['id'], descending: true };
const inOrder = { columns: ['row_number'], numeric: true };

interface RunRow {
  id: string;
  kind: BulkKind;
  status: BulkStatus;
  dry_run: boolean | number;
  request: string;
  rights: string;
  notes: string;
  counts: string;
  total: number | null;
  position: string | null;
  error: string | null;
  file_name: string | null;
  requested_by: string;
  undo_of: string | null;
  cancelling: boolean | number;
  attempts: number;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
}

interface RowRow {
  row_number: number;
  asset_id: string | null;
  tag: string | null;
  outcome: BulkOutcome;
  problems: string | null;
  changes: string | null;
  version_before: number | null;
  version_after: number | null;
}

/** {@link BulkRunStore} in SQL. */
export class DatabaseBulkRunStore implements BulkRunStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now?: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
  }

  async enqueue(
    run: NewRun,
    file?: AsyncIterable<Uint8Array>,
  ): Promise<StoredRun> {
    const id = newId();
    await this.#knex('bulk_runs').insert({
      id,
      kind: run.kind,
      // nobody takes it up before its file is there
      status: file ? 'uploading' : 'queued',
      dry_run: run.dryRun,
      request: JSON.stringify(run.request),
      rights: JSON.stringify(run.rights),
      notes: '[]',
      counts: JSON.stringify(noBulkCounts),
      total: run.total ?? null,
      file_name: run.fileName ? storableText(run.fileName.slice(0, 300)) : null,
      requested_by: run.requestedBy,
      undo_of: run.undoOf ?? null,
      cancelling: false,
      attempts: 0,
      created_at: this.#at(0),
    });
    if (file) {
      try {
        await this.#store(id, file);
        await this.#knex('bulk_runs').where({ id }).update({
          status: 'queued',
        });
      } catch (error) {
        await this.#knex('bulk_files').where({ run_id: id }).delete();
        await this.#knex('bulk_runs').where({ id }).delete();
        throw error;
      }
    }
    const stored = await this.find(id);
    if (!stored) {
      throw new Error(`run ${id} is gone`);
    }
    return stored;
  }

  async find(id: string): Promise<StoredRun | undefined> {
    const [run] = await this.#runs(
      sql`SELECT * FROM bulk_runs WHERE id = ${id}`,
    );
    return run;
  }

  async list(options: {
    requestedBy?: string;
    limit: number;
    cursor?: string;
  }) {
    const after = afterCursor(newestFirst, options.cursor);
    // bulk_runs_requester_idx, or the key
    const runs = await this.#runs(
      sql`SELECT * FROM bulk_runs WHERE ${allOf([
        sql`status <> 'uploading'`,
        ...(options.requestedBy
          ? [sql`requested_by = ${options.requestedBy}`]
          : []),
        ...(after ? [after] : []),
      ])} ${orderBy(newestFirst)} LIMIT ${options.limit + 1}`,
    );
    return pageOf(runs, options.limit, ({ id }) => [id]);
  }

  async rows(
    runId: string,
    options: { outcome?: BulkOutcome; limit: number; cursor?: string },
  ) {
    const after = afterCursor(inOrder, options.cursor);
    // bulk_rows_outcome_idx, or the key
    const rows = await rowsOf<RowRow>(
      this.#knex,
      sql`SELECT * FROM bulk_rows WHERE ${allOf([
        sql`run_id = ${runId}`,
        ...(options.outcome ? [sql`outcome = ${options.outcome}`] : []),
        ...(after ? [after] : []),
      ])} ${orderBy(inOrder)} LIMIT ${options.limit + 1}`,
    );
    return pageOf(rows.map(toRow), options.limit, ({ row }) => [row]);
  }

  async changedRows(runId: string, after: number, limit: number) {
    const rows = await rowsOf<RowRow>(
      this.#knex,
      sql`SELECT * FROM bulk_rows WHERE run_id = ${runId}
        AND outcome IN ('updated', 'created') AND row_number > ${after}
        ORDER BY row_number LIMIT ${limit}`,
    );
    return rows.map(toRow);
  }

  async assetsOf(runId: string): Promise<Map<string, number>> {
    const rows = await rowsOf<Pick<RowRow, 'asset_id' | 'row_number'>>(
      this.#knex,
      sql`SELECT asset_id, row_number FROM bulk_rows
        WHERE run_id = ${runId} AND asset_id IS NOT NULL
        ORDER BY row_number DESC`,
    );
    return new Map(rows.map(row => [String(row.asset_id), row.row_number]));
  }

  async countChanged(runId: string): Promise<number> {
    const [{ count }] = await rowsOf<{ count: number | string }>(
      this.#knex,
      sql`SELECT count(*) AS count FROM bulk_rows WHERE run_id = ${runId}
        AND outcome IN ('updated', 'created')`,
    );
    return Number(count);
  }

  async claim(options: { owner: string; leaseMs: number }) {
    // bulk_runs_status_idx
    const candidates = await rowsOf<RunRow>(
      this.#knex,
      sql`SELECT * FROM bulk_runs WHERE ${this.#claimable()} ORDER BY id LIMIT 5`,
    );
    for (const candidate of candidates) {
      const run = await this.#take(candidate, options);
      if (run) {
        return run;
      }
    }
    return undefined;
  }

  async beat(lease: BulkLease, leaseMs: number) {
    const held = await this.#held(
      this.#knex,
      lease,
      sql`lease_until = ${this.#at(leaseMs)}`,
    );
    const run = await this.find(lease.runId);
    return { held, cancelling: run?.cancelling ?? true };
  }

  async handBack(lease: BulkLease): Promise<void> {
    await this.#held(
      this.#knex,
      lease,
      sql`lease_until = ${this.#at(
        -1,
      )}, lease_owner = NULL, attempts = attempts - 1`,
    );
  }

  async describe(
    lease: BulkLease,
    known: { total?: number; notes?: string[] },
  ): Promise<void> {
    await this.#held(
      this.#knex,
      lease,
      sql`total = coalesce(${known.total ?? null}, total), notes = coalesce(${
        known.notes ? JSON.stringify(known.notes) : null
      }, notes)`,
    );
  }

  async keep(
    transaction: Knex.Transaction,
    lease: BulkLease,
    rows: StoredRow[],
    progress: BulkProgress,
  ): Promise<void> {
    const held = await this.#held(
      transaction,
      lease,
      sql`counts = ${JSON.stringify(progress.counts)}, position = ${
        progress.position
      }`,
    );
    if (!held) {
      throw new LostLeaseError();
    }
    await insertRows(transaction, 'bulk_rows', {
      columns: {
        run_id: 'text',
        row_number: 'integer',
        asset_id: 'text',
        tag: 'text',
        outcome: 'text',
        problems: 'json',
        changes: 'json',
        version_before: 'integer',
        version_after: 'integer',
      },
      rows: eachRow(rows, row => [
        {
          run_id: lease.runId,
          row_number: row.row,
          asset_id: row.assetId,
          tag: row.tag,
          outcome: row.outcome,
          problems: row.problems.length > 0 ? row.problems : undefined,
          changes:
            Object.keys(row.changes).length > 0 ? row.changes : undefined,
          version_before: row.versionBefore,
          version_after: row.versionAfter,
        },
      ]),
    });
  }

  transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(work);
  }

  async finish(
    lease: BulkLease,
    end: { status: BulkStatus; error?: string },
  ): Promise<boolean> {
    const finished = await this.#held(
      this.#knex,
      lease,
      sql`status = ${end.status}, error = ${
        end.error ? storableText(end.error) : null
      }, lease_owner = NULL, lease_until = NULL, cancelling = ${false},
        ended_at = ${this.#at(0)}`,
    );
    if (finished) {
      await this.#dropFiles();
    }
    return finished;
  }

  async cancel(id: string): Promise<void> {
    const waiting = await touchedBy(
      this.#knex,
      sql`UPDATE bulk_runs SET status = 'cancelled', error = 'cancelled before it began',
          ended_at = ${this.#at(0)} WHERE id = ${id} AND status = 'queued'`,
    );
    if (waiting === 1) {
      await this.#dropFiles();
      return;
    }
    await touchedBy(
      this.#knex,
      sql`UPDATE bulk_runs SET cancelling = ${true} WHERE id = ${id} AND status = 'running'`,
    );
  }

  async *file(runId: string): AsyncIterable<Uint8Array> {
    for (let part = 0; ; part += 1) {
      const [row] = await rowsOf<{ content: Buffer }>(
        this.#knex,
        sql`SELECT content FROM bulk_files WHERE run_id = ${runId} AND part = ${part}`,
      );
      if (!row) {
        return;
      }
      yield inflateRawSync(row.content);
    }
  }

  async prune(keep: number): Promise<void> {
    const old = sql`SELECT id FROM bulk_runs WHERE status IN ('succeeded', 'failed', 'cancelled')
      AND id NOT IN (SELECT undo_of FROM bulk_runs WHERE undo_of IS NOT NULL)
      ORDER BY id DESC LIMIT 1000 OFFSET ${keep}`;
    const ids = (await rowsOf<{ id: string }>(this.#knex, old)).map(
      ({ id }) => id,
    );
    // a file whose upload broke off is nobody's
    const abandoned = await rowsOf<{ id: string }>(
      this.#knex,
      sql`SELECT id FROM bulk_runs WHERE status = 'uploading' AND created_at < ${this.#at(
        -24 * 3_600_000,
      )}`,
    );
    const gone = [...ids, ...abandoned.map(({ id }) => id)];
    if (gone.length === 0) {
      return;
    }
    for (const table of ['bulk_rows', 'bulk_files']) {
      await this.#knex(table).whereIn('run_id', gone).delete();
    }
    await this.#knex('bulk_runs').whereIn('id', gone).delete();
  }

  async #store(runId: string, file: AsyncIterable<Uint8Array>): Promise<void> {
    let part = 0;
    let waiting: Uint8Array[] = [];
    let bytes = 0;
    const flush = async () => {
      await this.#knex('bulk_files').insert({
        run_id: runId,
        part,
        content: deflateRawSync(Buffer.concat(waiting), { level: 1 }),
      });
      part += 1;
      waiting = [];
      bytes = 0;
    };
    for await (const chunk of file) {
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes >= PART_BYTES) {
        await flush();
      }
    }
    if (bytes > 0) {
      await flush();
    }
  }

  /** A second replica that tries at the same moment finds nothing to update. */
  async #take(
    candidate: RunRow,
    options: { owner: string; leaseMs: number },
  ): Promise<StoredRun | undefined> {
    if (candidate.attempts >= MAX_ATTEMPTS) {
      await touchedBy(
        this.#knex,
        sql`UPDATE bulk_runs SET status = 'failed', lease_owner = NULL, lease_until = NULL,
          error = ${`given up: the backend stopped ${MAX_ATTEMPTS} times meanwhile; what is done stays done`},
          ended_at = ${this.#at(0)}
          WHERE id = ${candidate.id} AND ${this.#claimable()}`,
      );
      await this.#dropFiles();
      return undefined;
    }
    const taken = await touchedBy(
      this.#knex,
      sql`UPDATE bulk_runs SET status = 'running', lease_owner = ${
        options.owner
      }, lease_until = ${this.#at(options.leaseMs)}, attempts = attempts + 1,
        started_at = coalesce(started_at, ${this.#at(0)})
        WHERE id = ${candidate.id} AND ${this.#claimable()}`,
    );
    return taken === 1 ? this.find(candidate.id) : undefined;
  }

  #claimable(): Sql {
    return sql`(status = 'queued'
      OR (status = 'running' AND lease_until < ${this.#at(0)}))`;
  }

  async #held(
    knex: Knex,
    lease: BulkLease,
    assignments: Sql,
  ): Promise<boolean> {
    const touched = await touchedBy(
      knex,
      sql`UPDATE bulk_runs SET ${assignments}
        WHERE id = ${lease.runId} AND lease_owner = ${lease.owner} AND status = 'running'`,
    );
    return touched === 1;
  }

  async #dropFiles(): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`DELETE FROM bulk_files WHERE run_id IN (SELECT id FROM bulk_runs
        WHERE status IN ('succeeded', 'failed', 'cancelled'))`,
    );
  }

  async #runs(query: Sql): Promise<StoredRun[]> {
    const rows = await rowsOf<RunRow>(this.#knex, query);
    if (rows.length === 0) {
      return [];
    }
    // bulk_runs_undo_idx
    const undone = await rowsOf<{ id: string; undo_of: string }>(
      this.#knex,
      sql`SELECT id, undo_of FROM bulk_runs WHERE ${isOneOf(
        this.#knex,
        'undo_of',
        rows.map(({ id }) => id),
      )} AND NOT dry_run ORDER BY id`,
    );
    return rows.map(row =>
      toRun(
        row,
        undone.filter(({ undo_of: of }) => of === row.id).map(({ id }) => id),
      ),
    );
  }

  /** Now, or so many milliseconds from now. */
  #at(offsetMs: number): string {
    return new Date(this.#now().getTime() + offsetMs).toISOString();
  }
}

function toRun(row: RunRow, undoneBy: string[]): StoredRun {
  const counts: BulkCounts = { ...noBulkCounts, ...JSON.parse(row.counts) };
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    dryRun: Boolean(row.dry_run),
    request: JSON.parse(row.request),
    rights: JSON.parse(row.rights),
    notes: JSON.parse(row.notes),
    counts,
    total: row.total ?? undefined,
    position: row.position ?? undefined,
    error: row.error ?? undefined,
    fileName: row.file_name ?? undefined,
    requestedBy: row.requested_by,
    undoOf: row.undo_of ?? undefined,
    undoneBy,
    cancelling: Boolean(row.cancelling),
    attempts: row.attempts,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  };
}

function toRow(row: RowRow): StoredRow {
  return {
    row: row.row_number,
    assetId: row.asset_id ?? undefined,
    tag: row.tag ?? undefined,
    outcome: row.outcome,
    problems: row.problems ? JSON.parse(row.problems) : [],
    changes: row.changes ? JSON.parse(row.changes) : {},
    versionBefore: row.version_before ?? undefined,
    versionAfter: row.version_after ?? undefined,
  };
}
