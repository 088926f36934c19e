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
import { itamPlugin } from '../../plugin';
import {
  anEdit,
  aRegister,
  aRegistration,
  registered,
} from '../__testUtils__/ground';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const onlySome: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'itam',
  resourceType: 'itam-asset',
  conditions: {
    rule: 'hasType',
    resourceType: 'itam-asset',
    params: { types: ['cloud-database'] },
  },
};

async function aPortal(decisions: Record<string, PolicyDecision> = {}) {
  const knex = await databases.init('SQLITE_3');
  const ground = await aRegister(knex);
  const [assetId] = await registered(ground, [aRegistration('orders')]);
  ground.clock.tick();
  await ground.register.apply({
    changes: [{ assetId, change: anEdit({ name: 'renamed' }) }],
  });
  await ground.sealer.seal();
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }) =>
        decisions[permission.name] ?? { result: AuthorizeResult.ALLOW },
    );
  const audited: string[] = [];
  const { server } = await startTestBackend({
    features: [
      itamPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.scheduler.mock().factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async () => {
            audited.push(eventId);
          },
          fail: async () => {},
        }),
      }).factory,
      mockServices.permissions.mock({
        // the decisions on basic permissions are definite
        authorize: decide as never,
        authorizeConditional: decide,
      }).factory,
    ],
  });
  const api = request(server);
  return {
    ...{ ground, assetId, audited },
    get: (path: string) => api.get(`/api/itam${path}`),
    post: (path: string, body: object) =>
      api.post(`/api/itam${path}`).send(body),
  };
}

describe('the API of the history', () => {
  it('verifies the history, and names what was touched', async () => {
    const { get, ground, assetId } = await aPortal();
    expect((await get('/history/verify')).body).toMatchObject({
      ...{ verified: 2, blocks: 1, assets: 1, problems: [], complete: true },
    });
    await ground
      .knex('asset_history')
      .where('version', 2)
      .update({ changes: '{}' });
    const { body } = await get('/history/verify');
    expect(body.problems[0]).toMatchObject({
      ...{ kind: 'line-changed', assetId, version: 2, sequence: 2 },
      tag: 'orders-tag',
    });
    expect((await get('/history/verify/last')).body).toMatchObject({
      state: 'never',
    });
  });

  it('verifies for those only who may read every asset', async () => {
    const { get } = await aPortal({ 'itam.asset.read': onlySome });
    for (const path of ['/history/verify', '/history/verify/last']) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain('may read every asset');
    }
    expect((await get('/assets/orders-tag/as-of?date=2026-03-02')).status).toBe(
      200,
    );
  });

  it('answers as it was, what differs, and filtered lines', async () => {
    const { get } = await aPortal();
    const past = await get('/assets/orders-tag/as-of?date=2026-03-02');
    expect(past.body).toMatchObject({
      version: 2,
      facts: { name: 'renamed' },
      attributes: { engine: 'postgres' },
    });
    const early = await get('/assets/orders-tag/as-of?date=2026-02-01');
    expect(early.status).toBe(404);
    const wrong = await get('/assets/orders-tag/as-of?date=01.02.2026');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('query.date');
    const diff = await get('/assets/orders-tag/history/diff?from=1&to=2');
    expect(diff.body.changes.name).toEqual({ from: 'orders', to: 'renamed' });
    const lines = await get('/assets/orders-tag/history?action=register');
    expect(lines.body.items).toHaveLength(1);
    const none = await get('/assets/orders-tag/history?action=invent');
    expect(none.status).toBe(400);
  });

  it('tells that an amount changed, but not which, without the right to see costs', async () => {
    const { get, ground, assetId } = await aPortal({
      'itam.cost.read': { result: AuthorizeResult.DENY },
    });
    await ground.register.apply({
      changes: [
        {
          assetId,
          change: anEdit({ purchaseCost: { amount: '7.00', currency: 'EUR' } }),
        },
      ],
    });
    const { body } = await get('/assets/orders-tag/history?limit=1');
    expect(body.items[0].changes.purchaseCost).toEqual({});
    const past = await get('/assets/orders-tag/as-of?date=2026-03-02');
    expect(past.body.facts).not.toHaveProperty('purchaseCost');
  });

  it('erases a name, with a trace of who did it', async () => {
    const { get, post, audited } = await aPortal();
    const { status, body } = await post('/actors/erase', {
      ref: 'user:default/ann',
      reason: 'left the company',
    });
    expect([status, body.shownAs]).toEqual([200, 'erased']);
    expect(audited).toContain('erase-actor');
    const lines = await get('/assets/orders-tag/history');
    expect(lines.body.items[0].actor).toBe('erased');
    expect((await get('/history/verify')).body.problems).toEqual([]);
  });
});
