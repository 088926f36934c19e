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
import {
  aRegister,
  aRegistration,
  registered,
} from '../register/__testUtils__/ground';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const me = 'user:default/mock';
const bob = 'user:default/bob';

function where(rule: string, ...claims: string[]): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: 'itam-asset',
    conditions: {
      anyOf: [{ rule, resourceType: 'itam-asset', params: { claims } }],
    },
  };
}

/** A portal with an asset of a team, used by bob, and one of the caller. */
async function aPortal(decisions: Record<string, PolicyDecision> = {}) {
  const knex = await databases.init('SQLITE_3');
  const ground = await aRegister(knex);
  await registered(ground, [
    aRegistration('theirs', {
      facts: { owner: 'group:default/payments', consumer: bob },
    }),
    aRegistration('mine', { facts: { owner: me } }),
  ]);
  const audited: string[] = [];
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }): PolicyDecision =>
        Object.entries(decisions).find(([name]) =>
          permission.name.startsWith(name),
        )?.[1] ?? { result: AuthorizeResult.ALLOW },
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
      mockServices.rootConfig.factory({ data: {} }),
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
  const api = request(server);
  return {
    get: (path: string) => api.get(`/api/itam${path}`),
    post: (path: string, body: object) =>
      api.post(`/api/itam${path}`).send(body),
    audited,
  };
}

const nobody = { result: AuthorizeResult.DENY } as const;

