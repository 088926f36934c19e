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
import { AssetTypeLibrary, LifecycleLibrary } from '@itam/plugin-itam-common';
import { CatalogWorld } from '../catalog/__testUtils__/CatalogWorld';
import { DatabaseSearchFeed } from './DatabaseSearchFeed';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const lifecycleModels = LifecycleLibrary.create();
const assetTypes = AssetTypeLibrary.create({ lifecycleModels });
const laptop = { category: 'hardware', type: 'laptop' } as const;

function feedOf({ knex }: CatalogWorld) {
  return new DatabaseSearchFeed({ knex, assetTypes, lifecycleModels });
}

async function found(world: CatalogWorld): Promise<string[]> {
  const { items } = await feedOf(world).page({ limit: 100 });
  return items.map(({ id }) => id);
}

describe.each(databases.eachSupportedId())('the search feed on %s', id => {
  it('tells what a laptop is, and nothing of who has it', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a', laptop);
    await world.knex('assets').where({ id: 'a' }).update({
      manufacturer: 'Lenovo',
      model: 'T14',
      serial: 'SN-1',
      description: 'from the estate of Bob',
      owner_ref: 'group:default/ops',
      custodian_ref: 'user:default/bob',
      consumer_ref: 'user:default/bob',
    });
    await expect(feedOf(world).page({ limit: 100 })).resolves.toEqual({
      items: [
        {
          id: 'a',
          tag: 'tag-a',
          name: 'a',
          type: 'laptop',
          typeTitle: assetTypes.get('laptop').title,
          category: 'hardware',
          status: 'in-use',
          statusTitle: 'In use',
          stage: 'use',
          manufacturer: 'Lenovo',
          model: 'T14',
          environment: undefined,
        },
      ],
      nextCursor: undefined,
    });
  });

  it('leaves to the catalog what it took as an entity, and takes it back', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a', laptop);
    await world.change('b');
    await expect(found(world)).resolves.toEqual(['a', 'b']);
    await world.takeAll();
    await expect(found(world)).resolves.toEqual(['a']);
    await world.change('b', { status: 'deleted', stage: 'dispose' });
    await expect(found(world)).resolves.toEqual(['a', 'b']);
  });

  it('keeps what the catalog could not take', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a');
    await world.ack({ assetId: 'a', version: 1, error: 'not valid' });
    await expect(found(world)).resolves.toEqual(['a']);
  });

  it('leaves to the catalog what another entity stands for', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('a', {
      keys: [{ type: 'provider-id', value: 'arn:a' }],
    });
    await world.knex('publications').where({ asset_id: 'a' }).update({
      tombstone: true,
      attached_ref: 'resource:default/of-others',
    });
    await expect(found(world)).resolves.toEqual([]);
  });

  it('leaves to the catalog what is linked to an entity that is there', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.change('repository', { category: 'code', type: 'repository' });
    await world
      .knex('assets')
      .where({ id: 'repository' })
      .update({ entity_ref: 'component:default/checkout' });
    await expect(found(world)).resolves.toEqual(['repository']);
    await world.knex('entity_index').insert({
      ref: 'component:default/checkout',
      kind: 'component',
      owner_ref: '',
      system_ref: '',
      domain_ref: '',
      parent_ref: '',
      present: true,
      updated_at: '2026-01-01T00:00:00.000Z',
    });
    await expect(found(world)).resolves.toEqual([]);
    await world.knex('entity_index').update({ present: false });
    await expect(found(world)).resolves.toEqual(['repository']);
  });

  it('gives every asset once, page by page', async () => {
    const world = await CatalogWorld.create(databases, id);
    await world.changeAll(
      ['e', 'c', 'a', 'd', 'b'].map(name => [name, laptop]),
    );
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await feedOf(world).page({ limit: 2, cursor });
      pages.push(page.items.map(item => item.id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('refuses a cursor that is none of its own', async () => {
    const world = await CatalogWorld.create(databases, id);
    await expect(
      feedOf(world).page({ limit: 2, cursor: 'guessed' }),
    ).rejects.toThrow('query.cursor');
  });
});
