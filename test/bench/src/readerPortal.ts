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
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin as a portal runs it is what is measured
import itamPlugin from '@itam/plugin-itam-backend';
import { ItamClient } from '@itam/plugin-itam-common';
import { databaseConfig, Place } from './places';
import type { Reader } from './readers';

/** A backend over a register that is there, for one reader who asks by HTTP. */
export class ReaderPortal {
  readonly client: ItamClient;
  readonly #backend: TestBackend;

  /** Its tasks do not run: what was seeded stays as it is. */
  static async start(options: {
    place: Place;
    reader: Reader;
  }): Promise<ReaderPortal> {
    const backend = await startTestBackend({
      features: [
        itamPlugin,
        catalogServiceMock.factory(),
        databaseServiceFactory,
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissionsOf(options.reader),
        }),
        mockServices.rootConfig.factory({
          data: { backend: { database: databaseConfig(options.place) } },
        }),
      ],
    });
    return new ReaderPortal(backend);
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

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}

function permissionsOf(reader: Reader): PermissionsService {
  return {
    authorizeConditional: requests =>
      Promise.all(requests.map(({ permission }) => reader.decide(permission))),
    authorize: requests =>
      Promise.all(
        requests.map(async ({ permission }) =>
          definite(await reader.decide(permission)),
        ),
      ),
  };
}

function definite({ result }: PolicyDecision) {
  if (result === AuthorizeResult.CONDITIONAL) {
    throw new Error('only a single asset can be decided on by its conditions');
  }
  return { result };
}
