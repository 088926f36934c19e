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
import { aThing } from './__testUtils__/ListedSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ownership = [
  {
    match: { category: 'cloud', tag: ['owner', 'team'] },
    then: { owner: 'group:default/{{value}}' },
  },
  {
    match: { tag: 'service' },
    then: { supports: 'component:default/{{value}}' },
  },
];

describe.each(databases.eachSupportedId())('ownership on %s', id => {
  let world: DiscoveryWorld;

  beforeEach(async () => {
    world = await DiscoveryWorld.create(databases, id, { ownership });
    for (const ref of [
      'group:default/payments',
      'component:default/checkout',
      'component:default/cart',
    ]) {
      world.entityIndex.entities.push({
        ref,
        kind: ref.split(':')[0],
        present: true,
      });
    }
  });

  afterEach(async () => {
    await world.stop();
  });

  const list = (labels: Record<string, string>) => {
    world.listing().documents = [
      { scope: 'main', things: [aThing({ sourceKey: 'a', labels })] },
    ];
  };

  it('gives an owner and the services supported, and puts into use what has both', async () => {
    list({ Owner: ' Payments ', SERVICE: 'checkout, cart' });
    await world.read();
    const [asset] = (await world.snapshot()).assets;
    expect(asset).toMatchObject({
      owner: 'group:default/payments',
      status: 'in-use',
      relations: [
        'supports component:default/cart',
        'supports component:default/checkout',
      ],
      claims: [],
    });
  });

  it('disputes an owner the catalog does not have, until it has it', async () => {
    list({ owner: 'wizards', service: 'checkout' });
    const run = await world.read();
    expect(run.counts.discrepancies).toBe(1);
    const [unowned] = (await world.snapshot()).assets;
    expect(unowned).toMatchObject({
      owner: undefined,
      status: 'unclaimed',
      claims: [
        'owner: group:default/wizards (the catalog has no group:default/wizards)',
      ],
    });

    world.entityIndex.entities.push({
      ref: 'group:default/wizards',
      kind: 'group',
      present: true,
    });
    await world.runTask('itam-follow-catalog');
    const [again] = (await world.slice.service.runs('estate', { limit: 1 }))
      .items;
    expect(again.id).not.toBe(run.id);
    await expect(world.ended(again.id)).resolves.toMatchObject({
      trigger: 'schedule',
      counts: { updated: 1, discrepancies: 0 },
    });
    await world.runTask('itam-follow-catalog');
    await expect(
      world.slice.service.runs('estate', { limit: 10 }),
    ).resolves.toMatchObject({ items: [{ id: again.id }, { id: run.id }] });
    const [owned] = (await world.snapshot()).assets;
    expect(owned).toMatchObject({
      owner: 'group:default/wizards',
      status: 'in-use',
      claims: [],
    });
  });

  it('takes an owner away when the tag is gone', async () => {
    list({ owner: 'payments' });
    await world.read();
    list({});
    await world.read();
    const [asset] = await world.assets();
    expect(asset.owner).toBeUndefined();
  });

  it('tells at the next reading that a person has locked another owner', async () => {
    list({ owner: 'payments' });
    await world.read();
    const [{ id: assetId }] = await world.assets();
    await world.register.apply({
      changes: [
        {
          assetId,
          change: {
            origin: { kind: 'person', ref: 'user:default/ann' },
            action: 'update',
            facts: { owner: 'group:default/mine' },
          },
        },
      ],
    });

    await expect(world.read()).resolves.toMatchObject({
      counts: { unchanged: 1, discrepancies: 1 },
    });
    const [asset] = await world.assets();
    expect(asset.owner).toBe('group:default/mine');
  });
});
