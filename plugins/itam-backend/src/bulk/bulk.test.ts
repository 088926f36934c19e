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
import type { BulkRequest, BulkRun } from '@itam/plugin-itam-common';
import {
  aRegistration,
  registered,
  supporting,
} from '../register/__testUtils__/ground';
import { ann, BulkWorld } from './__testUtils__/BulkWorld';
import type { BulkRights } from './runs/BulkRunStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('a bulk change on %s', id => {
  let world: BulkWorld;

  beforeEach(async () => {
    world = await BulkWorld.create(await databases.init(id), { batchSize: 3 });
    await registered(world.ground, [
      aRegistration('a', { facts: { environment: 'test' } }),
      aRegistration('b', { facts: { environment: 'test' } }),
      aRegistration('c', { facts: { environment: 'live' } }),
    ]);
    await registered(
      world.ground,
      ['d', 'e'].map(name =>
        aRegistration(name, {
          type: 'laptop',
          relations: supporting('component:default/orders'),
          facts: { environment: 'test', attributes: {} },
        }),
      ),
    );
  });

  afterEach(() => world.stop());

  const change = async (
    request: Partial<BulkRequest> & Pick<BulkRequest, 'change'>,
    rights: Partial<BulkRights> = {},
  ): Promise<BulkRun> => {
    const run = await world.slice.service.change(
      { selection: { filter: {} }, dryRun: false, ...request },
      world.caller(rights),
    );
    return world.ended(run.id);
  };

  const undo = async (run: BulkRun, dryRun = false) => {
    const { id: undone } = await world.slice.service.undo(
      run.id,
      { dryRun },
      world.caller(),
    );
    return world.ended(undone);
  };

  it('edits what a filter finds and tells each row from and to', async () => {
    const run = await change({
      selection: { filter: { environment: ['test'] } },
      change: { patch: { environment: 'stage', criticality: 2 } },
      reason: 'renamed',
    });
    expect(run).toMatchObject({
      kind: 'edit',
      status: 'succeeded',
      total: 4,
      counts: { read: 4, updated: 4, rejected: 0 },
    });
    const [row] = await world.rows(run);
    expect(row).toMatchObject({
      row: 1,
      tag: 'a-tag',
      outcome: 'updated',
      changes: {
        environment: { from: 'test', to: 'stage' },
        criticality: { to: 2 },
      },
      versionBefore: 1,
      versionAfter: 2,
    });
    expect((await world.asset('c-tag')).environment).toBe('live');
    const history = await world.ground.store.history(row.assetId ?? '', {
      limit: 1,
    });
    expect(history.items[0]).toMatchObject({ actor: ann, reason: 'renamed' });
  });

  it('shows in a dry run what the run then does', async () => {
    const request = {
      change: { patch: { attributes: { engine: 'mysql' } } },
    };
    const dry = await change({ ...request, dryRun: true });
    const before = await world.assets();
    expect(before.every(({ version }) => version === 1)).toBe(true);
    const real = await change(request);
    expect(await world.rows(dry)).toEqual(await world.rows(real));
    expect(await world.refusals(real)).toEqual([
      expect.stringContaining('4 attributes.engine: Laptop has no such'),
      expect.stringContaining('5 attributes.engine: Laptop has no such'),
    ]);
  });

  it('takes no row the caller may not change, and finds none they may not see', async () => {
    const run = await change(
      {
        selection: { ids: ['a-tag', 'd-tag', 'c-tag', 'x-tag'] },
        change: { patch: { notes: 'seen' } },
      },
      {
        read: {
          not: { kind: 'claim', reason: 'owner', refs: ['group:default/x'] },
        },
        update: { kind: 'type', values: ['laptop'] },
      },
    );
    expect(run.counts).toMatchObject({ updated: 1, rejected: 3 });
    expect(await world.refusals(run)).toEqual([
      '1 you may see the asset a-tag but not change it; ask its owner',
      '3 you may see the asset c-tag but not change it; ask its owner',
      '4 there is no asset x-tag',
    ]);
  });

  it('is refused as a whole for a value that cannot be, or without the right', async () => {
    world.entities.add('group:default/payments');
    await expect(
      change({ change: { patch: { owner: 'group:default/nobody' } } }),
    ).rejects.toThrow('the catalog has no group:default/nobody');
    await expect(
      change({ change: { patch: { notes: 'x' } } }, { update: 'none' }),
    ).rejects.toThrow('the permission itam.asset.update is needed');
  });

  it('is taken back to the byte by an undo, where nothing changed since', async () => {
    const before = await world.assets();
    const run = await change({
      change: {
        patch: {
          environment: 'gone',
          custodian: 'user:default/eva',
          dates: { 'warranty-end': '2027-01-01' },
          supports: ['component:default/other'],
        },
      },
    });
    await change({
      selection: { ids: ['c-tag'] },
      change: { patch: { notes: 'since' } },
    });
    expect((await undo(run, true)).counts).toMatchObject({
      updated: 4,
      rejected: 1,
    });
    const undone = await undo(run);
    expect(undone).toMatchObject({ kind: 'undo', undoOf: run.id });
    expect(await world.refusals(undone)).toEqual([
      '3 changed since: the run left it at version 2, it is at 3',
    ]);
    const facts = (asset: (typeof before)[number]) => ({
      ...asset,
      version: 0,
      updatedAt: '',
      updatedBy: '',
      // who said it may differ where a person said it in between
      relations: asset.relations.map(({ toEntityRef }) => toEntityRef),
    });
    expect(
      (await world.assets()).filter(({ tag }) => tag !== 'c-tag').map(facts),
    ).toEqual(before.filter(({ tag }) => tag !== 'c-tag').map(facts));
    await expect(undo(run)).rejects.toThrow('was undone by');
  });

  it('stops when cancelled, and keeps what is done', async () => {
    await world.stop();
    const { service } = world.slice;
    const waiting = await service.change(
      {
        selection: { filter: {} },
        change: { patch: { notes: 'x' } },
        dryRun: false,
      },
      world.caller(),
    );
    await service.cancel(waiting.id, world.caller());
    expect(await service.get(waiting.id, world.caller())).toMatchObject({
      status: 'cancelled',
    });
  });

  it('stops after the rows in hand, while it runs', async () => {
    await world.stop();
    let go: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      go = resolve;
    });
    const slow = await world.start({
      register: {
        batchSize: 3,
        identify: keys => world.ground.register.identify(keys),
        states: ids => world.ground.register.states(ids),
        apply: async batch => {
          await held;
          return world.ground.register.apply(batch);
        },
      },
    });
    const { id: runId } = await slow.service.change(
      {
        selection: { filter: {} },
        change: { patch: { notes: 'x' } },
        dryRun: false,
      },
      world.caller(),
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    await slow.service.cancel(runId, world.caller());
    await new Promise(resolve => setTimeout(resolve, 100));
    go();
    const run = await world.ended(runId);
    expect(run).toMatchObject({ status: 'cancelled', counts: { updated: 3 } });
    const notes = (await world.assets()).map(asset => asset.notes);
    expect(notes.filter(Boolean)).toHaveLength(3);
  });

  it('goes on at the last batch after a crash, and does no row twice', async () => {
    await world.stop();
    let batches = 0;
    let die: (error: Error) => void = () => undefined;
    const dying = await world.start({
      timing: { beatMs: 10_000, pollMs: 20, leaseMs: 150 },
      register: {
        batchSize: 3,
        identify: keys => world.ground.register.identify(keys),
        states: ids => world.ground.register.states(ids),
        apply: batch => {
          batches += 1;
          return batches === 1
            ? world.ground.register.apply(batch)
            : new Promise((_, reject) => {
                die = reject;
              });
        },
      },
    });
    const { id: runId } = await dying.service.import(
      {
        name: 'a.csv',
        content: (async function* content() {
          yield Buffer.from(
            `tag,type,name\n${[1, 2, 3, 4, 5, 6, 7, 8]
              .map(n => `X-${n},laptop,n${n}`)
              .join('\n')}`,
          );
        })(),
      },
      {
        mode: 'create',
        dryRun: false,
        columns: {},
        unmapped: 'refuse',
        blank: 'leave',
        onError: 'keep-good',
      },
      world.caller(),
    );
    while (batches < 2) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    await new Promise(resolve => setTimeout(resolve, 200));
    await world.start();
    const run = await world.ended(runId);
    die(new Error('the replica is gone'));
    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { read: 8, created: 8, rejected: 0 },
    });
    const tags = (await world.rows(run)).map(({ tag }) => tag);
    expect(tags).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(n => `X-${n}`));
  });

  it('is seen by who asked for it, and by who sees everything', async () => {
    const run = await change({ change: { patch: { notes: 'x' } } });
    const { service } = world.slice;
    const narrow = { read: { kind: 'type' as const, values: ['laptop'] } };
    await expect(
      service.get(run.id, world.caller(narrow, 'user:default/ben')),
    ).rejects.toThrow('there is no bulk run');
    const page = await service.list({ limit: 10 }, world.caller(narrow));
    expect(page.items.map(item => item.id)).toContain(run.id);
  });
});
