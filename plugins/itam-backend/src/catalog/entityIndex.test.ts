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
import type { Entity } from '@backstage/catalog-model';
import { CatalogWorld } from './__testUtils__/CatalogWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function anEntity(
  kind: string,
  name: string,
  spec: Entity['spec'] = {},
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: name, annotations },
    spec,
  };
}

const checkout = (owner: string) =>
  anEntity('Component', 'Checkout', { owner, system: 'shop' });

const dbResource = anEntity(
  'Resource',
  'orders-db',
  { owner: 'payments' },
  { 'amazonaws.com/arn': 'arn:db' },
);

describe.each(databases.eachSupportedId())('entity index on %s', id => {
  it('knows owner, system and title of what the catalog has', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(
      checkout('payments'),
      anEntity('Group', 'payments', {
        parent: 'engineering',
        profile: { displayName: 'Payments team' },
      }),
    );
    await world.slice.entityIndex.refresh();
    const found = await world.slice.entityIndex.find([
      'component:default/Checkout',
      'group:default/payments',
      'group:default/ghosts',
    ]);
    expect([...found.keys()]).toEqual([
      'component:default/Checkout',
      'group:default/payments',
    ]);
    expect(found.get('component:default/Checkout')).toMatchObject({
      ref: 'component:default/checkout',
      owner: 'group:default/payments',
      system: 'system:default/shop',
    });
    expect(found.get('group:default/payments')).toMatchObject({
      title: 'Payments team',
      parent: 'group:default/engineering',
    });
  });

  it('knows the parent of a group, whichever of the two names the other', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(
      anEntity('Group', 'child-of-parent'),
      anEntity('Group', 'names-its-parent', { parent: 'technology' }),
      anEntity('Group', 'technology', { children: ['child-of-parent'] }),
    );
    await world.slice.entityIndex.refresh();
    const found = await world.slice.entityIndex.find([
      'group:default/child-of-parent',
      'group:default/names-its-parent',
    ]);
    expect([...found.values()].map(({ parent }) => parent)).toEqual([
      'group:default/technology',
      'group:default/technology',
    ]);
  });

  it('does not index what we published ourselves', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(
      anEntity('Resource', 'ours', {}, { 'itam/asset-id': 'a' }),
    );
    await world.slice.entityIndex.refresh();
    await expect(world.knex('entity_index').select()).resolves.toEqual([]);
  });

  it('has a digest that changes when something comes, goes or changes owner, and only then', async () => {
    const world = await CatalogWorld.create(databases, id);
    const { entityIndex } = world.slice;
    const digestAfter = async (...entities: Entity[]) => {
      world.entities.splice(0, Infinity, ...entities);
      await entityIndex.refresh();
      return entityIndex.digest();
    };
    const group = anEntity('Group', 'payments');
    await expect(entityIndex.digest()).resolves.toBe('');
    const first = await digestAfter(group, checkout('payments'));
    expect(first).not.toBe('');
    await expect(digestAfter(group, checkout('payments'))).resolves.toBe(first);
    const second = await digestAfter(group, checkout('shop'));
    expect(second).not.toBe(first);
    const third = await digestAfter(group);
    expect(third).not.toBe(second);
    expect((await entityIndex.find(['component:default/checkout'])).size).toBe(
      0,
    );
  });

  it('hands on what came, went or changed owner, until that succeeds', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(anEntity('Group', 'payments'), checkout('payments'));
    await world.slice.entityIndex.refresh();
    world.entities.splice(1, 1, checkout('shop'));
    await world.slice.entityIndex.refresh();
    await world.slice.entityIndex.refresh();
    expect(world.accessRefreshed).toEqual([
      ['component:default/checkout', 'group:default/payments'],
      ['component:default/checkout'],
    ]);
  });

  it('keeps what it knew when the catalog shows nothing at all', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(checkout('payments'));
    await world.slice.entityIndex.refresh();
    world.entities.length = 0;
    await world.slice.entityIndex.refresh();
    expect(
      (await world.slice.entityIndex.find(['component:default/checkout'])).size,
    ).toBe(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no entity at all'),
    );
  });

  it('reads a catalog of many pages', async () => {
    const world = await CatalogWorld.create(databases, id);
    world.entities.push(
      ...Array.from({ length: 1203 }, (_, index) =>
        anEntity('Component', `c${String(index).padStart(4, '0')}`),
      ),
    );
    await world.slice.entityIndex.refresh();
    const rows = await world.knex('entity_index').where({ present: true });
    expect(rows).toHaveLength(1203);
  });

  describe('when another provider publishes the same cloud resource', () => {
    const arn = { keys: [{ type: 'provider-id', value: 'arn:db' }] };

    it('attaches a new asset to it and publishes none', async () => {
      const world = await CatalogWorld.create(databases, id);
      world.entities.push(dbResource);
      await world.slice.entityIndex.refresh();
      await world.change('db', arn);
      await expect(world.pending()).resolves.toEqual({ items: [] });
      await expect(world.knex('publications').first()).resolves.toMatchObject({
        asset_id: 'db',
        attached_ref: 'resource:default/orders-db',
      });
    });

    it('withdraws ours when the other one comes, and publishes again when it goes', async () => {
      const world = await CatalogWorld.create(databases, id);
      const group = anEntity('Group', 'payments');
      await world.changeAll([
        ['db', arn],
        [
          'other',
          {
            relations: [{ type: 'runs-on', toAssetId: 'db', origin: 'person' }],
          },
        ],
      ]);
      await world.takeAll();

      world.entities.push(group, dbResource);
      await world.slice.entityIndex.refresh();
      const { items } = await world.pending();
      expect(items).toEqual([
        expect.objectContaining({
          assetId: 'db',
          tombstone: true,
          cause: 'rule',
        }),
        expect.objectContaining({
          assetId: 'other',
          dependsOn: ['resource:default/orders-db'],
        }),
      ]);
      await world.takeAll();
      await expect(
        world.knex('publications').where({ asset_id: 'db' }).first(),
      ).resolves.toMatchObject({
        attached_ref: 'resource:default/orders-db',
        entity_ref: null,
      });
      await expect(world.pending()).resolves.toEqual({ items: [] });

      world.entities.splice(0, Infinity, group);
      await world.slice.entityIndex.refresh();
      await expect(world.takeAll()).resolves.toEqual(['db', 'other']);
    });
  });
});
