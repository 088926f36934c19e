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
import type { AnnouncedChange } from '../register';
import {
  aRegister,
  aRegistration,
  anEdit,
  registered,
} from '../register/__testUtils__/ground';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A register with one asset, and what it announces from then on. */
async function aRegisterWithListener() {
  const ground = await aRegister(await databases.init('SQLITE_3'));
  const [id] = await registered(ground, [aRegistration('orders')]);
  const announced: AnnouncedChange[][] = [];
  ground.register.addAnnouncer({
    announce: changes => announced.push(changes),
  });
  const apply = (...changes: Parameters<typeof anEdit>[0][]) =>
    ground.register.apply({
      changes: changes.map(facts => ({ assetId: id, change: anEdit(facts) })),
    });
  return { ...ground, id, announced, apply };
}

describe('announcements of the register', () => {
  it('come once a change is committed, with who made it and its fields', async () => {
    const { announced, apply } = await aRegisterWithListener();
    await apply({ environment: 'test' });
    expect(announced).toEqual([
      [
        {
          before: expect.objectContaining({ version: 1 }),
          after: expect.objectContaining({ version: 2, environment: 'test' }),
          origin: { kind: 'person', ref: 'user:default/ann' },
          fields: expect.arrayContaining(['environment']),
        },
      ],
    ]);
  });

  it('find the database at rest: no transaction is open any more', async () => {
    const { register, id, apply } = await aRegisterWithListener();
    const seen = new Promise<string | undefined>((resolve, reject) =>
      register.addAnnouncer({
        announce: () => {
          register
            .states([id])
            .then(states => resolve(states.get(id)?.environment), reject);
        },
      }),
    );
    await apply({ environment: 'test' });
    await expect(seen).resolves.toBe('test');
  });

  it('do not come of a batch that is rolled back, or changes nothing', async () => {
    const { register, id, announced, apply } = await aRegisterWithListener();
    await expect(
      register.apply({
        changes: [{ assetId: id, change: anEdit({ environment: 'test' }) }],
        alongside: () => Promise.reject(new Error('no')),
      }),
    ).rejects.toThrow('no');
    await apply({});
    expect(announced).toEqual([]);
  });

  it('are one for an asset that a batch changes twice', async () => {
    const { announced, apply } = await aRegisterWithListener();
    await apply({ environment: 'test' }, { name: 'ledger' });
    expect(announced).toHaveLength(1);
    expect(announced[0]).toEqual([
      expect.objectContaining({
        before: expect.objectContaining({ version: 1, name: 'orders' }),
        after: expect.objectContaining({ version: 3, name: 'ledger' }),
        fields: expect.arrayContaining(['environment', 'name']),
      }),
    ]);
  });
});
