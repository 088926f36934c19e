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

import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { cloudResource } from './cloudResources';
import { databaseConfig, Place } from './places';

const LOCATION = 'bench:inventory';

/** Gives the catalog all resources at once. */
class ResourceProvider implements EntityProvider {
  #connection: EntityProviderConnection | undefined;

  getProviderName(): string {
    return 'bench-inventory';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  async provide(entities: Entity[]): Promise<void> {
    await this.#connection?.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey: LOCATION })),
    });
  }
}

/**
 * How long the stock catalog takes for the same resources, as entities of an
 * entity provider: from the mutation until the API shows every one of them.
 */
export async function fillStockCatalog(options: {
  place: Place;
  size: number;
}): Promise<{ seconds: number }> {
  const { place, size } = options;
  const provider = new ResourceProvider();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'bench-inventory',
        register(env) {
          env.registerInit({
            deps: { processing: catalogProcessingExtensionPoint },
            async init({ processing }) {
              processing.addEntityProvider(provider);
            },
          });
        },
      }),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: { database: databaseConfig(place) },
          catalog: { rules: [{ allow: ['Resource'] }] },
        },
      }),
    ],
  });
  try {
    const entities = Array.from({ length: size }, (_, n) => resourceEntity(n));
    const url = `http://localhost:${backend.server.port()}/api/catalog/entities/by-query?filter=kind=resource&limit=0`;
    const started = performance.now();
    await provider.provide(entities);
    for (;;) {
      const { totalItems } = await (await fetch(url)).json();
      if (totalItems === size) {
        return { seconds: (performance.now() - started) / 1000 };
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  } finally {
    await backend.stop();
  }
}

/** The entity the register would publish for the n-th resource. */
function resourceEntity(n: number): Entity {
  const thing = cloudResource(n);
  const { team, service } = thing.labels ?? {};
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `${thing.name.slice(0, 50)}-${n.toString(36).padStart(8, '0')}`,
      namespace: 'default',
      title: thing.name,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
        'itam/provider-id': thing.keys[0].value,
      },
    },
    spec: {
      type: thing.type,
      lifecycle: 'in-use',
      owner: `group:default/${team ?? 'unowned'}`,
      ...(service && { dependencyOf: [`component:default/${service}`] }),
    },
  };
}
