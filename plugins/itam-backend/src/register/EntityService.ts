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

import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  AssetItem,
  AssetListQuery,
  AssetMonthCost,
  EntityCosts,
  EntitySummary,
} from '@itam/plugin-itam-common';
import type { AssetService, Rights } from './AssetService';
import type { AssetStore, EntityScope, Page } from './AssetStore';

/** How the reading of a source went last. */
export interface SourceReading {
  /** The last complete reading, ISO 8601 UTC. */
  lastReadAt?: string;
  /** The last attempt failed. */
  failing: boolean;
}

/** Tells how sources are doing; the discovery slice answers. */
export interface SourceReadings {
  lastReadings(sourceIds: string[]): Promise<Map<string, SourceReading>>;
}

/** Tells what things cost; the costs slice answers. */
export interface KnownCosts {
  ofEntity(entityRef: string): Promise<EntityCosts | undefined>;
  ofAssets(assetIds: string[]): Promise<Map<string, AssetMonthCost>>;
}

/** A catalog entity as a path names it. */
export interface EntityPath {
  kind: string;
  namespace: string;
  name: string;
}

/** The assets of services, systems, teams and people. */
export class EntityService {
  readonly #store: AssetStore;
  readonly #assets: AssetService;
  readonly #readings: SourceReadings;
  readonly #costs: KnownCosts;

  constructor(options: {
    store: AssetStore;
    assets: AssetService;
    readings: SourceReadings;
    costs: KnownCosts;
  }) {
    this.#store = options.store;
    this.#assets = options.assets;
    this.#readings = options.readings;
    this.#costs = options.costs;
  }

  /** The page of a service or team in one call. */
  async summary(
    path: EntityPath,
    rights: Pick<Rights, 'read' | 'costs'>,
  ): Promise<EntitySummary> {
    const scope = scopeOf(path);
    const [{ sourceIds, ...figures }, costs] = await Promise.all([
      this.#store.figures(scope, rights.read),
      rights.costs ? this.#costs.ofEntity(scope.ref) : undefined,
    ]);
    const readings = await this.#readings.lastReadings(sourceIds);
    return {
      entityRef: scope.ref,
      ...figures,
      costs,
      readings: sourceIds.map(sourceId => ({
        sourceId,
        failing: false,
        ...readings.get(sourceId),
      })),
    };
  }

  /** The assets of an entity. */
  list(
    path: EntityPath,
    query: AssetListQuery,
    rights: Rights,
  ): Promise<Page<AssetItem>> {
    return this.#assets.list(query, rights, scopeOf(path));
  }
}

function scopeOf(path: EntityPath): EntityScope {
  return {
    kind: path.kind.toLocaleLowerCase('en-US'),
    ref: stringifyEntityRef(path),
  };
}
