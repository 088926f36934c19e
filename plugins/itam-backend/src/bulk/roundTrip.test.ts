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
import { registered } from '../register/__testUtils__/ground';
import { BulkWorld } from './__testUtils__/BulkWorld';
import { chance, randomRegistration } from './__testUtils__/randomAssets';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

/** Several of every type, with values that tables like to spoil. */
async function aMixedRegister(world: BulkWorld, perType: number) {
  const { ground } = world;
  world.records.set('AMS; 1', {
    id: 'id-of-ams',
    code: 'AMS; 1',
    name: 'Amsterdam',
    retired: false,
  });
  // owners that left the catalog are no reason to refuse what stays as it is
  world.entities.add('group:default/somebody-else');
  const random = chance(20261122);
  const wanted = ground.types.list().filter(({ unit }) => unit !== 'fold');
  const changes = wanted.flatMap((type, index) =>
    Array.from({ length: perType }, (_, copy) =>
      randomRegistration({
        ...ground,
        random,
        type,
        number: index * perType + copy,
      }),
    ),
  );
  for (let start = 0; start < changes.length; start += 100) {
    await registered(ground, changes.slice(start, start + 100));
  }
  return changes.length;
}

describe.each(databases.eachSupportedId())('an export on %s', id => {
  let world: BulkWorld;

  beforeEach(async () => {
    world = await BulkWorld.create(await databases.init(id), {
      batchSize: 100,
    });
  });

  afterEach(() => world.stop());

  it.each(['csv', 'json'] as const)(
    'as %s imported again changes nothing and refuses nothing',
    async format => {
      const count = await aMixedRegister(world, 4);
      const before = await world.assets();
      const file = await world.export(format);
      for (const blank of ['leave', 'clear'] as const) {
        const run = await world.import(file, { mode: 'upsert', blank });
        expect(await world.refusals(run)).toEqual([]);
        expect(run.counts).toEqual({
          read: count,
          created: 0,
          updated: 0,
          unchanged: count,
          rejected: 0,
        });
      }
      expect(await world.assets()).toEqual(before);
    },
  );

  it('holds no cell a program for tables would run', async () => {
    await aMixedRegister(world, 1);
    const cells = (await world.export()).split(/[,\r\n]/);
    const formulas = cells.filter(
      cell => /^"?[=+@-]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell),
    );
    expect(formulas).toEqual([]);
  });
});
