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
import { anEdit } from '../register/__testUtils__/ground';
import {
  ann,
  bob,
  caller,
  cid,
  CustodyWorld,
  everything,
  payments,
  platform,
} from './__testUtils__/CustodyWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const toPlatform = { toOwner: platform, reason: 'they run it now' };

/** A world with one asset of payments, offered to platform. */
async function offered(
  id: Parameters<typeof databases.init>[0],
  request: { toCustodian?: string } = {},
) {
  const world = await CustodyWorld.create(databases, id);
  const [laptop] = await world.laptops({ name: 'orca', owner: payments });
  const transfer = await world.slice.transfers.offer(
    laptop,
    { ...toPlatform, ...request },
    caller(ann),
    everything,
  );
  return { world, laptop, transfer };
}

describe.each(databases.eachSupportedId())('transfers on %s', id => {
  it('change nothing until the receiving team accepts', async () => {
    const { world, laptop, transfer } = await offered(id);
    expect(await world.state(laptop)).toMatchObject({ owner: payments });
    expect((await world.custody(laptop)).transfer).toMatchObject({
      id: transfer.id,
      toOwner: platform,
      allowed: ['withdraw'],
    });
    expect((await world.custody(laptop, bob)).transfer?.allowed).toContain(
      'accept',
    );
    expect(world.told).toMatchObject([
      {
        notification: { kind: 'transfer-to-accept', asset: { name: 'orca' } },
        recipients: [platform],
      },
    ]);
    const accepted = await world.slice.transfers.accept(
      transfer.id,
      { custodian: cid },
      caller(bob),
    );
    expect(accepted).toMatchObject({ state: 'accepted', answeredBy: bob });
    expect(await world.state(laptop)).toMatchObject({
      owner: platform,
      custodian: cid,
    });
    expect((await world.custody(laptop)).transfer).toBeUndefined();
    const { items } = await world.ground.store.history(laptop, { limit: 2 });
    expect(items).toMatchObject([
      {
        actor: bob,
        action: 'assign',
        reason: 'they run it now',
        changes: { owner: { from: payments, to: platform } },
      },
      { actor: ann, changes: { transfer: { to: { owner: platform } } } },
    ]);
  });

  it('are answered by the receiver alone, and once', async () => {
    const { world, laptop, transfer } = await offered(id);
    const { transfers } = world.slice;
    await expect(
      transfers.accept(transfer.id, {}, caller(ann)),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await transfers.decline(transfer.id, { note: 'not ours' }, caller(bob));
    await expect(
      transfers.accept(transfer.id, {}, caller(bob)),
    ).rejects.toThrow('declined by user:default/bob');
    expect(await world.state(laptop)).toMatchObject({ owner: payments });
    expect(world.told[1]).toMatchObject({
      notification: { kind: 'transfer-answered', accepted: false },
      recipients: [ann],
    });
  });

  it('let only one of two answers through', async () => {
    const { world, transfer } = await offered(id);
    const { transfers } = world.slice;
    const answers = await Promise.allSettled([
      transfers.accept(transfer.id, {}, caller(bob)),
      transfers.decline(transfer.id, { note: 'no' }, caller(cid)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('are withdrawn by who offered them', async () => {
    const { world, laptop, transfer } = await offered(id);
    const { transfers } = world.slice;
    await expect(
      transfers.withdraw(transfer.id, {}, caller(bob), {
        read: 'all',
        move: 'none',
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await transfers.withdraw(transfer.id, {}, caller(ann), {
      read: 'none',
      move: 'none',
    });
    expect((await world.custody(laptop)).transfer).toBeUndefined();
  });

  it('are refused for what changed hands since, and for what is on hold', async () => {
    const { world, laptop, transfer } = await offered(id);
    const { register } = world.ground;
    await register.apply({
      changes: [{ assetId: laptop, change: anEdit({ flags: ['legal-hold'] }) }],
    });
    const accept = () =>
      world.slice.transfers.accept(transfer.id, {}, caller(bob));
    await expect(accept()).rejects.toThrow('legal hold');
    await register.apply({
      changes: [
        {
          assetId: laptop,
          change: anEdit({ flags: null, owner: 'group:default/other' }),
        },
      ],
    });
    await expect(accept()).rejects.toThrow('changed its owner');
  });

  it('go in bulk, each asset on its own', async () => {
    const world = await CustodyWorld.create(databases, id);
    const [free, theirs, held, gone] = [
      ...(await world.laptops(
        { name: 'free', owner: payments },
        { name: 'theirs', owner: platform },
        { name: 'held', owner: payments, flags: ['legal-hold'] },
      )),
      'nowhere',
    ];
    const outcomes = await world.slice.transfers.offerSeveral(
      [free, theirs, held, gone],
      toPlatform,
      caller(ann),
      everything,
    );
    expect(
      outcomes.map(({ outcome, reason }) => [outcome, reason?.split(';')[0]]),
    ).toEqual([
      ['done', undefined],
      ['refused', `it belongs to ${platform}`],
      ['refused', 'a legal hold keeps it where it is'],
      ['refused', 'there is no such asset'],
    ]);
    await expect(
      world.slice.transfers.offer(free, toPlatform, caller(ann), everything),
    ).rejects.toThrow(`on its way to ${platform}`);
  });

  it('are listed for who is to accept them, whatever they may see', async () => {
    const { world, transfer } = await offered(id);
    const { transfers } = world.slice;
    const nothing = {
      read: {
        anyOf: [{ kind: 'type' as const, values: ['server'] }] as [
          { kind: 'type'; values: string[] },
        ],
      },
      move: 'none' as const,
    };
    const waiting = await transfers.list(
      { limit: 10, state: 'open', mine: 'to-accept' },
      caller(cid),
      nothing,
    );
    expect(waiting.items).toMatchObject([
      { id: transfer.id, allowed: ['accept', 'decline'] },
    ]);
    const stranger = { ref: 'user:default/dan', claims: ['user:default/dan'] };
    const others = await transfers.list({ limit: 10 }, stranger, nothing);
    expect(others.items).toEqual([]);
  });
});
