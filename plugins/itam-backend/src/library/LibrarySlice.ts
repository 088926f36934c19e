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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AssetTypeLibrary,
  LifecycleLibrary,
  LifecycleModelDetail,
  libraryRoutes,
  Policies,
  statusMapSchema,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { RouteHandler } from '../http';
import type { Register } from '../register/Register';
import { DatabaseLibraryStore } from './DatabaseLibraryStore';
import { refuseChangedVersions, refuseVanished } from './libraryCheck';
import { statusDetails, transitionDetail, typeDetail } from './libraryDetails';
import type { LibraryStore, StatusCount } from './LibraryStore';
import { readPolicies } from './policies';
import { leftBehind, MOST_PER_CALL, StatusMoves } from './StatusMoves';

/** The handlers of the routes of the library, by operation. */
export type LibraryHandlers = {
  [O in keyof typeof libraryRoutes]: RouteHandler<(typeof libraryRoutes)[O]>;
};

/** How the configuration is named in histories. */
const CONFIG_ACTOR = 'config';

const MIGRATIONS = 'itam.lifecycleMigrations';

/** A status map of the configuration. */
const configuredMoveSchema = statusMapSchema.extend({ model: z.string() });

/** What the slice stands on. */
export interface LibrarySliceOptions {
  config: Config;
  knex: Knex;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  register: Register;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Asset types and lifecycle models beside the assets that follow them: what
 * they are in full, and that none goes while assets need it.
 */
export class LibrarySlice {
  readonly handlers: LibraryHandlers;
  readonly #options: LibrarySliceOptions;
  readonly #store: LibraryStore;
  readonly #moves: StatusMoves;
  readonly #configured: Array<z.infer<typeof configuredMoveSchema>>;

  /** @throws InputError when `itam.lifecycleMigrations` has a mistake. */
  static create(options: LibrarySliceOptions): LibrarySlice {
    return new LibrarySlice(options);
  }

  private constructor(options: LibrarySliceOptions) {
    const { types, models } = options;
    this.#options = options;
    this.#store = new DatabaseLibraryStore(options);
    this.#moves = new StatusMoves({ ...options, store: this.#store });
    this.#configured = readConfigured(options.config);
    const policies: Policies = readPolicies(options.config);
    this.handlers = {
      getAssetType: async ({ params }) => {
        const type = types.get(params.id);
        const counts = await this.#store.counts([type.id]);
        return typeDetail(type, models, sumOf(counts));
      },
      getLifecycleModel: ({ params, query }) =>
        this.#modelDetail(params.id, query.version),
      moveStatuses: ({ params, query, body, caller }) =>
        this.#moves.move(params.id, body, {
          actor: caller.ref,
          dryRun: query.dryRun ?? false,
          most: MOST_PER_CALL,
          at: 'body',
        }),
      getPolicies: async () => policies,
    };
  }

  /**
   * Carries out the status maps of the configuration, then refuses a library
   * without what assets need.
   *
   * @throws InputError naming what is gone, the number of assets that need it,
   * and what to do.
   */
  async start(): Promise<void> {
    const { types, models, logger, now = () => new Date() } = this.#options;
    await refuseChangedVersions(models, {
      store: this.#store,
      now: now().toISOString(),
    });
    for (const [index, { model, ...map }] of this.#configured.entries()) {
      const at = `${MIGRATIONS}[${index}]`;
      if (!models.has(model)) {
        throw new InputError(`${at}.model: there is no model '${model}'`);
      }
      const { moved } = await this.#moves.move(model, map, {
        actor: CONFIG_ACTOR,
        dryRun: false,
        most: Infinity,
        at,
      });
      if (moved > 0) {
        logger.info(`${at}: moved ${moved} assets to other statuses`);
      }
    }
    const counts = await this.#store.counts();
    refuseVanished(counts, { types, models });
    models.list().forEach(model => {
      const ofModel = counts.filter(
        ({ type }) => types.get(type).lifecycleModel === model.id,
      );
      leftBehind(model, ofModel).forEach(({ status, assets }) =>
        logger.warn(
          `lifecycle model '${model.id}': ${assets} assets are in status '${status}', which version ${model.version} no longer has; they follow the older version until they are moved (POST /lifecycle-models/${model.id}/migrations)`,
        ),
      );
    });
  }

  async #modelDetail(
    id: string,
    version: number | undefined,
  ): Promise<LifecycleModelDetail> {
    const { types, models } = this.#options;
    const model = models.get(id, version);
    const following = types
      .list()
      .filter(({ lifecycleModel }) => lifecycleModel === id);
    const counts = await this.#store.counts(following.map(type => type.id));
    const assetsIn = new Map<string, number>();
    counts.forEach(({ status, assets }) =>
      assetsIn.set(status, (assetsIn.get(status) ?? 0) + assets),
    );
    return {
      id,
      title: model.title,
      version: model.version,
      versions: models.versions(id).map(one => one.version),
      statuses: statusDetails(model, assetsIn),
      transitions: model.transitions.map(transition =>
        transitionDetail(transition, models.vocabulary),
      ),
      observableStatuses: model.observableStatuses,
      types: following.map(type => ({ id: type.id, title: type.title })),
      leftBehind: leftBehind(models.get(id), counts).flatMap(
        ({ status, assets }) => {
          const older = models.withStatus(id, status);
          return older
            ? [
                {
                  id: status,
                  title: older.statuses[status].title,
                  version: older.version,
                  assets,
                },
              ]
            : [];
        },
      ),
    };
  }
}

function sumOf(counts: StatusCount[]): number {
  return counts.reduce((sum, { assets }) => sum + assets, 0);
}

function readConfigured(config: Config) {
  const parsed = z
    .array(configuredMoveSchema)
    .safeParse(config.getOptional(MIGRATIONS) ?? []);
  if (parsed.success) {
    return parsed.data;
  }
  const [{ path, message }] = parsed.error.issues;
  throw new InputError(
    `${path.reduce<string>(
      (text, part) =>
        typeof part === 'number'
          ? `${text}[${part}]`
          : `${text}.${String(part)}`,
      MIGRATIONS,
    )}: ${message}`,
  );
}
