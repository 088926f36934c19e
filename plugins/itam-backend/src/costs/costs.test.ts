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

import { TestDatabases } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { rowsOf, sql } from '../database';
import { CostWorld, text } from './__testUtils__/CostWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const checkout = 'component:default/checkout';
const orders = 'component:default/order-api';
const payments = 'group:default/payments';
const storefront = 'group:default/storefront';

describe.each(databases.eachSupportedId())('costs on %s', id => {
  let world: CostWorld;

  beforeEach(async () => {
    world = await CostWorld.create(databases, id);
  });

  afterEach(() => world.stop());

  it('go whole to the one service an asset supports, and to its owner', async () => {
    await world.register({
      carts: { owner: payments, supports: [checkout] },
    });
    world.bills({
      scope: 'october.csv',
      rows: [
        { resource: 'arn:carts', effective: '10.25' },
        { resource: 'arn:carts', effective: '0.0000004' },
      ],
    });

    const run = await world.read();

    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { read: 2, charges: 2, rejected: 0, documents: 1 },
    });
    expect(await world.effective('entity')).toEqual({
      [checkout]: '10.25 EUR',
      none: '',
    });
    expect(await world.effective('owner')).toEqual({
      [payments]: '10.25 EUR',
      none: '',
    });
  });

  it('are split evenly between the services an asset supports, to the micro', async () => {
    const third = 'component:default/third';
    await world.register({
      shared: { owner: payments, supports: [orders, checkout, third] },
    });
    world.bills({
      scope: 'october.csv',
      rows: [
        { resource: 'arn:shared', effective: '0.000011' },
        {
          resource: 'arn:shared',
          effective: '-0.000005',
          category: 'credit',
        },
      ],
    });

    await world.read();

    expect(await world.effective('entity')).toEqual({
      [checkout]: '0.000002 EUR',
      [orders]: '0.000002 EUR',
      [third]: '0.000002 EUR',
      none: '',
    });
    const { items } = await world.service.lines(
      {
        entity: [third],
        sort: '-effective',
        limit: 10,
      },
      'all',
    );
    expect(items.map(line => line.share?.effective)).toEqual([
      '0.000003',
      '-0.000001',
    ]);
    expect(items[0].share).toMatchObject({ shares: 3, rule: 'even' });
  });

  it('say of everything that goes to nothing why', async () => {
    await world.register({
      idle: {},
      kept: { owner: payments },
    });
    world.bills({
      scope: 'october.csv',
      rows: [
        { effective: '1', category: 'tax' },
        { resource: 'arn:elsewhere', effective: '2' },
        { resource: 'arn:idle', effective: '4' },
        { resource: 'arn:kept', effective: '8' },
        { resource: 'arn:kept', effective: '0.0000004', service: 'Other' },
        { resource: 'arn:idle', effective: '0.0000004', service: 'Other' },
      ],
    });

    await world.read();

    const { total, unattributed, items } = await world.report('entity');
    expect(items).toEqual([]);
    expect(text(total.costs)).toBe('15.000001 EUR');
    expect(unattributed.share).toBe(1);
    expect(
      Object.fromEntries(
        unattributed.reasons.map(({ reason, costs }) => [reason, text(costs)]),
      ),
    ).toEqual({
      'no-resource': '1.00 EUR',
      'unknown-resource': '2.00 EUR',
      'no-entity': '12.00 EUR',
      rounding: '0.000001 EUR',
    });
    const owners = await world.report('owner');
    expect(owners.unattributed.reasons[0]).toMatchObject({
      reason: 'no-owner',
      costs: [{ effective: '4.00' }],
    });
    const unknown = await world.service.lines(
      { reason: 'unknown-resource', sort: '-effective', limit: 10 },
      'all',
    );
    expect(unknown.items.map(line => line.resourceId)).toEqual([
      'arn:elsewhere',
    ]);
  });

  it('change nothing when a month is read twice, from one place or from two', async () => {
    const october = {
      scope: 'october.csv',
      rows: [
        { resource: 'arn:carts', effective: '10' },
        { effective: '0.0000007' },
      ],
    };
    world.bills(october);
    await world.read();
    const once = await world.report('month');

    expect((await world.read()).counts).toMatchObject({
      read: 2,
      charges: 2,
      documentsUnchanged: 1,
    });
    expect(await world.report('month')).toEqual(once);

    world.bills(october, { ...october, scope: 'copy of october.csv' });
    await world.read();
    expect(await world.report('month')).toEqual(once);

    const { items } = await world.service.statements({ limit: 10 });
    expect(items).toMatchObject([
      { documents: ['copy of october.csv', 'october.csv'], rows: 2 },
    ]);
  });

  it('are those of all parts of a month, in whatever order they come', async () => {
    const first = {
      scope: 'part-1.csv',
      rows: [{ effective: '1.0000004' }, { month: '2026-09', effective: '3' }],
    };
    const second = { scope: 'part-2.csv', rows: [{ effective: '2.0000004' }] };
    world.bills(second);
    await world.read();
    world.bills(first, second);
    await world.read();

    expect(await world.effective('month')).toEqual({
      '2026-09': '3.00 EUR',
      // the exact sum is 3.0000008: not the sum of rounded parts
      '2026-10': '3.000001 EUR',
    });
  });

  it('are what the latest reading of a place says; what was said before stays as evidence', async () => {
    world.bills({ scope: 'october.csv', rows: [{ effective: '1' }] });
    await world.read();
    world.bills({
      scope: 'october.csv',
      rows: [{ effective: '1' }, { effective: '5' }],
    });
    await world.read();

    expect(await world.effective('month')).toEqual({ '2026-10': '6.00 EUR' });
    const totals = await rowsOf<{ effective: string; replaced_at: string }>(
      world.discovery.knex,
      sql`SELECT t.effective, s.replaced_at FROM charge_totals t
          JOIN charge_statements s ON s.id = t.statement_id
          ORDER BY t.effective`,
    );
    expect(totals.map(row => row.replaced_at !== null)).toEqual([true, false]);
  });

  it('come back when a place says again what it said before', async () => {
    const before = { scope: 'october.csv', rows: [{ effective: '1' }] };
    const after = { scope: 'october.csv', rows: [{ effective: '2' }] };
    for (const bill of [before, after, before]) {
      world.bills(bill);
      await world.read();
    }
    expect(await world.effective('month')).toEqual({ '2026-10': '1.00 EUR' });
  });

  it('stay when their file is no longer there', async () => {
    world.bills({ scope: 'october.csv', rows: [{ effective: '1' }] });
    await world.read();
    world.bills();
    await world.read();
    expect(await world.effective('month')).toEqual({ '2026-10': '1.00 EUR' });
  });

  it('stay as they were when a document is refused, or breaks off', async () => {
    world.bills({ scope: 'october.csv', rows: [{ effective: '1' }] });
    await world.read();

    world.bills({
      scope: 'october.csv',
      rows: [{ effective: '2' }],
      refusal: 'october.csv: the column BilledCost is missing',
    });
    expect(await world.read()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('BilledCost'),
    });
    world.bills({
      scope: 'october.csv',
      rows: [{ effective: '2' }, { effective: '3', category: 'tax' }],
      broken: new Error('the disk is gone'),
    });
    expect((await world.read()).status).toBe('failed');
    world.bills({
      scope: 'october.csv',
      rows: [{ effective: '4' }],
      broken: new InputError('october.csv: a sum is beyond all bounds'),
    });
    expect(await world.read()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('1 of 1 documents refused'),
    });

    expect(await world.effective('month')).toEqual({ '2026-10': '1.00 EUR' });
  });

  it('list the rows that were not taken, and say that they are missing', async () => {
    world.bills({
      scope: 'october.csv',
      rows: [{ effective: '1' }],
      rejects: [
        {
          rejected: true,
          place: 'october.csv row 7',
          field: 'BilledCost',
          reason: "'1,5' is no amount",
        },
      ],
    });
    const run = await world.read();

    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { read: 2, charges: 1, rejected: 1 },
    });
    expect(await world.discovery.rejects(run)).toEqual([
      {
        kind: 'thing',
        place: 'october.csv row 7',
        field: 'BilledCost',
        reason: "'1,5' is no amount",
      },
    ]);
    expect((await world.report('month')).rejectedRows).toBe(1);
    const again = await world.read();
    expect(again.counts).toMatchObject({ charges: 1, rejected: 1 });
    expect(await world.discovery.rejects(again)).toEqual([
      expect.objectContaining({
        reason: expect.stringContaining(`listed at run ${run.id}`),
      }),
    ]);
  });

  it('are left alone by a dry run', async () => {
    world.bills({ scope: 'october.csv', rows: [{ effective: '1' }] });
    const run = await world.read({ dryRun: true });
    expect(run.counts).toMatchObject({ read: 1, charges: 1 });
    expect(await world.effective('month')).toEqual({});
  });

  it('are right after readings and other work at the same time', async () => {
    const bills = ['08', '09', '10'].map(month => ({
      scope: `${month}.csv`,
      rows: [{ month: `2026-${month}`, effective: `${Number(month)}` }],
    }));
    world.bills(...bills);
    await Promise.all([
      world.read(),
      ...Array.from({ length: 8 }, async (_, n) => {
        await new Promise(resolve => setTimeout(resolve, n * 15));
        await world.follow();
      }),
    ]);
    expect(await world.effective('month')).toEqual({
      '2026-08': '8.00 EUR',
      '2026-09': '9.00 EUR',
      '2026-10': '10.00 EUR',
    });
  });

  it('take a pushed bill as the scheduled reading would', async () => {
    await world.push({ scope: 'october.csv', rows: [{ effective: '1' }] });
    world.bills({ scope: 'october.csv', rows: [{ effective: '2' }] });
    await world.read();
    expect(await world.effective('month')).toEqual({ '2026-10': '2.00 EUR' });
  });

  it('follow the register: a resource that becomes known, another owner, another service', async () => {
    world.bills({
      scope: 'october.csv',
      rows: [{ resource: 'arn:carts', effective: '10' }],
    });
    await world.read();
    expect(await world.effective('entity')).toEqual({ none: '10.00 EUR' });

    await world.register({ carts: { owner: payments, supports: [checkout] } });
    await world.follow();
    expect(await world.effective('entity')).toEqual({
      [checkout]: '10.00 EUR',
      none: '',
    });

    await world.change('carts', { owner: storefront, supports: [orders] });
    await world.follow();
    expect(await world.effective('entity')).toEqual({
      [orders]: '10.00 EUR',
      none: '',
    });
    expect(await world.effective('owner')).toEqual({
      [storefront]: '10.00 EUR',
      none: '',
    });
  });

  it('keep the owner, service and rule of a closed month', async () => {
    await world.register({ carts: { owner: payments, supports: [checkout] } });
    const september = {
      scope: 'september.csv',
      rows: [{ month: '2026-09', resource: 'arn:carts', effective: '9' }],
    };
    const october = {
      scope: 'october.csv',
      rows: [{ resource: 'arn:carts', effective: '10' }],
    };
    world.bills(september);
    world.at('2026-10-02T08:00:00.000Z');
    await world.read();
    world.at('2026-10-10T08:00:00.000Z');
    await world.follow();
    world.bills(september, october);
    await world.read();

    await world.change('carts', {
      owner: storefront,
      supports: [checkout, orders],
    });
    await world.follow();

    expect(await world.effective('entity', '2026-09')).toEqual({
      [checkout]: '9.00 EUR',
      none: '',
    });
    expect(await world.effective('entity', '2026-10')).toEqual({
      [checkout]: '5.00 EUR',
      [orders]: '5.00 EUR',
      none: '',
    });
    expect(await world.effective('owner', '2026-09')).toEqual({
      [payments]: '9.00 EUR',
      none: '',
    });

    // a bill of the closed month that is put right later goes where it went
    world.bills(
      {
        ...september,
        rows: [{ ...september.rows[0], effective: '12' }],
      },
      october,
    );
    await world.read();
    expect(await world.effective('entity', '2026-09')).toEqual({
      [checkout]: '12.00 EUR',
      none: '',
    });
    const { allocations, closedThrough } = await world.service.asset(
      await world.idOf('carts'),
      {},
      'all',
    );
    expect(closedThrough).toBe('2026-09');
    expect(allocations).toEqual([
      { to: '2026-09', rule: 'whole', owner: payments, entities: [checkout] },
      {
        from: '2026-10',
        rule: 'even',
        owner: storefront,
        entities: [checkout, orders],
      },
    ]);
  });

  it('keep currencies apart, and convert by the latest rate up to the end of the month', async () => {
    world.bills({
      scope: 'october.csv',
      rows: [
        { effective: '10', currency: 'EUR' },
        { effective: '10', currency: 'USD', billed: '0' },
        { month: '2026-09', effective: '1', currency: 'USD' },
      ],
    });
    await world.read();
    const imported = await world.discovery.costs.handlers.importFxRates(
      rateCall('date,from,to,rate\n2026-10-02,USD,EUR,0.85\n'),
    );
    expect(imported).toMatchObject({ created: 1, rejected: [] });

    const apart = await world.report('month');
    expect(text(apart.total.costs)).toBe('10.00 EUR + 11.00 USD');
    expect(apart.total.converted).toBeUndefined();

    const october = await world.report('month', {
      from: '2026-10',
      currency: 'EUR',
    });
    expect(october.total.converted).toMatchObject({
      effective: '18.50',
      billed: '10.00',
    });
    expect(october.rates).toEqual([
      {
        month: '2026-10',
        from: 'USD',
        to: 'EUR',
        rate: '0.85',
        date: '2026-10-02',
      },
    ]);

    const both = await world.report('month', { currency: 'EUR' });
    expect(both.total.converted).toBeUndefined();
    expect(both.missingRates).toEqual([
      { month: '2026-09', from: 'USD', to: 'EUR' },
    ]);
  });

  it('convert each month by its own last rate, or the last one before, in either direction', async () => {
    world.bills({
      scope: 'bill.csv',
      rows: ['2026-08', '2026-09', '2026-10'].map(month => ({
        month,
        effective: '10',
        currency: 'USD',
      })),
    });
    await world.read();
    await world.discovery.costs.handlers.importFxRates(
      rateCall(
        [
          'date,from,to,rate',
          '2026-01-31,USD,EUR,0.5',
          '2026-07-31,USD,EUR,0.6',
          '2026-09-01,USD,EUR,0.7',
          '2026-09-30,EUR,USD,1.25',
          '2026-11-01,USD,EUR,0.9',
          '2026-10-01,USD,GBP,0.4',
        ].join('\n'),
      ),
    );
    const { total, rates } = await world.report('month', { currency: 'EUR' });
    expect(
      total.months.map(({ month, converted }) => [month, converted?.effective]),
    ).toEqual([
      ['2026-08', '6.00'],
      ['2026-09', '8.00'],
      ['2026-10', '8.00'],
    ]);
    expect(rates.map(({ date }) => date).sort()).toEqual([
      '2026-07-31',
      '2026-09-30',
      '2026-09-30',
    ]);
  });

  it('hide the asset of a line from those who may not see it, not the amount', async () => {
    await world.register({ carts: { owner: payments, supports: [checkout] } });
    world.bills({
      scope: 'october.csv',
      rows: [{ resource: 'arn:carts', effective: '10' }],
    });
    await world.read();
    const query = { sort: '-effective' as const, limit: 10 };

    const seen = await world.service.lines(query, 'all');
    expect(seen.items).toMatchObject([
      { asset: { name: 'carts' }, resourceId: 'arn:carts', hidden: false },
    ]);
    const unseen = await world.service.lines(query, {
      kind: 'category',
      values: ['hardware'],
    });
    expect(unseen.items).toMatchObject([{ hidden: true, effective: '10.00' }]);
    expect(unseen.items[0].asset).toBeUndefined();
    expect(unseen.items[0].resourceId).toBeUndefined();
    await expect(
      world.service.lines(
        { ...query, asset: await world.idOf('carts') },
        'none',
      ),
    ).rejects.toThrow('there is no asset');
  });

  it('list the lines of a service by its shares, page by page', async () => {
    await world.register({
      shared: { supports: [checkout, orders] },
      own: { supports: [checkout] },
    });
    world.bills({
      scope: 'october.csv',
      rows: [
        { resource: 'arn:shared', effective: '10' },
        { resource: 'arn:own', effective: '7' },
        { resource: 'arn:own', effective: '2', service: 'Other' },
      ],
    });
    await world.read();
    const shares: Array<string | undefined> = [];
    let cursor: string | undefined;
    do {
      const page = await world.service.lines(
        { scope: checkout, sort: '-effective', limit: 1, cursor },
        'all',
      );
      shares.push(...page.items.map(line => line.share?.effective));
      cursor = page.nextCursor;
    } while (cursor);
    expect(shares).toEqual(['7.00', '5.00', '2.00']);
  });

  it('come in pages that lack nothing and repeat nothing', async () => {
    world.bills({
      scope: 'october.csv',
      rows: Array.from({ length: 7 }, (_, n) => ({
        service: `Service ${n}`,
        effective: String((n % 3) - 1),
      })),
    });
    await world.read();

    const amounts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.service.lines(
        { sort: '-effective', limit: 2, cursor },
        'all',
      );
      amounts.push(...page.items.map(line => line.effective));
      cursor = page.nextCursor;
    } while (cursor);
    expect(amounts).toEqual([
      '1.00',
      '1.00',
      '0.00',
      '0.00',
      '-1.00',
      '-1.00',
      '-1.00',
    ]);

    const services: string[] = [];
    do {
      const page = await world.report('service', { limit: 3, cursor });
      services.push(...page.items.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(services).size).toBe(7);
    expect(services).toHaveLength(7);
  });

  it('tell an entity its last six months, and a team what it owns', async () => {
    await world.register({ carts: { owner: payments, supports: [checkout] } });
    world.bills({
      scope: 'bill.csv',
      rows: [
        { resource: 'arn:carts', effective: '10' },
        { month: '2026-08', resource: 'arn:carts', effective: '8' },
      ],
    });
    await world.read();

    for (const ref of [checkout, payments]) {
      const costs = await world.service.ofEntity(ref);
      expect(costs?.month).toBe('2026-10');
      expect(
        costs?.months.map(({ month, costs: of }) => [month, text(of)]),
      ).toEqual([
        ['2026-05', ''],
        ['2026-06', ''],
        ['2026-07', ''],
        ['2026-08', '8.00 EUR'],
        ['2026-09', ''],
        ['2026-10', '10.00 EUR'],
      ]);
    }
    const other = await world.service.ofEntity(orders);
    expect(other?.months.flatMap(({ costs }) => costs)).toEqual([]);
  });

  it('sort assets, what has no cost last in both directions', async () => {
    await world.register({ a: {}, b: {}, c: {}, d: {} });
    world.bills({
      scope: 'october.csv',
      rows: [
        { resource: 'arn:a', effective: '1' },
        { resource: 'arn:b', effective: '-2' },
        { resource: 'arn:c', effective: '3' },
      ],
    });
    await world.read();
    const sorted = async (sort: 'cost' | '-cost') => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.discovery.store.list(
          { sort, limit: 2, cursor },
          'all',
        );
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      return names;
    };

    expect(await sorted('-cost')).toEqual(['c', 'a', 'b', 'd']);
    expect(await sorted('cost')).toEqual(['b', 'a', 'c', 'd']);
  });
});

function rateCall(csv: string): never {
  // what the router hands to the handler, as far as the handler looks at it
  return {
    query: {},
    caller: { ref: 'user:default/ida' },
    file: { name: 'rates.csv', content: Buffer.from(csv) },
  } as never;
}
