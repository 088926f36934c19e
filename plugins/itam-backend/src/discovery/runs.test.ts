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
import fc from 'fast-check';
import { DiscoveryWorld } from './__testUtils__/DiscoveryWorld';
import { aFold, aThing } from './__testUtils__/ListedSource';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Each thing needs the one after it, so every relation leads to a later batch. */
const chain = (length: number) => ({
  scope: 'chain',
  things: [
    aThing({ sourceKey: 'stack', derived: true, type: 'iac-stack' }),
    ...Array.from({ length }, (_, index) =>
      aThing({
        sourceKey: `n${index}`,
        relations: [
          { type: 'depends-on', to: { sourceKey: `n${(index + 1) % length}` } },
        ],
      }),
    ),
    ...Array.from({ length }, (_, index) => aFold(`f${index}`, `n${index}`)),
  ],
});

/** The replica that reads is taken for dead: its lease is over. */
const bury = async (world: DiscoveryWorld) => {
  await world
    .knex('runs')
    .where({ status: 'running' })
    .update({ lease_owner: 'dead', lease_until: '2000-01-01T00:00:00.000Z' });
};

const never = () => new Promise<never>(() => undefined);

describe.each(databases.eachSupportedId())('runs on %s', id => {
  const worlds: DiscoveryWorld[] = [];

  const create = async (itam = {}) => {
    const world = await DiscoveryWorld.create(databases, id, itam);
    worlds.push(world);
    return world;
  };

  afterEach(async () => {
    for (const world of worlds.splice(0)) {
      await world.stop();
    }
  });

  it('that are killed anywhere end as one clean run when they are taken over', async () => {
    const clean = await create();
    clean.listing().documents = [chain(8)];
    await clean.read();
    const expected = await clean.snapshot();

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        async (batches, inTransaction) => {
          const world = await DiscoveryWorld.create(databases, id);
          await world.slice.stop();
          world.listing().documents = [chain(8)];
          const run = await world.slice.service.startRun({
            sourceId: 'estate',
            trigger: 'person',
          });
          let left = batches;
          let killed: () => void = () => undefined;
          const death = new Promise<void>(resolve => {
            killed = resolve;
          });
          await world.start({
            onApply: async (batch, apply) => {
              left -= 1;
              if (left >= 0) {
                return apply(batch);
              }
              if (inTransaction) {
                await apply({
                  ...batch,
                  alongside: async (...written) => {
                    await batch.alongside?.(...written);
                    throw new Error('killed');
                  },
                }).catch(() => undefined);
              }
              killed();
              return never();
            },
          });
          await Promise.race([death, world.ended(run.id)]);

          await bury(world);
          const second = await world.start();
          await expect(world.ended(run.id)).resolves.toMatchObject({
            status: 'succeeded',
          });
          await expect(world.snapshot()).resolves.toEqual(expected);
          await second.slice.stop();
        },
      ),
      { numRuns: 8 },
    );
  });

  it('go on elsewhere when their replica stops in the middle', async () => {
    const world = await create();
    await world.slice.stop();
    world.listing().documents = [chain(8)];
    const run = await world.slice.service.startRun({
      sourceId: 'estate',
      trigger: 'person',
    });
    let reached: () => void = () => undefined;
    const middle = new Promise<void>(resolve => {
      reached = resolve;
    });
    const first = await world.start({
      onApply: async (batch, apply) => {
        reached();
        await new Promise(resolve => setTimeout(resolve, 30));
        return apply(batch);
      },
    });
    await middle;
    await first.slice.stop();
    await expect(world.slice.service.run(run.id)).resolves.toMatchObject({
      status: 'running',
      attempts: 0,
    });

    await world.start();
    await expect(world.ended(run.id)).resolves.toMatchObject({
      status: 'succeeded',
      attempts: 1,
    });
  });

  it('write nothing more once another replica has taken them over', async () => {
    const world = await create();
    await world.slice.stop();
    world.listing().documents = [chain(4)];
    const run = await world.slice.service.startRun({
      sourceId: 'estate',
      trigger: 'person',
    });
    let resume: () => void = () => undefined;
    let asleep: () => void = () => undefined;
    const sleeping = new Promise<void>(resolve => {
      asleep = resolve;
    });
    const woken = new Promise<void>(resolve => {
      resume = resolve;
    });
    const outcomes: string[] = [];
    const slow = await world.start({
      onApply: async (batch, apply) => {
        asleep();
        await woken;
        try {
          return await apply(batch);
        } catch (error) {
          outcomes.push(String(error));
          throw error;
        }
      },
    });
    await sleeping;
    await bury(world);
    world.listing().documents = [chain(5)];
    const fast = await world.start();
    await expect(world.ended(run.id)).resolves.toMatchObject({
      status: 'succeeded',
      counts: { created: 6 },
    });
    const before = await world.snapshot();

    resume();
    await slow.slice.idle();
    expect(outcomes.at(-1)).toContain('another replica has taken over');
    await expect(world.snapshot()).resolves.toEqual(before);
    await expect(world.slice.service.run(run.id)).resolves.toMatchObject({
      status: 'succeeded',
    });
    await fast.slice.stop();
  });

  it('are given up after three replicas died of them', async () => {
    const world = await create();
    await world.slice.stop();
    world.listing().documents = [chain(2)];
    const run = await world.slice.service.startRun({
      sourceId: 'estate',
      trigger: 'person',
    });
    await world.knex('runs').update({
      status: 'running',
      attempts: 3,
      lease_owner: 'gone',
      lease_until: '2000-01-01T00:00:00.000Z',
    });
    await world.start();
    await expect(world.ended(run.id)).resolves.toMatchObject({
      status: 'failed',
      error: expect.stringContaining('stopped 3 times'),
    });
  });

  it('wait once per source, and dry runs and files beside them', async () => {
    const world = await create();
    await world.slice.stop();
    const { service } = world.slice;
    const scheduled = await service.startRun({
      sourceId: 'estate',
      trigger: 'schedule',
    });
    const asked = await service.startRun({
      sourceId: 'estate',
      trigger: 'person',
      requestedBy: 'user:default/ann',
    });
    expect(asked.id).toBe(scheduled.id);
    const dry = await service.startRun({
      sourceId: 'estate',
      trigger: 'person',
      dryRun: true,
    });
    expect(dry.id).not.toBe(scheduled.id);

    await world.start();
    await world.ended(dry.id);
    const { items } = await service.runs('estate', { limit: 10 });
    expect(items.map(({ status }) => status)).toEqual([
      'succeeded',
      'succeeded',
    ]);
    const page = await service.runs('estate', { limit: 1 });
    expect(page.items.map(item => item.id)).toEqual([dry.id]);
    const next = await service.runs('estate', {
      limit: 1,
      cursor: page.nextCursor,
    });
    expect(next.items.map(item => item.id)).toEqual([scheduled.id]);
  });

  it('are only enqueued by the scheduler', async () => {
    const world = await create();
    const tasks = world.scheduler.scheduleTask.mock.calls.map(([task]) => task);
    const read = tasks.find(task => task.id === 'itam-read-estate');
    expect(read).toMatchObject({
      frequency: { hours: 1 },
      timeout: { minutes: 1 },
      scope: 'global',
    });
    await world.slice.stop();
    await world.runTask('itam-read-estate');
    const { items } = await world.slice.service.runs('estate', { limit: 5 });
    expect(items).toEqual([
      expect.objectContaining({ status: 'queued', trigger: 'schedule' }),
    ]);
  });

  it('are refused for sources with a mistake in their configuration, which are shown', async () => {
    const world = await create({
      sources: {
        listed: {
          estate: {},
          hasty: { missingShare: 20 },
        },
        telepathy: { mind: {} },
      },
    });
    const { items } = await world.slice.service.listSources({ limit: 10 });
    expect(
      items.map(({ id: sourceId, state, error }) => [sourceId, state, error]),
    ).toEqual([
      ['estate', 'idle', undefined],
      ['hasty', 'disabled', 'missingShare: 20 is not a number from 0 to 1'],
      [
        'mind',
        'disabled',
        "there is no kind of source 'telepathy'; installed are listed: correct the name or install its module",
      ],
    ]);
    await expect(
      world.slice.service.startRun({ sourceId: 'hasty', trigger: 'person' }),
    ).rejects.toThrow('missingShare: 20 is not a number from 0 to 1');
    await expect(
      world.slice.service.startRun({ sourceId: 'nobody', trigger: 'person' }),
    ).rejects.toThrow("There is no source 'nobody'");
  });

  it('leave one event for the auditor, and only the newest stay', async () => {
    const world = await create();
    world.listing().documents = [
      { scope: 'x', things: [aThing({ sourceKey: 'x', name: '' })] },
    ];
    await world.read();
    await world.slice.idle();
    expect(world.auditor.createEvent).toHaveBeenCalledTimes(1);
    for (let reading = 0; reading < 52; reading += 1) {
      await world.read();
    }
    await world.runTask('itam-prune-runs');
    await expect(world.knex('runs')).resolves.toHaveLength(50);
    await expect(world.knex('run_rejects')).resolves.toHaveLength(50);
  });
});
