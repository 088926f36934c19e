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
import { aPortal } from './__testUtils__/portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const bob = 'user:default/bob';
const handOver = { consumer: bob };

function edit(
  api: Awaited<ReturnType<typeof aPortal>>['api'],
  patch: object,
  version: number = 1,
) {
  return api
    .patch('/api/itam/assets/orders-tag')
    .set('If-Match', `"${version}"`)
    .send(patch);
}

describe('what the register tells the portal', () => {
  it('is an event, a signal and a notification of an edit that is committed', async () => {
    const { api, heard, orders, stop } = await aPortal(databases);
    const { status } = await edit(api, handOver);
    expect(status).toBe(200);
    await stop();
    expect(heard.events).toEqual([
      {
        topic: 'itam.asset.updated',
        eventPayload: expect.objectContaining({
          origin: 'person',
          count: 1,
          assets: [
            expect.objectContaining({
              id: orders,
              tag: 'orders-tag',
              changed: expect.arrayContaining(['consumer']),
            }),
          ],
        }),
      },
    ]);
    expect(heard.signals).toEqual([
      expect.objectContaining({
        channel: 'itam:assets',
        message: { versions: { [orders]: 2 }, many: false },
      }),
    ]);
    expect(heard.notifications).toEqual([
      expect.objectContaining({
        recipients: expect.objectContaining({ entityRef: [bob] }),
        payload: expect.objectContaining({
          link: '/itam/assets/orders-tag',
          scope: `itam:asset:${orders}:assigned-to-you`,
        }),
      }),
    ]);
  });

  it('is nothing when the edit is refused, or changes nothing', async () => {
    const { api, heard, stop } = await aPortal(databases);
    const refused = await edit(api, handOver, 9);
    const same = await edit(api, { supports: [] });
    expect([refused.status, same.status]).toEqual([412, 200]);
    await stop();
    expect([heard.events, heard.signals, heard.notifications]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('does not fail the edit when it cannot be told', async () => {
    const { api, ground, orders, stop } = await aPortal(databases, {
      notify: () => Promise.reject(new Error('no such plugin')),
    });
    const { status } = await edit(api, handOver);
    await stop();
    expect(status).toBe(200);
    expect((await ground.register.states([orders])).get(orders)?.consumer).toBe(
      bob,
    );
  });

  it('is what the portal has switched on', async () => {
    const { api, heard, stop } = await aPortal(databases, {
      config: { itam: { portal: { signals: false, notifications: false } } },
    });
    await edit(api, handOver);
    await stop();
    expect(heard.events).toHaveLength(1);
    expect(heard.signals).toEqual([]);
    expect(heard.notifications).toEqual([]);
  });
});

describe('GET /search-documents', () => {
  it('is for services only', async () => {
    const { api } = await aPortal(databases);
    const { status } = await api.get('/api/itam/search-documents');
    expect(status).toBe(403);
  });
});
