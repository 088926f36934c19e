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
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin as a portal runs it is what is measured
import itamPlugin from '@itam/plugin-itam-backend';
import focusModule from '@itam/plugin-itam-backend-module-focus';
import { discoveryRoutes, ItamClient, RunItem } from '@itam/plugin-itam-common';
import { catalogEntities, inventoryModule, ownershipRules } from './inventory';
import { databaseConfig, Place } from './places';

const ended = ['succeeded', 'failed', 'held', 'cancelled'];

const onDemand = {
  frequency: { trigger: 'manual' },
  timeout: { hours: 1 },
};

/** A backend with the register and sources of synthetic resources. */
export class Portal {
  readonly #client: ItamClient;
  readonly #backend: TestBackend;

  /**
   * @param options.estate - how many resources the source `estate` has, and
   * the fingerprint they come under
   * @param options.bill - where the cost export is that the source `bill` reads
   */
  static async start(options: {
    place: Place;
    estate: { size: number; fingerprint: string };
    bill?: string;
  }): Promise<Portal> {
    const { place, estate, bill } = options;
    const backend = await startTestBackend({
      features: [
        itamPlugin,
        inventoryModule,
        focusModule,
        catalogServiceMock.factory({ entities: catalogEntities() }),
        databaseServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: { database: databaseConfig(place) },
            itam: {
              ownership: ownershipRules,
              catalog: { maximum: 2 * estate.size },
              sources: {
                inventory: {
                  // a first reading makes the catalog known to the register
                  first: { size: 1, fingerprint: '1', schedule: onDemand },
                  estate: { ...estate, schedule: onDemand },
                },
                ...(bill && {
                  focus: { bill: { locations: bill, schedule: onDemand } },
                }),
              },
            },
          },
        }),
      ],
    });
    return new Portal(backend);
  }

  private constructor(backend: TestBackend) {
    this.#backend = backend;
    this.#client = new ItamClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://localhost:${backend.server.port()}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
  }

  /** Reads a source and waits for the end of the run. */
  async read(sourceId: 'first' | 'estate' | 'bill'): Promise<RunItem> {
    const { id } = await this.#client.call(discoveryRoutes.startRun, {
      params: { id: sourceId },
    });
    for (;;) {
      const run = await this.#client.call(discoveryRoutes.getRun, {
        params: { id },
      });
      if (run.status === 'succeeded') {
        return run;
      }
      if (ended.includes(run.status)) {
        throw new Error(`the run ${run.status}: ${run.error}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** The API. */
  get client(): ItamClient {
    return this.#client;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}
