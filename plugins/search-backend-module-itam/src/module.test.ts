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

import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import type { JsonObject } from '@backstage/types';
import type { SearchableAsset } from '@itam/plugin-itam-common';
import { Router } from 'express';
import { searchModuleItam } from './module';

const laptop: SearchableAsset = {
  id: 'id-1',
  tag: 'HW-000123',
  name: 'ThinkPad of the lab',
  type: 'laptop',
  typeTitle: 'Laptop',
  category: 'hardware',
  status: 'in-use',
  statusTitle: 'In use',
  stage: 'use',
};

/** The register, with this one asset the catalog does not show. */
const register = createBackendPlugin({
  pluginId: 'itam',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.get('/search-documents', async (request, response) => {
          await httpAuth.credentials(request, { allow: ['service'] });
          response.json({ items: [laptop] });
        });
        httpRouter.use(router);
      },
    });
  },
});

async function aPortal(
  options: { config?: JsonObject; mayNot?: string[] } = {},
) {
  const schedules: SchedulerServiceTaskScheduleDefinition[] = [];
  const index: Array<() => Promise<void>> = [];
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(({ permission }) => ({
      result: options.mayNot?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleItam,
      register,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          permission: { enabled: true },
          ...options.config,
        },
      }),
      mockServices.permissions.mock({
        // decisions on a basic permission are definite
        authorize: decide as never,
        authorizeConditional: decide as never,
      }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            createScheduledTaskRunner: schedule => {
              schedules.push(schedule);
              return {
                run: async ({ fn }) => {
                  index.push(async () => fn(new AbortController().signal));
                },
              };
            },
          }),
      }),
    ],
  });
  const port = server.port();
  return {
    schedules,
    index: () => Promise.all(index.map(run => run())),
    async find(term: string) {
      const response = await fetch(
        `http://localhost:${port}/api/search/query?term=${term}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      const { results } = await response.json();
      return results;
    },
  };
}

describe('searchModuleItam', () => {
  it('lets people find a laptop the catalog does not show', async () => {
    const portal = await aPortal();
    await portal.index();
    for (const term of ['thinkpad', 'HW-000123', 'laptop']) {
      await expect(portal.find(term)).resolves.toEqual([
        expect.objectContaining({
          type: 'itam-asset',
          document: expect.objectContaining({
            title: 'ThinkPad of the lab',
            location: '/itam/assets/HW-000123',
            assetType: 'Laptop',
            status: 'In use',
          }),
        }),
      ]);
    }
  });

  it('shows nothing to who may not search assets', async () => {
    const portal = await aPortal({ mayNot: ['itam.search'] });
    await portal.index();
    await expect(portal.find('thinkpad')).resolves.toEqual([]);
  });

  it('indexes when the portal says', async () => {
    const portal = await aPortal({
      config: {
        search: {
          collators: {
            itam: {
              schedule: { frequency: { hours: 2 }, timeout: { minutes: 5 } },
            },
          },
        },
      },
    });
    expect(portal.schedules).toEqual([
      { frequency: { hours: 2 }, timeout: { minutes: 5 } },
    ]);
  });

  it('says where the mistake in its schedule is', async () => {
    await expect(
      aPortal({
        config: {
          search: { collators: { itam: { schedule: { frequency: 'often' } } } },
        },
      }),
    ).rejects.toThrow('search.collators.itam.schedule');
  });
});
