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
import { DatabaseViewStore } from './DatabaseViewStore';
import { ViewService } from './ViewService';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ann = { ref: 'user:default/ann', keepsShared: false };
const ben = { ref: 'user:default/ben', keepsShared: true };
const content = {
  filter: { category: ['cloud'] },
  sort: '-cost',
  columns: ['owner'],
};

describe.each(databases.eachSupportedId())('saved views on %s', id => {
  async function aService() {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory() });
    return new ViewService({ store: new DatabaseViewStore({ knex }) });
  }

  it('are seen by who keeps them, and by all if they are shared', async () => {
    const service = await aService();
    await service.create({ name: 'Mine', content }, ann);
    await service.create({ name: 'Ours', shared: true, content }, ben);
    const names = async (caller: typeof ann) =>
      (await service.list({ limit: 10 }, caller)).items.map(
        ({ name, mine }) => `${name} ${mine}`,
      );
    await expect(names(ann)).resolves.toEqual(['Mine true', 'Ours false']);
    await expect(names(ben)).resolves.toEqual(['Ours true']);
  });

  it('keep filter, order and columns', async () => {
    const service = await aService();
    const view = await service.create({ name: 'Mine', content }, ann);
    expect(view).toMatchObject({ content, version: 1, shared: false });
  });

  it('are shared by those who may change settings only', async () => {
    const service = await aService();
    await expect(
      service.create({ name: 'Ours', shared: true, content }, ann),
    ).rejects.toThrow('itam.settings.update');
    const ours = await service.create(
      { name: 'Ours', shared: true, content },
      ben,
    );
    await expect(service.remove(ours.id, ann)).rejects.toThrow(
      'itam.settings.update',
    );
  });

  it('have one name each', async () => {
    const service = await aService();
    await service.create({ name: 'Mine', content }, ann);
    await expect(
      service.create({ name: 'MINE', content }, ann),
    ).rejects.toThrow("there is a view 'MINE' already");
  });

  it('are not overwritten with what was made on an older version', async () => {
    const service = await aService();
    const view = await service.create({ name: 'Mine', content }, ann);
    await service.update(view.id, { name: 'First' }, 1, ann);
    await expect(
      service.update(view.id, { name: 'Second' }, 1, ann),
    ).rejects.toThrow('changed in the meantime');
  });

  it('of somebody else are not there', async () => {
    const service = await aService();
    const view = await service.create({ name: 'Mine', content }, ann);
    await expect(service.remove(view.id, ben)).rejects.toThrow('no view');
  });
});
