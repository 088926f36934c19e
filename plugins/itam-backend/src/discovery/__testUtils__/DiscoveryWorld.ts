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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AssetTypeLibrary,
  LifecycleLibrary,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { EntityIndex, IndexedEntity } from '../../catalog/EntityIndex';
import { CostsSlice } from '../../costs';
import { fromJson, migrationsDirectory, rowsOf, sql } from '../../database';
import type { Register, RegisterBatch } from '../../register/Register';
import { DatabaseAssetStore } from '../../register/DatabaseAssetStore';
import { RegisterService } from '../../register/RegisterService';
import { DiscoverySlice } from '../DiscoverySlice';
import type { Run } from '../RunStore';
import { ListedSource, Listing } from './ListedSource';

type DatabaseId = Parameters<TestDatabases['init']>[0];

const hourly = { frequency: { hours: 1 }, timeout: { minutes: 5 } };

/** The entities a catalog has. */
class ListedEntities implements EntityIndex {
  readonly entities: IndexedEntity[] = [];

  async find(refs: string[]) {
    return new Map(
      this.entities
        .filter(({ ref }) => refs.includes(ref))
        .map(entity => [entity.ref, entity]),
    );
  }

  async digest() {
    return this.entities.map(({ ref, owner }) => `${ref}=${owner}`).join();
  }

  async refresh() {}
}

/** One replica of the backend, reading listed sources into a real register. */
export interface Replica {
  slice: DiscoverySlice;
  costs: CostsSlice;
  /** Replaces how the replica's register applies a batch. */
  onApply?: (
    batch: RegisterBatch,
    apply: Register['apply'],
  ) => ReturnType<Register['apply']>;
}

/** Discovery over a database, with the real register and a clock to turn. */
export class DiscoveryWorld {
  readonly knex: Knex;
  readonly entityIndex = new ListedEntities();
  readonly listings = new Map<string, Listing>();
  readonly auditor = mockServices.auditor.mock();
  readonly scheduler = mockServices.scheduler.mock();
  /** The clock of the costs; the time it is when left out. */
  now: Date | undefined;
  /** Small, so that every document takes several transactions. */
  batchSize = 3;
  readonly #replicas: Replica[] = [];
  readonly #itam: JsonObject;

