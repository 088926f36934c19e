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
import { countsAddUp, noCounts } from '@itam/plugin-itam-common';
import { DiscoveryWorld } from './__testUtils__/DiscoveryWorld';
import { aFold, aThing } from './__testUtils__/ListedSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A stack, four buckets that need each other, and their plumbing. */
const estate = () => ({
  scope: 'main.tfstate',
  things: [
    aFold('policy-a', 'a'),
    aFold('rule-of-policy-a', 'policy-a'),
    aThing({
      sourceKey: 'a',
      attributes: { region: 'eu-west-1' },
      relations: [
        { type: 'provisioned-by', to: { sourceKey: 'stack' } },
        { type: 'depends-on', to: { sourceKey: 'd' } },
      ],
    }),
    aThing({ sourceKey: 'b' }),
    aThing({ sourceKey: 'c' }),
    aThing({
      sourceKey: 'd',
      relations: [{ type: 'depends-on', to: { sourceKey: 'policy-a' } }],
    }),
    aThing({ sourceKey: 'fleet', unit: 'group', type: 'virtual-machine' }),
    aFold('loose', 'nowhere'),
    aThing({
      sourceKey: 'stack',
      derived: true,
      type: 'iac-stack',
      keys: [{ type: 'state-lineage', value: 'lineage-1' }],
    }),
  ],
});

