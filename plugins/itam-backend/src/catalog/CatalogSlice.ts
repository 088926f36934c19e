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
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AssetTypeLibrary,
  CATALOG_CONSUMER,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Register, RegisterFollower } from '../register/Register';
import { readCatalogSettings, refuseUnknownRelations } from './CatalogSettings';
import { DatabaseEntityIndex } from './DatabaseEntityIndex';
import { DatabasePublicationStore } from './DatabasePublicationStore';
import type { EntityIndex } from './EntityIndex';
import { DatabaseEntityIndexStore } from './EntityIndexStore';
import { PublicationService } from './PublicationService';
import type { PublicationStore } from './PublicationStore';
import { PublishForecast, PublishRules } from './PublishRules';
import { createPublicationHandlers, PublicationHandlers } from './routes';
import { SettingsStore } from '../database';

/** Attachments looked at in one go after the catalog was read. */
const ATTACHMENT_BATCH = 500;

/** What the slice stands on. */
export interface CatalogSliceOptions {
  knex: Knex;
  config: Config;
  assetTypes: Pick<AssetTypeLibrary, 'list' | 'find'>;
  /** Kinds of relation rules may name. */
  relationKinds: Pick<RelationLibrary, 'find'>;
  /** Called late: the register needs its followers first. */
  register: () => Pick<Register, 'states'>;
  /** Brings asset_access in line after these entities came, went or changed owner. */
  refreshAccess: (entityRefs: string[]) => Promise<void>;
  /** Annotation of people and teams that says which day is their last. */
  endDateAnnotation?: string;
  catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
  auth: AuthService;
  scheduler: SchedulerService;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Everything between register and catalog: what the catalog is to see of the
 * register, and what the register knows of the catalog.
 */
export class CatalogSlice {
  readonly #scheduler: SchedulerService;
  readonly #store: PublicationStore;
  readonly #service: PublicationService;
  readonly #rules: PublishRules;
  readonly #entityIndex: DatabaseEntityIndex;
  /** The routes of the feed. */
  readonly handlers: PublicationHandlers;

  /** @throws InputError when `itam.catalog` has a mistake. */
  static create(options: CatalogSliceOptions): CatalogSlice {
    return new CatalogSlice(options);
  }

  private constructor(options: CatalogSliceOptions) {
    const { knex, assetTypes, logger, now } = options;
    const settings = readCatalogSettings(options.config);
    refuseUnknownRelations(settings, options.relationKinds);
    const settingsStore = new SettingsStore({ knex });
    this.#scheduler = options.scheduler;
    this.#store = new DatabasePublicationStore({
      knex,
      consumer: CATALOG_CONSUMER,
      now,
    });
    this.#service = new PublicationService({
      store: this.#store,
      register: options.register,
      settings,
      unitOf: type => assetTypes.find(type)?.unit,
      logger,
    });
    this.#rules = new PublishRules({
      service: this.#service,
      store: this.#store,
      settingsStore,
      settings,
      units: assetTypes.list().map(({ id, unit }) => [id, unit]),
      logger,
      now,
    });
    this.#entityIndex = new DatabaseEntityIndex({
      store: new DatabaseEntityIndexStore({ knex }),
      settingsStore,
      catalog: options.catalog,
      auth: options.auth,
      logger,
      providerIdAnnotations: settings.providerIdAnnotations,
      endDateAnnotation: options.endDateAnnotation,
      onChange: async refs => {
        await options.refreshAccess(refs);
        await this.attachAgain();
      },
      now,
    });
    this.handlers = createPublicationHandlers(this.#service);
  }

  /** Follows the register. */
  get follower(): RegisterFollower {
    return this.#service;
  }

  /** What the register knows of the catalog. */
  get entityIndex(): EntityIndex {
    return this.#entityIndex;
  }

  /** Brings what is published in line with the publish rules, if it is not. */
  applyRules(): Promise<void> {
    return this.#rules.apply();
  }

  /** What applying the publish rules would do. */
  dryRun(): Promise<PublishForecast> {
    return this.#rules.dryRun();
  }

  /**
   * Withdraws what another provider's entity now stands for, and publishes what
   * lost the entity that stood for it.
   */
  async attachAgain(): Promise<void> {
    for (let before = ''; ; ) {
      const assetIds = await this.#store.wronglyAttached(ATTACHMENT_BATCH);
      const batch = assetIds.join();
      if (assetIds.length === 0 || batch === before) {
        return;
      }
      await this.#service.decideAgain(assetIds);
      before = batch;
    }
  }

  /** Applies the publish rules and schedules the tasks. */
  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-entity-index',
      frequency: { seconds: 15 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 5 },
      scope: 'global',
      fn: () => this.#entityIndex.refreshIfDue(),
    });
    await this.#scheduler.scheduleTask({
      id: 'itam-publish-rules',
      frequency: { minutes: 15 },
      timeout: { hours: 1 },
      scope: 'local',
      fn: signal => this.#rules.apply(signal),
    });
  }
}