  static async create(
    databases: TestDatabases,
    id: DatabaseId,
    itam: JsonObject = {},
  ): Promise<DiscoveryWorld> {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory() });
    const world = new DiscoveryWorld(knex, itam);
    await world.start();
    return world;
  }

  private constructor(knex: Knex, itam: JsonObject) {
    this.knex = knex;
    this.#itam = {
      sources: { listed: { estate: { schedule: hourly } } },
      // a dead replica must not take up its own run
      discovery: { concurrency: 1 },
      ...itam,
    };
  }

  /** What the source holds. */
  listing(sourceId: string = 'estate'): Listing {
    const listing = this.listings.get(sourceId) ?? {
      documents: [],
      revision: '1',
    };
    this.listings.set(sourceId, listing);
    return listing;
  }

  /** The first replica. */
  get slice(): DiscoverySlice {
    return this.#replicas[0].slice;
  }

  /** The costs of the first replica. */
  get costs(): CostsSlice {
    return this.#replicas[0].costs;
  }

  /** Starts a replica. */
  async start(replica: Partial<Replica> = {}): Promise<Replica> {
    const assetTypes = AssetTypeLibrary.create();
    const lifecycleModels = LifecycleLibrary.create();
    const store = new DatabaseAssetStore({
      database: { knex: this.knex, batchSize: this.batchSize },
    });
    const inner = new RegisterService({
      store,
      types: assetTypes,
      models: lifecycleModels,
      followers: [DiscoverySlice.follower({ knex: this.knex })],
    });
    const register: Register = {
      batchSize: this.batchSize,
      identify: keys => inner.identify(keys),
      states: ids => inner.states(ids),
      apply: batch =>
        replica.onApply
          ? replica.onApply(batch, wanted => inner.apply(wanted))
          : inner.apply(batch),
    };
    this.register = inner;
    this.store = store;
    const config = mockServices.rootConfig({ data: { itam: this.#itam } });
    const costs = CostsSlice.create({
      config,
      knex: this.knex,
      scheduler: this.scheduler,
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock(),
      assets: store,
      clock: () => this.now ?? new Date(),
    });
    const slice = DiscoverySlice.create({
      config,
      knex: this.knex,
      register,
      charges: costs.book,
      entityIndex: this.entityIndex,
      assetTypes,
      relationKinds: RelationLibrary.create({ assetTypes }),
      lifecycleModels,
      scheduler: this.scheduler,
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      auditor: this.auditor,
      timing: { beatMs: 20, pollMs: 50, catalogPatienceMs: 0 },
    });
    slice.addKind(ListedSource.kind(id => this.listing(id)));
    await slice.start();
    const started = { ...replica, slice, costs };
    this.#replicas.push(started);
    return started;
  }

  /** The register itself, for what people do. */
  register!: RegisterService;
  /** What the register keeps, for what people look up. */
  store!: DatabaseAssetStore;

  async stop(): Promise<void> {
    for (const { slice } of this.#replicas) {
      await slice.stop();
    }
  }

  /** Runs a scheduled task, as the scheduler would. */
  async runTask(id: string): Promise<void> {
    const task = this.scheduler.scheduleTask.mock.calls
      .map(([scheduled]) => scheduled)
      .find(scheduled => scheduled.id === id);
    await task?.fn(new AbortController().signal);
  }

  /** Reads a source and waits until the run has ended. */
  async read(
    request: {
      sourceId?: string;
      dryRun?: boolean;
      file?: { name: string; content: Uint8Array };
    } = {},
  ): Promise<Run> {
    const run = await this.slice.service.startRun({
      sourceId: 'estate',
      trigger: request.file ? 'push' : 'person',
      ...request,
    });
    return this.ended(run.id);
  }

  /** Waits until a run has ended. */
  async ended(id: string): Promise<Run> {
    for (let waited = 0; waited < 20_000; waited += 10) {
      const run = await this.slice.service.run(id);
      if (run.status !== 'queued' && run.status !== 'running') {
        return run;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error(`run ${id} does not end`);
  }

  async rejects(run: Run) {
    const { items } = await this.slice.service.rejects(run.id, { limit: 200 });
    return items.map(({ kind, place, field, reason }) => ({
      kind,
      place,
      field,
      reason,
    }));
  }

  /** The assets of the register, by name. */
  async assets() {
    const rows = await rowsOf<{ id: string }>(
      this.knex,
      sql`SELECT id FROM assets ORDER BY name_sort, tag`,
    );
    const states = await this.register.states(rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => states.get(id) ?? []);
  }

  /** Everything discovery left behind, without ids, versions and times. */
  async snapshot() {
    const assets = await this.assets();
    const tagOf = new Map(assets.map(({ id, tag }) => [id, tag]));
    const observations = await rowsOf<{
      source_key: string;
      scope: string;
      unit: string;
      state: string;
      asset_id: string | null;
      payload: string | object;
    }>(
      this.knex,
      sql`SELECT source_key, scope, unit, state, asset_id, payload FROM observations ORDER BY source_id, source_key`,
    );
    return {
      assets: assets.map(asset => ({
        tag: asset.tag,
        type: asset.type,
        name: asset.name,
        status: asset.status,
        owner: asset.owner,
        attributes: asset.attributes,
        labels: asset.labels,
        keys: asset.keys.map(({ type, value }) => `${type} ${value}`).sort(),
        relations: asset.relations
          .map(
            ({ type, toAssetId, toEntityRef }) =>
              `${type} ${toEntityRef ?? tagOf.get(toAssetId ?? '')}`,
          )
          .sort(),
        claims: asset.fields.map(
          ({ field, observed, observedReason }) =>
            `${field}: ${observed} (${observedReason})`,
        ),
      })),
      observations: observations.map(row => ({
        key: row.source_key,
        scope: row.scope,
        unit: row.unit,
        state: row.state,
        asset: tagOf.get(row.asset_id ?? ''),
        payload: fromJson(row.payload),
      })),
    };
  }
}
