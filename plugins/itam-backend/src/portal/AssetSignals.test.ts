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
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { aChange, changesOfMany } from './__testUtils__/announced';
import { AssetSignals } from './AssetSignals';
import { Outbox } from './Outbox';

function signalsOfAPortal() {
  const published: SignalPayload[] = [];
  const outbox = new Outbox({
    what: 'Signals',
    logger: mockServices.logger.mock(),
  });
  const signals = new AssetSignals({
    outbox,
    signals: {
      publish: async signal => {
        published.push(signal);
      },
    },
  });
  return { published, outbox, signals };
}

describe('signals to open pages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('collect what changes within a second, the latest version of each', async () => {
    const { published, outbox, signals } = signalsOfAPortal();
    signals.announce([aChange({}, { of: { id: 'a', version: 1 } })]);
    signals.announce([aChange({}, { of: { id: 'b', version: 7 } })]);
    signals.announce([aChange({}, { of: { id: 'a', version: 2 } })]);
    expect(published).toEqual([]);
    jest.advanceTimersByTime(1000);
    await outbox.settled();
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'itam:assets',
        message: { versions: { a: 3, b: 8 }, many: false },
      },
    ]);
  });

  it('say many instead of naming all of a bulk', async () => {
    const { published, outbox, signals } = signalsOfAPortal();
    signals.announce(changesOfMany(5000, {}));
    signals.flush();
    await outbox.settled();
    const [{ message }] = published;
    expect(message.many).toBe(true);
    expect(Object.keys(message.versions ?? {})).toHaveLength(50);
  });

  it('are quiet when nothing changed since', async () => {
    const { published, outbox, signals } = signalsOfAPortal();
    signals.announce([aChange({})]);
    signals.flush();
    signals.flush();
    jest.advanceTimersByTime(5000);
    await outbox.settled();
    expect(published).toHaveLength(1);
  });
});
