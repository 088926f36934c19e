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
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { AssetNotification } from './Notifier';
import { Outbox } from './Outbox';
import { PortalNotifier } from './PortalNotifier';

const asset = { id: 'id-1', tag: 'HW 1/2', name: 'ThinkPad' };
const bob = 'user:default/bob';

function aPortal() {
  const sent: NotificationSendOptions[] = [];
  const outbox = new Outbox({
    what: 'Notifications',
    logger: mockServices.logger.mock(),
  });
  const notifier = new PortalNotifier({
    outbox,
    notifications: {
      send: async options => {
        sent.push(options);
      },
    },
  });
  return { sent, outbox, notifier };
}

describe('notifications', () => {
  it('lead to the asset and take the place of the earlier one of their kind', async () => {
    const { sent, outbox, notifier } = aPortal();
    notifier.notify(
      { kind: 'assigned-to-you', asset, as: ['consumer'] },
      { recipients: [bob], except: ['user:default/ann'] },
    );
    await outbox.settled();
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: [bob],
          excludeEntityRef: ['user:default/ann'],
        },
        payload: {
          title: 'ThinkPad (HW 1/2) is assigned to you',
          description: 'You are the one who uses it.',
          link: '/itam/assets/HW%201%2F2',
          topic: 'IT asset assignments',
          severity: 'normal',
          scope: 'itam:asset:id-1:assigned-to-you',
        },
      },
    ]);
  });

  const notifications: Array<[AssetNotification, string, string]> = [
    [
      {
        kind: 'transfer-to-accept',
        asset,
        from: 'Payments',
        until: '2026-12-01',
      },
      'ThinkPad (HW 1/2) is handed over to you',
      'Payments hands it over. Accept or decline it by 2026-12-01.',
    ],
    [
      { kind: 'transfer-answered', asset, accepted: false },
      'ThinkPad (HW 1/2) was declined',
      'It stays where it was.',
    ],
    [
      {
        kind: 'open-fact-due',
        asset,
        facts: [
          { title: 'Warranty', due: '2026-12-01' },
          { title: 'Invoice', due: '2026-12-05' },
        ],
        overdue: false,
      },
      'ThinkPad (HW 1/2): facts are due',
      'Still missing: Warranty (2026-12-01), Invoice (2026-12-05).',
    ],
    [
      { kind: 'exception-to-review', asset, transition: 'Dispose' },
      'ThinkPad (HW 1/2): an exception is to be reviewed',
      'The transition "Dispose" was forced.',
    ],
  ];

  it.each(notifications)(
    'say what to do: %#',
    async (notification, title, description) => {
      const { sent, outbox, notifier } = aPortal();
      notifier.notify(notification, { recipients: [bob] });
      await outbox.settled();
      expect(sent[0].payload).toMatchObject({ title, description });
    },
  );

  it('are urgent when a fact is overdue', async () => {
    const { sent, outbox, notifier } = aPortal();
    notifier.notify(
      {
        kind: 'open-fact-due',
        asset,
        facts: [{ title: 'Warranty', due: '2026-12-01' }],
        overdue: true,
      },
      { recipients: [bob] },
    );
    await outbox.settled();
    expect(sent[0].payload.severity).toBe('high');
  });

  it('go to users and groups, and not to who knows already', async () => {
    const { sent, outbox, notifier } = aPortal();
    notifier.notify(
      { kind: 'hold-released', asset },
      {
        recipients: [bob, 'group:default/ops', 'component:default/x', bob],
        except: [bob],
      },
    );
    notifier.notify(
      { kind: 'hold-released', asset },
      { recipients: [bob], except: [bob] },
    );
    await outbox.settled();
    expect(sent.map(({ recipients }) => recipients)).toEqual([
      {
        type: 'entity',
        entityRef: ['group:default/ops'],
        excludeEntityRef: [bob],
      },
    ]);
  });
});
