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

import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { aPortal, onlyOwnedBy } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const credentials = mockCredentials.user('user:default/ann');

type Portal = Awaited<ReturnType<typeof aPortal>>;

interface Answer {
  items: Array<{ name: string }>;
  nextCursor: string;
}

/** Invokes one of our actions as Ann. */
async function invoke(
  { actions }: Portal,
  action: string,
  input: JsonObject,
  by = credentials,
): Promise<Answer> {
  const { output } = await actions.invoke({
    id: `test:${action}`,
    input,
    credentials: by,
  });
  // what the output schemas promise, as far as it is looked into
  return output as unknown as Answer;
}

function names({ items }: Answer): string[] {
  return items.map(({ name }) => name);
}

describe('actions for assistants', () => {
  it('say what they do', async () => {
    const { actions } = await aPortal(databases);
    const listed = (await actions.list()).actions;
    expect(
      listed.map(({ name, attributes }) => [
        name,
        attributes.readOnly,
        attributes.destructive,
      ]),
    ).toEqual([
      ['find-assets', true, false],
      ['get-asset', true, false],
      ['what-does-team-own', true, false],
      ['transition-asset', false, true],
      ['assign-asset', false, false],
    ]);
    listed.forEach(({ description }) =>
      expect(description.length).toBeGreaterThan(40),
    );
  });
});

describe('find-assets', () => {
  it('finds by words and filters, page by page', async () => {
    const portal = await aPortal(databases);
    expect(names(await invoke(portal, 'find-assets', {}))).toEqual([
      'orders',
      'search',
    ]);
    expect(
      names(
        await invoke(portal, 'find-assets', {
          q: 'sea',
          type: ['cloud-database'],
          owner: ['group:default/discovery'],
        }),
      ),
    ).toEqual(['search']);
    const first = await invoke(portal, 'find-assets', { limit: 1 });
    expect(names(first)).toEqual(['orders']);
    const { nextCursor: cursor } = first;
    expect(
      names(await invoke(portal, 'find-assets', { limit: 1, cursor })),
    ).toEqual(['search']);
  });

  it('tells of an asset what its output promises, and no more', async () => {
    const portal = await aPortal(databases);
    const { items } = await invoke(portal, 'find-assets', { q: 'orders' });
    expect(items).toEqual([
      {
        tag: 'orders-tag',
        name: 'orders',
        type: 'cloud-database',
        category: 'cloud',
        status: 'unclaimed',
        stage: 'acquire',
        owner: 'group:default/payments',
        supports: [],
      },
    ]);
  });

  it('finds only what the caller may see', async () => {
    const portal = await aPortal(databases, {
      decisions: { 'itam.asset.read': onlyOwnedBy('group:default/payments') },
    });
    expect(names(await invoke(portal, 'find-assets', {}))).toEqual(['orders']);
  });

  it('refuses who may see nothing, and who did not sign in', async () => {
    const portal = await aPortal(databases, {
      decisions: { 'itam.asset.read': { result: AuthorizeResult.DENY } },
    });
    await expect(invoke(portal, 'find-assets', {})).rejects.toThrow(
      'itam.asset.read',
    );
    await expect(
      invoke(
        portal,
        'find-assets',
        {},
        // whoever calls without credentials is no user
        mockCredentials.none() as never,
      ),
    ).rejects.toThrow('signed in');
  });

  it('names the value it does not take', async () => {
    const portal = await aPortal(databases);
    await expect(invoke(portal, 'find-assets', { limit: 500 })).rejects.toThrow(
      'limit',
    );
    await expect(
      invoke(portal, 'find-assets', { ownr: ['group:default/payments'] }),
    ).rejects.toThrow('ownr');
  });
});

describe('get-asset', () => {
  it('gives an asset by tag or id', async () => {
    const portal = await aPortal(databases);
    for (const asset of ['orders-tag', portal.orders]) {
      await expect(
        invoke(portal, 'get-asset', { asset }),
      ).resolves.toMatchObject({
        tag: 'orders-tag',
        attributes: { engine: 'postgres' },
        version: 1,
        allowed: expect.arrayContaining(['read', 'update']),
      });
    }
  });

  it('does not tell that an asset is there that the caller may not see', async () => {
    const portal = await aPortal(databases, {
      decisions: { 'itam.asset.read': onlyOwnedBy('group:default/payments') },
    });
    await expect(
      invoke(portal, 'get-asset', { asset: 'search-tag' }),
    ).rejects.toThrow('there is no asset search-tag');
  });
});

describe('what-does-team-own', () => {
  it('counts the assets of a team and names the first', async () => {
    const portal = await aPortal(databases);
    for (const team of ['payments', 'group:default/payments']) {
      await expect(
        invoke(portal, 'what-does-team-own', { team }),
      ).resolves.toMatchObject({
        team: 'group:default/payments',
        total: 1,
        byCategory: [{ category: 'cloud', count: 1 }],
        items: [{ name: 'orders' }],
      });
    }
  });

  it('refuses what is neither a team nor a person', async () => {
    const portal = await aPortal(databases);
    await expect(
      invoke(portal, 'what-does-team-own', {
        team: 'component:default/checkout',
      }),
    ).rejects.toThrow('neither a team nor a person');
  });
});

describe('transition-asset', () => {
  it('tells in a dry run what would happen, and changes nothing', async () => {
    const portal = await aPortal(databases);
    await expect(
      invoke(portal, 'transition-asset', {
        asset: 'orders-tag',
        transition: 'claim',
        to: 'in-use',
        facts: {
          owner: 'group:default/payments',
          custodian: 'user:default/bob',
          'service.supported': ['component:default/checkout'],
          environment: 'production',
        },
        dryRun: true,
      }),
    ).resolves.toMatchObject({ outcome: 'would', tag: 'orders-tag' });
    await expect(
      invoke(portal, 'get-asset', { asset: 'orders-tag' }),
    ).resolves.toMatchObject({ version: 1 });
  });

  it('is refused to who may not, and the refusal is audited', async () => {
    const portal = await aPortal(databases, {
      decisions: { 'itam.asset.transition': onlyOwnedBy('group:default/ops') },
    });
    await expect(
      invoke(portal, 'transition-asset', {
        asset: 'orders-tag',
        transition: 'claim',
      }),
    ).rejects.toThrow();
    expect(portal.heard.audited).toEqual(['transition-asset failed']);
  });
});

describe('assign-asset', () => {
  it('gives an asset to somebody, audited', async () => {
    const portal = await aPortal(databases);
    await expect(
      invoke(portal, 'assign-asset', {
        asset: 'orders-tag',
        kind: 'custodian',
        holder: 'user:default/bob',
      }),
    ).resolves.toMatchObject({
      asset: 'orders-tag',
      custodian: { ref: 'user:default/bob' },
    });
    expect(portal.heard.audited).toEqual(['assign-asset succeeded']);
  });
});
