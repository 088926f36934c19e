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

import type { NotificationService } from '@backstage/plugin-notifications-node';
import { notificationPayload } from './notificationPayload';
import type {
  AssetNotification,
  AssetsNotification,
  Audience,
  Notifier,
} from './Notifier';
import type { Outbox } from './Outbox';

/** Tells people through the notifications of the portal. */
export class PortalNotifier implements Notifier {
  readonly #notifications: NotificationService;
  readonly #outbox: Outbox;

  constructor(options: { notifications: NotificationService; outbox: Outbox }) {
    this.#notifications = options.notifications;
    this.#outbox = options.outbox;
  }

  notify(
    notification: AssetNotification | AssetsNotification,
    { recipients, except = [] }: Audience,
  ): void {
    const entityRef = [...new Set(recipients)].filter(
      ref => /^(user|group):/i.test(ref) && !except.includes(ref),
    );
    if (entityRef.length === 0) {
      return;
    }
    const payload = notificationPayload(notification);
    this.#outbox.post(() =>
      this.#notifications.send({
        recipients: { type: 'entity', entityRef, excludeEntityRef: except },
        payload,
      }),
    );
  }
}
