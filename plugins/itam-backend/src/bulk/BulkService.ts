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
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  BulkOutcome,
  BulkRequest,
  bulkRequestSchema,
  BulkRow,
  BulkRun,
  ImportMapping,
  ImportOptions,
  ImportPreview,
} from '@itam/plugin-itam-common';
import type { IncomingFile } from '../http';
import type { AssetAccess } from '../register/access';
import { planColumns } from './importing/ColumnPlan';
import { previewOf } from './importing/preview';
import type { MappingService } from './mappings/MappingService';
import { Head, HEAD_BYTES } from './reading/Head';
import { openTable } from './reading/Table';
import type {
  BulkPage,
  BulkRights,
  StoredRow,
  StoredRun,
} from './runs/BulkRunStore';
import type { BulkGround } from './runs/BulkRunner';
import { EditPlan } from './runs/EditPlan';
import { countAssets } from './sql/selectAssets';

/** An access that opens nothing. */
const nothing: AssetAccess = { kind: 'type', values: [] };

/** Ids of a selection that are shown; the rest is counted. */
const SHOWN_IDS = 100;

/** Who asks. */
export interface BulkCaller {
  ref: string;
  rights: BulkRights;
}

/** What people do with bulk runs. */
export class BulkService {
  readonly #ground: BulkGround;
  readonly #mappings: MappingService;
  readonly #poke: () => void;

  constructor(options: {
    ground: BulkGround;
    mappings: MappingService;
    /** There is a new run. */
    poke: () => void;
  }) {
    this.#ground = options.ground;
    this.#mappings = options.mappings;
    this.#poke = options.poke;
  }

  /** @throws InputError naming the field with a value that cannot be. */
  async change(request: BulkRequest, caller: BulkCaller): Promise<BulkRun> {
    const { selection, change } = request;
    const moves = 'transition' in change;
    const right = moves ? caller.rights.transition : caller.rights.update;
    if (right === 'none') {
      throw new NotAllowedError(
        `the permission itam.asset.${
          moves ? 'transition' : 'update'
        } is needed; ask for it`,
      );
    }
    if ('patch' in change) {
      refuseCostPatch(change.patch, caller.rights);
      await EditPlan.create({
        ...this.#ground,
        patch: change.patch,
        actor: caller.ref,
      });
    }
    const { read } = caller.rights;
    const run = await this.#ground.store.enqueue({
      kind: moves ? 'transition' : 'edit',
      dryRun: request.dryRun,
      request: { ...request },
      rights: caller.rights,
      requestedBy: caller.ref,
      total:
        'ids' in selection
          ? new Set(selection.ids).size
          : await countAssets(this.#ground.knex, {
              filter: selection.filter,
              access: read === 'none' ? nothing : read,
            }),
    });
    this.#poke();
    return toItem(run);
  }

  /**
   * Takes a file in and checks its beginning; the rows are read in the
   * background.
   *
   * @throws InputError when it cannot be read as asked.
   */
  async import(
    file: IncomingFile,
    options: ImportOptions,
    caller: BulkCaller,
  ): Promise<BulkRun> {
    const mapping = await this.#mappings.of(options.mapping);
    this.#refuseUnknownType(options.type ?? mapping?.type);
    const merged: ImportOptions = {
      ...options,
      type: options.type ?? mapping?.type,
      status: options.status ?? mapping?.status,
    };
    const head = new Head(file.content);
    const request = { options: merged, ...(mapping && { mapping }) };
    const run = await this.#ground.store.enqueue(
      {
        kind: 'import',
        dryRun: options.dryRun,
        request,
        rights: caller.rights,
        requestedBy: caller.ref,
        fileName: file.name,
      },
      head.content(async (start, isAll) => {
        await this.#checkHead(start, isAll, { merged, mapping, caller });
      }),
    );
    this.#poke();
    return toItem(run);
  }

  /** Looks at the beginning of a file. */
  async preview(
    file: IncomingFile,
    options: Pick<
      ImportOptions,
      'mapping' | 'format' | 'delimiter' | 'encoding'
    >,
  ): Promise<ImportPreview> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    let partial = false;
    for await (const chunk of file.content) {
      if (bytes < HEAD_BYTES) {
        chunks.push(chunk);
      } else {
        partial = true;
      }
      bytes += chunk.length;
    }
    if (bytes === 0) {
      throw new InputError('body: the file is empty; send its content');
    }
    return previewOf({
      ...this.#ground,
      head: Buffer.concat(chunks),
      partial,
      options,
      mapping: await this.#mappings.of(options.mapping),
      mappings: await this.#mappings.list(),
    });
  }

  async list(
    query: { limit: number; cursor?: string; mine?: boolean },
    caller: BulkCaller,
  ): Promise<BulkPage<BulkRun>> {
    const all = caller.rights.read === 'all' && query.mine !== true;
    const page = await this.#ground.store.list({
      ...query,
      requestedBy: all ? undefined : caller.ref,
    });
    return {
      ...page,
      items: page.items.map(run => toItem(run, caller.rights.costs)),
    };
  }

  async get(id: string, caller: BulkCaller): Promise<BulkRun> {
    return toItem(await this.#run(id, caller), caller.rights.costs);
  }

  async rows(
    id: string,
    query: { outcome?: BulkOutcome; limit: number; cursor?: string },
    caller: BulkCaller,
  ): Promise<BulkPage<BulkRow>> {
    await this.#run(id, caller);
    const page = await this.#ground.store.rows(id, query);
    return {
      ...page,
      items: page.items.map(row => toRow(row, caller.rights.costs)),
    };
  }

  async cancel(id: string, caller: BulkCaller): Promise<BulkRun> {
    const run = await this.#run(id, caller);
    this.#refuseStranger(run, caller);
    if (run.status !== 'queued' && run.status !== 'running') {
      throw new ConflictError(`the run has ended: ${run.status}`);
    }
    await this.#ground.store.cancel(id);
    return this.get(id, caller);
  }

  async undo(
    id: string,
    request: { dryRun: boolean; reason?: string },
    caller: BulkCaller,
  ): Promise<BulkRun> {
    const run = await this.#run(id, caller);
    this.#refuseStranger(run, caller);
    if (run.dryRun) {
      throw new ConflictError(
        'a dry run changed nothing; there is nothing to undo',
      );
    }
    if (run.status === 'queued' || run.status === 'running') {
      throw new ConflictError(
        'the run has not ended; cancel it or wait, then undo it',
      );
    }
    if (run.undoneBy.length > 0 && !request.dryRun) {
      throw new ConflictError(
        `the run was undone by the run ${run.undoneBy[0]}`,
      );
    }
    const total = await this.#ground.store.countChanged(id);
    if (total === 0) {
      throw new ConflictError(
        'the run changed nothing; there is nothing to undo',
      );
    }
    const undo = await this.#ground.store.enqueue({
      kind: 'undo',
      dryRun: request.dryRun,
      request,
      rights: {
        ...caller.rights,
        // what a run moved is moved back by who may move it
        update:
          run.kind === 'transition'
            ? caller.rights.transition
            : caller.rights.update,
      },
      requestedBy: caller.ref,
      undoOf: id,
      total,
    });
    this.#poke();
    return toItem(undo);
  }

  #refuseUnknownType(type: string | undefined): void {
    if (type !== undefined && !this.#ground.types.find(type)) {
      throw new InputError(
        `query.type: there is no asset type '${type}'; use one of the types in force, such as laptop or server`,
      );
    }
  }

  /** What is wrong with the headers is told at once. */
  async #checkHead(
    start: Uint8Array,
    isAll: boolean,
    asked: {
      merged: ImportOptions;
      mapping?: ImportMapping;
      caller: BulkCaller;
    },
  ): Promise<void> {
    async function* content() {
      yield start;
    }
    const table = await openTable(content, {
      ...asked.merged,
      partial: !isAll,
    });
    // the objects of JSON may have further members later on
    if (table.format === 'csv' || isAll) {
      planColumns({
        ...this.#ground,
        headers: table.headers,
        options: asked.merged,
        mapping: asked.mapping,
        mayReadCosts: asked.caller.rights.costs,
      });
    }
  }

  async #run(id: string, caller: BulkCaller): Promise<StoredRun> {
    const run = await this.#ground.store.find(id);
    const { read } = caller.rights;
    const visible =
      run && isShown(run) && (run.requestedBy === caller.ref || read === 'all');
    if (!run || !visible) {
      throw new NotFoundError(`there is no bulk run ${id}`);
    }
    return run;
  }

  #refuseStranger(run: StoredRun, caller: BulkCaller): void {
    if (run.requestedBy !== caller.ref && caller.rights.update !== 'all') {
      throw new NotAllowedError(
        `the run was asked for by ${run.requestedBy}; ask them`,
      );
    }
  }
}

