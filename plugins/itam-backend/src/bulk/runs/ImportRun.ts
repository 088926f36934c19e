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

import { NotAllowedError } from '@backstage/errors';
import {
  ImportMapping,
  importMappingSchema,
  ImportOptions,
  importOptionsSchema,
} from '@itam/plugin-itam-common';
import { AssetImport } from '../importing/AssetImport';
import { batchesOf, OpenImport, openImport } from '../importing/importRows';
import { LocationImport } from '../importing/LocationImport';
import { UserLookUp } from '../importing/UserLookUp';
import type { TableRow } from '../reading/Table';
import type { BulkLease, StoredRun } from './BulkRunStore';
import type { BulkGround } from './BulkRunner';
import type { BulkEnd } from './BulkWorker';
import type { PlannedRow } from './plan';
import type { RowWriter } from './RowWriter';
import { TrialWriter } from './TrialWriter';

/** Takes the rows of a file, from where they were left. */
export class ImportRun {
  readonly #ground: BulkGround;
  readonly #run: StoredRun;
  readonly #lease: BulkLease;
  readonly #signal: AbortSignal;
  readonly #writer: RowWriter;
  readonly #options: ImportOptions;
  readonly #mapping: ImportMapping | undefined;

  constructor(options: {
    ground: BulkGround;
    run: StoredRun;
    lease: BulkLease;
    signal: AbortSignal;
    writer: RowWriter;
  }) {
    this.#ground = options.ground;
    this.#run = options.run;
    this.#lease = options.lease;
    this.#signal = options.signal;
    this.#writer = options.writer;
    const { request } = options.run;
    this.#options = importOptionsSchema.parse(request.options);
    this.#mapping = request.mapping
      ? importMappingSchema.parse(request.mapping)
      : undefined;
  }

  async carryOut(): Promise<BulkEnd> {
    if (this.#options.onError === 'all-or-nothing') {
      const refused = await this.#refusedRows();
      if (refused > 0) {
        return {
          status: 'failed',
          error: `nothing was changed: ${refused} rows cannot be taken; correct them, or set onError=keep-good to take the others`,
        };
      }
    }
    const opened = await this.#open();
    await this.#ground.store.describe(this.#lease, {
      total: opened.total,
      notes: opened.plan.notes,
    });
    await this.#take(opened, this.#writer, this.#run.dryRun);
    return { status: 'succeeded' };
  }

  #open(): Promise<OpenImport> {
    const { id, rights } = this.#run;
    return openImport({
      ...this.#ground,
      content: () => this.#ground.store.file(id),
      options: this.#options,
      mapping: this.#mapping,
      mayReadCosts: rights.costs,
      signal: this.#signal,
    });
  }

  /**
   * All or nothing: every row is tried first. Only the rows that cannot be
   * taken are kept then, so that they can be corrected.
   */
  async #refusedRows(): Promise<number> {
    // taken up again after the trial: its result is there already
    if (this.#run.position !== undefined) {
      const { created, updated, rejected } = this.#run.counts;
      return created + updated === 0 ? rejected : 0;
    }
    const trial = new TrialWriter(this.#ground, this.#lease);
    await this.#take(await this.#open(), trial.writer, true);
    const { rejected } = trial.writer.counts;
    if (rejected > 0) {
      await trial.keepRefused();
    }
    return rejected;
  }

  async #take(
    { plan, rows }: OpenImport,
    writer: RowWriter,
    dryRun: boolean,
  ): Promise<void> {
    const batches = batchesOf(rows, this.#ground.register.batchSize);
    switch (plan.into) {
      case 'users':
        return this.#lookUpUsers(plan, batches, writer);
      case 'locations':
        return this.#takeLocations(plan, batches, writer, dryRun);
      default:
        return this.#takeAssets(plan, batches, writer, dryRun);
    }
  }

  /** The next rows are planned while these are written. */
  async #takeAssets(
    { columns }: OpenImport['plan'],
    batches: AsyncIterable<TableRow[]>,
    writer: RowWriter,
    dryRun: boolean,
  ): Promise<void> {
    const { id, position, requestedBy, rights } = this.#run;
    const assets = new AssetImport({
      ground: this.#ground,
      options: { ...this.#options, dryRun },
      columns,
      rights,
      actor: requestedBy,
      runId: id,
    });
    if (position !== undefined) {
      const before = await this.#ground.store.assetsOf(id);
      before.forEach((row, assetId) => assets.rememberAsset(assetId, row));
    }
    let planning: Promise<PlannedRow[]> | undefined;
    for await (const batch of batches) {
      this.#signal.throwIfAborted();
      batch
        .filter(row => this.#isDone(row))
        .forEach(row => assets.remember(row));
      const planned = await planning;
      const waiting = batch.filter(row => !this.#isDone(row));
      planning = waiting.length > 0 ? assets.plan(waiting) : undefined;
      // a failure is told when the plan is asked for
      planning?.catch(() => undefined);
      if (planned) {
        await writer.write(planned);
      }
    }
    const last = await planning;
    if (last) {
      this.#signal.throwIfAborted();
      await writer.write(last);
    }
  }

  async #lookUpUsers(
    { columns }: OpenImport['plan'],
    batches: AsyncIterable<TableRow[]>,
    writer: RowWriter,
  ): Promise<void> {
    const users = new UserLookUp({ columns, people: this.#ground.people });
    for await (const batch of batches) {
      this.#signal.throwIfAborted();
      const waiting = batch.filter(row => !this.#isDone(row));
      if (waiting.length > 0) {
        await writer.keep(
          await users.take(waiting),
          String(waiting[waiting.length - 1].row),
        );
      }
    }
  }

  /** Each by itself: a location may lie in one of a row before. */
  async #takeLocations(
    { columns }: OpenImport['plan'],
    batches: AsyncIterable<TableRow[]>,
    writer: RowWriter,
    dryRun: boolean,
  ): Promise<void> {
    if (!this.#run.rights.settings) {
      throw new NotAllowedError(
        'the permission itam.settings.update is needed to import locations',
      );
    }
    const locations = new LocationImport({
      columns,
      records: this.#ground.records,
      add: this.#ground.addLocation,
      actor: this.#run.requestedBy,
      reason: this.#options.reason,
      dryRun,
    });
    for await (const batch of batches) {
      for (const row of batch.filter(each => !this.#isDone(each))) {
        this.#signal.throwIfAborted();
        await writer.keep([await locations.take(row)], String(row.row));
      }
    }
  }

  #isDone({ row }: TableRow): boolean {
    return row <= Number(this.#run.position ?? 0);
  }
}
