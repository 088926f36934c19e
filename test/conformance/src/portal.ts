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

import { Knex } from 'knex';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the whole way is what is tested
import itamPlugin from '@itam/plugin-itam-backend';
import focusModule from '@itam/plugin-itam-backend-module-focus';
import terraformModule from '@itam/plugin-itam-backend-module-terraform';
import {
  discoveryRoutes,
  ItamClient,
  registerRoutes,
  RunItem,
  RunReject,
} from '@itam/plugin-itam-common';

const ended = ['succeeded', 'failed', 'held', 'cancelled'];

/** A backend with the register, the source modules and one source. */
export class Portal {
  readonly client: ItamClient;
  readonly #backend: TestBackend;

  static async start(options: {
    knex: Knex;
    kind: 'focus' | 'terraform';
    locations: string[];
  }): Promise<Portal> {
    const backend = await startTestBackend({
      features: [
        itamPlugin,
        focusModule,
        terraformModule,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({ knex: options.knex }),
        mockServices.rootConfig.factory({
          data: {
            itam: {
              sources: {
                [options.kind]: {
                  samples: {
                    locations: options.locations,
                    schedule: {
                      frequency: { trigger: 'manual' },
                      timeout: { minutes: 5 },
                    },
                  },
                },
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
    this.client = new ItamClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://localhost:${backend.server.port()}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
  }

  /** Reads the source, or a pushed file, and waits for the end of the run. */
  async read(file?: { name: string; content: string }): Promise<RunItem> {
    const { id } = await this.client.call(discoveryRoutes.startRun, {
      params: { id: 'samples' },
      file,
    });
    for (;;) {
      const run = await this.client.call(discoveryRoutes.getRun, {
        params: { id },
      });
      if (ended.includes(run.status)) {
        return run;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** What a run did not take. */
  async rejectsOf(run: RunItem): Promise<RunReject[]> {
    const { items } = await this.client.call(discoveryRoutes.listRunRejects, {
      params: { id: run.id },
    });
    return items;
  }

  /** How many assets the register has. */
  async assets(): Promise<number | undefined> {
    const { totalItems } = await this.client.call(registerRoutes.listAssets, {
      query: { limit: 1, total: 'true' },
    });
    return totalItems;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}
