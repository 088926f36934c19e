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

import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  AssetState,
  BulkRun,
  BulkRow,
  importOptionsSchema,
  lifecycleRolePermissions,
  LocationFacts,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { newId, rowsOf, sql } from '../../database';
import type { KnownRecord, KnownRecords } from '../../records';
import { aRegister, TestGround } from '../../register/__testUtils__/ground';
import { TagBook } from '../../register/tags/TagBook';
import type { BulkCaller } from '../BulkService';
import { BulkSlice, BulkSliceOptions } from '../BulkSlice';
import { AssetExport } from '../exporting/AssetExport';
import type { BulkRights } from '../runs/BulkRunStore';
import type { BulkTransitions } from '../runs/TransitionRows';

/** Somebody who may do everything. */
export const everything: BulkRights = {
  read: 'all',
  update: 'all',
  transition: 'all',
  override: 'all',
  create: true,
  costs: true,
  settings: true,
  roles: Object.fromEntries(
    Object.keys(lifecycleRolePermissions).map(role => [role, 'all' as const]),
  ),
};

export const ann = 'user:default/ann';

const noTransitions: BulkTransitions = { transitionMany: async () => [] };

/** Bulk runs over a real register, with a catalog and records that are listed. */
export class BulkWorld {
  readonly knex: Knex;
  readonly ground: TestGround;
  /** Refs the catalog has; unchecked while there is none. */
  readonly entities = new Set<string>();
  readonly mails = new Map<string, string[]>();
  readonly records = new Map<string, KnownRecord & Partial<LocationFacts>>();
  readonly #slices: BulkSlice[] = [];
  readonly #options: Partial<BulkSliceOptions>;

  static async create(
    knex: Knex,
    options: Partial<BulkSliceOptions> & {
      batchSize?: number;
      silent?: boolean;
    } = {},
  ): Promise<BulkWorld> {
    const ground = await aRegister(knex, { batchSize: options.batchSize ?? 7 });
    const world = new BulkWorld(ground, options);
    if (!options.silent) {
      await world.start();
    }
    return world;
  }

  private constructor(ground: TestGround, options: Partial<BulkSliceOptions>) {
    this.knex = ground.knex;
    this.ground = ground;
    this.#options = options;
  }

  get slice(): BulkSlice {
    return this.#slices[0];
  }

  /** Starts a replica. */
  async start(options: Partial<BulkSliceOptions> = {}): Promise<BulkSlice> {
    const slice = BulkSlice.create({
      knex: this.knex,
      register: this.ground.register,
      permitted: this.ground.store,
      types: this.ground.types,
      models: this.ground.models,
      entities: {
        find: async refs =>
          new Map(
            refs
              .filter(ref => this.entities.has(ref))
              .map(ref => [
                ref,
                { ref, kind: ref.split(':')[0], present: true },
              ]),
          ),
        digest: async () => [...this.entities].join(),
      },
      records: this.#known(),
      addLocation: async facts => {
        const record = { ...facts, id: newId(), retired: false };
        this.records.set(facts.code, record);
        return record;
      },
      tags: TagBook.fromConfig({ knex: this.knex }),
      transitions: noTransitions,
      catalog: {
        queryEntities: async () => ({
          items: [],
          totalItems: 0,
          pageInfo: {},
        }),
      },
      auth: mockServices.auth(),
      auditor: mockServices.auditor.mock(),
      logger: mockServices.logger.mock(),
      scheduler: mockServices.scheduler.mock(),
      timing: { beatMs: 20, pollMs: 50 },
      ...this.#options,
      ...options,
    });
    this.#slices.push(slice);
    await slice.start();
    return slice;
  }

  async stop(): Promise<void> {
    for (const slice of this.#slices) {
      await slice.stop();
    }
  }

  caller(rights: Partial<BulkRights> = {}, ref: string = ann): BulkCaller {
    return { ref, rights: { ...everything, ...rights } };
  }

  /** Imports a file and waits until the run has ended. */
  async import(
    file: string | Uint8Array,
    options: z.input<typeof importOptionsSchema> = {},
    rights: Partial<BulkRights> = {},
  ): Promise<BulkRun> {
    const run = await this.slice.service.import(
      { name: 'assets.csv', content: contentOf(file) },
      importOptionsSchema.parse(options),
      this.caller(rights),
    );
    return this.ended(run.id);
  }

  /** Waits until a run has ended. */
  async ended(id: string): Promise<BulkRun> {
    for (let waited = 0; waited < 60_000; waited += 10) {
      const run = await this.slice.service.get(id, this.caller());
      if (run.status !== 'queued' && run.status !== 'running') {
        return run;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error(`run ${id} does not end`);
  }

  /** The rows of a run, without what differs from run to run. */
  async rows(run: BulkRun): Promise<BulkRow[]> {
    const rows: BulkRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.slice.service.rows(
        run.id,
        { limit: 200, cursor },
        this.caller(),
      );
      rows.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return rows;
  }

  /** Why rows were not taken: `row field: reason`. */
  async refusals(run: BulkRun): Promise<string[]> {
    return (await this.rows(run)).flatMap(({ row, problems }) =>
      problems.map(
        ({ field, reason }) => `${row} ${field ? `${field}: ` : ''}${reason}`,
      ),
    );
  }

  async export(format: 'csv' | 'json' = 'csv'): Promise<string> {
    const { content } = await new AssetExport({
      knex: this.knex,
      register: this.ground.register,
      records: this.#known(),
      types: this.ground.types,
    }).write({ format, filter: {}, access: 'all', mayReadCosts: true });
    let text = '';
    for await (const piece of content) {
      text += piece;
    }
    return text;
  }

  /** The assets of the register, by tag. */
  async assets(): Promise<AssetState[]> {
    const rows = await rowsOf<{ id: string }>(
      this.knex,
      sql`SELECT id FROM assets ORDER BY tag`,
    );
    const states = await this.ground.register.states(rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => states.get(id) ?? []);
  }

  async asset(tag: string): Promise<AssetState> {
    const found = (await this.assets()).find(asset => asset.tag === tag);
    if (!found) {
      throw new NotFoundError(`there is no asset ${tag}`);
    }
    return found;
  }

  #known(): KnownRecords {
    const find = async (names: string[]) =>
      new Map(
        names.flatMap(name => {
          const record = [...this.records.values()].find(
            ({ id, code }) => id === name || code === name,
          );
          // the records of a test are of every kind
          return record ? [[name, record as never] as const] : [];
        }),
      );
    return {
      locations: find,
      legalEntities: find,
      models: find,
      locationsBelow: async () => [],
    };
  }
}

async function* contentOf(
  file: string | Uint8Array,
): AsyncIterable<Uint8Array> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  // small pieces, so that none ends where a cell does
  for (let start = 0; start < bytes.length; start += 1000) {
    yield bytes.subarray(start, start + 1000);
  }
}
