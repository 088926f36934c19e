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
import { AssetListQuery, assetListQuerySchema } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  indexEntity,
  registered,
  supporting,
  TestGround,
} from './__testUtils__/ground';
import type { AssetAccess, AssetCondition } from './access';
import type { EntityScope } from './AssetStore';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

type Query = Parameters<typeof assetListQuerySchema.parse>[0] & object;

function aQuery(query: Query = {}): AssetListQuery {
  return assetListQuerySchema.parse(query);
}

/** The names of all pages, put together. */
async function namesOf(
  ground: TestGround,
  query: Query = {},
  access: AssetAccess = 'all',
  scope?: EntityScope,
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ground.store.list(
      aQuery({ ...query, cursor }),
      access,
      scope,
    );
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

const owners = (...refs: string[]): AssetCondition => ({
  kind: 'claim',
  reason: 'owner',
  refs,
});

/** An estate of two teams: services, an unowned bucket, a laptop. */
async function anEstate(knex: Knex): Promise<TestGround> {
  const ground = await aRegister(knex);
  for (const entity of [
    {
      ref: 'component:default/orders',
      owner: 'group:default/payments',
      system: 'system:default/shop',
    },
    {
      ref: 'component:default/search',
      owner: 'group:default/discovery',
      system: 'system:default/shop',
    },
    { ref: 'system:default/shop', domain: 'domain:default/retail' },
    { ref: 'group:default/payments', parent: 'group:default/retail' },
    { ref: 'group:default/discovery', parent: 'group:default/retail' },
    { ref: 'group:default/retail' },
  ]) {
    await indexEntity(knex, entity);
  }
  await registered(ground, [
    aRegistration('Orders DB', {
      facts: { owner: 'group:default/payments', environment: 'production' },
      relations: supporting('component:default/orders'),
    }),
    aRegistration('search index', {
      facts: { owner: 'group:default/discovery', environment: 'test' },
      relations: supporting(
        'component:default/search',
        'component:default/orders',
      ),
    }),
    aRegistration('bucket_100%', {
      type: 'object-storage',
      facts: { attributes: {} },
    }),
    aRegistration('Orders repository', {
      type: 'repository',
      origin: { kind: 'source', sourceId: 'github', runId: newId() },
      facts: {
        attributes: {},
        entityRef: 'component:default/orders',
        owner: 'group:default/payments',
      },
    }),
    anEdit(
      {
        name: 'Laptop of Ann',
        owner: 'group:default/it',
        custodian: 'user:default/ann',
        serial: '7XK2',
      },
      { action: 'register', type: 'laptop', tag: 'HW-1' },
    ),
  ]);
  return ground;
}

describe.each(databases.eachSupportedId())('lists of assets on %s', id => {
  it.each([
    'name',
    '-name',
    'status',
    '-status',
    'owner',
    'environment',
    'type',
    'category',
    'tag',
    'updatedAt',
    '-updatedAt',
  ])('pages by %s skip and double nothing, even among equals', async sort => {
    const ground = await aRegister(await databases.init(id));
    const names = Array.from({ length: 23 }, (_, n) => `db ${n % 3}`);
    await registered(
      ground,
      names.map((name, n) =>
        aRegistration(`${n}`, {
          facts: {
            name,
            owner: n % 2 ? 'group:default/a' : 'group:default/b',
          },
        }),
      ),
    );
    const whole = await ground.store.list(aQuery({ sort, limit: 200 }), 'all');
    const tags: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ground.store.list(
        aQuery({ sort, limit: 4, cursor }),
        'all',
      );
      tags.push(...page.items.map(({ tag }) => tag));
      cursor = page.nextCursor;
    } while (cursor);
    expect(tags).toEqual(whole.items.map(({ tag }) => tag));
    expect(new Set(tags).size).toBe(23);

    const claims: AssetAccess = {
      anyOf: [owners('group:default/a'), owners('group:default/b')],
    };
    expect(await namesOf(ground, { sort, limit: 4 }, claims)).toEqual(
      whole.items.map(({ name }) => name),
    );
  });

  it('sort names without regard to case', async () => {
    const ground = await anEstate(await databases.init(id));
    expect(await namesOf(ground)).toEqual([
      'bucket_100%',
      'Laptop of Ann',
      'Orders DB',
      'Orders repository',
      'search index',
    ]);
  });

  it('refuse the cursor of a list sorted otherwise', async () => {
    const ground = await anEstate(await databases.init(id));
    const { nextCursor } = await ground.store.list(aQuery({ limit: 1 }), 'all');
    await expect(
      ground.store.list(
        aQuery({ limit: 1, sort: 'status', cursor: nextCursor }),
        'all',
      ),
    ).rejects.toBeInstanceOf(InputError);
  });

  it.each<[Query, string[]]>([
    [{ category: 'hardware' }, ['Laptop of Ann']],
    [{ type: 'repository,laptop' }, ['Laptop of Ann', 'Orders repository']],
    [{ owner: 'none' }, ['bucket_100%']],
    [{ owner: ['none', 'group:default/IT'] }, ['bucket_100%', 'Laptop of Ann']],
    [{ environment: 'production' }, ['Orders DB']],
    [{ custodian: 'user:default/ann' }, ['Laptop of Ann']],
    [{ supports: 'component:default/search' }, ['search index']],
    [{ supports: 'none', category: 'cloud' }, ['bucket_100%']],
    [{ source: 'none' }, ['Laptop of Ann']],
    [{ source: 'github' }, ['Orders repository']],
    [{ tag: 'HW-1' }, ['Laptop of Ann']],
    [{ status: 'unclaimed' }, ['bucket_100%']],
    [{ disputed: 'true' }, []],
    [{ updatedSince: '2027-01-01T00:00:00Z' }, []],
    [
      { updatedSince: '2026-01-01T00:00:00+02:00', tag: 'HW-1' },
      ['Laptop of Ann'],
    ],
    [{ q: 'ORDERS' }, ['Orders DB', 'Orders repository']],
    [{ q: 'orders rds' }, ['Orders DB', 'Orders repository']],
    [{ q: '100%' }, ['bucket_100%']],
    [{ q: 'o_d' }, []],
    [{ q: '7xk' }, ['Laptop of Ann']],
    [{ q: 'hw-1' }, ['Laptop of Ann']],
  ])('filter by %j', async (query, names) => {
    const ground = await anEstate(await databases.init(id));
    expect(await namesOf(ground, query)).toEqual(names);
  });

  it('count what is there only when asked', async () => {
    const ground = await anEstate(await databases.init(id));
    const page = await ground.store.list(
      aQuery({ limit: 1, category: 'cloud', total: 'true' }),
      'all',
    );
    expect(page).toMatchObject({ totalItems: 3, items: [{}] });
    expect(await ground.store.list(aQuery(), 'all')).not.toHaveProperty(
      'totalItems',
    );
  });

  it('show what an asset supports, and that it is disputed', async () => {
    const ground = await anEstate(await databases.init(id));
    const [assetId] = await registered(ground, [
      aRegistration('disputed', {
        claims: { owner: { value: 'group:default/gone', reason: 'unknown' } },
        relations: supporting('component:default/search'),
      }),
    ]);
    const { items } = await ground.store.list(
      aQuery({ disputed: 'true' }),
      'all',
    );
    expect(items).toMatchObject([
      { id: assetId, disputed: true, supports: ['component:default/search'] },
    ]);
  });

  it('count the values of each filter under the others', async () => {
    const ground = await anEstate(await databases.init(id));
    const facets = await ground.store.facets(
      { category: ['cloud'], owner: ['none'] },
      'all',
    );
    expect(facets.category).toEqual([{ value: 'cloud', count: 1 }]);
    expect(facets.owner).toEqual([
      { value: 'group:default/discovery', count: 1 },
      { value: 'group:default/payments', count: 1 },
      { value: 'none', count: 1 },
    ]);
    expect(facets.type).toEqual([{ value: 'object-storage', count: 1 }]);
  });
});

