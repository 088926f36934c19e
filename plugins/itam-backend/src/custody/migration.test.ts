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
import { migrationsDirectory } from '../database';
import {
  aRegister,
  aRegistration,
  registered,
} from '../register/__testUtils__/ground';
import { DatabaseAssignmentBook } from './DatabaseAssignmentBook';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the migration on %s', id => {
  it('opens an assignment for whoever is on record already', async () => {
    const knex = await databases.init(id);
    const directory = migrationsDirectory();
    const ground = await aRegister(knex);
    const [used, free] = await registered(ground, [
      aRegistration('used', {
        facts: {
          consumer: 'user:default/ann',
          custodian: 'group:default/platform',
        },
      }),
      aRegistration('free'),
    ]);
    for (let undone = ''; !undone.endsWith('_custody.js'); ) {
      [, [undone]] = await knex.migrate.down({ directory });
    }
    await knex.migrate.latest({ directory });
    const open = await new DatabaseAssignmentBook({ knex }).openOf([
      used,
      free,
    ]);
    expect(
      open
        .get(used)
        ?.map(({ kind, holder }) => `${kind} ${holder}`)
        .sort(),
    ).toEqual([
      'consumer user:default/ann',
      'custodian group:default/platform',
    ]);
    expect(open.has(free)).toBe(false);
  }, 60_000);
});
