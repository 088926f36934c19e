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
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import type {
  AssetTypeLibrary,
  LifecycleLibrary,
  OwnershipRule,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import type { AssetSourceKind } from '@itam/plugin-itam-node';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { ChargeBook } from '../costs/ChargeBook';
import type { Register, RegisterFollower } from '../register/Register';
import { DatabaseObservationStore } from './DatabaseObservationStore';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { DiscoveryService, SourceReadingState } from './DiscoveryService';
import { ObservationFollower } from './ObservationFollower';
import type { DiscoveryGround } from './reading';
import { discoveryHandlers, DiscoveryHandlers } from './routes';
import { RunWorker, WorkerTiming } from './RunWorker';
import { SourceRegistry } from './SourceRegistry';
import { readOwnershipRules } from './sourceSettings';

/** Runs kept of each source, with their rejects. */
const RUNS_KEPT = 50;

/** What discovery needs of the plugin. */
export interface DiscoverySliceOptions {
  config: Config;
  knex: Knex;
  register: Register;
  /** Takes what bills say. */
  charges: ChargeBook;
  entityIndex: EntityIndex;
  assetTypes: AssetTypeLibrary;
  /** Kinds of relation things may have. */
  relationKinds: Pick<RelationLibrary, 'find'>;
  lifecycleModels: LifecycleLibrary;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  auditor: AuditorService;
  clock?: () => Date;
  timing?: Partial<WorkerTiming>;
}

/** Discovery as the plugin wires it: kinds in, handlers out, start and stop. */
export class DiscoverySlice {
  readonly handlers: DiscoveryHandlers;
  readonly #options: DiscoverySliceOptions;
  readonly #ground: DiscoveryGround;
  readonly #kinds: AssetSourceKind[] = [];
  #running: { service: DiscoveryService; worker: RunWorker } | undefined;

  static create(options: DiscoverySliceOptions): DiscoverySlice {
    return new DiscoverySlice(options);
  }

  /** What the register is to tell of its changes. */
  static follower(options: { knex: Knex }): RegisterFollower {
    return new ObservationFollower({
      observations: new DatabaseObservationStore(options),
      sources: new DatabaseSourceStore({ ...options, now: nowOf(systemClock) }),
    });
  }

  private constructor(options: DiscoverySliceOptions) {
    const { knex, clock = systemClock } = options;
    this.#options = options;
    this.#ground = {
      ...options,
      clock,
      sources: new DatabaseSourceStore({ knex, now: nowOf(clock) }),
      runs: new DatabaseRunStore({ knex, clock }),
      observations: new DatabaseObservationStore({ knex }),
    };
    this.handlers = discoveryHandlers(() => this.service);
  }

  /** Adds a kind of source; before {@link DiscoverySlice.start}. */
  addKind(kind: AssetSourceKind): void {
    this.#kinds.push(kind);
  }

  /** The use cases of discovery, once started. */
  get service(): DiscoveryService {
    return this.#started().service;
  }

  /** Makes the sources, schedules their readings and takes up waiting runs. */
  async start(): Promise<void> {
    const { config, logger } = this.#options;
    const registry = SourceRegistry.create({
      ...this.#options,
      kinds: this.#kinds,
    });
    const worker = new RunWorker({
      ground: this.#ground,
      registry,
      rules: rulesOf(config),
      logger,
      auditor: this.#options.auditor,
      timing: this.#options.timing,
      concurrency: config.getOptionalNumber('itam.discovery.concurrency'),
    });
    const service = new DiscoveryService({
      ground: this.#ground,
      registry,
      poke: () => worker.poke(),
    });
    this.#running = { service, worker };
    await service.sync();
    await this.#schedule(registry, service);
    worker.start();
  }

  /** Stops reading; what was being read goes on elsewhere, or at the next start. */
  async stop(): Promise<void> {
    await this.#running?.worker.stop();
  }

  /** Resolves when nothing is being read here. */
  async idle(): Promise<void> {
    await this.#running?.worker.idle();
  }

  /** For entity summaries: the last complete reading of these sources. */
  async lastReadings(
    sourceIds: string[],
  ): Promise<Map<string, SourceReadingState>> {
    return this.service.lastReadings(sourceIds);
  }

  /** Tasks only enqueue: a run has its own lease and survives its replica. */
  async #schedule(
    registry: SourceRegistry,
    service: DiscoveryService,
  ): Promise<void> {
    const { scheduler, logger } = this.#options;
    for (const { id, settings } of registry.readable()) {
      await scheduler.scheduleTask({
        ...settings.schedule,
        id: `itam-read-${id}`,
        scope: 'global',
        timeout: { minutes: 1 },
        fn: async () => {
          await service
            .startRun({ sourceId: id, trigger: 'schedule' })
            .catch(error =>
              logger.warn(
                `Reading ${id} could not be enqueued: ${
                  toError(error).message
                }`,
              ),
            );
        },
      });
    }
    await scheduler.scheduleTask({
      id: 'itam-follow-catalog',
      frequency: { seconds: 20 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 20 },
      scope: 'global',
      fn: () => service.followCatalog(),
    });
    await scheduler.scheduleTask({
      id: 'itam-prune-runs',
      frequency: { hours: 24 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 5 },
      scope: 'global',
      fn: () => this.#ground.runs.prune(RUNS_KEPT),
    });
  }

  #started() {
    if (!this.#running) {
      throw new Error('discovery has not started yet');
    }
    return this.#running;
  }
}

function systemClock(): Date {
  return new Date();
}

function nowOf(clock: () => Date): () => string {
  return () => clock().toISOString();
}

/** With a mistake in the rules every source is disabled, so none applies. */
function rulesOf(config: Config): OwnershipRule[] {
  try {
    return readOwnershipRules(config);
  } catch {
    return [];
  }
}
