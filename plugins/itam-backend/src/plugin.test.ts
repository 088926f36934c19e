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
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { itamAssetRuleNames, itamRoutes } from '@itam/plugin-itam-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { itamPlugin } from './plugin';
import {
  aRegister,
  aRegistration,
  registered,
  supporting,
  TestGround,
} from './register/__testUtils__/ground';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

type Decisions = Record<string, PolicyDecision>;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

function onlyOwnedBy(...claims: string[]): PolicyDecision {
  const conditions: PermissionCriteria<PermissionCondition> = {
    anyOf: [
      { rule: 'isOwner', resourceType: 'itam-asset', params: { claims } },
    ],
  };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: 'itam-asset',
    conditions,
  };
}

/** A portal with the plugin, on a database that holds some assets already. */
async function aPortal(
  options: { decisions?: Decisions; config?: object } = {},
) {
  const knex = await databases.init('SQLITE_3');
  const ground = await aRegister(knex);
  const [orders] = await registered(ground, [
    aRegistration('orders', {
      facts: { owner: 'group:default/payments' },
      relations: supporting('component:default/orders'),
    }),
    aRegistration('search', { facts: { owner: 'group:default/discovery' } }),
  ]);
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }) => options.decisions?.[permission.name] ?? allow,
    );
  const audited: string[] = [];
  const { server } = await startTestBackend({
    features: [
      itamPlugin,
      databaseOf(knex),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'payments' },
            spec: { type: 'team', children: [] },
          },
        ],
      }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.scheduler.mock().factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async () => {
            audited.push(`${eventId} succeeded`);
          },
          fail: async () => {
            audited.push(`${eventId} failed`);
          },
        }),
      }).factory,
      mockServices.permissions.mock({
        // the decisions of the tests are definite for basic permissions
        authorize: decide as never,
        authorizeConditional: decide,
      }).factory,
    ],
  });
  return { api: request(server), ground, orders, audited };
}

function databaseOf(knex: Knex) {
  return createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => ({ getClient: async () => knex }),
  });
}

