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
import { CatalogWorld } from './__testUtils__/CatalogWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const cloudAndNetwork = {
  publish: [{ category: 'cloud' }, { category: 'network' }],
};

describe.each(databases.eachSupportedId())('publish rules on %s', id => {
  async function aPublishedEstate(itamCatalog = cloudAndNetwork) {
    const world = await CatalogWorld.create(databases, id, itamCatalog);
    await world.slice.applyRules();
    await world.changeAll([
      ['bucket', { type: 'object-storage' }],
      ['db', {}],
      ['switch', { category: 'network', type: 'switch' }],
    ]);
    await world.takeAll();
    return world;
  }

  it('withdraws the entities of a removed rule and nothing else', async () => {
    const world = await aPublishedEstate();
    world.restart({ publish: [{ category: 'cloud' }] });
    await world.slice.applyRules();
    const { items, totals } = await world.pending();
    expect(items).toEqual([
      expect.objectContaining({
        assetId: 'switch',
        tombstone: true,
        cause: 'rule',
      }),
    ]);
    expect(totals?.withdrawing).toBe(0);
  });

  it('publishes what an added rule asks for, and offers nothing twice', async () => {
    const world = await aPublishedEstate({ publish: [{ category: 'cloud' }] });
    world.restart(cloudAndNetwork);
    await world.slice.applyRules();
    await expect(world.takeAll()).resolves.toEqual(['switch']);
  });

  it('does nothing when the rules are those of last time', async () => {
    const world = await aPublishedEstate();
    world.restart(cloudAndNetwork);
    await world.slice.applyRules();
    await expect(world.pending()).resolves.toEqual({ items: [] });
  });

  it('withdraws everything when publishing is switched off', async () => {
    const world = await aPublishedEstate();
    world.restart({ ...cloudAndNetwork, enabled: false });
    await world.slice.applyRules();
    await expect(world.takeAll()).resolves.toEqual(['bucket', 'db', 'switch']);
    await world.change('db', { name: 'renamed' });
    await expect(world.pending()).resolves.toEqual({ items: [] });
    await expect(world.wanted()).resolves.toEqual({ items: [] });
  });

  it('decides for more assets than one batch holds', async () => {
    const world = await CatalogWorld.create(databases, id, { publish: [] });
    await world.changeAll(
      Array.from({ length: 1100 }, (_, index) => [
        `a${String(index).padStart(4, '0')}`,
        {},
      ]),
    );
    world.restart(cloudAndNetwork);
    await world.slice.applyRules();
    const rows = await world.knex('publications').select('asset_id');
    expect(rows).toHaveLength(1100);
  });

  it('publishes no more than the maximum, says so, and goes on when there is room', async () => {
    const world = await CatalogWorld.create(databases, id, { maximum: 2 });
    await world.slice.applyRules();
    await world.changeAll(['a', 'b', 'c'].map(asset => [asset, {}]));
    await expect(world.takeAll()).resolves.toEqual(['a', 'b']);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('itam.catalog.maximum (2) is reached'),
    );

    await world.change('a', { stage: 'dispose' });
    expect((await world.pending()).totals?.full).toBe(true);
    await world.takeAll();
    await world.slice.applyRules();
    await expect(world.takeAll()).resolves.toEqual(['c']);
  });

  it('still updates what is published when the maximum is reached', async () => {
    const world = await aPublishedEstate();
    world.restart({ ...cloudAndNetwork, maximum: 1 });
    await world.slice.applyRules();
    await world.change('db', { name: 'renamed' });
    await expect(world.takeAll()).resolves.toEqual(['db']);
  });

  it('tells in a dry run what would happen, and lets nothing come or go', async () => {
    const world = await aPublishedEstate();
    world.restart({
      publish: [{ type: 'cloud-database' }, { category: 'software' }],
      dryRun: true,
    });
    await world.change('app', {
      category: 'software',
      type: 'saas-application',
    });
    await world.change('db', { name: 'renamed' });
    await expect(world.slice.dryRun()).resolves.toEqual({
      publish: 1,
      withdraw: 2,
      byCategory: { software: 1 },
      waiting: 0,
    });
    await world.slice.applyRules();
    expect(world.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('would publish 1 assets'),
    );
    await expect(world.takeAll()).resolves.toEqual(['db']);
    expect((await world.wanted()).items).toHaveLength(3);
  });

  it('refuses a rule with a mistake, and says where it is', async () => {
    await expect(
      CatalogWorld.create(databases, id, { publish: [{ category: 'clowd' }] }),
    ).rejects.toThrow(/itam\.catalog\.publish\.0\.category/);
    await expect(
      CatalogWorld.create(databases, id, {
        publish: [{ relation: 'made-of' }],
      }),
    ).rejects.toThrow(
      /itam\.catalog\.publish\.0\.relation: there is no kind of relation/,
    );
  });
});
