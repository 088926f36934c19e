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

import {
  AssetPatch,
  assetPatchSchema,
  bulkRequestSchema,
  ColumnGuesser,
  TransitionRequest,
  transitionRequestSchema,
} from '@itam/plugin-itam-common';
import type { ImportGround } from '../importing/AssetImport';
import type { AddLocation } from '../importing/LocationImport';
import { NamedAsset, namedAssets } from '../sql/selectAssets';
import { actorOfRun } from './actorOfRun';
import type { BulkLease, BulkRunStore, StoredRun } from './BulkRunStore';
import type { BulkEnd } from './BulkWorker';
import type { ChangeWatch } from './ChangeWatch';
import { EditPlan } from './EditPlan';
import { ImportRun } from './ImportRun';
import { PlannedRow, rejectedRow } from './plan';
import { RegisteredHook, RowWriter } from './RowWriter';
import { selectedRows } from './selectedRows';
import { BulkTransitions, transitionRows } from './TransitionRows';
import { undoRow } from './undoRow';

/** What runs stand on. */
export interface BulkGround extends ImportGround {
  store: BulkRunStore;
  guesser: ColumnGuesser;
  addLocation: AddLocation;
  transitions: BulkTransitions;
  /** Told of what the register changes. */
  watch: ChangeWatch;
  onRegistered?: RegisteredHook;
}

/** One run that is being carried out. */
interface Execution {
  run: StoredRun;
  lease: BulkLease;
  signal: AbortSignal;
  writer: RowWriter;
}

/** Carries runs out, from where they were left. */
export class BulkRunner {
  readonly #ground: BulkGround;

  constructor(options: { ground: BulkGround }) {
    this.#ground = options.ground;
  }

  async execute(
    run: StoredRun,
    lease: BulkLease,
    signal: AbortSignal,
  ): Promise<BulkEnd> {
    const execution = {
      run,
      lease,
      signal,
      writer: this.#writer(run, lease, run.dryRun),
    };
    switch (run.kind) {
      case 'import':
        return new ImportRun({ ...execution, ground: this.#ground }).carryOut();
      case 'undo':
        return this.#undo(execution);
      default:
        return this.#change(execution);
    }
  }

  #writer(run: StoredRun, lease: BulkLease, dryRun: boolean): RowWriter {
    const { register, store, onRegistered } = this.#ground;
    return new RowWriter({
      onRegistered,
      register,
      store,
      lease,
      dryRun,
      counts: run.counts,
    });
  }

  async #change(execution: Execution): Promise<BulkEnd> {
    const { run, signal, writer } = execution;
    const request = bulkRequestSchema.parse(run.request);
    const edit =
      'patch' in request.change
        ? await this.#editOf(run, request.change.patch, request.reason)
        : undefined;
    const move =
      'transition' in request.change
        ? transitionRequestSchema.parse({
            ...request.change.transition,
            reason: request.reason,
            dryRun: run.dryRun,
          })
        : undefined;
    for await (const batch of selectedRows(run, request.selection, {
      ...this.#ground,
      batchSize: this.#ground.register.batchSize,
    })) {
      signal.throwIfAborted();
      const ids = batch.flatMap(({ assetId }) => assetId ?? []);
      if (move) {
        const named = await namedAssets(this.#ground.knex, ids);
        const rows = await this.#permitted(run, batch, named);
        await this.#move(execution, rows, move);
      } else if (edit) {
        const states = await this.#ground.register.states(ids);
        const rows = await this.#permitted(run, batch, states);
        await writer.write(
          rows.map(row => {
            const state = states.get(row.assetId ?? '');
            return row.problems.length > 0 || !state
              ? row
              : edit.plan(state, row);
          }),
        );
      }
    }
    return { status: 'succeeded' };
  }

  #editOf(run: StoredRun, patch: AssetPatch, reason: string | undefined) {
    return EditPlan.create({
      ...this.#ground,
      patch: assetPatchSchema.parse(patch),
      actor: run.requestedBy,
      runId: run.id,
      reason,
    });
  }

  async #move(
    { run, writer }: Execution,
    rows: PlannedRow[],
    request: TransitionRequest,
  ): Promise<void> {
    const { watch, transitions, permitted } = this.#ground;
    const stored = await transitionRows({
      rows,
      request,
      actor: actorOfRun(run, permitted),
      watch,
      transitions,
    });
    await writer.keep(stored, rows[rows.length - 1].position);
  }

  /** Rows outside what the caller may change are not taken. */
  async #permitted(
    run: StoredRun,
    rows: PlannedRow[],
    states: ReadonlyMap<string, NamedAsset>,
  ): Promise<PlannedRow[]> {
    const access =
      run.kind === 'transition' ? run.rights.transition : run.rights.update;
    const ids = [...states.keys()];
    const mine =
      access === 'none'
        ? new Set<string>()
        : await this.#ground.permitted.within(ids, access);
    return rows.map(row => {
      const state = states.get(row.assetId ?? '');
      const known = {
        ...row,
        tag: state?.tag ?? row.tag,
        versionBefore: state?.version,
      };
      if (row.problems.length > 0) {
        return known;
      }
      if (!state) {
        return rejectedRow(known, { reason: 'the asset is no longer there' });
      }
      return mine.has(state.id)
        ? known
        : rejectedRow(known, {
            reason: `you may see the asset ${state.tag} but not change it; ask its owner`,
          });
    });
  }

  async #undo({ run, signal, writer }: Execution): Promise<BulkEnd> {
    const { store, register } = this.#ground;
    // a row takes up to two changes
    const size = Math.max(1, Math.floor(register.batchSize / 2));
    let after = Number(run.position ?? 0);
    const reason =
      typeof run.request.reason === 'string' ? run.request.reason : undefined;
    for (;;) {
      signal.throwIfAborted();
      const made = await store.changedRows(run.undoOf ?? '', after, size);
      if (made.length === 0) {
        return { status: 'succeeded' };
      }
      const states = await register.states(
        made.flatMap(({ assetId }) => assetId ?? []),
      );
      const planned = made.map(row =>
        undoRow(
          row,
          states.get(row.assetId ?? ''),
          run,
          reason ?? `takes back the bulk run ${run.undoOf}`,
        ),
      );
      const permitted = await this.#permitted(run, planned, states);
      await writer.write(
        planned.map((row, index) =>
          permitted[index].problems.length > 0 ? permitted[index] : row,
        ),
      );
      after = made[made.length - 1].row;
    }
  }
}