function cursorOf(...values: unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

async function nameOf(ground: TestGround, id: string) {
  return (await ground.register.states([id])).get(id)?.name;
}

describe('the API', () => {
  it('lists assets with what the caller may do', async () => {
    const { api } = await aPortal({
      decisions: { 'itam.asset.update': onlyOwnedBy('group:default/payments') },
    });
    const { status, body } = await api.get('/api/itam/assets?total=true');
    expect(status).toBe(200);
    expect(body.totalItems).toBe(2);
    expect(
      body.items.map((item: { name: string; allowed: string[] }) => [
        item.name,
        item.allowed,
      ]),
    ).toEqual([
      ['orders', ['read', 'update', 'transition']],
      ['search', ['read', 'transition']],
    ]);
  });

  it('shows only what the conditions of the policy let through', async () => {
    const { api } = await aPortal({
      decisions: { 'itam.asset.read': onlyOwnedBy('group:default/payments') },
    });
    const { body } = await api.get('/api/itam/assets');
    expect(body.items).toHaveLength(1);
    expect((await api.get('/api/itam/assets/orders-tag')).status).toBe(200);
    const hidden = await api.get('/api/itam/assets/search-tag');
    expect(hidden.status).toBe(404);
    expect((await api.get('/api/itam/assets/search-tag/history')).status).toBe(
      404,
    );
  });

  it('refuses who lacks the permission', async () => {
    const { api } = await aPortal({
      decisions: { 'itam.asset.read': deny, 'itam.settings.read': deny },
    });
    for (const path of ['/assets', '/assets/facets', '/asset-types']) {
      const { status, body } = await api.get(`/api/itam${path}`);
      expect(status).toBe(403);
      expect(body.error.message).toContain('the permission itam.');
    }
  });

  it.each(Object.values(itamRoutes).map(route => [route.operationId, route]))(
    'serves %s, and not without its permission',
    async (_, route) => {
      const { api } = await aPortal({
        decisions: { [route.permission.name]: deny },
      });
      const { status, body } = await api[route.method](
        `/api/itam${route.path.replace(/:\w+/g, 'x')}`,
      ).set(
        'authorization',
        route.callers === 'service'
          ? mockCredentials.service.header()
          : mockCredentials.user.header(),
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain(route.permission.name);
    },
  );

  it('takes a file only with its name, and only up to the size allowed', async () => {
    const { api } = await aPortal({ config: { itam: { maxUploadBytes: 10 } } });
    const push = (content: string) =>
      api
        .post('/api/itam/sources/states/runs')
        .set('content-type', 'application/octet-stream')
        .send(Buffer.from(content));
    const unnamed = await push('{}');
    expect(unnamed.status).toBe(400);
    expect(unnamed.body.error.message).toContain('header x-file-name');
    expect((await push('x'.repeat(11))).status).toBe(413);
    const empty = await push('').set('x-file-name', 'prod.tfstate');
    expect(empty.status).toBe(400);
    expect(empty.body.error.message).toContain('is empty');
    const named = await push('{}').set('x-file-name', 'a%20b.tfstate');
    expect(named.status).toBe(404);
    expect(
      (await push('{}').set('x-file-name', '%E0%A4%A')).body.error.message,
    ).toContain('percent-encoded');
  });

  it('refuses who is not signed in, and people where services are wanted', async () => {
    const { api } = await aPortal();
    const anonymous = await api
      .get('/api/itam/assets')
      .set('authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    const person = await api.get('/api/itam/publications/catalog');
    expect(person.status).toBe(403);
    const service = await api
      .get('/api/itam/publications/catalog')
      .set('authorization', mockCredentials.service.header());
    expect(service.status).toBe(200);
  });

  it.each([
    ['/assets?limit=0', 'query.limit'],
    ['/assets?limit=1000', 'query.limit'],
    ['/assets?sort=colour', 'query.sort: sort is one of'],
    ['/assets?colour=red', 'query.colour: not known; use category'],
    ['/assets?cursor=garbage', 'query.cursor'],
    ['/assets?q=%00', 'query: holds a NUL character'],
    ['/assets/%00', 'path: holds a NUL character'],
    ['/assets?updatedSince=yesterday', 'query.updatedSince'],
    ['/asset-types?cursor=garbage', 'query.cursor'],
    ['/assets/orders-tag/history?cursor=garbage', 'query.cursor'],
    [`/assets/orders-tag/history?cursor=${cursorOf('x')}`, 'query.cursor'],
    [`/assets/orders-tag/history?cursor=${cursorOf(3e9)}`, 'query.cursor'],
    [`/assets?cursor=${cursorOf(1, 'x')}`, 'query.cursor'],
    ['/assets/orders-tag?full=1', 'query.full: this route takes no query'],
  ])('answers %s with 400 naming the field', async (path, message) => {
    const { api } = await aPortal();
    const { status, body } = await api.get(`/api/itam${path}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('refuses text with half a character, which no database gives back as it was', async () => {
    const { api, ground } = await aPortal();
    const { status, body } = await api
      .patch('/api/itam/assets/orders-tag')
      .set('if-match', '"1"')
      .set('content-type', 'application/json')
      .send('{"description": "new", "reason": "\\ud800"}');
    expect(status).toBe(400);
    expect(body.error.message).toContain('body: holds half a character');
    await ground.sealer.seal();
    expect((await ground.verifier.verify({ limit: 50 })).problems).toEqual([]);
  });

  it('spares the answer when the caller has it already', async () => {
    const { api, ground, orders } = await aPortal();
    const first = await api.get('/api/itam/assets/orders-tag');
    expect(first.headers.etag).toMatch(/^"1\./);
    const again = () =>
      api
        .get('/api/itam/assets/orders-tag')
        .set('if-none-match', first.headers.etag);
    expect((await again()).status).toBe(304);
    await ground.register.apply({
      changes: [
        {
          assetId: orders,
          change: aRegistration('orders', { facts: { name: 'renamed' } }),
        },
      ],
    });
    expect((await again()).status).toBe(200);
    const list = await api.get('/api/itam/assets');
    expect(
      (
        await api
          .get('/api/itam/assets')
          .set('if-none-match', list.headers.etag)
      ).status,
    ).toBe(304);
  });

  it('changes an asset on the version that was read, and says who did', async () => {
    const { api, audited } = await aPortal();
    const { headers } = await api.get('/api/itam/assets/orders-tag');
    const changed = await api
      .patch('/api/itam/assets/orders-tag')
      .set('if-match', headers.etag)
      .send({
        description: 'The orders',
        attributes: { storage: 20 },
        supports: ['component:orders', 'Component:default/Checkout'],
        reason: 'because',
      });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      version: 2,
      description: 'The orders',
      attributes: { engine: 'postgres', storage: 20 },
      supports: ['component:default/checkout', 'component:default/orders'],
      allowed: ['read', 'update', 'transition'],
      lifecycleModel: 'cloud-resource',
    });
    const { body } = await api.get('/api/itam/assets/orders-tag/history');
    expect(body.items[0]).toMatchObject({
      actor: 'user:default/mock',
      action: 'update',
      reason: 'because',
      changes: { description: { to: 'The orders' } },
    });
    expect(audited).toEqual(['update-asset succeeded']);
  });

  it('refuses a change on another version with 412', async () => {
    const { api, ground, orders, audited } = await aPortal();
    const { status, body } = await api
      .patch('/api/itam/assets/orders-tag')
      .set('if-match', '"7"')
      .send({ name: 'x' });
    expect(status).toBe(412);
    expect(body.error).toMatchObject({
      name: 'PreconditionFailedError',
      message: expect.stringContaining('If-Match'),
    });
    expect(await nameOf(ground, orders)).toBe('orders');
    expect(audited).toEqual(['update-asset failed']);
  });

  it('lets only one of two changes on the same version through', async () => {
    const { api } = await aPortal();
    const change = (name: string) =>
      api
        .patch('/api/itam/assets/orders-tag')
        .set('if-match', '"1"')
        .send({ name });
    const answers = await Promise.all([change('one'), change('other')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each<[string, object | string, string]>([
    ['a field it does not know', { colour: 'red' }, 'colour'],
    ['a value of the wrong kind', { criticality: 9 }, 'body.criticality'],
    ['a ref that is none', { owner: 'a b' }, 'body.owner'],
    [
      'an owner that cannot own',
      { owner: 'component:default/x' },
      'body.owner',
    ],
    [
      'a bad attribute',
      { attributes: { vcpus: 'many' } },
      'body.attributes.vcpus',
    ],
    [
      'a bad ref among several',
      { supports: ['component:x', ':'] },
      'body.supports.1',
    ],
    ['no JSON', '{', 'body: not valid JSON'],
  ])('refuses %s and keeps all as it was', async (_, patch, message) => {
    const { api, ground, orders } = await aPortal();
    const { status, body } = await api
      .patch('/api/itam/assets/orders-tag')
      .set('if-match', '"1"')
      .set('content-type', 'application/json')
      .send(typeof patch === 'string' ? patch : { name: 'x', ...patch });
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
    expect(await nameOf(ground, orders)).toBe('orders');
  });

  it('asks for If-Match', async () => {
    const { api } = await aPortal();
    const { status, body } = await api
      .patch('/api/itam/assets/orders-tag')
      .send({ name: 'x' });
    expect(status).toBe(400);
    expect(body.error.message).toContain('header If-Match');
  });

  it('lets see but not change what the caller may only read', async () => {
    const { api } = await aPortal({
      decisions: {
        'itam.asset.update': onlyOwnedBy('group:default/discovery'),
      },
    });
    const { status } = await api
      .patch('/api/itam/assets/orders-tag')
      .set('if-match', '"1"')
      .send({ name: 'x' });
    expect(status).toBe(403);
  });

  it('answers for an entity in one call', async () => {
    const { api } = await aPortal();
    const summary = await api.get(
      '/api/itam/entities/Component/default/orders/summary',
    );
    expect(summary.body).toMatchObject({
      entityRef: 'component:default/orders',
      total: 1,
      byStatus: [{ status: 'in-use', stage: 'use', count: 1 }],
      readings: [{ sourceId: 'terraform', failing: false }],
    });
    const assets = await api.get(
      '/api/itam/entities/component/default/orders/assets',
    );
    expect(assets.body.items).toMatchObject([{ name: 'orders' }]);
  });

  it('tells which transitions are open and what stands in the way', async () => {
    const { api } = await aPortal();
    const { body } = await api.get('/api/itam/assets/orders-tag/transitions');
    expect(body).toMatchObject({
      status: 'in-use',
      model: { id: 'cloud-resource' },
    });
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'mark-for-deletion',
          allowed: false,
          reasons: expect.arrayContaining([
            expect.objectContaining({ wayOut: expect.any(String) }),
          ]),
        }),
      ]),
    );
  });

  it('pages types and models, and describes itself', async () => {
    const { api } = await aPortal();
    const first = await api.get('/api/itam/asset-types?limit=100');
    const second = await api.get(
      `/api/itam/asset-types?limit=100&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.items, ...second.body.items].map(
      ({ id }: { id: string }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(100);
    const models = await api.get('/api/itam/lifecycle-models');
    expect(models.body.items).toHaveLength(13);
    const document = await api.get('/api/itam/openapi.json');
    expect(document.body.paths).toHaveProperty(['/assets/{id}']);
  });

  it('publishes the rules a policy can make conditions of', async () => {
    const { api } = await aPortal();
    const { body } = await api.get(
      '/api/itam/.well-known/backstage/permissions/metadata',
    );
    expect(body.rules.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...itamAssetRuleNames].sort(),
    );
  });
});

describe('a mistake in the configuration', () => {
  it.each([
    [{ assetTypes: [{ id: 'kite', category: 'toys' }] }, 'itam.assetTypes[0]'],
    [{ lifecycleModels: [{ id: 'kite' }] }, 'itam.lifecycleModels[0]'],
  ])('stops the start with its path: %j', async (itam, path) => {
    await expect(aPortal({ config: { itam } })).rejects.toThrow(path);
  });
});
