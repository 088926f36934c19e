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
import type { AssetState } from '@itam/plugin-itam-common';
import { CatalogWorld } from './__testUtils__/CatalogWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const runsOn = (toAssetId: string): AssetState['relations'] => [
  { type: 'runs-on', toAssetId, origin: 'person' },
];

describe.each(databases.eachSupportedId())('publications on %s', id => {
  it('offers an asset in use, with its state, until its version is acknowledged', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a', {
      keys: [{ type: 'provider-id', value: 'arn:a' }],
    });

    const { items } = await world.pending();
    expect(items).toEqual([
      expect.objectContaining({
        assetId: 'a',
        tag: 'tag-a',
        version: 1,
        tombstone: false,
        asset: expect.objectContaining({ name: 'a', providerId: 'arn:a' }),
      }),
    ]);
    expect(items[0].asset).not.toHaveProperty('keys');

    await expect(
      world.ack({ assetId: 'a', version: 1, entityRef: 'resource:default/a' }),
    ).resolves.toEqual({ acknowledged: 1 });
    await expect(world.pending()).resolves.toEqual({ items: [] });
    await expect(world.wanted()).resolves.toEqual({
      items: [
        expect.objectContaining({
          assetId: 'a',
          version: 1,
          pending: false,
          entityRef: 'resource:default/a',
        }),
      ],
    });
  });

  it('keeps to itself what no rule publishes', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('laptop', { category: 'hardware', type: 'laptop' });
    await world.change('planned', { stage: 'plan', status: 'planned' });
    await world.change('repo', { category: 'code', type: 'repository' });
    await expect(world.pending()).resolves.toEqual({ items: [] });
  });

  it('leaves a newer version pending when an older one is acknowledged', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.change('a', { name: 'renamed' });
    await world.ack({ assetId: 'a', version: 1 });
    const { items } = await world.pending();
    expect(items).toEqual([expect.objectContaining({ version: 2 })]);
    expect(items[0].asset?.name).toBe('renamed');
  });

  it('offers nothing when only figures change that the entity does not carry', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.takeAll();
    await world.change('a', { attributes: { storage: 500 } });
    await expect(world.pending()).resolves.toEqual({ items: [] });
    await world.change('a', { owner: 'group:default/payments' });
    await expect(world.takeAll()).resolves.toEqual(['a']);
  });

  it('withdraws an asset that is disposed of, and then forgets it', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.takeAll();
    await world.change('a', { stage: 'dispose', status: 'deleted' });

    const { items, totals } = await world.pending();
    expect(items).toEqual([
      expect.objectContaining({
        assetId: 'a',
        tombstone: true,
        cause: 'asset',
        entityRef: 'resource:default/tag-a',
      }),
    ]);
    expect(totals).toEqual({ published: 1, withdrawing: 1, full: false });
    await world.takeAll();
    await expect(world.knex('publications').select()).resolves.toEqual([]);
  });

  it('publishes again what comes back before it was withdrawn', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.takeAll();
    await world.change('a', { stage: 'dispose' });
    await world.change('a', { stage: 'use' });
    const { items } = await world.pending();
    expect(items).toEqual([expect.objectContaining({ tombstone: false })]);
  });

  it('rests a failed publication a while, longer each time, and keeps the error', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.change('b');
    await world.ack({ assetId: 'a', version: 1, error: 'no such kind' });
    expect((await world.pending()).items.map(item => item.assetId)).toEqual([
      'b',
    ]);
    await expect(
      world.knex('publications').where({ asset_id: 'a' }).first(),
    ).resolves.toMatchObject({ error: 'no such kind', attempts: 1 });

    expect((await world.wanted()).items[0].error).toBe('no such kind');

    world.now = new Date(world.now.getTime() + 10_000);
    expect((await world.pending()).items).toHaveLength(2);
    await world.ack({ assetId: 'a', version: 1, error: 'no such kind' });
    world.now = new Date(world.now.getTime() + 10_000);
    expect((await world.pending()).items).toHaveLength(1);
    await world.change('a', { name: 'mended' });
    expect((await world.pending()).items).toHaveLength(2);
  });

  it('offers the oldest first, and a busy asset keeps its place', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('late');
    world.now = new Date(world.now.getTime() + 1000);
    await world.change('early');
    world.now = new Date(world.now.getTime() + 1000);
    await world.change('late', { name: 'busy' });
    expect((await world.pending()).items.map(item => item.assetId)).toEqual([
      'late',
      'early',
    ]);
  });

  it('names what an entity stands on, and offers it again when that comes or goes', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('host', { stage: 'plan' });
    await world.change('guest', { relations: runsOn('host') });
    const dependsOn = async () =>
      (await world.pending()).items.find(({ assetId }) => assetId === 'guest')
        ?.dependsOn ?? [];
    await expect(dependsOn()).resolves.toEqual([]);
    await world.takeAll();

    await world.change('host', { stage: 'use' });
    await expect(dependsOn()).resolves.toEqual(['resource:default/tag-host']);
    await expect(world.takeAll()).resolves.toEqual(['guest', 'host']);

    await world.change('host', { stage: 'dispose' });
    await expect(dependsOn()).resolves.toEqual([]);
    await expect(world.takeAll()).resolves.toEqual(['guest', 'host']);
  });

  it('pages through what the catalog should hold', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.changeAll(['a', 'b', 'c'].map(asset => [asset, {}]));
    const first = await world.wanted(2);
    expect(first.items.map(item => item.assetId)).toEqual(['a', 'b']);
    const second = await world.wanted(2, first.nextAfter);
    expect(second.items.map(item => item.assetId)).toEqual(['c']);
    expect(second.nextAfter).toBeUndefined();
  });

  it('offers again what the catalog lost', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.changeAll(['a', 'b'].map(asset => [asset, {}]));
    await world.takeAll();
    await expect(world.republish('b', 'unknown')).resolves.toEqual({
      offered: 1,
    });
    await expect(world.takeAll()).resolves.toEqual(['b']);
  });

  it('knows no other consumer', async () => {
    const world = await CatalogWorld.create(databases, id);
    const { handlers } = world.slice;
    const call = Object.assign(Object.create(null), {
      params: { consumer: 'search' },
      query: { view: 'pending', limit: 10 },
    });
    await expect(handlers.listPublications(call)).rejects.toThrow(
      "there is no consumer 'search'",
    );
  });
});
