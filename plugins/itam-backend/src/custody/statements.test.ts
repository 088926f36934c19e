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
import type { StatementRequest } from '@itam/plugin-itam-common';
import {
  ann,
  bob,
  caller,
  CustodyWorld,
  everything,
  payments,
} from './__testUtils__/CustodyWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function aWorld(id: Parameters<typeof databases.init>[0]) {
  const world = await CustodyWorld.create(databases, id);
  const [laptop] = await world.laptops({
    name: 'orca',
    consumer: ann,
    owner: payments,
    location: 'rack-1',
    purchaseCost: { amount: '900.00', currency: 'EUR' },
  });
  const say = (ref: string, statement: StatementRequest) =>
    world.slice.statements.take(laptop, statement, caller(ref), everything);
  return { world, laptop, say };
}

describe.each(databases.eachSupportedId())('statements on %s', id => {
  it('verify a record that is right, whoever looked', async () => {
    const { world, laptop, say } = await aWorld(id);
    expect(await say(bob, { says: 'right' })).toMatchObject({ version: 2 });
    expect(await world.state(laptop)).toMatchObject({
      lastVerifiedBy: bob,
      lastVerifiedAt: world.now,
    });
    const { items } = await world.ground.store.history(laptop, { limit: 1 });
    expect(items[0]).toMatchObject({ action: 'verify', actor: bob });
  });

  it('verify what the one who has it says they have, and question what another one says', async () => {
    const { world, laptop, say } = await aWorld(id);
    expect(await say(ann, { says: 'have-it' })).toHaveProperty('verifiedAt');
    expect(await say(bob, { says: 'have-it' })).toMatchObject({
      discrepancy: {
        class: 'wrong-holder',
        field: 'consumer',
        registered: ann,
        observed: bob,
        openedBy: bob,
        state: 'open',
      },
    });
    expect(await world.state(laptop)).toMatchObject({
      consumer: ann,
      lastVerifiedBy: ann,
    });
  });

  it('open one discrepancy, however often the same is said', async () => {
    const { world, laptop, say } = await aWorld(id);
    await say(ann, { says: 'not-mine', note: 'lost it?' });
    await say(ann, { says: 'not-mine', note: 'gave it to bob' });
    const { items } = await world.slice.statements.list(
      { limit: 10, asset: laptop, state: 'open' },
      everything,
    );
    expect(items).toMatchObject([
      {
        class: 'wrong-holder',
        note: 'gave it to bob',
        registered: ann,
        allowed: ['resolve'],
      },
    ]);
    expect((await world.custody(laptop)).openDiscrepancies).toBe(1);
  });

  it.each([
    ['location', 'misplaced', 'rack-1'],
    ['status', 'status-mismatch', expect.any(String)],
    ['attributes.engine', 'mismatch', undefined],
    [undefined, 'mismatch', undefined],
  ])(
    'class what is wrong by its field: %s',
    async (field, type, registered) => {
      const { say } = await aWorld(id);
      const { discrepancy } = await say(bob, {
        says: 'wrong',
        field,
        observed: 'else',
      });
      expect(discrepancy).toMatchObject({ class: type, observed: 'else' });
      expect(discrepancy?.registered).toEqual(registered);
    },
  );

  it('do not tell what a thing cost', async () => {
    const { say } = await aWorld(id);
    const { discrepancy } = await say(bob, {
      says: 'wrong',
      field: 'purchaseCost',
    });
    expect(discrepancy).not.toHaveProperty('registered.amount');
  });

  it('make sense of the asset, or are refused', async () => {
    const { say } = await aWorld(id);
    await expect(say(bob, { says: 'not-mine' })).rejects.toThrow('body.says');
    await expect(say(bob, { says: 'wrong', field: 'colour' })).rejects.toThrow(
      "no field 'colour'",
    );
  });

  it('are closed once, with how and why', async () => {
    const { world, say } = await aWorld(id);
    const { discrepancy } = await say(bob, { says: 'wrong' });
    const resolve = () =>
      world.slice.statements.resolve(
        discrepancy?.id ?? '',
        { resolution: 'corrected', cause: 'entry-error', note: 'typo' },
        caller(ann),
        everything,
      );
    await expect(
      world.slice.statements.resolve(
        discrepancy?.id ?? '',
        { resolution: 'corrected', cause: 'entry-error', note: 'typo' },
        caller(bob),
        { read: 'all', resolve: 'none' },
      ),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await resolve()).toMatchObject({
      state: 'closed',
      resolution: 'corrected',
      cause: 'entry-error',
      resolutionNote: 'typo',
      closedBy: ann,
    });
    await expect(resolve()).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await say(bob, { says: 'wrong' })).toMatchObject({
      discrepancy: { state: 'open' },
    });
  });

  it('are listed by class and state, as far as the assets may be seen', async () => {
    const { world, say } = await aWorld(id);
    await say(bob, { says: 'wrong', field: 'location' });
    await say(bob, { says: 'have-it' });
    const classes = async (query: { class?: string[]; limit?: number }) =>
      (
        await world.slice.statements.list({ limit: 10, ...query }, everything)
      ).items.map(item => item.class);
    expect(await classes({})).toEqual(['wrong-holder', 'misplaced']);
    expect(await classes({ class: ['misplaced'] })).toEqual(['misplaced']);
    const hidden = await world.slice.statements.list(
      { limit: 10 },
      {
        read: { anyOf: [{ kind: 'type', values: ['server'] }] },
        resolve: 'none',
      },
    );
    expect(hidden.items).toEqual([]);
  });
});
