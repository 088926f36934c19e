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

describe.each(databases.eachSupportedId())('handing out on %s', id => {
  it('makes somebody the consumer, with a line of history and what was agreed', async () => {
    const world = await CustodyWorld.create(databases, id);
    const [laptop] = await world.laptops({ name: 'orca', custodian: platform });
    await world.slice.handOut.assign(
      laptop,
      {
        kind: 'consumer',
        holder: bob,
        condition: 'good',
        policyVersion: '2026-1',
        note: 'first day',
      },
      caller(ann),
      everything,
    );
    expect(await world.state(laptop)).toMatchObject({
      consumer: bob,
      custodian: platform,
      condition: 'good',
      lastVerifiedBy: ann,
    });
    const { open, consumer, allowed } = await world.custody(laptop);
    expect(consumer).toMatchObject({ ref: bob, gone: false, since: world.now });
    expect(allowed).toEqual(['assign', 'resolve']);
    expect(open).toMatchObject([
      { kind: 'custodian', holder: platform },
      {
        kind: 'consumer',
        holder: bob,
        exclusive: true,
        conditionOut: 'good',
        policyVersion: '2026-1',
        note: 'first day',
        recordedBy: ann,
      },
    ]);
    const history = await world.ground.store.history(laptop, { limit: 1 });
    expect(history.items[0]).toMatchObject({
      action: 'assign',
      reason: 'first day',
      actor: ann,
      changes: { assignment: { to: { kind: 'consumer', holder: bob } } },
    });
  });

  it('is noted whoever changes the record, a person or a source', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { register, clock } = world.ground;
    const [laptop] = await world.laptops({ name: 'orca', consumer: ann });
    await register.apply({
      changes: [{ assetId: laptop, change: anEdit({ consumer: bob }) }],
    });
    clock.tick(60_000);
    await register.apply({
      changes: [{ assetId: laptop, change: anEdit({ consumer: null }) }],
    });
    expect(await world.timeline(laptop)).toEqual([
      'consumer ann 12:00–12:01',
      'consumer bob 12:01–12:02',
    ]);
  });

  it('refuses a second one while somebody has it to themselves, and replaces them if told so', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [laptop] = await world.laptops({ name: 'orca', consumer: ann });
    const toBob = { kind: 'consumer' as const, holder: bob };
    await expect(
      handOut.assign(laptop, toBob, caller(ann), everything),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('user:default/ann has the asset'),
    });
    await handOut.assign(
      laptop,
      { ...toBob, replace: true, effectiveAt: '2026-03-01T12:00:30Z' },
      caller(ann),
      everything,
    );
    expect(await world.timeline(laptop)).toEqual([
      'consumer ann 12:00–12:00',
      'consumer bob 12:00–',
    ]);
    expect((await world.custody(laptop)).consumer?.since).toBe(
      '2026-03-01T12:00:30.000Z',
    );
  });

  it('lets only one of two people win who assign it at once', async () => {
    const world = await CustodyWorld.create(databases, id);
    const [laptop] = await world.laptops({ name: 'orca' });
    const attempts = await Promise.allSettled(
      [ann, bob].map(holder =>
        world.slice.handOut.assign(
          laptop,
          { kind: 'consumer', holder },
          caller(ann),
          everything,
        ),
      ),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'ConflictError' },
    });
    const { consumer, open } = await world.custody(laptop);
    expect(open.map(({ holder }) => holder)).toEqual([consumer?.ref]);
  });

  it('shares a thing between people, and each gives back their part', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [printer] = await world.laptops({ name: 'printer' });
    for (const holder of [ann, bob]) {
      world.ground.clock.tick();
      await handOut.assign(
        printer,
        {
          kind: 'consumer',
          holder,
          shared: true,
          service: 'component:default/till',
        },
        caller(ann),
        everything,
      );
    }
    expect(await world.state(printer)).toMatchObject({ consumer: ann });
    await expect(
      handOut.assign(
        printer,
        { kind: 'consumer', holder: cid },
        caller(ann),
        everything,
      ),
    ).rejects.toThrow('ann, user:default/bob has the asset');
    await expect(
      handOut.takeBack(printer, {}, caller(cid), everything),
    ).rejects.toThrow('say who gives it back');
    await handOut.takeBack(printer, { holder: ann }, caller(cid), everything);
    expect(await world.state(printer)).toMatchObject({ consumer: bob });
    const { open } = await world.custody(printer);
    expect(open).toMatchObject([
      { holder: bob, exclusive: false, service: 'component:default/till' },
    ]);
  });

  it('marks a loan on the record until it is back', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [laptop] = await world.laptops({ name: 'orca' });
    await handOut.assign(
      laptop,
      { kind: 'loan', holder: bob, expectedReturn: '2026-03-04' },
      caller(ann),
      everything,
    );
    expect(await world.state(laptop)).toMatchObject({
      flags: ['loan'],
      dates: { 'loan-end': '2026-03-04' },
    });
    world.ground.clock.tick(4 * 24 * 60 * 60_000);
    const due = await world.slice.custody.held(
      { limit: 10, dueBy: '2026-03-05' },
      caller(ann),
      'all',
    );
    expect(due.items).toMatchObject([
      { kind: 'loan', holder: bob, overdue: true, asset: { name: 'orca' } },
    ]);
    await handOut.takeBack(
      laptop,
      { condition: 'worn', note: 'scratched' },
      caller(ann),
      everything,
    );
    const back = await world.state(laptop);
    expect([back.flags, back.dates, back.consumer, back.condition]).toEqual([
      undefined,
      undefined,
      undefined,
      'worn',
    ]);
    const { items } = await world.slice.custody.assignments(
      laptop,
      { limit: 10 },
      'all',
    );
    expect(items).toMatchObject([
      { conditionIn: 'worn', returnNote: 'scratched', endRecordedBy: ann },
    ]);
  });

  it('keeps the periods of exclusive use apart when they are back-dated', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [laptop] = await world.laptops({ name: 'orca', consumer: ann });
    await handOut.takeBack(laptop, {}, caller(ann), everything);
    world.ground.clock.tick(60_000);
    const given = (effectiveAt: string) =>
      handOut.assign(
        laptop,
        { kind: 'consumer', holder: bob, effectiveAt },
        caller(ann),
        everything,
      );
    await expect(given('2026-03-01T12:00:30Z')).rejects.toThrow(
      'user:default/ann had it until',
    );
    await expect(given('2026-03-02T12:00:00Z')).rejects.toThrow(
      'has not happened yet',
    );
    expect(await world.state(laptop)).not.toHaveProperty('consumer', bob);
    await given('2026-03-01T12:01:00Z');
    expect(await world.timeline(laptop)).toEqual([
      'consumer ann 12:00–12:01',
      'consumer bob 12:01–',
    ]);
  });

  it.each([
    [
      'a team as consumer',
      { kind: 'consumer', holder: payments },
      'body.holder',
    ],
    ['somebody unknown', { kind: 'consumer', holder: 'user:default/x' }, 'x'],
    ['no ref', { kind: 'custodian', holder: 'a b' }, 'body.holder'],
    ['a loan without end', { kind: 'loan', holder: bob }, 'expectedReturn'],
    [
      'a loan that ends before it begins',
      { kind: 'loan', holder: bob, expectedReturn: '2026-02-01' },
      'expectedReturn',
    ],
    [
      'two custodians',
      { kind: 'custodian', holder: bob, shared: true },
      'body.shared',
    ],
  ] as const)(
    'refuses %s, and names the field',
    async (_, request, message) => {
      const world = await CustodyWorld.create(databases, id);
      const [laptop] = await world.laptops({ name: 'orca' });
      await expect(
        world.slice.handOut.assign(laptop, request, caller(ann), everything),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
      expect(await world.timeline(laptop)).toEqual([]);
    },
  );

  it('refuses somebody past their last day', async () => {
    const world = await CustodyWorld.create(databases, id);
    await world.endsOn(bob, '2026-02-28');
    const [laptop] = await world.laptops({ name: 'orca' });
    await expect(
      world.slice.handOut.assign(
        laptop,
        { kind: 'consumer', holder: bob },
        caller(ann),
        everything,
      ),
    ).rejects.toThrow('ended on 2026-02-28');
  });

  it('leaves what is on legal hold with who has it, and lets its custodian change', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [laptop] = await world.laptops({
      name: 'orca',
      flags: ['legal-hold'],
    });
    await expect(
      handOut.assign(
        laptop,
        { kind: 'consumer', holder: bob },
        caller(ann),
        everything,
      ),
    ).rejects.toThrow('legal hold');
    await handOut.assign(
      laptop,
      { kind: 'custodian', holder: platform },
      caller(ann),
      everything,
    );
    expect(await world.state(laptop)).toMatchObject({ custodian: platform });
  });

  it('lets who has a thing accept it and give it back, and nobody else', async () => {
    const world = await CustodyWorld.create(databases, id);
    const { handOut } = world.slice;
    const [laptop] = await world.laptops({ name: 'orca', consumer: bob });
    const [{ id: assignment }] = (await world.custody(laptop)).open;
    await expect(
      handOut.accept(assignment, {}, caller(ann)),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    const accepted = await handOut.accept(
      assignment,
      { policyVersion: '7' },
      caller(bob),
    );
    expect(accepted).toMatchObject({ acceptedBy: bob, policyVersion: '7' });
    expect(await world.state(laptop)).toMatchObject({ lastVerifiedBy: bob });
    const nothing = { read: 'all', move: 'none' } as const;
    await expect(
      handOut.takeBack(laptop, {}, caller(cid), nothing),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await handOut.takeBack(laptop, {}, caller(bob), nothing);
    expect((await world.state(laptop)).consumer).toBeUndefined();
  });

  it('counts what somebody and their teams have', async () => {
    const world = await CustodyWorld.create(databases, id);
    await world.laptops(
      { name: 'orca', consumer: ann, owner: payments },
      { name: 'narwhal', custodian: ann, owner: payments },
      { name: 'beluga', owner: platform },
    );
    expect(await world.slice.custody.mine(caller(ann), 'all')).toEqual({
      me: ann,
      uses: 1,
      keeps: 1,
      loansDue: 0,
      transfersToAccept: 0,
      owned: [{ ref: payments, title: undefined, count: 2 }],
    });
    const held = await world.slice.custody.held(
      { limit: 10, holders: ['me'] },
      caller(ann),
      { anyOf: [{ kind: 'type', values: ['server'] }] },
    );
    expect(held.items.map(({ asset }) => asset.name).sort()).toEqual([
      'narwhal',
      'orca',
    ]);
  });
});
