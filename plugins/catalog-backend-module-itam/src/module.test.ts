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
  type SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import express from 'express';
import { catalogModuleItam } from './module';
import { aPublication, aWithdrawal, FakeFeed } from './__testUtils__/builders';

jest.setTimeout(60_000);

/** The feed of a register, over HTTP and for services only. */
function registerPlugin(feed: FakeFeed) {
  return createBackendPlugin({
    pluginId: 'itam',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpRouter, httpAuth }) {
          const router = express.Router();
          router.use(express.json(), async (request, _response, next) => {
            await httpAuth.credentials(request, { allow: ['service'] });
            next();
          });
          router.get('/publications/catalog', async (request, response) => {
            response.json(
              request.query.view === 'all'
                ? { items: feed.held }
                : await feed.pending(),
            );
          });
          router.post(
            '/publications/catalog/ack',
            async (request, response) => {
              await feed.acknowledge(request.body.items);
              response.json({ acknowledged: request.body.items.length });
            },
          );
          router.post(
            '/publications/catalog/wanted',
            async (request, response) => {
              await feed.askAgain(request.body.assetIds);
              response.json({ offered: request.body.assetIds.length });
            },
          );
          httpRouter.use(router);
        },
      });
    },
  });
}

async function aPortal(feed: FakeFeed) {
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleItam,
      registerPlugin(feed),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.example.com' },
          backend: { baseUrl: 'http://localhost:7007' },
          catalog: { processingInterval: { seconds: 1 } },
          itam: { catalog: { unownedOwner: 'group:default/nobody' } },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            scheduleTask: async task => {
              tasks.set(task.id, task);
            },
          }),
      }),
    ],
  });
  const port = server.port();
  return {
    run: async (task: string) =>
      tasks.get(task)?.fn(new AbortController().signal),
    entity: async (path: string): Promise<Entity | undefined> => {
      const response = await fetch(
        `http://localhost:${port}/api/catalog/entities/by-name/${path}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return response.ok ? response.json() : undefined;
    },
  };
}

async function eventually<T>(
  look: () => Promise<T>,
  isThere: (value: T) => boolean,
): Promise<T> {
  for (const end = Date.now() + 30_000; ; ) {
    const value = await look();
    if (isThere(value) || Date.now() > end) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

describe('catalogModuleItam', () => {
  it('shows assets of the register in the catalog, with relations, and takes them away again', async () => {
    const feed = new FakeFeed(
      aPublication(
        'db',
        {},
        {
          owner: 'group:default/payments',
          relations: [
            {
              type: 'supports',
              toEntityRef: 'component:default/checkout',
              origin: 'person',
            },
          ],
        },
      ),
      aPublication(
        'LIC-000042',
        {},
        {
          category: 'licence',
          type: 'subscription-licence',
          tag: 'LIC-000042',
        },
      ),
      aPublication('bad', {}, { type: '' }),
    );
    const portal = await aPortal(feed);
    await portal.run('itam-publications');
    expect(feed.taken).toEqual(['db@1', 'LIC-000042@1']);
    expect(Object.keys(feed.errors)).toEqual(['bad']);

    const database = await eventually(
      () => portal.entity('resource/default/db'),
      entity => entity !== undefined,
    );
    expect(database?.relations).toEqual(
      expect.arrayContaining([
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'dependencyOf', targetRef: 'component:default/checkout' },
      ]),
    );
    expect(database?.metadata.annotations).toMatchObject({
      'backstage.io/view-url': 'http://portal.example.com/itam/assets/db',
    });

    const licence = await eventually(
      () => portal.entity('licence/default/lic-000042'),
      entity => entity !== undefined,
    );
    expect(licence).toMatchObject({
      apiVersion: 'itam/v1alpha1',
      kind: 'Licence',
    });
    expect(licence?.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/nobody' },
    ]);

    feed.items = [aWithdrawal('db')];
    await portal.run('itam-publications');
    await expect(
      eventually(
        () => portal.entity('resource/default/db'),
        entity => entity === undefined,
      ),
    ).resolves.toBeUndefined();
    await expect(
      portal.entity('licence/default/lic-000042'),
    ).resolves.toBeDefined();

    feed.held = [];
    await portal.run('itam-sweep');
    await expect(
      eventually(
        () => portal.entity('licence/default/lic-000042'),
        entity => entity === undefined,
      ),
    ).resolves.toBeUndefined();
  });
});
