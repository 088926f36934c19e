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

import { setTimeout as pause } from 'node:timers/promises';
import { ConflictError, InputError } from '@backstage/errors';
import type {
  AssetTypeLibrary,
  LifecycleLibrary,
  LifecycleModel,
  StatusMap,
  StatusMove,
} from '@itam/plugin-itam-common';
import type { Register } from '../register/Register';
import type { LibraryStore, StatusCount } from './LibraryStore';

/** Tries of a batch somebody else changes an asset of meanwhile. */
const TRIES = 5;

/** Assets moved by one call; a caller with more calls again. */
export const MOST_PER_CALL = 10_000;

/** How a move is asked for, beside the map. */
export interface MoveOptions {
  actor: string;
  dryRun: boolean;
  /** Most assets to move. */
  most: number;
  /** Where the map stands, for messages. */
  at: string;
}

/**
 * Moves assets out of statuses the newest version of their model no longer
 * has, through the register like every other change.
 */
export class StatusMoves {
  readonly #store: LibraryStore;
  readonly #register: Register;
  readonly #types: AssetTypeLibrary;
  readonly #models: LifecycleLibrary;

  constructor(options: {
    store: LibraryStore;
    register: Register;
    types: AssetTypeLibrary;
    models: LifecycleLibrary;
  }) {
    this.#store = options.store;
    this.#register = options.register;
    this.#types = options.types;
    this.#models = options.models;
  }

  /**
   * @throws NotFoundError when there is no such model, InputError naming what
   * is wrong with the map.
   */
  async move(
    modelId: string,
    map: StatusMap,
    options: MoveOptions,
  ): Promise<StatusMove> {
    const model = this.#models.get(modelId);
    refuseWrongStatuses(model, map, options.at);
    const types = this.#typesOf(model, map, options.at);
    const counts = await this.#store.counts(types);
    const items = counts
      .filter(({ status }) => Object.hasOwn(map.statuses, status))
      .map(({ type, status, assets }) => ({
        type,
        from: status,
        to: map.statuses[status],
        assets,
      }));
    const wanted = items.reduce((sum, { assets }) => sum + assets, 0);
    const moved = options.dryRun
      ? 0
      : await this.#moveAll(model, types, map, options);
    return {
      dryRun: options.dryRun,
      model: modelId,
      toVersion: model.version,
      items,
      moved,
      remaining: Math.max(0, wanted - moved),
      unmapped: leftBehind(model, counts).filter(
        ({ status }) => !Object.hasOwn(map.statuses, status),
      ),
    };
  }

  async #moveAll(
    model: LifecycleModel,
    types: string[],
    map: StatusMap,
    options: MoveOptions,
  ): Promise<number> {
    let moved = 0;
    for (const [from, to] of Object.entries(map.statuses)) {
      let batch: number;
      do {
        const limit = Math.min(this.#register.batchSize, options.most - moved);
        batch = await this.#moveBatch({
          ...{ types, from, to, limit },
          actor: options.actor,
          reason: reasonOf(model, map.reason),
        });
        moved += batch;
        // other work of this process gets a turn
        await pause(0);
      } while (batch > 0 && moved < options.most);
    }
    return moved;
  }

  /** An asset somebody changes meanwhile is looked at again. */
  async #moveBatch(batch: {
    types: string[];
    from: string;
    to: string;
    limit: number;
    actor: string;
    reason: string;
  }): Promise<number> {
    const { types, from, to, limit, actor, reason } = batch;
    for (let attempt = 1; limit > 0; attempt += 1) {
      const assets = await this.#store.assetsIn({ types, status: from, limit });
      try {
        await this.#register.apply({
          changes: assets.map(({ id, version }) => ({
            assetId: id,
            change: {
              origin: { kind: 'person', ref: actor },
              action: 'update',
              facts: { status: to },
              renamesStatus: true,
              reason,
              expectedVersion: version,
            },
          })),
        });
        return assets.length;
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === TRIES) {
          throw error;
        }
      }
    }
    return 0;
  }

  #typesOf(model: LifecycleModel, map: StatusMap, at: string): string[] {
    const following = this.#types
      .list()
      .filter(({ lifecycleModel }) => lifecycleModel === model.id)
      .map(({ id }) => id);
    const stranger = map.types?.find(id => !following.includes(id));
    if (stranger !== undefined) {
      throw new InputError(
        `${at}.types: '${stranger}' does not follow the lifecycle model '${model.id}'`,
      );
    }
    return map.types ?? following;
  }
}

/** Statuses a version does not have and assets are in. */
export function leftBehind(
  model: LifecycleModel,
  counts: StatusCount[],
): Array<{ status: string; assets: number }> {
  const sums = new Map<string, number>();
  counts
    .filter(({ status }) => !Object.hasOwn(model.statuses, status))
    .forEach(({ status, assets }) =>
      sums.set(status, (sums.get(status) ?? 0) + assets),
    );
  return [...sums].map(([status, assets]) => ({ status, assets }));
}

function refuseWrongStatuses(
  model: LifecycleModel,
  map: StatusMap,
  at: string,
): void {
  for (const [from, to] of Object.entries(map.statuses)) {
    if (Object.hasOwn(model.statuses, from)) {
      throw new InputError(
        `${at}.statuses.${from}: version ${model.version} of '${model.id}' has this status; assets leave it by a transition`,
      );
    }
    if (!Object.hasOwn(model.statuses, to)) {
      throw new InputError(
        `${at}.statuses.${from}: '${to}' is no status of version ${
          model.version
        } of '${model.id}'; it has ${Object.keys(model.statuses).join(', ')}`,
      );
    }
  }
}

function reasonOf(model: LifecycleModel, reason: string | undefined): string {
  return (
    reason ?? `Moved to version ${model.version} of the model ${model.title}`
  );
}
