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
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AssetTypeLibrary,
  ColumnGuesser,
  LifecycleLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { KnownRecords } from '../records';
import type { PermittedAssets } from '../register/access';
import type { KnownEntities } from '../register/patch';
import type { Register } from '../register/Register';
import type { RegisterAnnouncer } from '../register/RegisterAnnouncer';
import { BulkService } from './BulkService';
import { AssetExport } from './exporting/AssetExport';
import type { TagBlocks } from './importing/AssetImport';
import { CatalogPeople } from './importing/CatalogPeople';
import type { AddLocation } from './importing/LocationImport';
import { DatabaseMappingStore } from './mappings/DatabaseMappingStore';
import { MappingService } from './mappings/MappingService';
import { BulkHandlers, createBulkHandlers } from './routes';
import { BulkGround, BulkRunner } from './runs/BulkRunner';
import { ChangeWatch } from './runs/ChangeWatch';
import { BulkTiming, BulkWorker } from './runs/BulkWorker';
import { DatabaseBulkRunStore } from './runs/DatabaseBulkRunStore';
import type { RegisteredHook } from './runs/RowWriter';
import type { BulkTransitions } from './runs/TransitionRows';

/** Runs that are kept, with their rows. */
const RUNS_KEPT = 200;

/** What the slice stands on. */
export interface BulkSliceOptions {
  knex: Knex;
  register: Register;
  permitted: PermittedAssets;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  entities: KnownEntities;
  records: KnownRecords;
  addLocation: AddLocation;
  tags: TagBlocks;
  transitions: BulkTransitions;
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** Told of what imports register, to put down what has to follow. */
  onRegistered?: RegisteredHook;
  timing?: Partial<BulkTiming>;
  now?: () => Date;
}

/** Changes of many assets in one go, import and export. */
export class BulkSlice {
  readonly service: BulkService;
  readonly handlers: BulkHandlers;
  readonly #watch = new ChangeWatch();
  readonly #worker: BulkWorker;
  readonly #ground: BulkGround;
  readonly #scheduler: SchedulerService;

  static create(options: BulkSliceOptions): BulkSlice {
    return new BulkSlice(options);
  }

  private constructor(options: BulkSliceOptions) {
    this.#scheduler = options.scheduler;
    this.#ground = {
      ...options,
      store: new DatabaseBulkRunStore(options),
      watch: this.#watch,
      people: new CatalogPeople(options),
      guesser: new ColumnGuesser({ types: options.types.list() }),
    };
    const runner = new BulkRunner({ ground: this.#ground });
    this.#worker = new BulkWorker({
      ...options,
      store: this.#ground.store,
      execute: (run, lease, signal) => runner.execute(run, lease, signal),
    });
    const mappings = new MappingService({
      ...this.#ground,
      store: new DatabaseMappingStore(options),
    });
    this.service = new BulkService({
      ground: this.#ground,
      mappings,
      poke: () => this.#worker.poke(),
    });
    this.handlers = createBulkHandlers({
      service: this.service,
      mappings,
      exporter: new AssetExport(this.#ground),
    });
  }

  /** To be told of what the register changes. */
  get announcer(): RegisterAnnouncer {
    return this.#watch;
  }

  /** Begins to carry runs out. */
  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-prune-bulk-runs',
      frequency: { hours: 6 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 5 },
      fn: () => this.#ground.store.prune(RUNS_KEPT),
    });
    this.#worker.start();
  }

  /** Hands back what is being done so that others go on. */
  stop(): Promise<void> {
    return this.#worker.stop();
  }
}
