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
import {
  anEdit,
  aRegister,
  aRegistration,
  registered,
  TestGround,
} from '../__testUtils__/ground';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

async function withHistory(ground: TestGround): Promise<string> {
  const [assetId] = await registered(ground, [
    aRegistration('orders', { facts: { attributes: { storage: 0.1 } } }),
    aRegistration('other', { reason: 'Grüße "x" \\' }),
  ]);
  ground.clock.tick();
  await ground.register.apply({
    changes: [{ assetId, change: anEdit({ name: 'renamed' }) }],
  });
  return assetId;
}

async function problemsOf(ground: TestGround) {
  return (await ground.verifier.verify({ limit: 50 })).problems;
}

describe.each(databases.eachSupportedId())('the sealer on %s', id => {
  it('numbers the lines in the order they were recorded and chains them', async () => {
    const ground = await aRegister(await databases.init(id));
    const assetId = await withHistory(ground);
    expect(await ground.sealer.seal()).toBe(3);
    expect(await ground.sealer.seal()).toBe(0);
    await ground.register.apply({
      changes: [{ assetId, change: anEdit({ name: 'again' }) }],
    });
    expect(await ground.sealer.seal()).toBe(1);
    const { items } = await ground.store.history(assetId, { limit: 10 });
    expect(items.map(({ sequence }) => sequence)).toEqual([4, 3, 1]);
    expect(await problemsOf(ground)).toEqual([]);
  });

  it('seals in blocks of a thousand', async () => {
    const ground = await aRegister(await databases.init(id));
    for (let batch = 0; batch < 3; batch++) {
      await registered(
        ground,
        Array.from({ length: 500 }, (_, n) =>
          aRegistration(`db-${batch}-${n}`),
        ),
      );
    }
    expect(await ground.sealer.seal()).toBe(1_500);
    const blocks = await ground.knex('history_blocks').orderBy('number');
    expect(blocks.map(block => Number(block.last_sequence))).toEqual([
      1_000, 1_500,
    ]);
    expect(blocks[1].previous_hash).toBe(blocks[0].hash);
    expect(await problemsOf(ground)).toEqual([]);
  });

  it('lets several replicas seal at once', async () => {
    const ground = await aRegister(await databases.init(id));
    await withHistory(ground);
    const sealed = await Promise.all([
      ground.sealer.seal(),
      ground.sealer.seal(),
      ground.sealer.seal(),
    ]);
    expect(sealed.reduce((sum, lines) => sum + lines)).toBe(3);
    expect(await problemsOf(ground)).toEqual([]);
  });
});
