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
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { newId, sql, touchedBy } from '../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  indexEntity,
  registered,
  supporting,
  TestGround,
} from './__testUtils__/ground';
import type { AssetCondition } from './access';
import { permits } from './permits';
import { itamAssetRules } from './rules';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const site = newId();
const room = newId();
const shelf = newId();
const depot = newId();

/** A site with a room with a shelf in it, and a depot elsewhere. */
async function placeLocations(knex: Knex): Promise<void> {
  for (const [id, code, parent] of [
    [site, 'LISBON', null],
    [room, 'Lisbon-Store', site],
    [shelf, 'LISBON-STORE-A', room],
    [depot, 'DEPOT', null],
  ]) {
    const at = '2026-01-01T00:00:00.000Z';
    await touchedBy(
      knex,
      sql`INSERT INTO locations
            (id, code, name, name_sort, search_text, configured, version,
             created_at, created_by, updated_at, updated_by, kind, parent_id,
             contacts)
          VALUES (${id}, ${code}, ${code}, ${code}, ${code}, ${false}, 1,
            ${at}, 'x', ${at}, 'x', 'room', ${parent}, '[]')`,
    );
  }
}

/** A few assets of two teams and two people, here and there. */
async function anEstate(knex: Knex) {
  const ground = await aRegister(knex);
  await placeLocations(knex);
  await indexEntity(knex, {
    ref: 'component:default/checkout',
    owner: 'group:default/payments',
  });
  const ids = await registered(ground, [
    aRegistration('orders', { facts: { owner: 'group:default/payments' } }),
    aRegistration('search', {
      facts: {
        owner: 'group:default/discovery',
        consumer: 'user:default/ann',
        location: depot,
      },
      relations: supporting('component:default/checkout'),
    }),
    anEdit(
      { name: 'laptop', custodian: 'user:default/ann', location: shelf },
      { action: 'register', type: 'laptop', tag: 'HW-1' },
    ),
    anEdit(
      { name: 'spare', owner: 'group:default/payments', location: room },
      { action: 'register', type: 'laptop', tag: 'HW-2' },
    ),
    anEdit(
      { name: 'ordered', consumer: 'user:default/bob' },
      { action: 'register', type: 'monitor', tag: 'HW-3' },
    ),
  ]);
  return { ground, ids };
}

const payments = { claims: ['group:default/payments', 'user:default/ann'] };
const {
  hasCategory,
  hasType,
  inLocation,
  isConsumer,
  isCustodian,
  isOwner,
  supportsEntityOwnedBy,
} = itamAssetRules;

describe.each(databases.eachSupportedId())('permission rules on %s', id => {
  it.each([
    [isOwner.name, isOwner, payments, ['orders', 'spare']],
    [isCustodian.name, isCustodian, payments, ['laptop']],
    [isConsumer.name, isConsumer, payments, ['search']],
    [supportsEntityOwnedBy.name, supportsEntityOwnedBy, payments, ['search']],
    [
      hasCategory.name,
      hasCategory,
      { categories: ['cloud'] },
      ['orders', 'search'],
    ],
    [hasType.name, hasType, { types: ['monitor', 'server'] }, ['ordered']],
    ['isOwner of nobody', isOwner, { claims: [] }, []],
    [
      'inLocation of a site',
      inLocation,
      { locationIds: [site] },
      ['laptop', 'spare'],
    ],
    [
      'inLocation by codes in any case',
      inLocation,
      { locationIds: ['depot', 'lisbon-store-a'] },
      ['laptop', 'search'],
    ],
    [
      'inLocation of nowhere',
      inLocation,
      { locationIds: ['none'] },
      ['ordered', 'orders'],
    ],
    ['inLocation of no location', inLocation, { locationIds: [] }, []],
    [
      'inLocation of one that is not there',
      inLocation,
      { locationIds: ['MARS'] },
      [],
    ],
  ])(
    '%s says the same of one asset as of a list',
    async (_, rule, params, names) => {
      const { ground, ids } = await anEstate(await databases.init(id));
      // the rules differ in their parameters, which the table cannot express
      const asked = params as never;
      const listed = await ground.store.within(ids, rule.toQuery(asked));
      const facts = await ground.store.accessFacts([...ids, newId()]);
      const applied = [...facts.values()].filter(asset =>
        rule.apply(asset, asked),
      );
      const states = await ground.register.states(ids);
      const nameOf = (assetId: string) => states.get(assetId)?.name;
      expect([...listed].map(nameOf).sort()).toEqual(names);
      expect(applied.map(asset => nameOf(asset.id)).sort()).toEqual(names);
    },
  );

  it('decide the same of every asset in SQL as in memory, however they are combined', async () => {
    const { ground, ids } = await aRandomEstate(await databases.init(id));
    const facts = await ground.store.accessFacts(ids);
    await fc.assert(
      fc.asyncProperty(criteria(), async access => {
        const inSql = await ground.store.within(ids, access);
        const inMemory = ids.filter(assetId =>
          permits(access, facts.get(assetId)!),
        );
        expect([...inSql].sort()).toEqual(inMemory.sort());
        const page = await ground.store.list(
          { sort: 'name', limit: 200 },
          access,
        );
        expect(page.items.map(item => item.id).sort()).toEqual(inMemory);
      }),
      { numRuns: 150 },
    );
  });
});