describe.each(databases.eachSupportedId())('permitted assets on %s', id => {
  const many = Array.from({ length: 20 }, (_, n) => `group:default/other-${n}`);

  it.each<[string, AssetAccess, string[]]>([
    [
      'one claim',
      owners('group:default/payments'),
      ['Orders DB', 'Orders repository'],
    ],
    [
      'few claims, an asset meeting several once',
      {
        anyOf: [
          owners('group:default/payments'),
          {
            kind: 'claim',
            reason: 'supports',
            refs: ['group:default/payments'],
          },
          { kind: 'claim', reason: 'custodian', refs: ['user:default/ann'] },
        ],
      },
      ['Laptop of Ann', 'Orders DB', 'Orders repository', 'search index'],
    ],
    [
      'many claims',
      { anyOf: [owners(...many, 'group:default/it')] },
      ['Laptop of Ann'],
    ],
    ['no claims at all', { anyOf: [owners()] }, []],
    [
      'categories',
      { kind: 'category', values: ['code', 'hardware'] },
      ['Laptop of Ann', 'Orders repository'],
    ],
    [
      'all of some conditions, one of them not',
      {
        allOf: [
          owners('group:default/payments'),
          { not: { kind: 'category', values: ['code'] } },
        ],
      },
      ['Orders DB'],
    ],
    ['types', { kind: 'type', values: ['laptop'] }, ['Laptop of Ann']],
  ])('are found by %s', async (_, access, names) => {
    const ground = await anEstate(await databases.init(id));
    for (const sort of ['name', 'owner']) {
      const found = await namesOf(ground, { sort, limit: 2 }, access);
      expect(found.sort()).toEqual([...names].sort());
    }
    const { totalItems } = await ground.store.list(
      aQuery({ total: 'true' }),
      access,
    );
    expect(totalItems).toBe(names.length);
  });

  it('are filtered beside the claims', async () => {
    const ground = await anEstate(await databases.init(id));
    const access = owners('group:default/payments');
    expect(await namesOf(ground, { category: 'code' }, access)).toEqual([
      'Orders repository',
    ]);
    expect(await namesOf(ground, { environment: 'test' }, access)).toEqual([]);
    expect((await ground.store.facets({}, access)).category).toEqual([
      { value: 'cloud', count: 1 },
      { value: 'code', count: 1 },
    ]);
  });

  it('are located, others are not there', async () => {
    const ground = await anEstate(await databases.init(id));
    const laptop = await ground.store.locate('HW-1', 'all');
    expect(laptop).toBeDefined();
    expect(await ground.store.locate(laptop ?? '', 'all')).toBe(laptop);
    expect(
      await ground.store.locate('HW-1', owners('group:default/payments')),
    ).toBeUndefined();
    const bucket = await ground.store.locate('bucket_100%-tag', 'all');
    expect(
      await ground.store.within(
        [laptop ?? '', bucket ?? ''],
        owners('group:default/it'),
      ),
    ).toEqual(new Set([laptop]));
  });
});

