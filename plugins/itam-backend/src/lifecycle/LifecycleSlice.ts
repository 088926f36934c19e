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
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  type AssetTypeLibrary,
  itamCostReadPermission,
  type LifecycleLibrary,
  type registerRoutes,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { RouteCall } from '../http';
import type { Notifier } from '../portal';
import type { KnownRecords } from '../records';
import type { AssetStore, Register } from '../register';
import { TagBook } from '../register/tags/TagBook';
import { AssetCreator } from './AssetCreator';
import { actorOfCall } from './callerRoles';
import { DatabaseLifecycleStore } from './DatabaseLifecycleStore';
import { LifecycleCases } from './LifecycleCases';
import { LifecycleService } from './LifecycleService';
import { FactResolver } from './resolveFacts';
import { createLifecycleHandlers, LifecycleHandlers } from './routes';
import { CarryOutPlansTask } from './tasks/CarryOutPlansTask';
import { RemindOfFactsTask } from './tasks/RemindOfFactsTask';
import { TransitionExaminer } from './TransitionExaminer';

/** What the slice stands on. */
export interface LifecycleSliceOptions {
  config: Config;
  knex: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  /** The assets of the register, and the ids of actors. */
  assets: AssetStore;
  register: Register;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  entities: Pick<EntityIndex, 'find' | 'digest'>;
  records: KnownRecords;
  notifier: Notifier;
  now?: () => Date;
}

/** The lifecycle: transitions, and what stands beside them. */
export class LifecycleSlice {
  readonly handlers: LifecycleHandlers;
  readonly service: LifecycleService;
  /** Gives out tags by the naming standards. */
  readonly tags: TagBook;
  readonly #creator: AssetCreator;
  readonly #options: LifecycleSliceOptions;
  readonly #tasks: Array<{ start(): Promise<void> }>;

  /** @throws InputError when `itam.tags` or `itam.lifecycle` has a mistake. */
  static create(options: LifecycleSliceOptions): LifecycleSlice {
    return new LifecycleSlice(options);
  }

  private constructor(options: LifecycleSliceOptions) {
    const { config, knex, models, assets } = options;
    this.#options = options;
    const store = new DatabaseLifecycleStore({ knex, actors: assets });
    const settings = config.getOptionalConfig('itam.lifecycle');
    const examiner = new TransitionExaminer({
      ...options,
      store,
      settings: {
        outOfScope: settings?.getOptionalStringArray('outOfScope') ?? [],
        blockedSuppliers: (
          settings?.getOptionalStringArray('blockedSuppliers') ?? []
        ).map(supplier => supplier.toLowerCase()),
      },
    });
    this.service = new LifecycleService({
      ...options,
      store,
      examiner,
      facts: new FactResolver(options),
      backDatingDays: settings?.getOptionalNumber('backDatingDays'),
    });
    this.tags = TagBook.fromConfig({ knex, config });
    this.#creator = new AssetCreator({
      ...options,
      service: this.service,
      tags: this.tags,
    });
    this.handlers = createLifecycleHandlers({
      ...options,
      service: this.service,
      cases: new LifecycleCases({ ...options, store }),
      examiner,
      store,
    });
    this.#tasks = [
      new CarryOutPlansTask({ ...options, store, service: this.service }),
      new RemindOfFactsTask({
        ...options,
        store,
        vocabulary: models.vocabulary,
      }),
    ];
  }

  /** Registers what the caller of a route describes; answers its id. */
  async create(
    call: RouteCall<typeof registerRoutes.createAsset>,
  ): Promise<string> {
    const costs = (await call.accessTo(itamCostReadPermission)) !== 'none';
    return this.#creator.create(
      call.body,
      actorOfCall(call, this.#options.assets),
      { costs },
    );
  }

  /** Carries out plans and reminds of open facts, on one replica at a time. */
  async start(): Promise<void> {
    for (const task of this.#tasks) {
      await task.start();
    }
  }
}