describe.each(databases.eachSupportedId())('discovery on %s', id => {
  let world: DiscoveryWorld;

  const create = async (itam = {}) => {
    world = await DiscoveryWorld.create(databases, id, itam);
    return world;
  };

  afterEach(async () => {
    await world.stop();
  });

  it('takes text with half a character in it, and finds it unchanged', async () => {
    await create();
    const half = '\ud800';
    world.listing().documents = [
      {
        scope: 'doc',
        things: [
          aThing({ sourceKey: 'a', name: `a${half}`, labels: { l: half } }),
          aThing({ sourceKey: 'b', attributes: { versioning: true } }),
          aThing({ sourceKey: `c${half}`, keys: [] }),
        ],
      },
    ];

    const run = await world.read();

    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { read: 3, assets: 2, rejected: 1 },
    });
    expect((await world.rejects(run))[0].field).toBe('sourceKey');
    expect((await world.assets())[0]).toMatchObject({
      name: 'a\ufffd',
      labels: { l: '\ufffd' },
    });
    world.listing().revision = '2';
    expect((await world.read()).counts).toMatchObject({
      unchanged: 2,
      updated: 0,
    });
  });

  it('still knows lineage and serial of a place after a reading that had neither', async () => {
    await create();
    const things = [aThing({ sourceKey: 'a' })];
    const at = (serial: number) => ({ lineage: 'l', serial });
    world.listing().documents = [{ scope: 'doc', things, revision: at(7) }];
    await world.read();
    world.listing().documents = [
      { scope: 'doc', things: [], fingerprint: '2' },
    ];
    await world.read();
    world.listing().documents = [
      { scope: 'doc', things: [], fingerprint: '3', revision: at(6) },
    ];

    expect(await world.read()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('serial 6 is older than 7'),
    });
  });

  it('registers what a source holds, folds its plumbing, and finds nothing new when it reads again', async () => {
    await create();
    world.listing().documents = [estate()];

    const first = await world.read();

    expect(first).toMatchObject({ status: 'succeeded', error: undefined });
    expect(first.counts).toEqual({
      ...noCounts,
      read: 8,
      assets: 4,
      grouped: 1,
      folded: 3,
      derived: 1,
      created: 6,
      documents: 1,
    });
    const { assets, observations } = await world.snapshot();
    const tagOf = (name: string) =>
      assets.find(asset => asset.name === name)?.tag;
    expect(assets.find(({ name }) => name === 'a')).toMatchObject({
      type: 'object-storage',
      status: 'unclaimed',
      keys: ['provider-id arn:a'],
      relations: [
        `depends-on ${tagOf('d')}`,
        `provisioned-by ${tagOf('stack')}`,
      ],
    });
    expect(assets.find(({ name }) => name === 'd')?.relations).toEqual([
      `depends-on ${tagOf('a')}`,
    ]);
    expect(
      observations
        .filter(({ unit }) => unit === 'fold')
        .map(({ key, asset }) => [key, asset]),
    ).toEqual([
      ['loose', tagOf('stack')],
      ['policy-a', tagOf('a')],
      ['rule-of-policy-a', tagOf('a')],
    ]);

    const before = await world.assets();
    const second = await world.read();
    expect(second.counts).toEqual({
      ...first.counts,
      created: 0,
      matched: 6,
      unchanged: 6,
      documents: 0,
      documentsUnchanged: 1,
    });

    world.listing().revision = '2';
    const third = await world.read();
    expect(third.counts).toEqual({
      ...second.counts,
      documents: 1,
      documentsUnchanged: 0,
    });
    await expect(world.assets()).resolves.toEqual(before);
  });

  it('takes a change of one thing and leaves the others at their version', async () => {
    await create();
    world.listing().documents = [estate()];
    await world.read();

    const changed = estate();
    changed.things[2] = aThing({
      sourceKey: 'a',
      name: 'renamed',
      description: 'now with words',
      relations: [],
    });
    world.listing().documents = [changed];
    const run = await world.read();

    expect(run.counts).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 5,
      missing: 0,
    });
    const assets = await world.assets();
    expect(assets.find(({ name }) => name === 'renamed')).toMatchObject({
      description: 'now with words',
      attributes: {},
      relations: [],
      version: 3,
    });
    expect(assets.find(({ name }) => name === 'b')?.version).toBe(1);
  });

  it('keeps the other documents when one is refused, and what was known of that one', async () => {
    await create();
    world.listing().documents = [
      { scope: 'one', things: [aThing({ sourceKey: '1' })] },
      { scope: 'two', things: [aThing({ sourceKey: '2' })] },
    ];
    await world.read();

    world.listing().documents = [
      {
        scope: 'one',
        things: [aThing({ sourceKey: 'half', name: 'never taken' })],
        broken: 'ends in the middle of line 7',
      },
      { scope: 'two', things: [aThing({ sourceKey: '2', name: 'two' })] },
      { scope: 'three', refused: 'no such file' },
    ];
    const run = await world.read();

    expect(run).toMatchObject({
      status: 'succeeded',
      error:
        '2 of 3 documents refused: one: ends in the middle of line 7; three: no such file',
      counts: { documents: 1, documentsRefused: 2, read: 1, updated: 1 },
    });
    await expect(world.rejects(run)).resolves.toEqual([
      {
        kind: 'document',
        place: 'one',
        reason: 'ends in the middle of line 7',
      },
      { kind: 'document', place: 'three', reason: 'no such file' },
    ]);
    expect((await world.assets()).map(({ name }) => name)).toEqual([
      '1',
      'two',
    ]);
    const { items } = await world.slice.service.documents('estate', {
      limit: 10,
    });
    expect(items).toEqual([
      expect.objectContaining({
        scope: 'one',
        state: 'refused',
        error: 'ends in the middle of line 7',
        lastReadAt: expect.any(String),
      }),
      expect.objectContaining({ scope: 'three', state: 'refused' }),
      expect.objectContaining({ scope: 'two', state: 'read' }),
    ]);
  });

  it('fails a run whose source throws, and one whose every document is refused', async () => {
    await create();
    world.listing().documents = [
      { scope: 'one', things: [aThing({ sourceKey: '1' })] },
    ];
    world.listing().failure = 'the provider does not answer';
    const thrown = await world.read();
    expect(thrown).toMatchObject({
      status: 'failed',
      error: 'the provider does not answer',
      counts: { created: 1 },
    });

    world.listing().failure = undefined;
    world.listing().documents = [{ scope: 'one', refused: 'gone' }];
    const refused = await world.read();
    expect(refused).toMatchObject({
      status: 'failed',
      error: '1 of 1 documents refused: one: gone',
    });
    await expect(world.slice.service.source('estate')).resolves.toMatchObject({
      state: 'failing',
      error: '1 of 1 documents refused: one: gone',
      assets: 1,
    });
    const readings = await world.slice.lastReadings(['estate']);
    expect(readings.get('estate')).toMatchObject({ failing: true });
  });

  it('lists what it cannot take with place and reason, again at every reading, and keeps the rest', async () => {
    await create();
    world.listing().documents = [
      {
        scope: 'main',
        things: [
          aThing({ sourceKey: 'good' }),
          {
            rejected: true,
            place: 'main.tf no-id',
            reason: 'the instance has no id',
            field: 'id',
          },
          aThing({ sourceKey: 'nameless', name: '' }),
          aThing({ sourceKey: 'alien', type: 'flying-saucer' }),
          aThing({ sourceKey: 'good', name: 'twin' }),
          aFold('orphan', 'nobody'),
        ],
      },
    ];

    for (const run of [await world.read(), await world.read()]) {
      expect(run.counts).toMatchObject({
        read: 6,
        assets: 1,
        folded: 0,
        rejected: 5,
      });
      expect(countsAddUp(run.counts)).toBe(true);
      await expect(world.rejects(run)).resolves.toEqual([
        {
          kind: 'thing',
          place: 'main.tf no-id',
          field: 'id',
          reason: 'the instance has no id',
        },
        expect.objectContaining({
          place: 'main.tf nameless',
          field: 'name',
        }),
        expect.objectContaining({
          place: 'main.tf alien',
          field: 'type',
          reason: "there is no asset type 'flying-saucer'",
        }),
        expect.objectContaining({
          place: 'main.tf good',
          field: 'sourceKey',
        }),
        expect.objectContaining({
          place: 'main.tf orphan',
          field: 'parent',
        }),
      ]);
    }
  });

  it('refuses an older serial and another lineage at the same place', async () => {
    await create();
    const state = (name: string, lineage: string, serial: number) => ({
      scope: 'main.tfstate',
      things: [aThing({ sourceKey: 'a', name })],
      revision: { lineage, serial },
    });
    world.listing().documents = [state('seventh', 'l1', 7)];
    await world.read();

    world.listing().documents = [state('sixth', 'l1', 6)];
    const older = await world.read();
    expect(older).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(
        'serial 6 is older than 7, which was read before',
      ),
    });

    world.listing().documents = [state('stranger', 'l2', 8)];
    const stranger = await world.read();
    expect(stranger.error).toContain('another lineage (l2)');
    expect((await world.assets()).map(({ name }) => name)).toEqual(['seventh']);

    world.listing().documents = [state('eighth', 'l1', 8)];
    await expect(world.read()).resolves.toMatchObject({
      status: 'succeeded',
      counts: { updated: 1 },
    });
  });

  it('gives two places of one thing one asset, with the facts of the place seen first', async () => {
    await create();
    const shared = [{ type: 'provider-id', value: 'arn:shared' }];
    world.listing().documents = [
      {
        scope: 'one',
        things: [
          aThing({ sourceKey: 'one.x', name: 'first', keys: shared }),
          aThing({ sourceKey: 'one.target', name: 'target' }),
        ],
      },
      {
        scope: 'two',
        things: [
          aThing({
            sourceKey: 'two.x',
            name: 'second',
            keys: shared,
            relations: [
              { type: 'depends-on', to: { sourceKey: 'one.target' } },
            ],
          }),
        ],
      },
    ];
    const first = await world.read();
    expect(first.counts).toMatchObject({
      assets: 3,
      created: 2,
      matched: 1,
      updated: 1,
    });
    const before = await world.assets();
    expect(before.map(({ name }) => name)).toEqual(['first', 'target']);
    expect(before[0].relations).toHaveLength(1);

    world.listing().revision = '2';
    const second = await world.read();
    expect(second.counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
    });
    await expect(world.assets()).resolves.toEqual(before);
  });

  it('takes the facts of the other place when the first one is gone', async () => {
    await create({ sources: { listed: { estate: { missingAfter: 1 } } } });
    const shared = [{ type: 'provider-id', value: 'arn:shared' }];
    const two = {
      scope: 'two',
      things: [aThing({ sourceKey: 'two.x', name: 'second', keys: shared })],
    };
    world.listing().documents = [
      {
        scope: 'one',
        things: [aThing({ sourceKey: 'one.x', name: 'first', keys: shared })],
      },
      two,
    ];
    await world.read();

    world.listing().documents = [{ scope: 'one', things: [] }, two];
    const run = await world.read();
    expect(run.counts).toMatchObject({ missing: 0 });
    expect((await world.assets())[0]).toMatchObject({
      name: 'second',
      status: 'unclaimed',
    });
  });

  it('rejects a thing with a kind of relation the register does not have', async () => {
    world = await DiscoveryWorld.create(databases, id);
    world.listing().documents = [
      {
        scope: 'one',
        things: [
          aThing({ sourceKey: 'a' }),
          aThing({
            sourceKey: 'b',
            relations: [{ type: 'made-of', to: { sourceKey: 'a' } }],
          }),
        ],
      },
    ];

    const run = await world.read();

    expect(run.counts).toMatchObject({ assets: 1, rejected: 1 });
    expect(await world.rejects(run)).toMatchObject([
      {
        field: 'relations.0.type',
        reason: expect.stringContaining("no kind of relation 'made-of'"),
      },
    ]);
  });

  it('rejects a thing whose keys belong to two assets, and takes it once that is settled', async () => {
    await create();
    const key = (value: string) => ({ type: 'provider-id', value });
    world.listing().documents = [
      {
        scope: 'main',
        things: [
          aThing({ sourceKey: 'a', keys: [key('k1')] }),
          aThing({ sourceKey: 'b', keys: [key('k2')] }),
          aThing({ sourceKey: 'both', keys: [key('k1'), key('k2')] }),
        ],
      },
    ];
    const run = await world.read();

    const tags = (await world.assets()).map(({ tag }) => tag);
    expect(tags).toHaveLength(2);
    expect(run.counts).toMatchObject({
      read: 3,
      assets: 2,
      rejected: 1,
      discrepancies: 1,
    });
    const [reject] = await world.rejects(run);
    expect(reject.kind).toBe('ambiguous');
    expect(reject.reason).toMatch(/belong to 2 assets/);

    world.listing().documents = [
      {
        scope: 'main',
        things: [
          aThing({ sourceKey: 'a', keys: [key('k1')] }),
          aThing({ sourceKey: 'b', keys: [key('k2')] }),
          aThing({ sourceKey: 'both', keys: [key('k3')] }),
        ],
      },
    ];
    await expect(world.read()).resolves.toMatchObject({
      counts: { rejected: 0, created: 1 },
    });
  });

  it.each([
    { onNoMatch: 'discrepancy', discrepancies: 1 },
    { onNoMatch: 'ignore', discrepancies: 0 },
  ])(
    'registers nothing when onNoMatch is $onNoMatch',
    async ({ onNoMatch, discrepancies }) => {
      await create({
        sources: { listed: { estate: {}, checker: { onNoMatch } } },
      });
      world.listing().documents = [
        { scope: 'main', things: [aThing({ sourceKey: 'a' })] },
      ];
      await world.read();
      world.listing('checker').documents = [
        {
          scope: 'check',
          things: [aThing({ sourceKey: 'a' }), aThing({ sourceKey: 'b' })],
        },
      ];

      const run = await world.read({ sourceId: 'checker' });

      expect(run.counts).toMatchObject({
        read: 2,
        assets: 1,
        matched: 1,
        rejected: 1,
        discrepancies,
      });
      await expect(world.assets()).resolves.toHaveLength(1);
    },
  );

  it('takes a resource made anew at the same address for another asset', async () => {
    await create({ sources: { listed: { estate: { missingAfter: 1 } } } });
    const state = (arn: string) => ({
      scope: 'main',
      things: [
        aThing({
          sourceKey: 'web',
          relations: [{ type: 'depends-on', to: { sourceKey: 'db' } }],
        }),
        aThing({
          sourceKey: 'db',
          keys: [{ type: 'provider-id', value: arn }],
        }),
      ],
    });
    world.listing().documents = [state('arn:old')];
    await world.read();
    world.listing().documents = [state('arn:new')];
    const run = await world.read();

    expect(run.counts).toMatchObject({ created: 1, updated: 1, missing: 1 });
    const assets = await world.assets();
    const old = assets.find(({ keys }) => keys[0].value === 'arn:old');
    const made = assets.find(({ keys }) => keys[0].value === 'arn:new');
    expect(old?.status).toBe('deleted');
    expect(assets.find(({ name }) => name === 'web')?.relations).toEqual([
      expect.objectContaining({ toAssetId: made?.id }),
    ]);
  });

  it('lets an asset become plumbing and plumbing become an asset', async () => {
    await create({ sources: { listed: { estate: { missingAfter: 1 } } } });
    world.listing().documents = [
      {
        scope: 'main',
        things: [
          aThing({ sourceKey: 'a' }),
          aThing({ sourceKey: 'x' }),
          aFold('y', 'a'),
        ],
      },
    ];
    await world.read();
    world.listing().documents = [
      {
        scope: 'main',
        things: [
          aThing({ sourceKey: 'a' }),
          aFold('x', 'a'),
          aThing({ sourceKey: 'y' }),
        ],
      },
    ];
    const run = await world.read();

    expect(run.counts).toMatchObject({
      assets: 2,
      folded: 1,
      created: 1,
      missing: 1,
    });
    const assets = await world.assets();
    expect(assets.map(({ name, status }) => [name, status])).toEqual([
      ['a', 'unclaimed'],
      ['x', 'deleted'],
      ['y', 'unclaimed'],
    ]);
  });

  it('keeps nothing of a dry run but its counts', async () => {
    await create();
    world.listing().documents = [
      { scope: 'before', things: [aThing({ sourceKey: 'z' })] },
    ];
    await world.read();
    const before = await world.snapshot();
    world.listing().documents = [
      estate(),
      { scope: 'before', things: [aThing({ sourceKey: 'z', name: 'zed' })] },
    ];

    const dry = await world.read({ dryRun: true });
    await expect(world.snapshot()).resolves.toEqual(before);
    expect(dry).toMatchObject({ status: 'succeeded', dryRun: true });

    const real = await world.read();
    expect(dry.counts).toEqual(real.counts);
  });

  it('reads a pushed file as the source would, and forgets it afterwards', async () => {
    await create();
    const content = Buffer.from(
      JSON.stringify([aThing({ sourceKey: 'a' }), 'x'.repeat(2_500_000)]),
    );
    const run = await world.read({ file: { name: 'pushed.json', content } });

    expect(run).toMatchObject({
      status: 'succeeded',
      trigger: 'push',
      fileName: 'pushed.json',
      counts: { read: 2, created: 1, rejected: 1 },
    });
    await expect(world.knex('run_files')).resolves.toEqual([]);
  });
});