describe.each(databases.eachSupportedId())('assets of an entity on %s', id => {
  it.each<[string, string, string[]]>([
    [
      'component',
      'component:default/orders',
      ['Orders DB', 'Orders repository', 'search index'],
    ],
    ['component', 'component:default/search', ['search index']],
    [
      'system',
      'system:default/shop',
      ['Orders DB', 'Orders repository', 'search index'],
    ],
    [
      'domain',
      'domain:default/retail',
      ['Orders DB', 'Orders repository', 'search index'],
    ],
    [
      'group',
      'group:default/payments',
      ['Orders DB', 'Orders repository', 'search index'],
    ],
    ['group', 'group:default/discovery', ['search index']],
    [
      'group',
      'group:default/retail',
      ['Orders DB', 'Orders repository', 'search index'],
    ],
    ['user', 'user:default/ann', ['Laptop of Ann']],
    ['component', 'component:default/unknown', []],
  ])('of a %s: %s', async (kind, ref, names) => {
    const ground = await anEstate(await databases.init(id));
    expect(await namesOf(ground, { limit: 2 }, 'all', { kind, ref })).toEqual(
      names,
    );
  });

  it.each([
    ['published as it', { entity_ref: 'resource:default/bucket' }],
    [
      'another provider publishes as it',
      { attached_ref: 'resource:default/bucket', tombstone: true },
    ],
  ])('are those %s, too', async (_, columns) => {
    const knex = await databases.init(id);
    const ground = await anEstate(knex);
    const bucket = await ground.store.locate('bucket_100%-tag', 'all');
    await knex('publications').insert({
      ...columns,
      consumer: 'catalog',
      asset_id: bucket,
      wanted_version: 1,
      wanted_at: '2026-01-01T00:00:00.000Z',
    });
    expect(
      await namesOf(ground, {}, 'all', {
        kind: 'resource',
        ref: 'resource:default/bucket',
      }),
    ).toEqual(['bucket_100%']);
    expect(await ground.store.detail(bucket ?? '')).toMatchObject({
      publishedAs: 'resource:default/bucket',
      foldedCount: 0,
    });
  });

  it('say why the catalog did not take one', async () => {
    const knex = await databases.init(id);
    const ground = await anEstate(knex);
    const bucket = await ground.store.locate('bucket_100%-tag', 'all');
    await knex('publications').insert({
      consumer: 'catalog',
      asset_id: bucket,
      wanted_version: 1,
      error: 'the catalog has another entity resource:default/bucket',
      wanted_at: '2026-01-01T00:00:00.000Z',
    });
    expect(await ground.store.detail(bucket ?? '')).toMatchObject({
      publishedAs: undefined,
      publicationError:
        'the catalog has another entity resource:default/bucket',
    });
  });

  it('come in figures', async () => {
    const ground = await anEstate(await databases.init(id));
    const scope = { kind: 'group', ref: 'group:default/payments' };
    expect(await ground.store.figures(scope, 'all')).toEqual({
      total: 3,
      byCategory: [
        { category: 'cloud', count: 2 },
        { category: 'code', count: 1 },
      ],
      byStatus: [
        { status: 'in-use', stage: 'use', count: 2 },
        { status: 'production', stage: 'use', count: 1 },
      ],
      unowned: 0,
      disputed: 0,
      sourceIds: ['github', 'terraform'],
    });
    expect(
      await ground.store.figures(scope, owners('group:default/discovery')),
    ).toMatchObject({ total: 1, sourceIds: ['terraform'] });
  });
});

