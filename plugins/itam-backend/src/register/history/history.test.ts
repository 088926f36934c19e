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
import { AsOfQuery, historyQuerySchema } from '@itam/plugin-itam-common';
import { newId } from '../../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  registered,
} from '../__testUtils__/ground';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { HistoryService } from './HistoryService';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const ada = 'user:default/ada';
const admin = 'user:default/admin';
const everything = { read: 'all' as const, costs: true };

describe.each(databases.eachSupportedId())('the history on %s', id => {
  /**
   * An asset with four versions: registered on the first of March at noon, ada
   * its custodian a day later, renamed the next day back-dated to the first at
   * one, and a run of a source in the end.
   */
  async function aLife() {
    const ground = await aRegister(await databases.init(id));
    const store = new DatabaseHistoryStore({
      knex: ground.knex,
      now: ground.clock.now,
    });
    const service = new HistoryService({ store, assets: ground.store });
    const runId = newId();
    const [assetId] = await registered(ground, [aRegistration('orders')]);
    const day = 86_400_000;
    const apply = async (change: ReturnType<typeof anEdit>) => {
      ground.clock.tick(day);
      await ground.register.apply({ changes: [{ assetId, change }] });
    };
    await apply(
      anEdit({ custodian: ada }, { reason: 'given to user:default/ada.' }),
    );
    await apply(
      anEdit({ name: 'renamed' }, { effectiveAt: '2026-03-01T13:00:00.000Z' }),
    );
    await apply({
      origin: { kind: 'source', sourceId: 'terraform', runId },
      action: 'observe',
      facts: { attributes: { engine: 'mysql' } },
      claims: { owner: { value: ada, reason: `${ada} is not known` } },
    });
    const versions = async (filter: object) =>
      (
        await store.page(
          assetId,
          historyQuerySchema.parse({ limit: '50', ...filter }),
        )
      ).items.map(({ version }) => version);
    const asOf = (date: string, time: AsOfQuery['time'] = 'effective') =>
      service.asOf('orders-tag', { date, time }, everything);
    const problems = async () => {
      await ground.sealer.seal();
      return (await ground.verifier.verify({ limit: 50 })).problems;
    };
    return {
      ...{ ...ground, store, service, assetId, runId },
      ...{ versions, asOf, problems },
    };
  }

  it('is filtered by who, what, which field, which run and when', async () => {
    const { versions, runId } = await aLife();
    expect(await versions({})).toEqual([4, 3, 2, 1]);
    expect(await versions({ actor: 'user:default/ann' })).toEqual([3, 2]);
    expect(await versions({ actor: 'source:terraform' })).toEqual([4, 1]);
    expect(await versions({ actor: 'erased' })).toEqual([]);
    expect(await versions({ action: 'register,observe' })).toEqual([4, 1]);
    expect(await versions({ field: 'name' })).toEqual([3, 1]);
    expect(await versions({ field: 'attributes.engine' })).toEqual([4, 1]);
    expect(await versions({ field: 'nam_' })).toEqual([]);
    expect(await versions({ runId })).toEqual([4]);
    expect(await versions({ from: '2026-03-01', to: '2026-03-01' })).toEqual([
      3, 1,
    ]);
    expect(
      await versions({
        from: '2026-03-03',
        to: '2026-03-03',
        time: 'recorded',
      }),
    ).toEqual([3]);
    expect(await versions({ from: '2026-03-04T13:00:00+01:00' })).toEqual([4]);
  });

  it('pages through filtered lines', async () => {
    const { store, assetId } = await aLife();
    const filter = { limit: 1, actor: 'user:default/ann' };
    const first = await store.page(assetId, filter);
    expect(first.items.map(({ version }) => version)).toEqual([3]);
    const second = await store.page(assetId, {
      ...filter,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ version }) => version)).toEqual([2]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('tells the facts of a day, by either time', async () => {
    const { asOf } = await aLife();
    expect(await asOf('2026-03-01')).toMatchObject({
      ...{ version: 3, facts: { name: 'renamed', tag: 'orders-tag' } },
      attributes: { engine: 'postgres' },
    });
    expect(await asOf('2026-03-01', 'recorded')).toMatchObject({
      ...{ version: 1, facts: { name: 'orders', type: 'cloud-database' } },
      keys: ['provider-id|arn:aws:rds:::orders'],
      locked: [],
    });
    expect(await asOf('2026-03-02', 'recorded')).toMatchObject({
      ...{ version: 2, facts: { custodian: ada } },
      locked: ['custodian'],
    });
    expect(await asOf('2026-03-09')).toMatchObject({
      version: 4,
      attributes: { engine: 'mysql' },
      observed: { owner: { value: ada, by: 'terraform' } },
    });
    await expect(asOf('2026-02-28')).rejects.toThrow(
      'the asset orders-tag was not registered on 2026-02-28',
    );
  });

  it('tells what differs between two versions, either way round', async () => {
    const { service } = await aLife();
    const diff = (from: number, to: number) =>
      service.diff('orders-tag', { from, to }, everything);
    const there = (await diff(1, 3)).changes;
    expect(there).toMatchObject({
      name: { from: 'orders', to: 'renamed' },
      custodian: { to: ada },
    });
    expect((await diff(3, 1)).changes).toMatchObject({
      name: { from: 'renamed', to: 'orders' },
      custodian: { from: ada },
    });
    expect((await diff(2, 2)).changes).toEqual({});
    expect((await diff(0, 1)).changes).toMatchObject({
      tag: { to: 'orders-tag' },
    });
    await expect(diff(1, 9)).rejects.toThrow(
      'query.to: the asset orders-tag has no version 9',
    );
  });

  it('tells no amount to who may not see costs', async () => {
    const { service, register, assetId } = await aLife();
    await register.apply({
      changes: [
        {
          assetId,
          change: anEdit({ purchaseCost: { amount: '7.00', currency: 'EUR' } }),
        },
      ],
    });
    const seen = async (costs: boolean) => {
      const rights = { read: 'all' as const, costs };
      const { facts } = await service.asOf(
        'orders-tag',
        { date: '2026-03-09', time: 'effective' },
        rights,
      );
      const diff = await service.diff('orders-tag', { from: 4, to: 5 }, rights);
      return [facts.purchaseCost, diff.changes.purchaseCost];
    };
    const cost = { amount: '7.00', currency: 'EUR' };
    expect(await seen(true)).toEqual([cost, { to: cost }]);
    expect(await seen(false)).toEqual([undefined, {}]);
  });

  it('shows nothing of an asset that is not in the access', async () => {
    const { service } = await aLife();
    const none = {
      read: { kind: 'type' as const, values: ['laptop'] },
      costs: true,
    };
    await expect(
      service.asOf(
        'orders-tag',
        { date: '2026-03-09', time: 'effective' },
        none,
      ),
    ).rejects.toThrow('there is no asset orders-tag');
    await expect(
      service.diff('orders-tag', { from: 1, to: 2 }, none),
    ).rejects.toThrow('there is no asset orders-tag');
  });

  it('keeps the name of a person outside', async () => {
    const { knex, store, assetId } = await aLife();
    const rows = await knex('asset_history').select('changes', 'reason');
    expect(JSON.stringify(rows)).not.toContain('user:');
    const { items } = await store.page(assetId, { limit: 50 });
    expect(items[2]).toMatchObject({
      changes: { custodian: { to: ada } },
      reason: 'given to user:default/ada.',
    });
    expect(items[0].changes['observed.owner'].to).toEqual({
      ...{ value: ada, by: 'terraform', reason: `${ada} is not known` },
    });
  });

  it('erases nobody who still is a present fact', async () => {
    const { service, versions } = await aLife();
    await expect(
      service.erase({ ref: ada, reason: 'left', actor: admin }),
    ).rejects.toThrow(
      'user:default/ada still is custodian of assets (1, such as orders-tag)',
    );
    expect(await versions({ actor: 'erased' })).toEqual([]);
  });

  it('erases a name and stays true', async () => {
    const life = await aLife();
    const { service, knex, assetId, register, store } = life;
    await register.apply({
      changes: [
        {
          assetId,
          change: anEdit({ custodian: null, description: `Asked by ${ada}.` }),
        },
      ],
    });
    await register.apply({
      changes: [
        { assetId, change: anEdit({ name: 'hers' }, { origin: by(ada) }) },
        {
          assetId,
          change: anEdit({ name: 'his' }, { origin: by(`${ada}.b`) }),
        },
      ],
    });
    expect(await life.problems()).toEqual([]);
    const { records, shownAs } = await service.erase({
      ...{ ref: ada, reason: `${ada} asked for it`, actor: admin },
    });
    expect([records > 0, shownAs]).toEqual([true, 'erased']);

    expect(await life.problems()).toEqual([]);
    const { items } = await store.page(assetId, { limit: 50 });
    expect(items.map(({ actor }) => actor)).toEqual([
      ...[`${ada}.b`, 'erased', 'user:default/ann', 'source:terraform'],
      ...['user:default/ann', 'user:default/ann', 'source:terraform'],
    ]);
    expect(items.find(({ version }) => version === 2)).toMatchObject({
      changes: { custodian: { to: 'erased' } },
      reason: 'given to erased.',
    });
    expect((await life.asOf('2026-03-02', 'recorded')).facts.custodian).toBe(
      'erased',
    );
    const tables = ['actors', 'asset_history', 'asset_fields', 'assets'];
    for (const table of tables) {
      const text = JSON.stringify(await knex(table).select());
      expect([table, text.match(/default\/ada(?!\.b)/)]).toEqual([table, null]);
    }
    const [erased] = await knex('actors').whereNotNull('erased_at');
    expect(erased).toMatchObject({
      ref: null,
      erased_reason: 'erased asked for it',
    });
    expect(
      await knex('actors').where('id', erased.erased_by).first('ref'),
    ).toEqual({ ref: admin });
  });

  it('gives who comes back another id', async () => {
    const { service, register, assetId, store } = await aLife();
    await register.apply({
      changes: [{ assetId, change: anEdit({ custodian: null }) }],
    });
    await service.erase({ ref: ada, reason: 'left', actor: admin });
    await register.apply({
      changes: [{ assetId, change: anEdit({ custodian: ada }) }],
    });
    const { items } = await store.page(assetId, { limit: 50 });
    expect(items[0].changes.custodian).toEqual({ to: ada });
    expect(items[1].changes.custodian).toEqual({ from: 'erased' });
  });

  it('says of a name that it is none, or stands nowhere', async () => {
    const { service, knex } = await aLife();
    await expect(
      service.erase({ ref: 'source:terraform', reason: 'x', actor: admin }),
    ).rejects.toThrow("'source:terraform' is not the ref of a person");
    await expect(
      service.erase({ ref: 'user:default/none', reason: 'x', actor: admin }),
    ).rejects.toThrow('stands nowhere in the register');
    expect(await knex('actors').where('ref', 'user:default/none')).toEqual([]);
  });
});

function by(ref: string) {
  return { kind: 'person' as const, ref };
}
