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
import type { AssetFilter } from '@itam/plugin-itam-common';
import type { AssetAccess } from '../access';
import {
  anEdit,
  aRegister,
  aRegistration,
  registered,
  TestGround,
} from '../__testUtils__/ground';
import { addUpCounts, recount } from './assetCounts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const categories: AssetAccess = { kind: 'category', values: ['cloud'] };
const mine: AssetAccess = {
  anyOf: [
    { kind: 'type', values: ['object-storage'] },
    { kind: 'claim', reason: 'owner', refs: ['group:default/payments'] },
    { kind: 'claim', reason: 'custodian', refs: ['user:default/ann'] },
  ],
};

/** The same filter with a word nothing fails: counted one by one. */
const oneByOne = (filter: AssetFilter): AssetFilter => ({ ...filter, q: '-' });

async function someAssets(ground: TestGround) {
  const owners = ['payments', 'search', undefined];
  return registered(
    ground,
    Array.from({ length: 30 }, (_, index) =>
      aRegistration(`thing-${index}`, {
        type: index % 4 === 0 ? 'object-storage' : 'cloud-database',
        facts: {
          name: `thing-${index}`,
          attributes: {},
          environment: index % 2 === 0 ? 'production' : undefined,
          custodian: index % 5 === 0 ? 'user:default/ann' : undefined,
          owner: owners[index % 3] && `group:default/${owners[index % 3]}`,
        },
      }),
    ),
  );
}

describe.each(databases.eachSupportedId())('counts of assets on %s', id => {
  const filters: AssetFilter[] = [
    {},
    { type: ['cloud-database'] },
    { owner: ['none'], environment: ['production'] },
    { owner: ['group:default/Payments'], disputed: false },
  ];

  it.each(
    (['all', categories, mine] as AssetAccess[]).flatMap(access =>
      filters.map((filter): [string, AssetFilter, AssetAccess] => [
        JSON.stringify([access, filter]),
        filter,
        access,
      ]),
    ),
  )('are those of the assets one by one: %s', async (_, filter, access) => {
    const ground = await aRegister(await databases.init(id));
    const ids = await someAssets(ground);
    await ground.register.apply({
      changes: ids.slice(0, 10).map(assetId => ({
        assetId,
        change: anEdit({ environment: 'test' }),
      })),
    });
    const expected = await ground.store.facets(oneByOne(filter), access);
    const sorted = (facets: typeof expected) =>
      Object.fromEntries(
        Object.entries(facets).map(([field, values]) => [
          field,
          [...values].sort((one, other) => (one.value < other.value ? -1 : 1)),
        ]),
      );
    for (const keep of [async () => {}, addUpCounts, recount]) {
      await keep(ground.knex);
      const facets = await ground.store.facets(filter, access);
      expect(sorted(facets)).toEqual(sorted(expected));
    }
  });
});
