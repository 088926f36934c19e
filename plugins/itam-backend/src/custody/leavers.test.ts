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
import type { SettleRequest } from '@itam/plugin-itam-common';
import {
  ann,
  bob,
  caller,
  cid,
  CustodyWorld,
  everything,
  pathOf,
  payments,
  platform,
} from './__testUtils__/CustodyWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** What ann holds: owner through her team, custodian and consumer herself. */
async function aWorld(id: Parameters<typeof databases.init>[0]) {
  const world = await CustodyWorld.create(databases, id);
  const [used, kept, owned, shared] = await world.laptops(
    { name: 'used', consumer: ann },
    { name: 'kept', custodian: ann, consumer: ann },
    { name: 'owned', owner: ann },
    { name: 'shared' },
  );
  for (const holder of [bob, ann]) {
    await world.slice.handOut.assign(
      shared,
      { kind: 'consumer', holder, shared: true },
      caller(bob),
      everything,
    );
  }
  const settle = (request: Partial<SettleRequest>, rights = everything) =>
    world.slice.leavers.settle(
      pathOf(ann),
      {
        reassign: {},
        recall: false,
        dryRun: false,
        reason: 'ann leaves',
        ...request,
      },
      caller(bob),
      rights,
    );
  return { world, used, kept, owned, shared, settle };
}

