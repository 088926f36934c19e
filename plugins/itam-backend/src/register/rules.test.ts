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
import { newId } from '../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  indexEntity,
  registered,
  supporting,
} from './__testUtils__/ground';
import {
  hasCategory,
  hasType,
  isConsumer,
  isCustodian,
  isOwner,
  supportsEntityOwnedBy,
} from './rules';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const payments = { claims: ['group:default/payments', 'user:default/ann'] };

describe.each(databases.eachSupportedId())('permission rules on %s', id => {
  it.each([
    [isOwner.name, isOwner, payments, ['orders']],
    [isCustodian.name, isCustodian, payments, ['laptop']],
    [isConsumer.name, isConsumer, payments, ['search']],
    [supportsEntityOwnedBy.name, supportsEntityOwnedBy, payments, ['search']],
    [hasCategory.name, hasCategory, { categories: ['hardware'] }, ['laptop']],
    [
      hasType.name,
      hasType,
      { types: ['cloud-database'] },
      ['orders', 'search'],
    ],
    ['isOwner of nobody', isOwner, { claims: [] }, []],
  ])(
    '%s says the same of one asset as of a list',
    async (_, rule, params, names) => {
      const knex = await databases.init(id);
      const ground = await aRegister(knex);
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
          },
          relations: supporting('component:default/checkout'),
        }),
        anEdit(
          { name: 'laptop', custodian: 'user:default/ann' },
          { action: 'register', type: 'laptop', tag: 'HW-1' },
        ),
      ]);
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
});
