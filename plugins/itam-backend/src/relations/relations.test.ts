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
import type { AssetAccess } from '../register/access';
import { RelationWorld } from './__testUtils__/RelationWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function ownedBy(ref: string): AssetAccess {
  return { kind: 'claim', reason: 'owner', refs: [ref] };
}

describe.each(databases.eachSupportedId())('relations on %s', id => {
  async function aWorld() {
    return RelationWorld.create(await databases.init(id));
  }

  it('are added by a person, with a line of history', async () => {
    const world = await aWorld();
    await world.things({ BLADE: {}, CHASSIS: { type: 'blade-chassis' } });

    const change = await world.relate('BLADE', 'part-of', 'CHASSIS', {
      reason: 'slot 4',
    });

    expect(change).toMatchObject({ tag: 'BLADE', version: 2 });
    expect(await world.seen('BLADE')).toEqual(['out part-of CHASSIS (person)']);
    expect(await world.seen('CHASSIS')).toEqual(['in part-of BLADE (person)']);
    expect((await world.history('BLADE')).at(-1)).toMatchObject({
      action: 'relate',
      actor: 'user:default/ann',
      reason: 'slot 4',
      changes: { relations: { to: [expect.stringContaining('part-of')] } },
    });
  });

  it('lead to entities the catalog has, by their full ref', async () => {
    const world = await aWorld();
    await world.things({ DB: { type: 'cloud-database' } });
    await world.entity({ ref: 'component:default/orders' });

    await world.relate('DB', 'supports', 'Component:default/Orders');

    expect(await world.seen('DB')).toEqual([
      'out supports component:default/orders (person)',
    ]);
    await expect(
      world.relate('DB', 'supports', 'component:default/nowhere'),
    ).rejects.toThrow(/^body.toEntityRef: the catalog has no component:/);
    await expect(
      world.relate('DB', 'supports', 'user:default/ann'),
    ).rejects.toThrow(/'supports' leads to catalog entities of kind component/);
  });

  it.each([
    [
      'depends-upon',
      'HOST',
      /^body.type: there is no kind of relation.*part-of/,
    ],
    ['installed-on', 'HOST', /^body.type: DB is a cloud-database and cannot/],
    ['provisioned-by', 'HOST', /^body.to: HOST is a server.*iac-stack/],
    ['depends-on', 'DB', /^body.to: DB is the asset itself/],
    ['depends-on', 'NONE', /^body.to: there is no asset NONE that you may see/],
    [
      'depends-on',
      'component:default/x',
      /^body.toEntityRef: 'depends-on' leads to an asset/,
    ],
    ['supports', 'HOST', /^body.to: 'supports' leads to a catalog entity/],
    [
      'supports',
      'component:',
      /^body.toEntityRef: 'component:' is no entity ref/,
    ],
  ])(
    '%s to %s is refused, saying what would be right',
    async (type, to, why) => {
      const world = await aWorld();
      await world.things({ DB: { type: 'cloud-database' }, HOST: {} });

      await expect(world.relate('DB', type, to)).rejects.toThrow(why);

      expect(await world.seen('DB')).toEqual([]);
    },
  );

  it('of a kind the portal added follow its rules', async () => {
    const world = await aWorld();
    await world.things({
      DB: { type: 'cloud-database' },
      VAULT: { type: 'backup-vault' },
      HOST: {},
    });

    await world.relate('DB', 'backed-up-by', 'VAULT');
    await expect(world.relate('DB', 'backed-up-by', 'HOST')).rejects.toThrow(
      /^body.to: HOST is a server; 'backed-up-by' leads to assets of type backup-vault/,
    );

    expect(await world.seen('DB')).toEqual(['out backed-up-by VAULT (person)']);
  });

  it('are stated once', async () => {
    const world = await aWorld();
    const { HOST } = await world.things({
      APP: { source: 'terraform' },
      HOST: {},
    });
    await world.relate('APP', 'depends-on', 'HOST');
    await expect(world.relate('APP', 'depends-on', HOST)).rejects.toThrow(
      "body.to: APP is 'depends-on' HOST already",
    );

    await world.unrelate('APP', 'depends-on', 'HOST');
    await world.declare('APP', [{ type: 'depends-on', toAssetId: HOST }]);
    await expect(world.relate('APP', 'depends-on', 'HOST')).rejects.toThrow(
      /HOST already, as source terraform says/,
    );
  });

  it('never lead back to where they begin, if the kind forbids it', async () => {
    const world = await aWorld();
    await world.things({ A: {}, B: {}, C: {} });
    await world.relate('A', 'part-of', 'B');
    await world.relate('B', 'part-of', 'C');

    await expect(world.relate('C', 'part-of', 'A')).rejects.toThrow(
      /^body.to: A is itself 'part-of' C, directly or through others/,
    );

    await world.relate('A', 'depends-on', 'B');
    await world.relate('B', 'depends-on', 'A');
    expect(await world.circles('part-of')).toBe(0);
    expect(await world.circles('depends-on')).toBe(2);
  });

  it('never lead back either when two people close the circle at once', async () => {
    const world = await aWorld();
    const tags = ['A', 'B', 'C', 'D'];
    await world.things(Object.fromEntries(tags.map(tag => [tag, {}])));

    const outcomes = await Promise.allSettled(
      tags.map((tag, at) =>
        world.relate(tag, 'part-of', tags[(at + 1) % tags.length]),
      ),
    );

    expect(await world.circles('part-of')).toBe(0);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
  });

  it('are kept without circles whichever way a person writes them', async () => {
    const world = await aWorld();
    await world.things({ A: {}, B: {} });
    await world.writeRelation('A', 'part-of', 'B');

    await expect(world.writeRelation('B', 'part-of', 'A')).rejects.toThrow(
      /^relations: B would lead back to itself by 'part-of'/,
    );
  });

  it('hold a part in one container', async () => {
    const world = await aWorld();
    await world.things({ BLADE: {}, CHASSIS: {}, OTHER: {} });
    await world.relate('BLADE', 'part-of', 'CHASSIS');

    await expect(world.relate('BLADE', 'part-of', 'OTHER')).rejects.toThrow(
      /^body.to: BLADE is 'part-of' another asset already/,
    );
    await expect(
      world.writeRelation('BLADE', 'part-of', 'OTHER'),
    ).rejects.toThrow(/^relations: BLADE can have only one relation 'part-of'/);

    await world.unrelate('BLADE', 'part-of', 'CHASSIS');
    await world.relate('BLADE', 'part-of', 'OTHER');
    expect(await world.seen('BLADE')).toEqual(['out part-of OTHER (person)']);
  });

  it('a source declares are not taken away by a person', async () => {
    const world = await aWorld();
    const { HOST } = await world.things({ HOST: {} });
    await world.things({
      DB: {
        type: 'cloud-database',
        source: 'terraform',
        relations: [
          { type: 'depends-on', toAssetId: HOST },
          { type: 'supports', toEntityRef: 'component:default/orders' },
        ],
      },
    });

    await expect(world.unrelate('DB', 'depends-on', 'HOST')).rejects.toThrow(
      /the source terraform declares.*change it where the source reads it/,
    );
    await expect(
      world.unrelate('DB', 'supports', 'component:default/orders'),
    ).rejects.toThrow(/change what the asset supports as a whole/);
    await expect(world.unrelate('DB', 'part-of', 'HOST')).rejects.toThrow(
      "body.to: DB has no relation 'part-of' to HOST",
    );
    expect(await world.seen('DB')).toHaveLength(2);
  });

  it('leave what sources say of the other kinds alone', async () => {
    const world = await aWorld();
    const { HOST } = await world.things({ HOST: {}, RACK: {} });
    await world.things({
      DB: {
        type: 'cloud-database',
        source: 'terraform',
        relations: [
          { type: 'depends-on', toAssetId: HOST },
          { type: 'supports', toEntityRef: 'component:default/orders' },
        ],
      },
    });

    await world.relate('DB', 'part-of', 'RACK');
    await world.unrelate('DB', 'part-of', 'RACK');

    expect(await world.seen('DB')).toEqual([
      'out depends-on HOST (source:terraform)',
      'out supports component:default/orders (source:terraform)',
    ]);
    expect((await world.state('DB')).fields).toEqual([]);
  });

  it('keep what sources say is supported when a person adds to it', async () => {
    const world = await aWorld();
    await world.entity({ ref: 'component:default/search' });
    await world.things({
      DB: {
        type: 'cloud-database',
        source: 'terraform',
        relations: [
          { type: 'supports', toEntityRef: 'component:default/orders' },
        ],
      },
    });

    await world.relate('DB', 'supports', 'component:default/search');

    expect(await world.seen('DB')).toEqual([
      'out supports component:default/orders (person)',
      'out supports component:default/search (person)',
    ]);
    expect((await world.state('DB')).fields).toMatchObject([
      { field: 'supports', locked: true },
    ]);
  });

  it('are the business of those who may change the asset and see the other', async () => {
    const world = await aWorld();
    await world.things({
      MINE: { owner: 'group:default/a' },
      YOURS: { owner: 'group:default/b' },
    });
    const mine = ownedBy('group:default/a');

    await expect(
      world.relate('YOURS', 'depends-on', 'MINE', {
        rights: { read: 'all', update: mine },
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      world.relate('YOURS', 'depends-on', 'MINE', {
        rights: { read: mine, update: mine },
      }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      world.relate('MINE', 'depends-on', 'YOURS', {
        rights: { read: mine, update: mine },
      }),
    ).rejects.toThrow(/^body.to: there is no asset YOURS that you may see/);
  });

  it('are changed on the version the caller saw, if they name one', async () => {
    const world = await aWorld();
    await world.things({ A: {}, B: {}, C: {} });
    await world.relate('A', 'depends-on', 'B', { expectedVersion: 1 });

    await expect(
      world.relate('A', 'depends-on', 'C', { expectedVersion: 1 }),
    ).rejects.toMatchObject({ name: 'PreconditionFailedError' });
    await expect(
      world.unrelate('A', 'depends-on', 'B', { expectedVersion: 1 }),
    ).rejects.toMatchObject({ name: 'PreconditionFailedError' });
    await world.unrelate('A', 'depends-on', 'B', { expectedVersion: 2 });
    expect(await world.seen('A')).toEqual([]);
  });

  it('added at the same time to one asset are all kept', async () => {
    const world = await aWorld();
    await world.things({ A: {}, B: {}, C: {} });

    await Promise.all(
      ['B', 'C'].map(to => world.relate('A', 'depends-on', to)),
    );

    expect(await world.seen('A')).toHaveLength(2);
    expect((await world.state('A')).version).toBe(3);
  });

  it('tell of the other end only if it may be seen, page by page', async () => {
    const world = await aWorld();
    const { MINE } = await world.things({
      MINE: {
        owner: 'group:default/a',
        relations: [{ type: 'supports', toEntityRef: 'component:default/x' }],
      },
    });
    await world.things({
      SECRET: {
        owner: 'group:default/b',
        relations: [{ type: 'depends-on', toAssetId: MINE }],
      },
    });

    expect(await world.seen('MINE')).toEqual([
      'in depends-on SECRET (person)',
      'out supports component:default/x (person)',
    ]);
    expect(await world.seen('MINE', ownedBy('group:default/a'))).toEqual([
      'in depends-on ? (person)',
      'out supports component:default/x (person)',
    ]);
    const first = await world.reader.list('MINE', { limit: 1 }, 'all');
    const second = await world.reader.list(
      'MINE',
      { limit: 1, cursor: first.nextCursor },
      'all',
    );
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual([
      'depends-on',
      'supports',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });
});

describe.each(databases.eachSupportedId())('roll-up on %s', id => {
  async function aChassis() {
    const world = await RelationWorld.create(await databases.init(id));
    await world.things({
      CHASSIS: {
        type: 'blade-chassis',
        owner: 'group:default/infra',
        location: 'rack-1',
      },
      BLADE: { owner: 'group:default/other', location: 'stock' },
      DISK: { type: 'storage-array' },
    });
    return world;
  }

  it('copies what the container has and follows it from then on', async () => {
    const world = await aChassis();
    await world.relate('BLADE', 'part-of', 'CHASSIS', {
      rollUp: ['owner', 'location'],
    });
    expect(await world.state('BLADE')).toMatchObject({
      owner: 'group:default/infra',
      location: 'rack-1',
    });

    await world.edit('CHASSIS', { location: 'rack-2' });

    expect(await world.state('BLADE')).toMatchObject({
      owner: 'group:default/infra',
      location: 'rack-2',
    });
    const [, related, followed] = await world.history('BLADE');
    expect(related.changes).toMatchObject({
      'rollUp.CHASSIS': { to: ['owner', 'location'] },
      location: { from: 'stock', to: 'rack-1' },
    });
    expect(followed).toMatchObject({
      actor: 'user:default/ann',
      reason: 'follows CHASSIS, which it is part of',
      changes: { location: { from: 'rack-1', to: 'rack-2' } },
    });
  });

  it('goes down to the parts of parts', async () => {
    const world = await aChassis();
    await world.relate('BLADE', 'part-of', 'CHASSIS', { rollUp: ['owner'] });
    await world.relate('DISK', 'part-of', 'BLADE', { rollUp: ['owner'] });

    await world.edit('CHASSIS', { owner: 'group:default/payments' });

    expect((await world.state('DISK')).owner).toBe('group:default/payments');
    expect((await world.state('BLADE')).location).toBe('stock');
  });

  it('leaves a part alone that was given a value of its own', async () => {
    const world = await aChassis();
    await world.relate('BLADE', 'part-of', 'CHASSIS', {
      rollUp: ['owner', 'location'],
    });
    await world.edit('BLADE', { location: 'repair' });

    await world.edit('CHASSIS', {
      location: 'rack-2',
      owner: 'group:default/payments',
    });

    expect(await world.state('BLADE')).toMatchObject({
      location: 'repair',
      owner: 'group:default/payments',
    });
  });

  it('ends with the relation', async () => {
    const world = await aChassis();
    await world.relate('BLADE', 'part-of', 'CHASSIS', { rollUp: ['owner'] });
    await world.unrelate('BLADE', 'part-of', 'CHASSIS');

    await world.edit('CHASSIS', { owner: 'group:default/payments' });

    expect((await world.state('BLADE')).owner).toBe('group:default/infra');
    expect((await world.history('BLADE')).at(-1)?.changes).toMatchObject({
      'rollUp.CHASSIS': { from: ['owner'] },
    });
  });

  it('is a choice, and shown with the relation', async () => {
    const world = await aChassis();
    await world.relate('BLADE', 'part-of', 'CHASSIS', { rollUp: ['location'] });
    await world.relate('DISK', 'part-of', 'CHASSIS');

    await world.edit('CHASSIS', { location: 'rack-3' });

    const { items } = await world.reader.list('CHASSIS', { limit: 5 }, 'all');
    expect(items.map(({ asset, rollUp }) => [asset?.tag, rollUp])).toEqual(
      expect.arrayContaining([
        ['BLADE', ['location']],
        ['DISK', []],
      ]),
    );
    expect((await world.state('DISK')).location).toBeUndefined();
  });

  it('is refused where there is nothing to take over', async () => {
    const world = await aChassis();
    await expect(
      world.relate('CHASSIS', 'part-of', 'DISK', { rollUp: ['owner'] }),
    ).rejects.toThrow(/^body.rollUp: DISK has no owner to take over/);
    await expect(
      world.relate('BLADE', 'depends-on', 'CHASSIS', { rollUp: ['owner'] }),
    ).rejects.toThrow(
      "body.rollUp: nothing is taken over by 'depends-on'; leave it out",
    );
  });

  it('misses no change made to the container at the same time', async () => {
    const world = await aChassis();
    await Promise.all([
      world.relate('BLADE', 'part-of', 'CHASSIS', { rollUp: ['owner'] }),
      world.edit('CHASSIS', { owner: 'group:default/payments' }),
    ]);

    expect((await world.state('BLADE')).owner).toBe('group:default/payments');
  });
});
