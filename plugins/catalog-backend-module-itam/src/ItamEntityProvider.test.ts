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

import { mockServices } from '@backstage/backend-test-utils';
import { EntityMaker } from './EntityMaker';
import { ItamEntityProvider } from './ItamEntityProvider';
import { RemovalGuard } from './RemovalGuard';
import {
  aPublication,
  aWithdrawal,
  FakeCatalog,
  FakeFeed,
} from './__testUtils__/builders';

async function connected(
  feed: FakeFeed,
  options: { allowMassRemoval?: boolean } = {},
) {
  const catalog = new FakeCatalog();
  const logger = mockServices.logger.mock();
  const provider = new ItamEntityProvider({
    feed,
    holdings: catalog.holdings,
    entityMaker: aMaker('group:default/unowned'),
    guard: new RemovalGuard({ allowMassRemoval: false, ...options }),
    logger,
    pauseMs: 0,
  });
  await provider.connect(catalog.connection);
  return { catalog, provider, logger };
}

function aMaker(unownedOwner: string) {
  return new EntityMaker({
    unownedOwner,
    assetsUrl: 'http://localhost:7007/api/itam/assets',
  });
}

function many<T>(count: number, make: (id: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(`a${index}`));
}

describe('ItamEntityProvider', () => {
  it('puts a publication into the catalog, located at its asset, and says what it became', async () => {
    const feed = new FakeFeed(aPublication('db'));
    const { provider, catalog } = await connected(feed);
    await expect(provider.poll()).resolves.toBe(1);
    expect(
      catalog.entities.get('resource:default/db')?.metadata.annotations,
    ).toMatchObject({
      'backstage.io/managed-by-location':
        'url:http://localhost:7007/api/itam/assets/db',
      'backstage.io/managed-by-origin-location':
        'url:http://localhost:7007/api/itam/assets/db',
    });
    expect(feed.acks).toEqual([
      { assetId: 'db', version: 1, entityRef: 'resource:default/db' },
    ]);
  });

  it('marks the settings an entity was made with, so that others make it again', async () => {
    const [one, other] = ['group:default/a', 'group:default/b'].map(aMaker);
    expect(one.form).not.toBe(other.form);
    const { metadata } = await one.make(aPublication('db'));
    expect(metadata.annotations?.['itam/published-form']).toBe(one.form);
  });

  it('acknowledges the version it was given, not the newest', async () => {
    const feed = new FakeFeed(aPublication('db', { version: 4 }));
    const { provider } = await connected(feed);
    await provider.poll();
    expect(feed.taken).toEqual(['db@4']);
  });

  it('keeps back no other when one entity is bad, and says why', async () => {
    const feed = new FakeFeed(
      aPublication('good'),
      aPublication('bad', {}, { status: '', type: '' }),
      aPublication('fine'),
    );
    const { provider, catalog, logger } = await connected(feed);
    await provider.poll();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('1 assets did not become entities: asset bad'),
    );
    expect(catalog.refs).toEqual([
      'resource:default/fine',
      'resource:default/good',
    ]);
    expect(feed.taken).toEqual(['good@1', 'fine@1']);
    expect(feed.errors).toEqual({ bad: expect.stringContaining('type') });
  });

  it('finds the one for which the catalog rejects the whole delta', async () => {
    const feed = new FakeFeed(
      aPublication('a'),
      aPublication('b'),
      aPublication('c'),
    );
    const { provider, catalog } = await connected(feed);
    catalog.malformed.add('resource:default/b');
    await provider.poll();
    expect(feed.taken).toEqual(['a@1', 'c@1']);
    expect(feed.errors).toEqual({ b: expect.stringContaining('Malformed') });
  });

  it('acknowledges nothing when the catalog is out of order', async () => {
    const feed = new FakeFeed(aPublication('a'));
    const { provider, catalog } = await connected(feed);
    catalog.connection.applyMutation = async () => {
      throw new Error('no connection to the database');
    };
    await expect(provider.poll()).rejects.toThrow('no connection');
    expect(feed.acks).toEqual([]);
  });

  it('leaves an entity of somebody else its name', async () => {
    const feed = new FakeFeed(aPublication('db'), aPublication('web'));
    const { provider, catalog } = await connected(feed);
    catalog.foreign.push({
      ref: 'resource:default/db',
      location: 'url:http://git/x',
    });
    await provider.poll();
    expect(catalog.refs).toEqual(['resource:default/web']);
    expect(feed.errors.db).toMatch(
      /another entity resource:default\/db, from url:http:\/\/git\/x/,
    );
  });

  it('does not let two assets become one entity', async () => {
    const feed = new FakeFeed(
      aPublication('one', { tag: 'DB' }, { tag: 'DB' }),
      aPublication('two', { tag: 'db' }, { tag: 'db' }),
    );
    const { provider } = await connected(feed);
    await provider.poll();
    expect(feed.taken).toEqual(['one@1']);
    expect(feed.errors.two).toMatch('would both be resource:default/db');
  });

  it('withdraws what the register withdraws', async () => {
    const feed = new FakeFeed(aPublication('a'), aPublication('b'));
    const { provider, catalog } = await connected(feed);
    await provider.poll();
    feed.items = [aWithdrawal('a')];
    await provider.poll();
    expect(catalog.refs).toEqual(['resource:default/b']);
    expect(feed.taken).toContain('a@2');
  });

  it('withdraws whatever an asset could be when it was never acknowledged', async () => {
    const feed = new FakeFeed(aWithdrawal('a', { entityRef: undefined }));
    const { provider, catalog } = await connected(feed);
    await provider.poll();
    expect(catalog.deltas).toEqual([
      {
        added: [],
        removed: ['asset:default/a', 'licence:default/a', 'resource:default/a'],
      },
    ]);
  });

  it('removes what an asset was when it becomes something else', async () => {
    const feed = new FakeFeed(
      aPublication('a', { entityRef: 'asset:default/a' }),
    );
    const { provider, catalog } = await connected(feed);
    await provider.poll();
    expect(catalog.deltas).toEqual([
      { added: ['resource:default/a'], removed: ['asset:default/a'] },
    ]);
  });

  it('takes a long queue in deltas of at most 500', async () => {
    const feed = new FakeFeed(...many(1201, aPublication));
    const { provider, catalog } = await connected(feed);
    await expect(provider.poll()).resolves.toBe(1201);
    expect(catalog.deltas.map(({ added }) => added.length)).toEqual([
      500, 500, 201,
    ]);
  });

  it('holds withdrawals that are suspiciously many, and lets the rest pass', async () => {
    const feed = new FakeFeed(...many(30, aWithdrawal), aPublication('new'));
    feed.totals = { published: 100, withdrawing: 30, full: false };
    const { provider, catalog, logger } = await connected(feed);
    await provider.poll();
    expect(feed.taken).toEqual(['new@1']);
    expect(feed.errors.a0).toMatch(/held: 30 of 100 entities would go at once/);
    expect(catalog.deltas).toEqual([
      { added: ['resource:default/new'], removed: [] },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('does not hold what a changed rule withdraws, however much it is', async () => {
    const feed = new FakeFeed(
      ...many(30, id => aWithdrawal(id, { cause: 'rule' })),
    );
    feed.totals = { published: 30, withdrawing: 0, full: false };
    const { provider } = await connected(feed);
    await provider.poll();
    expect(feed.taken).toHaveLength(30);
  });

  it('holds nothing when mass removal is allowed', async () => {
    const feed = new FakeFeed(...many(30, aWithdrawal));
    feed.totals = { published: 30, withdrawing: 30, full: false };
    const { provider } = await connected(feed, { allowMassRemoval: true });
    await provider.poll();
    expect(feed.taken).toHaveLength(30);
  });
});