describe('the API of custody', () => {
  it('hands out and takes back, and answers who has it then', async () => {
    const { post, get, audited } = await aPortal();
    const given = await post('/assets/mine-tag/assignments', {
      kind: 'loan',
      holder: 'User:bob',
      expectedReturn: '2999-01-01',
    });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      consumer: { ref: bob, gone: false },
      open: [{ kind: 'loan', holder: bob, expectedReturn: '2999-01-01' }],
      allowed: ['assign', 'resolve'],
    });
    const back = await post('/assets/mine-tag/assignments/return', {});
    expect(back.body.open).toEqual([]);
    const { body } = await get('/assets/mine-tag/assignments');
    expect(body.items).toMatchObject([{ holder: bob, recordedBy: me }]);
    const asset = await get('/assets/mine-tag');
    expect(asset.body).not.toHaveProperty('consumer');
    expect(audited).toEqual([
      'assign-asset succeeded',
      'return-asset succeeded',
    ]);
  });

  it('answers 409 when somebody has it', async () => {
    const { post, audited } = await aPortal();
    const wish = { kind: 'consumer', holder: bob };
    await post('/assets/mine-tag/assignments', wish);
    const { status } = await post('/assets/mine-tag/assignments', {
      ...wish,
      holder: me,
    });
    expect(status).toBe(409);
    expect(audited).toContain('assign-asset failed');
  });

  it('lets two that ask at the same time not both win', async () => {
    const { post } = await aPortal();
    const answers = await Promise.all(
      [bob, me].map(holder =>
        post('/assets/mine-tag/assignments', { kind: 'consumer', holder }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['kind', { kind: 'thief', holder: bob }],
    ['expectedReturn', { kind: 'loan', holder: bob, expectedReturn: 'May' }],
    ['effectiveAt', { kind: 'loan', holder: bob, effectiveAt: 'now' }],
    ['colour', { kind: 'consumer', holder: bob, colour: 'red' }],
  ])('names the field that is wrong: %s', async (field, body) => {
    const { post } = await aPortal();
    const answer = await post('/assets/mine-tag/assignments', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(field);
  });

  it('lets only those hand on who have a role for it', async () => {
    const { post, get } = await aPortal({
      'itam.role.owner': where('isOwner', me),
      'itam.role.': nobody,
    });
    const wish = { kind: 'consumer', holder: me, replace: true };
    expect((await post('/assets/theirs-tag/assignments', wish)).status).toBe(
      403,
    );
    expect((await post('/assets/mine-tag/assignments', wish)).status).toBe(201);
    const { body } = await get('/assets/theirs-tag/custody');
    expect(body.allowed).toEqual(['resolve']);
    const settled = await post('/leavers/user/default/bob/settle', {
      recall: true,
      reason: 'gone',
    });
    expect(settled.body).toMatchObject({ done: 0, refused: 1 });
  });

  it('tells nothing of assets that may not be seen', async () => {
    const { get, post } = await aPortal({
      'itam.asset.read': where('isOwner', me),
    });
    for (const path of ['custody', 'assignments']) {
      expect((await get(`/assets/theirs-tag/${path}`)).status).toBe(404);
    }
    for (const path of ['statements', 'assignments', 'transfers']) {
      const { status } = await post(`/assets/theirs-tag/${path}`, {
        says: 'right',
        kind: 'consumer',
        holder: me,
        toOwner: me,
        reason: 'mine',
      });
      expect([400, 404]).toContain(status);
    }
    expect(
      (await post('/assets/theirs-tag/statements', { says: 'right' })).status,
    ).toBe(404);
    const { body } = await get('/assignments?holder=user:default/bob');
    expect(body.items).toEqual([]);
    const holdings = await get('/leavers/user/default/bob/holdings');
    expect(holdings.body.items).toEqual([]);
  });

  it('takes what anyone who may read says, and no more of them', async () => {
    const { post, get } = await aPortal({
      'itam.asset.update': nobody,
      'itam.asset.transition': nobody,
    });
    const said = await post('/assets/theirs-tag/statements', {
      says: 'wrong',
      field: 'owner',
      note: 'they moved',
    });
    expect(said.body.discrepancy).toMatchObject({
      class: 'mismatch',
      registered: 'group:default/payments',
      openedBy: me,
      allowed: [],
    });
    const list = await get('/discrepancies?state=open&class=mismatch,missing');
    expect(list.body.items).toHaveLength(1);
    const { id } = said.body.discrepancy;
    const resolution = {
      resolution: 'corrected',
      cause: 'entry-error',
      note: 'done',
    };
    expect(
      (await post(`/discrepancies/${id}/resolution`, resolution)).status,
    ).toBe(403);
  });

  it('takes a transfer from offer to acceptance', async () => {
    const { post, get } = await aPortal();
    const offered = await post('/transfers', {
      assets: [(await get('/assets/theirs-tag')).body.id],
      toOwner: me,
      reason: 'ours now',
    });
    expect(offered.body.items).toMatchObject([{ outcome: 'done' }]);
    const mine = await get('/mine');
    expect(mine.body).toMatchObject({ me, transfersToAccept: 1 });
    const inbox = await get('/transfers?state=open&mine=to-accept');
    const [{ id, allowed }] = inbox.body.items;
    expect(allowed).toEqual(['accept', 'decline', 'withdraw']);
    const accepted = await post(`/transfers/${id}/accept`, {});
    expect(accepted.body).toMatchObject({ state: 'accepted', toOwner: me });
    const asset = await get('/assets/theirs-tag');
    expect(asset.body).toMatchObject({ owner: me, consumer: bob });
  });

  it('asks what narrows a list of assignments down', async () => {
    const { get } = await aPortal();
    const { status, body } = await get('/assignments');
    expect(status).toBe(400);
    expect(body.error.message).toContain('query.holder');
  });

  it('lists nobody as a leaver before the catalog was read', async () => {
    const { get } = await aPortal();
    const { status, body } = await get('/leavers');
    expect([status, body.items]).toEqual([200, []]);
  });

  it.each([
    '/assignments?holder=me&cursor=nonsense',
    '/transfers?cursor=nonsense',
    '/discrepancies?cursor=nonsense',
    '/discrepancies?class=ghost',
    '/leavers/user/default/bob/holdings?cursor=nonsense',
    '/assets/mine-tag/assignments?cursor=nonsense',
  ])('refuses %s and says what is wrong', async path => {
    const { get } = await aPortal();
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/query\.(cursor|class)/);
  });
});