const refs = [
  'group:default/payments',
  'group:default/discovery',
  'user:default/ann',
  'user:default/bob',
];

/** Assets with facts of every kind, drawn from few values so that they meet. */
async function aRandomEstate(
  knex: Knex,
): Promise<{ ground: TestGround; ids: string[] }> {
  const ground = await aRegister(knex);
  await placeLocations(knex);
  await indexEntity(knex, {
    ref: 'component:default/checkout',
    owner: 'group:default/payments',
  });
  const maybe = <T>(...values: T[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });
  const drawn = fc.sample(
    fc.record({
      type: fc.constantFrom('laptop', 'monitor', 'server', 'cloud-database'),
      owner: maybe(...refs),
      custodian: maybe(...refs),
      consumer: maybe(...refs),
      location: maybe(site, room, shelf, depot),
      supports: fc.boolean(),
    }),
    { numRuns: 40, seed: 7 },
  );
  const ids = await registered(
    ground,
    drawn.map(({ type, supports, ...facts }, index) =>
      anEdit(
        {
          name: `asset ${index}`,
          ...facts,
          ...(type === 'cloud-database' && { attributes: { engine: 'pg' } }),
        },
        {
          action: 'register',
          type,
          tag: `T-${index}`,
          relations: supports ? supporting('component:default/checkout') : [],
        },
      ),
    ),
  );
  return { ground, ids };
}

/** Criteria of every rule, alone and put together in any way. */
function criteria(): fc.Arbitrary<PermissionCriteria<AssetCondition>> {
  const values = (...from: string[]) =>
    fc.uniqueArray(fc.constantFrom(...from), { maxLength: 3 });
  const condition = fc.oneof(
    ...[isOwner, isCustodian, isConsumer, supportsEntityOwnedBy].map(rule =>
      values(...refs).map(claims => rule.toQuery({ claims })),
    ),
    values('hardware', 'cloud', 'licence').map(categories =>
      hasCategory.toQuery({ categories }),
    ),
    values('laptop', 'server', 'monitor').map(types =>
      hasType.toQuery({ types }),
    ),
    values(site, 'lisbon-store', shelf, 'DEPOT', 'none', 'nowhere').map(
      locationIds => inLocation.toQuery({ locationIds }),
    ),
  );
  // an empty list of parts is not a criterion of a policy
  return fc.letrec<{ whole: PermissionCriteria<AssetCondition> }>(tie => {
    const parts = fc
      .array(tie('whole'), { minLength: 1, maxLength: 3 })
      .map(some => some as [(typeof some)[number], ...typeof some]);
    return {
      whole: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        condition,
        parts.map(anyOf => ({ anyOf })),
        parts.map(allOf => ({ allOf })),
        tie('whole').map(not => ({ not })),
      ),
    };
  }).whole;
}
