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

import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { assetPath } from '@itam/plugin-itam-common';
import type {
  AssetNotification,
  AssetsNotification,
  HolderRole,
  NotifiedAsset,
} from './Notifier';

/** What people can mute: the subjects of our notifications. */
export const notificationTopics = {
  assignments: 'IT asset assignments',
  transfers: 'IT asset transfers',
  facts: 'IT asset facts due',
  holds: 'IT asset holds',
  exceptions: 'IT asset exceptions',
  leavers: 'IT assets left behind',
} as const;

const phrases: Record<HolderRole, string> = {
  custodian: 'you are to keep its record right',
  consumer: 'you are the one who uses it',
};

/** A notification as the portal shows and sends it. */
export function notificationPayload(
  notification: AssetNotification | AssetsNotification,
): NotificationPayload {
  if ('count' in notification) {
    return payloadOfSeveral(notification);
  }
  const { asset, kind } = notification;
  return {
    link: assetPath(asset.tag),
    scope: `itam:asset:${asset.id}:${kind}`,
    severity: 'normal',
    ...textOf(notification),
  };
}

function payloadOfSeveral({
  kind,
  count,
}: AssetsNotification): NotificationPayload {
  return kind === 'several-assigned-to-you'
    ? {
        title: `${count} assets are assigned to you`,
        description: 'Look whether they are the ones you have.',
        link: '/itam/mine',
        topic: notificationTopics.assignments,
        severity: 'normal',
      }
    : {
        title: `${count} times an asset is left behind`,
        description:
          'Its owner, custodian or consumer is gone; say who has it from now on.',
        link: '/itam/work/leavers',
        topic: notificationTopics.leavers,
        severity: 'normal',
      };
}

function textOf(
  notification: AssetNotification,
): Pick<NotificationPayload, 'title' | 'description' | 'topic' | 'severity'> {
  const name = nameOf(notification.asset);
  switch (notification.kind) {
    case 'assigned-to-you':
      return {
        title: `${name} is assigned to you`,
        description: sentence(
          notification.as.map(role => phrases[role]).join(' and '),
        ),
        topic: notificationTopics.assignments,
      };
    case 'transfer-to-accept': {
      const { from, until } = notification;
      return {
        title: `${name} is handed over to you`,
        description: `${
          from ? `${from} hands it over.` : 'It changes hands.'
        } Accept or decline it${until ? ` by ${until}` : ''}.`,
        topic: notificationTopics.transfers,
      };
    }
    case 'transfer-answered':
      return {
        title: notification.accepted
          ? `${name} was accepted`
          : `${name} was declined`,
        description: notification.accepted
          ? 'The handover is complete.'
          : 'It stays where it was.',
        topic: notificationTopics.transfers,
        severity: notification.accepted ? 'low' : 'normal',
      };
    case 'open-fact-due': {
      const facts = notification.facts.map(
        ({ title, due }) => `${title} (${due})`,
      );
      return {
        title: notification.overdue
          ? `${name}: facts are overdue`
          : `${name}: facts are due`,
        description: sentence(`still missing: ${facts.join(', ')}`),
        topic: notificationTopics.facts,
        severity: notification.overdue ? 'high' : 'normal',
      };
    }
    case 'hold-opened':
      return {
        title: `${name} is under legal hold`,
        description:
          'It must not be wiped, reused, transferred, disposed of or deleted.',
        topic: notificationTopics.holds,
        severity: 'high',
      };
    case 'hold-released':
      return {
        title: `${name} is free of legal holds`,
        description: 'Its life goes on as planned.',
        topic: notificationTopics.holds,
      };
    case 'exception-to-review':
    default:
      return {
        title: `${name}: an exception is to be reviewed`,
        description: `The transition "${notification.transition}" was forced.`,
        topic: notificationTopics.exceptions,
      };
  }
}

function nameOf({ name, tag }: NotifiedAsset): string {
  return name === tag ? tag : `${name} (${tag})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('en-US')}${text.slice(1)}.`;
}
