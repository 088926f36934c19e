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
import { DiscoveryWorld } from './__testUtils__/DiscoveryWorld';
import { aFold, aThing } from './__testUtils__/ListedSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const buckets = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    aThing({ sourceKey: `b${from + index}` }),
  );

describe.each(databases.eachSupportedId())('what is missing on %s', id => {
  let world: DiscoveryWorld;

  beforeEach(async () => {
    world = await DiscoveryWorld.create(databases, id);
  });

  afterEach(async () => {
    await world.stop();
  });

  const statuses = async () =>
    Object.fromEntries(
      (await world.assets()).map(({ name, status }) => [name, status]),
    );

  const list = (things: ReturnType<typeof buckets>, scope = 'main') => {
    world.listing().documents = [{ scope, things }];
  };

  it('is missing after two complete readings without it, and back when seen again', async () => {
    list([...buckets(0, 3), aFold('rule', 'b2')]);
    await world.read();
    list(buckets(0, 2));

    await expect(world.read()).resolves.toMatchObject({
      counts: { missing: 0 },
    });
    expect(await statuses()).toMatchObject({ b2: 'unclaimed' });
    await expect(world.read()).resolves.toMatchObject({
      status: 'succeeded',
      counts: { missing: 1, documents: 1 },
    });
    expect(await statuses()).toMatchObject({ b0: 'unclaimed', b2: 'deleted' });
    await expect(world.read()).resolves.toMatchObject({
      counts: { missing: 0, documentsUnchanged: 1 },
    });

    list([...buckets(0, 3), aFold('rule', 'b2')]);
    await expect(world.read()).resolves.toMatchObject({
      counts: { updated: 1, unchanged: 2 },
    });
    expect(await statuses()).toMatchObject({ b2: 'unclaimed' });
    const { observations } = await world.snapshot();
    expect(observations.map(({ state }) => state)).toEqual(
      Array(4).fill('present'),
    );
  });

  it('is not missing because its document was refused, or it was rejected', async () => {
    list(buckets(0, 3));
    await world.read();
    world.listing().documents = [{ scope: 'main', refused: 'no access' }];
    await world.read();
    await world.read();
    list([...buckets(0, 2), aThing({ sourceKey: 'b2', name: '' })]);
    await world.read();
    await world.read();
    await world.read();
    expect(await statuses()).toMatchObject({ b2: 'unclaimed' });
  });

  it('is not missing while another source still sees it', async () => {
    await world.stop();
    world = await DiscoveryWorld.create(databases, id, {
      sources: {
        listed: { estate: { missingAfter: 1 }, other: { missingAfter: 1 } },
      },
    });
    list(buckets(0, 2));
    world.listing('other').documents = [
      { scope: 'other', things: buckets(1, 2) },
    ];
    await world.read();
    await world.read({ sourceId: 'other' });

    list([]);
    await expect(world.read()).resolves.toMatchObject({
      counts: { missing: 1 },
    });
    expect(await statuses()).toMatchObject({ b0: 'deleted', b1: 'unclaimed' });
    world.listing('other').documents = [{ scope: 'other', things: [] }];
    await world.read({ sourceId: 'other' });
    expect((await world.assets()).map(({ name }) => name)).toHaveLength(2);
  });

  it('is held for a person when too much would go at once, and goes when the person says so', async () => {
    list(buckets(0, 20));
    await world.read();
    list(buckets(0, 10));
    await world.read();
    const held = await world.read();

    expect(held).toMatchObject({
      status: 'held',
      counts: { missing: 0 },
      error:
        '10 of 20 things of main are gone, more than 20 %: held until a person decides',
    });
    expect(Object.values(await statuses())).not.toContain('deleted');
    await expect(world.slice.service.source('estate')).resolves.toMatchObject({
      state: 'held',
    });

    const released = await world.slice.service.releaseRun(held.id, 'apply');
    expect(released).toMatchObject({
      status: 'succeeded',
      counts: { missing: 10 },
    });
    expect(
      Object.values(await statuses()).filter(status => status === 'deleted'),
    ).toHaveLength(10);
    await expect(
      world.slice.service.releaseRun(held.id, 'apply'),
    ).rejects.toThrow('the run is succeeded, not held');
  });

  it('stays when the person cancels what was held', async () => {
    list(buckets(0, 20));
    await world.read();
    list(buckets(0, 10));
    await world.read();
    const held = await world.read();

    await expect(
      world.slice.service.releaseRun(held.id, 'cancel'),
    ).resolves.toMatchObject({ status: 'cancelled' });
    await expect(world.read()).resolves.toMatchObject({ status: 'succeeded' });
    expect(Object.values(await statuses())).not.toContain('deleted');
  });

  it('does not go missing because it was pushed and no reading comes across it', async () => {
    await world.read({
      file: {
        name: 'pushed.json',
        content: Buffer.from(JSON.stringify(buckets(0, 2))),
      },
    });
    list(buckets(5, 7));
    await world.read();
    await world.read();
    await world.read();
    expect(Object.values(await statuses())).not.toContain('deleted');
  });

  it('goes missing with its document, and the document leaves the list', async () => {
    list(buckets(0, 3), 'old.tfstate');
    await world.read();
    list(buckets(5, 30), 'new.tfstate');
    await world.read();
    await expect(world.read()).resolves.toMatchObject({
      counts: { missing: 3 },
    });
    expect(await statuses()).toMatchObject({ b0: 'deleted', b5: 'unclaimed' });
    const { items } = await world.slice.service.documents('estate', {
      limit: 10,
    });
    expect(items.map(({ scope }) => scope)).toEqual(['new.tfstate']);
  });

  it('that a dry run would hold leave nothing for a person to decide', async () => {
    list(buckets(0, 10));
    await world.read();
    list([]);
    await world.read();

    expect(await world.read({ dryRun: true })).toMatchObject({
      status: 'succeeded',
      error: expect.stringContaining('10 of 10 things of main are gone'),
    });
    expect((await world.slice.service.source('estate')).state).toBe('idle');
  });
});