describe.each(databases.eachSupportedId())('leavers on %s', id => {
  it('are those whose last day is near or past, and those the catalog lost', async () => {
    const { world } = await aWorld(id);
    const list = async (overdue?: boolean) =>
      (await world.slice.leavers.list({ limit: 10, overdue }, 'all')).items.map(
        ({ ref, state }) => `${ref} ${state}`,
      );
    expect(await list()).toEqual([]);
    await world.endsOn(ann, '2026-03-10');
    await world.gone(bob);
    expect(await list()).toEqual([`${ann} ending`, `${bob} gone`]);
    expect(await list(true)).toEqual([`${bob} gone`]);
    await world.endsOn(ann, '2026-02-27');
    expect(await list(true)).toEqual([`${ann} ended`, `${bob} gone`]);
    await world.endsOn(ann, '2027-01-01');
    expect(await list()).toEqual([`${bob} gone`]);
  });

  it('show how much they hold and how, page by page', async () => {
    const { world } = await aWorld(id);
    await world.laptops(
      { name: 'stray', owner: 'group:default/never-known' },
      { name: 'gone', owner: payments },
    );
    await world.gone(ann);
    await world.gone(payments);
    const first = await world.slice.leavers.list({ limit: 2 }, 'all');
    expect(first.items.map(({ ref }) => ref)).toEqual([
      'group:default/never-known',
      payments,
    ]);
    expect(first.items[1]).toHaveProperty('goneSince', world.now);
    const second = await world.slice.leavers.list(
      { limit: 2, cursor: first.nextCursor },
      'all',
    );
    expect(second).toMatchObject({
      items: [
        {
          ref: ann,
          counts: { owner: 1, custodian: 1, consumer: 2, shared: 1 },
        },
      ],
    });
    expect(second.nextCursor).toBeUndefined();
    expect(await world.holdings(ann)).toEqual({
      used: ['consumer'],
      kept: ['custodian', 'consumer'],
      owned: ['owner'],
      shared: ['shared'],
    });
  });

  it('are told only by what the caller may see', async () => {
    const { world } = await aWorld(id);
    await world.gone(ann);
    const { items } = await world.slice.leavers.list(
      { limit: 10 },
      { anyOf: [{ kind: 'type', values: ['server'] }] },
    );
    expect(items).toEqual([]);
  });

  it('hand on everything in one step, after a dry run that says the same', async () => {
    const { world, used, kept, owned, shared, settle } = await aWorld(id);
    const request = {
      reassign: { owner: platform, custodian: platform, consumer: cid },
    };
    const dry = await settle({ ...request, dryRun: true });
    expect(dry).toMatchObject({ done: 4, refused: 0 });
    expect(await world.state(owned)).toMatchObject({ owner: ann });
    const real = await settle(request);
    expect(real).toMatchObject({ done: 4, refused: 0 });
    expect(real.items.map(({ what }) => what)).toEqual(
      dry.items.map(({ what }) => what),
    );
    expect(await world.state(used)).toMatchObject({ consumer: cid });
    expect(await world.state(kept)).toMatchObject({
      custodian: platform,
      consumer: cid,
    });
    expect(await world.state(owned)).toMatchObject({ owner: platform });
    expect((await world.custody(shared)).open).toMatchObject([
      { holder: bob, exclusive: false },
      { holder: cid, exclusive: false },
    ]);
    expect(await world.holdings(ann)).toEqual({});
  });

  it('give back what they use, and keep what nothing was said about', async () => {
    const { world, used, kept, settle } = await aWorld(id);
    const { items } = await settle({ recall: true });
    expect(
      Object.fromEntries(items.map(({ name, outcome }) => [name, outcome])),
    ).toEqual({
      used: 'done',
      kept: 'done',
      owned: 'unchanged',
      shared: 'done',
    });
    expect(await world.state(used)).not.toHaveProperty('consumer', ann);
    expect(await world.state(kept)).toMatchObject({ custodian: ann });
    expect(await world.holdings(ann)).toEqual({
      kept: ['custodian'],
      owned: ['owner'],
    });
  });

  it('leave what is on hold or not theirs to move, and settle the rest', async () => {
    const world = await CustodyWorld.create(databases, id);
    await world.laptops(
      { name: 'held', owner: ann, flags: ['legal-hold'] },
      { name: 'free', owner: ann },
    );
    const wish = {
      reassign: { owner: platform },
      recall: false,
      dryRun: false,
      reason: 'ann leaves',
    };
    const settled = await world.slice.leavers.settle(
      pathOf(ann),
      wish,
      caller(bob),
      everything,
    );
    expect(settled).toMatchObject({
      done: 1,
      refused: 1,
      items: [
        { outcome: 'refused', reason: expect.stringContaining('legal hold') },
        { outcome: 'done' },
      ],
    });
    const powerless = await world.slice.leavers.settle(
      pathOf(ann),
      wish,
      caller(bob),
      { read: 'all', move: 'none' },
    );
    expect(powerless).toMatchObject({ done: 0, refused: 1 });
  });

  it.each<[string, Partial<SettleRequest>, string]>([
    ['nothing to do', {}, 'body.reassign'],
    ['the leaver as successor', { reassign: { owner: ann } }, 'who leaves'],
    ['a team as consumer', { reassign: { consumer: platform } }, 'consumer'],
    ['an unknown successor', { reassign: { owner: 'group:default/x' } }, 'x'],
    ['both ways at once', { reassign: { consumer: bob }, recall: true }, 'two'],
  ])('refuse %s', async (_, request, message) => {
    const { settle } = await aWorld(id);
    await expect(settle(request)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('leave nothing unnoticed: each part is an orphaned discrepancy until it is settled', async () => {
    const { world, settle } = await aWorld(id);
    const { watch, statements } = world.slice;
    expect(await watch.look()).toEqual({ opened: 0, closed: 0 });
    await world.gone(ann);
    expect(await watch.look()).toEqual({ opened: 4, closed: 0 });
    expect(await watch.look()).toEqual({ opened: 0, closed: 0 });
    expect(world.told.at(-1)).toMatchObject({
      notification: { kind: 'assets-left-behind', count: 4 },
    });
    await settle({ reassign: { owner: platform } });
    const orphaned = async (state: 'open' | 'closed') =>
      (
        await statements.list(
          { limit: 10, class: ['orphaned'], state },
          everything,
        )
      ).items;
    expect(await orphaned('closed')).toMatchObject([
      {
        field: 'owner',
        registered: ann,
        resolution: 'reassigned',
        closedBy: bob,
      },
    ]);
    await world.ground.knex('entity_index').update({ present: true });
    expect(await watch.look()).toEqual({ opened: 0, closed: 3 });
    expect(await orphaned('open')).toEqual([]);
  });

  it('are not believed when too many go in one night', async () => {
    const world = await CustodyWorld.create(databases, id);
    await world.laptops(
      ...Array.from({ length: 12 }, (_, n) => ({
        name: `laptop-${n}`,
        consumer: `user:default/gone-${n}`,
      })),
    );
    expect(await world.slice.watch.look()).toEqual({ opened: 0, closed: 0 });
    const { items } = await world.slice.leavers.list({ limit: 20 }, 'all');
    expect(items).toHaveLength(12);
  });

  it('no longer take over what was on its way to them', async () => {
    const world = await CustodyWorld.create(databases, id);
    const [laptop] = await world.laptops({ name: 'orca', owner: payments });
    await world.slice.transfers.offer(
      laptop,
      { toOwner: platform, reason: 'theirs' },
      caller(ann),
      everything,
    );
    await world.gone(platform);
    const { items } = await world.slice.leavers.list({ limit: 10 }, 'all');
    expect(items).toMatchObject([{ ref: platform, counts: { transfer: 1 } }]);
    await world.slice.leavers.settle(
      pathOf(platform),
      { reassign: {}, recall: true, dryRun: false, reason: 'dissolved' },
      caller(ann),
      everything,
    );
    expect((await world.custody(laptop)).transfer).toBeUndefined();
  });
});
