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
import { AssetEvent, assetEventSchema } from '@itam/plugin-itam-common';
import type { AnnouncedChange } from '../register';
import { aChange, aLaptop, changesOfMany } from './__testUtils__/announced';
import { AssetEvents } from './AssetEvents';
import { Outbox } from './Outbox';

/** The events a batch of committed changes makes. */
async function eventsOf(changes: AnnouncedChange[]) {
  const published: Array<{ topic: string; event: AssetEvent }> = [];
  const outbox = new Outbox({
    what: 'Events',
    logger: mockServices.logger.mock(),
  });
  const events = mockServices.events.mock({
    publish: async ({ topic, eventPayload }) => {
      published.push({ topic, event: assetEventSchema.parse(eventPayload) });
    },
  });
  new AssetEvents({ events, outbox }).announce(changes);
  await outbox.settled();
  return published;
}

describe('events of assets', () => {
  it('tell of an edit which asset, which status and which fields, but no value', async () => {
    const [{ topic, event }, ...others] = await eventsOf([
      aChange({ consumer: 'user:default/bob', serial: 'SN-1' }),
    ]);
    expect(others).toEqual([]);
    expect(topic).toBe('itam.asset.updated');
    expect(event).toEqual({
      recordedAt: '2026-03-01T12:00:00.000Z',
      origin: 'person',
      count: 1,
      assets: [
        {
          id: 'laptop-1',
          tag: 'HW-000001',
          type: 'laptop',
          version: 3,
          status: { from: 'in-use', to: 'in-use' },
          changed: ['consumer', 'serial'],
        },
      ],
    });
    expect(JSON.stringify(event)).not.toMatch(/bob|ann|SN-1/);
  });

  it.each([
    ['created', aChange({}, { before: undefined })],
    ['transitioned', aChange({ status: 'in-stock', stage: 'acquire' })],
    ['retired', aChange({ status: 'disposed', stage: 'dispose' })],
    [
      'transitioned',
      aChange(
        { status: 'disposed', stage: 'dispose' },
        { of: { status: 'retired', stage: 'dispose' } },
      ),
    ],
    ['transferred', aChange({ owner: 'group:default/ops' })],
    ['transferred', aChange({ custodian: 'user:default/bob' })],
    ['updated', aChange({ environment: 'test' })],
  ])('go by what became of the asset: %s', async (kind, change) => {
    const [{ topic }] = await eventsOf([change]);
    expect(topic).toBe(`itam.asset.${kind}`);
  });

  it('tell of a run of a source where it comes from', async () => {
    const [{ event }] = await eventsOf([
      aChange(
        { environment: 'test' },
        { origin: { kind: 'source', sourceId: 'states', runId: 'run-7' } },
      ),
    ]);
    expect(event).toMatchObject({
      origin: 'source',
      sourceId: 'states',
      runId: 'run-7',
    });
  });

  it('are one for each kind of change in a bulk, and name no more than a hundred assets', async () => {
    const published = await eventsOf([
      ...changesOfMany(250, { status: 'in-stock' }),
      ...changesOfMany(3, { environment: 'test' }),
    ]);
    expect(
      published.map(({ topic, event }) => [
        topic,
        event.count,
        event.assets.length,
      ]),
    ).toEqual([
      ['itam.asset.transitioned', 250, 100],
      ['itam.asset.updated', 3, 3],
    ]);
  });

  it('name no more than fifty fields of an asset', async () => {
    const fields = Array.from({ length: 80 }, (_, n) => `attributes.f${n}`);
    const [{ event }] = await eventsOf([
      { ...aChange({ name: 'renamed' }), fields },
    ]);
    expect(event.assets[0].changed).toHaveLength(50);
  });

  it('never fail whoever announces', async () => {
    const outbox = new Outbox({
      what: 'Events',
      logger: mockServices.logger.mock(),
    });
    const events = mockServices.events.mock({
      publish: () => Promise.reject(new Error('the bus is away')),
    });
    new AssetEvents({ events, outbox }).announce([
      { ...aChange({}), after: aLaptop() },
    ]);
    await expect(outbox.settled()).resolves.toBeUndefined();
  });
});
