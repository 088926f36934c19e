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
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { itamPlugin } from '../plugin';
import { indexEntity } from '../register/__testUtils__/ground';
import { RelationWorld } from './__testUtils__/RelationWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A portal with a server in a rack and a virtual machine on it. */
async function aPortal(options: { denied?: string[]; config?: object } = {}) {
  const knex = await databases.init('SQLITE_3');
  const world = await RelationWorld.create(knex);
  await world.things({
    RACK: { type: 'rack', owner: 'group:default/infra' },
    HOST: {},
    VM: { type: 'virtual-machine' },
  });
  await indexEntity(knex, {
    ref: 'component:default/orders',
    owner: 'group:default/shop',
  });
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }): PolicyDecision => ({
        result: options.denied?.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
    );
  const { server } = await startTestBackend({
    features: [
      itamPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.scheduler.mock().factory,
      mockServices.permissions.mock({
        // no decision of these tests is conditional
        authorize: decide as never,
        authorizeConditional: decide,
      }).factory,
    ],
  });
  const api = request(server);
  return {
    world,
    get: async (path: string) => api.get(`/api/itam${path}`),
    post: async (path: string, body: object, ifMatch?: string) => {
      const call = api.post(`/api/itam${path}`);
      return (ifMatch ? call.set('If-Match', ifMatch) : call).send(body);
    },
  };
}

describe('the API of relations', () => {
  it('relates, shows and takes away', async () => {
    const { get, post } = await aPortal();

    const added = await post('/assets/HOST/relations', {
      type: 'part-of',
      to: 'RACK',
      rollUp: ['owner'],
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ tag: 'HOST', version: 2 });
    const { body } = await get('/assets/HOST/relations');
    expect(body.items).toMatchObject([
      {
        type: 'part-of',
        direction: 'out',
        origin: 'person',
        rollUp: ['owner'],
        asset: { tag: 'RACK', category: 'facility' },
      },
    ]);
    const asset = await get('/assets/HOST');
    expect(asset.body).toMatchObject({ owner: 'group:default/infra' });

    const gone = await post('/assets/HOST/relations/removal', {
      type: 'part-of',
      to: 'RACK',
      reason: 'moved out',
    });
    expect([gone.status, gone.body.version]).toEqual([200, 3]);
    expect((await get('/assets/HOST/relations')).body.items).toEqual([]);
  });

  it('refuses with the field at fault', async () => {
    const { post } = await aPortal();
    const refusal = async (body: object) => {
      const answer = await post('/assets/HOST/relations', body);
      return [answer.status, answer.body.error.message];
    };

    expect(await refusal({ type: 'part-of' })).toEqual([
      400,
      expect.stringContaining("body.to: give either 'to'"),
    ]);
    expect(
      await refusal({ type: 'part-of', to: 'RACK', toEntityRef: 'group:x' }),
    ).toEqual([400, expect.stringContaining("body.to: give either 'to'")]);
    expect(await refusal({ type: 'made-of', to: 'RACK' })).toEqual([
      400,
      expect.stringContaining("no kind of relation 'made-of'; use supports"),
    ]);
    expect(
      await refusal({ type: 'part-of', to: 'RACK', rollUp: ['name'] }),
    ).toEqual([400, expect.stringContaining('body.rollUp.0')]);
  });

  it('honours If-Match, and does without', async () => {
    const { post } = await aPortal();
    const body = { type: 'depends-on', to: 'VM' };

    const stale = await post('/assets/HOST/relations', body, '"7"');
    const fresh = await post('/assets/HOST/relations', body, '"1"');
    const nonsense = await post('/assets/HOST/relations', body, 'first');

    expect([stale.status, fresh.status, nonsense.status]).toEqual([
      412, 201, 400,
    ]);
  });

  it('needs the permission to update, and to see', async () => {
    const { post } = await aPortal({ denied: ['itam.asset.update'] });
    const unseen = await aPortal({ denied: ['itam.asset.read'] });
    const body = { type: 'depends-on', to: 'VM' };

    expect((await post('/assets/HOST/relations', body)).status).toBe(403);
    expect((await unseen.post('/assets/HOST/relations', body)).status).toBe(
      404,
    );
    expect((await unseen.get('/assets/HOST/map')).status).toBe(403);
    expect((await unseen.get('/assets/HOST/impact')).status).toBe(403);
  });

  it('answers what is around an asset, and what stops with it', async () => {
    const { get, world } = await aPortal();
    await world.relate('HOST', 'part-of', 'RACK');
    await world.relate('VM', 'runs-on', 'HOST');
    await world.relate('VM', 'supports', 'component:default/orders');

    const map = await get('/assets/RACK/map?depth=3&types=part-of,runs-on');
    const impact = await get('/assets/RACK/impact');
    const tooFar = await get('/assets/RACK/map?depth=7');

    expect(map.body.nodes).toHaveLength(3);
    expect(map.body.edges).toHaveLength(2);
    expect(impact.body).toMatchObject({
      assets: { total: 2 },
      entities: { total: 1, items: [{ owner: 'group:default/shop' }] },
    });
    expect(impact.body.costs).toBeUndefined();
    expect(tooFar.status).toBe(400);
  });

  it('tells the kinds of relation in force', async () => {
    const { get } = await aPortal({
      config: {
        itam: {
          relations: [
            {
              type: 'cooled-by',
              inverseTitle: 'cools',
              to: { types: ['cooling-unit'] },
            },
          ],
        },
      },
    });

    const { body } = await get('/relation-kinds?limit=200');

    expect(body.items).toHaveLength(9);
    expect(body.items).toContainEqual({
      type: 'cooled-by',
      title: 'cooled by',
      inverseTitle: 'cools',
      from: {},
      to: { types: ['cooling-unit'] },
      toEntities: [],
      acyclic: false,
      single: false,
      failure: 'none',
      rollUp: false,
    });
  });

  it('does not come up with a mistake in the kinds', async () => {
    await expect(
      aPortal({
        config: {
          itam: {
            relations: [{ type: 'part-of', to: { types: ['toaster'] } }],
          },
        },
      }),
    ).rejects.toThrow(
      "itam.relations[0].to.types[0]: there is no asset type 'toaster'",
    );
  });
});
