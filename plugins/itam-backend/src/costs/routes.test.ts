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
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { itamPlugin } from '../plugin';
import {
  aRegister,
  aRegistration,
  registered,
  supporting,
} from '../register/__testUtils__/ground';
import { CostsSlice } from './CostsSlice';
import { contentOf, ListedBill, statementOf } from './__testUtils__/statements';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const orders = 'component:default/orders';

const bill: ListedBill = {
  scope: 'october.csv',
  rows: [
    { resource: 'arn:orders', effective: '10.5', billed: '12' },
    { effective: '1.5', category: 'tax' },
  ],
};

/** A portal with an asset and a bill that names it. */
async function aPortal(denied: string[] = []) {
  const knex = await databases.init('SQLITE_3');
  const ground = await aRegister(knex);
  await registered(ground, [
    aRegistration('orders', {
      keys: [{ type: 'provider-id', value: 'arn:orders' }],
      facts: { owner: 'group:default/payments' },
      relations: supporting(orders),
    }),
  ]);
  const config = mockServices.rootConfig({
    data: { itam: { reportingCurrency: 'EUR' } },
  });
  const costs = CostsSlice.create({
    config,
    knex,
    scheduler: mockServices.scheduler.mock(),
    urlReader: mockServices.urlReader.mock(),
    logger: mockServices.logger.mock(),
    assets: ground.store,
  });
  await costs.book.take(
    statementOf(bill),
    {
      sourceId: 'bill',
      scope: bill.scope,
      fingerprint: contentOf(bill),
      revision: '1',
      runId: 'run',
    },
    { signal: new AbortController().signal, alongside: async () => {} },
  );
  await costs.book.settle();
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }): PolicyDecision => ({
        result: denied.includes(permission.name)
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
      mockServices.rootConfig.factory({ data: config.get() as {} }),
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
    get: async (path: string) => api.get(`/api/itam${path}`),
    post: async (path: string, body: string) =>
      api
        .post(`/api/itam${path}`)
        .set('x-file-name', 'rates.csv')
        .set('content-type', 'text/csv')
        .send(body),
  };
}

describe('the API of costs', () => {
  it('answers what things cost, and which lines are behind it', async () => {
    const { get } = await aPortal();

    const { status, body } = await get('/costs?groupBy=entity&currency=EUR');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      to: '2026-10',
      items: [{ key: orders, share: 0.875, converted: { billed: '12.00' } }],
      total: { costs: [{ currency: 'EUR', effective: '12.00' }] },
      unattributed: { reasons: [{ reason: 'no-resource' }] },
    });
    const lines = await get(`/charges?entity=${orders}`);
    expect(lines.body.items).toMatchObject([
      {
        month: '2026-10',
        documents: ['october.csv'],
        asset: { tag: 'orders-tag' },
        share: { effective: '10.50', rule: 'whole' },
      },
    ]);
    const asset = await get('/assets/orders-tag/costs');
    expect(asset.body).toMatchObject({
      total: { costs: [{ effective: '10.50' }] },
      allocations: [{ rule: 'whole', entities: [orders] }],
    });
    const statements = await get('/costs/statements');
    expect(statements.body.items).toMatchObject([
      { standard: 'FOCUS 1.0', rows: 2, totals: [{ currency: 'EUR' }] },
    ]);
  });

  it('takes days where it asks for months', async () => {
    const { get } = await aPortal();
    const { body } = await get(
      '/costs?groupBy=month&from=2026-10-01&to=2026-10-31',
    );
    expect(body).toMatchObject({ from: '2026-10', to: '2026-10' });
    expect(body.items).toHaveLength(1);
  });

  it('puts costs on the page of a service and beside its assets', async () => {
    const { get } = await aPortal();
    const summary = await get('/entities/component/default/orders/summary');
    expect(summary.body.costs.months.at(-1)).toMatchObject({
      month: '2026-10',
      converted: { effective: '10.50' },
    });
    const assets = await get(
      '/entities/component/default/orders/assets?sort=-cost',
    );
    expect(assets.body.items).toMatchObject([
      { cost: { month: '2026-10', costs: [{ effective: '10.50' }] } },
    ]);
  });

  it('tells costs only to who may see them', async () => {
    const { get } = await aPortal(['itam.cost.read']);
    expect((await get('/costs?groupBy=owner')).status).toBe(403);
    const summary = await get('/entities/component/default/orders/summary');
    expect(summary.status).toBe(200);
    expect(summary.body.costs).toBeUndefined();
    const assets = await get('/assets');
    expect(assets.body.items[0].cost).toBeUndefined();
    expect((await get('/assets/orders-tag')).body.cost).toBeUndefined();
    const sorted = await get('/assets?sort=cost');
    expect(sorted.status).toBe(403);
    expect(sorted.body.error.message).toContain('itam.cost.read');
  });

  it('does not tell who may see costs of an asset they may not see', async () => {
    const { get } = await aPortal(['itam.asset.read']);
    expect((await get('/assets/orders-tag/costs')).status).toBe(404);
    expect((await get('/charges?asset=orders-tag')).status).toBe(404);
    const { body } = await get(`/charges?entity=${orders}`);
    expect(body.items).toMatchObject([{ hidden: true, effective: '10.50' }]);
    expect(JSON.stringify(body)).not.toContain('arn:orders');
  });

  it.each([
    ['/costs?groupBy=colour', 'query.groupBy'],
    ['/costs?groupBy=month&from=2026-13', 'query.from'],
    ['/costs?groupBy=month&from=2026-10&to=2026-09', 'query.from'],
    ['/costs?groupBy=month&from=2001-01', 'query.from'],
    ['/costs?groupBy=month&currency=euro', 'query.currency'],
    ['/costs?groupBy=month&scope=checkout', 'query.scope'],
    ['/costs?groupBy=month&cursor=nonsense', 'query.cursor'],
    ['/charges?cursor=WyJ4IiwieSJd', 'query.cursor'],
  ])('refuses %s and names the place', async (path, place) => {
    const { get } = await aPortal();
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(place);
  });

  it('takes exchange rates, tries them first, and lists what it cannot take', async () => {
    const { get, post } = await aPortal();
    const csv = [
      'rate,date,from,to',
      '0.86,2026-10-31,USD,EUR',
      '0,2026-09-30,USD,EUR',
      '0.8,30.09.2026,USD,EUR',
      '0.8,2026-09-30,usd,EUR',
      '0.87,2026-10-31,USD,EUR',
    ].join('\n');

    const tried = await post('/fx-rates/import?dryRun=true', csv);
    expect(tried.body).toMatchObject({ dryRun: true, read: 5, created: 1 });
    expect((await get('/fx-rates')).body.items).toEqual([]);

    const taken = await post('/fx-rates/import', csv);
    expect(
      taken.body.rejected.map(
        ({ line, field }: { line: number; field?: string }) => [line, field],
      ),
    ).toEqual([
      [3, 'rate'],
      [4, 'date'],
      [5, 'from'],
      [6, undefined],
    ]);
    expect((await post('/fx-rates/import', csv)).body).toMatchObject({
      created: 0,
      unchanged: 1,
    });
    expect((await get('/fx-rates')).body.items).toEqual([
      { date: '2026-10-31', from: 'USD', to: 'EUR', rate: '0.86' },
    ]);
    const wrong = await post('/fx-rates/import', 'day,rate\n2026-10-31,1');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('the column date and from');
  });
});
