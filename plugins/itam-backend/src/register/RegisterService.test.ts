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
import { ConflictError, InputError } from '@backstage/errors';
import { DatabaseEntityIndexStore } from '../catalog/EntityIndexStore';
import { newId } from '../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  indexEntity,
  registered,
  supporting,
} from './__testUtils__/ground';
import type { AppliedChange } from './Register';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('the register on %s', id => {
  it('gives back what it was given', async () => {
    const ground = await aRegister(await databases.init(id));
    const [whole, part] = await registered(ground, [
      aRegistration('vpc', {
        type: 'virtual-network',
        facts: { attributes: {} },
      }),
      aRegistration('orders', {
        facts: {
          owner: 'group:default/payments',
          criticality: 2,
          attributes: { engine: 'postgres', storage: 20.5, encrypted: true },
          labels: { team: 'pay\\ments "x"' },
        },
        relations: supporting('component:default/orders'),
        claims: { custodian: { value: 'user:default/x', reason: 'unknown' } },
      }),
    ]);
    await ground.register.apply({
      changes: [
        {
          assetId: part,
          change: aRegistration('orders', {
            action: 'relate',
            relations: [
              ...(supporting('component:default/orders') ?? []),
              { type: 'runs-on', toAssetId: whole },
            ],
          }),
        },
      ],
    });
    const state = (await ground.register.states([part, 'unknown'])).get(part);
    expect(state).toMatchObject({
      tag: 'orders-tag',
      version: 2,
      createdBy: 'source:terraform',
      attributes: { engine: 'postgres', storage: 20.5, encrypted: true },
      labels: { team: 'pay\\ments "x"' },
      keys: [{ type: 'provider-id', value: 'arn:aws:rds:::orders' }],
      relations: [
        { type: 'runs-on', toAssetId: whole, origin: 'source:terraform' },
        {
          type: 'supports',
          toEntityRef: 'component:default/orders',
          origin: 'source:terraform',
        },
      ],
      fields: [
        {
          field: 'custodian',
          observed: 'user:default/x',
          observedBy: 'terraform',
          observedReason: 'unknown',
        },
      ],
    });
  });

  it('leaves no trace of a change that says nothing new', async () => {
    const ground = await aRegister(await databases.init(id));
    const change = aRegistration('orders', {
      facts: { attributes: { engine: 'postgres', storage: 1 } },
    });
    const [assetId] = await registered(ground, [change]);
    const [outcome] = await ground.register.apply({
      changes: [{ assetId, change: { ...change, action: 'observe' } }],
    });
    expect(outcome).toMatchObject({ outcome: 'unchanged', version: 1 });
    const history = await ground.store.history(assetId, { limit: 10 });
    expect(history.items).toHaveLength(1);
  });

  it('lets one of two writers on the same version win', async () => {
    const ground = await aRegister(await databases.init(id));
    const [assetId] = await registered(ground, [aRegistration('orders')]);
    const write = (name: string) =>
      ground.register.apply({
        changes: [
          { assetId, change: anEdit({ name }, { expectedVersion: 1 }) },
        ],
      });
    const results = await Promise.allSettled([write('one'), write('other')]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const lost = results.find(result => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(ConflictError);
    expect(
      (await ground.register.states([assetId])).get(assetId)?.version,
    ).toBe(2);
  });

  it('gives a strong key, and a tag, to one asset only', async () => {
    const ground = await aRegister(await databases.init(id));
    await registered(ground, [aRegistration('orders')]);
    await expect(
      registered(ground, [
        aRegistration('copy', { keys: aRegistration('orders').keys }),
      ]),
    ).rejects.toThrow(
      /^keys: provider-id arn:aws:rds:::orders belongs to the asset orders-tag/,
    );
    await expect(
      registered(ground, [aRegistration('copy', { tag: 'orders-tag' })]),
    ).rejects.toThrow(/^tag: orders-tag belongs/);
    await expect(
      registered(ground, [
        aRegistration('twin-1', {
          keys: [{ type: 'mac', value: '1-2-3-4-5-6-7-8-9-a-b-c' }],
        }),
        aRegistration('twin-2', {
          keys: [{ type: 'mac', value: '1-2-3-4-5-6-7-8-9-a-b-c' }],
        }),
      ]),
    ).rejects.toBeInstanceOf(ConflictError);
    const weak = { keys: [{ type: 'hostname', value: 'web' }] };
    await registered(ground, [
      aRegistration('one', weak),
      aRegistration('two', weak),
    ]);
  });

  it('finds assets by strong keys', async () => {
    const ground = await aRegister(await databases.init(id));
    const [assetId] = await registered(ground, [
      aRegistration('orders', {
        keys: [
          { type: 'provider-id', value: 'arn:1' },
          { type: 'hostname', value: 'web' },
        ],
      }),
    ]);
    const found = await ground.register.identify([
      { type: 'provider-id', value: 'arn:1' },
      { type: 'provider-id', value: 'arn:2' },
      { type: 'hostname', value: 'web' },
    ]);
    expect([...found]).toEqual([['provider-id|arn:1', [assetId]]]);
  });

  it('applies a batch whole or not at all', async () => {
    const ground = await aRegister(await databases.init(id));
    await expect(
      registered(ground, [
        aRegistration('good'),
        aRegistration('bad', {
          relations: [{ type: 'runs-on', toAssetId: newId() }],
        }),
      ]),
    ).rejects.toBeInstanceOf(InputError);
    await expect(
      ground.register.apply({
        changes: [{ assetId: newId(), change: aRegistration('good') }],
        alongside: async () => {
          throw new Error('no');
        },
      }),
    ).rejects.toThrow('no');
    expect(await ground.store.locate('good-tag', 'all')).toBeUndefined();
  });

  it('takes the same asset twice in one batch, with a line of history each', async () => {
    const ground = await aRegister(await databases.init(id));
    const assetId = newId();
    const outcomes = await ground.register.apply({
      changes: [
        { assetId, change: aRegistration('orders') },
        { assetId, change: anEdit({ name: 'renamed' }) },
      ],
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'created',
      'updated',
    ]);
    const { items } = await ground.store.history(assetId, { limit: 10 });
    expect(items.map(({ version, actor }) => [version, actor])).toEqual([
      [2, 'user:default/ann'],
      [1, 'source:terraform'],
    ]);
  });

  it('refuses a batch that is too large', async () => {
    const ground = await aRegister(await databases.init(id), { batchSize: 1 });
    await expect(
      registered(ground, [aRegistration('a'), aRegistration('b')]),
    ).rejects.toThrow(RangeError);
  });

  it('tells its followers what changed, inside the transaction', async () => {
    const seen: AppliedChange[] = [];
    const ground = await aRegister(await databases.init(id), {
      followers: [
        {
          async follow(transaction, changes) {
            seen.push(...changes);
            const [{ count }] = await transaction('assets').count('* as count');
            expect(Number(count)).toBe(1);
          },
        },
      ],
    });
    const [assetId] = await registered(ground, [aRegistration('orders')]);
    await ground.register.apply({
      changes: [{ assetId, change: anEdit({ name: 'renamed' }) }],
    });
    expect(seen.map(({ before, after }) => [before?.name, after.name])).toEqual(
      [
        [undefined, 'orders'],
        ['orders', 'renamed'],
      ],
    );
  });

  it('keeps who an asset concerns up to date', async () => {
    const knex = await databases.init(id);
    const ground = await aRegister(knex);
    await indexEntity(knex, {
      ref: 'component:default/orders',
      owner: 'group:default/payments',
    });
    const [assetId] = await registered(ground, [
      aRegistration('orders', {
        facts: { owner: 'group:default/platform', consumer: 'user:default/bo' },
        relations: supporting('component:default/orders'),
      }),
    ]);
    const claims = async () =>
      (await ground.store.accessFacts([assetId]))
        .get(assetId)
        ?.claims.map(({ reason, ref }) => `${reason} ${ref}`)
        .sort();
    expect(await claims()).toEqual([
      'consumer user:default/bo',
      'owner group:default/platform',
      'supports group:default/payments',
    ]);

    await ground.register.apply({
      changes: [{ assetId, change: anEdit({ owner: null, consumer: null }) }],
    });
    expect(await claims()).toEqual(['supports group:default/payments']);

    await knex('entity_index').update({ owner_ref: 'group:default/orders' });
    await ground.store.refreshAccess(['component:default/orders']);
    expect(await claims()).toEqual(['supports group:default/orders']);
  });

  it('registers a large batch', async () => {
    const ground = await aRegister(await databases.init(id));
    const changes = Array.from({ length: 500 }, (_, n) =>
      aRegistration(`db-${n}`, {
        relations: supporting(`component:default/c-${n % 7}`),
      }),
    );
    await registered(ground, changes);
    const { totalItems } = await ground.store.list(
      { sort: 'name', limit: 1, total: true },
      'all',
    );
    expect(totalItems).toBe(500);
  });

  it('lets the new owner of an entity see what begins to support it at that moment', async () => {
    const knex = await databases.init(id);
    const ground = await aRegister(knex);
    const index = new DatabaseEntityIndexStore({ knex });
    await indexEntity(knex, { ref: 'component:default/a', owner: 'group:old' });
    let written = () => {};
    const isWritten = new Promise<void>(resolve => (written = resolve));
    let commit = () => {};
    const mayCommit = new Promise<void>(resolve => (commit = resolve));
    const assetId = newId();

    const writing = ground.register.apply({
      changes: [
        {
          assetId,
          change: aRegistration('orders', {
            relations: supporting('component:default/a', 'component:default/b'),
          }),
        },
      ],
      alongside: async () => {
        written();
        await mayCommit;
      },
    });
    await isWritten;
    const indexed = (ref: string) => ({
      ...{ ref, kind: 'component', title: undefined, provider_id: undefined },
      ...{ owner_ref: 'group:new', system_ref: '', domain_ref: '' },
      parent_ref: '',
    });
    const following = index
      .upsert(
        [indexed('component:default/a'), indexed('component:default/b')],
        new Date(),
      )
      .then(() =>
        ground.store.refreshAccess([
          'component:default/a',
          'component:default/b',
        ]),
      );
    await Promise.race([
      following,
      new Promise(resolve => setTimeout(resolve, 300)),
    ]);
    commit();
    await Promise.all([writing, following]);

    const facts = await ground.store.accessFacts([assetId]);
    expect(facts.get(assetId)?.claims).toEqual([
      { ref: 'group:new', reason: 'supports' },
    ]);
  });
});