/** Whether the file of a run has come in. */
function isShown({ status }: { status: string }): boolean {
  return status !== 'uploading';
}

function refuseCostPatch(patch: object, rights: BulkRights): void {
  if ('purchaseCost' in patch && !rights.costs) {
    throw new NotAllowedError(
      'body.change.patch.purchaseCost: the permission itam.cost.read is needed to change it',
    );
  }
}

function toItem(run: StoredRun, mayReadCosts = true): BulkRun {
  const { rights, position, attempts, ...item } = run;
  return { ...item, request: shownRequest(item.request, mayReadCosts) };
}

/** Of many ids the first, and no cost to who may not see it. */
function shownRequest(
  { selection, change, ...request }: Record<string, unknown>,
  mayReadCosts: boolean,
): Record<string, unknown> {
  const asked = bulkRequestSchema
    .pick({ selection: true, change: true })
    .safeParse({ selection, change }).data;
  if (!asked) {
    return request;
  }
  const { ids } = { ids: undefined, ...asked.selection };
  const { patch } = { patch: undefined, ...asked.change };
  const { purchaseCost, ...others } = patch ?? {};
  return {
    ...request,
    selection: ids
      ? { ids: ids.slice(0, SHOWN_IDS), count: ids.length }
      : selection,
    change:
      purchaseCost !== undefined && !mayReadCosts ? { patch: others } : change,
  };
}

function toRow(row: StoredRow, mayReadCosts: boolean): BulkRow {
  return {
    ...row,
    changes: Object.fromEntries(
      Object.entries(row.changes)
        .filter(([field]) => mayReadCosts || !field.startsWith('purchaseCost'))
        .map(([field, { from, to }]) => [field, { from, to }]),
    ),
  };
}
