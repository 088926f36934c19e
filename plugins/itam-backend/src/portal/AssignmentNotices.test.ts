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

import { aChange, aLaptop, changesOfMany } from './__testUtils__/announced';
import { AssignmentNotices } from './AssignmentNotices';
import type { Notifier } from './Notifier';

const ann = 'user:default/ann';
const bob = 'user:default/bob';
const asset = { id: 'laptop-1', tag: 'HW-000001', name: 'ThinkPad' };

function aPortal() {
  const notify = jest.fn<void, Parameters<Notifier['notify']>>();
  return { notify, notices: new AssignmentNotices({ notifier: { notify } }) };
}

describe('notices of assignments', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tell somebody what another person has given them', () => {
    const { notices, notify } = aPortal();
    notices.announce([aChange({ consumer: bob })]);
    expect(notify).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2000);
    expect(notify.mock.calls).toEqual([
      [
        { kind: 'assigned-to-you', asset, as: ['consumer'] },
        { recipients: [bob], except: [ann] },
      ],
    ]);
  });

  it('tell who gets a new asset', () => {
    const { notices, notify } = aPortal();
    notices.announce([
      aChange({}, { before: undefined, of: { custodian: bob } }),
    ]);
    notices.flush();
    expect(notify).toHaveBeenCalledWith(
      { kind: 'assigned-to-you', asset, as: ['custodian'] },
      expect.anything(),
    );
  });

  it('tell once who becomes custodian and consumer of the same asset', () => {
    const { notices, notify } = aPortal();
    notices.announce([aChange({ custodian: bob, consumer: bob })]);
    notices.flush();
    expect(notify.mock.calls.map(([notification]) => notification)).toEqual([
      { kind: 'assigned-to-you', asset, as: ['custodian', 'consumer'] },
    ]);
  });

  it('tell nobody of what they did themselves, a source did, or stayed', () => {
    const { notices, notify } = aPortal();
    notices.announce([
      aChange({ consumer: ann }),
      aChange(
        { consumer: bob },
        { origin: { kind: 'source', sourceId: 'mdm', runId: '1' } },
      ),
      aChange({ name: 'renamed' }, { of: { consumer: bob } }),
      aChange({ consumer: undefined }, { of: { consumer: bob } }),
    ]);
    notices.flush();
    expect(notify).not.toHaveBeenCalled();
  });

  it('make one of all that a bulk gives to somebody', () => {
    const { notices, notify } = aPortal();
    notices.announce(changesOfMany(300, { consumer: bob }));
    notices.announce(changesOfMany(300, { consumer: bob }));
    notices.announce([
      { ...aChange({ custodian: 'group:default/ops' }), before: aLaptop() },
    ]);
    notices.flush();
    expect(notify.mock.calls).toEqual([
      [
        { kind: 'several-assigned-to-you', count: 600 },
        { recipients: [bob], except: [ann] },
      ],
      [
        { kind: 'assigned-to-you', asset, as: ['custodian'] },
        { recipients: ['group:default/ops'], except: [ann] },
      ],
    ]);
  });
});