describe.each(databases.eachSupportedId())('folded things on %s', id => {
  it('are paged and searched under their parent', async () => {
    const knex = await databases.init(id);
    const ground = await aRegister(knex);
    const [assetId] = await registered(ground, [aRegistration('vpc')]);
    const observation = (name: string, unit: string) => ({
      id: newId(),
      source_id: 'terraform',
      source_key: name,
      scope: 'vpc.tfstate',
      unit,
      hash: '',
      payload: JSON.stringify({
        type: 'network-rule',
        providerType: 'aws_route',
        attributes: { cidr: '10.0.0.0/8' },
      }),
      search: name,
      name,
      place: `vpc.tfstate#${name}`,
      relations: '[]',
      asset_id: assetId,
      first_seen_at: '2026-01-01T00:00:00.000Z',
      first_seen_run: 'r',
      last_seen_at: '2026-01-02T00:00:00.000Z',
      last_seen_run: 'r',
    });
    await knex('observations').insert([
      observation('vpc', 'asset'),
      ...['route a', 'route b', 'rule_c'].map(name =>
        observation(name, 'fold'),
      ),
    ]);
    const first = await ground.store.folded(assetId, { limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['route a', 'route b']);
    const { items, nextCursor } = await ground.store.folded(assetId, {
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(nextCursor).toBeUndefined();
    expect(items).toMatchObject([
      {
        name: 'rule_c',
        type: 'network-rule',
        providerType: 'aws_route',
        place: 'vpc.tfstate#rule_c',
        attributes: { cidr: '10.0.0.0/8' },
      },
    ]);
    const found = await ground.store.folded(assetId, { limit: 9, q: 'E_c' });
    expect(found.items.map(({ name }) => name)).toEqual(['rule_c']);
    expect(await ground.store.detail(assetId)).toMatchObject({
      foldedCount: 3,
      observations: [{ sourceId: 'terraform', place: 'vpc.tfstate#vpc' }],
    });
  });
});
