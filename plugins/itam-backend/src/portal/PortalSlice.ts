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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  AssetTypeLibrary,
  LifecycleLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterAnnouncer } from '../register';
import { AssetEvents } from './AssetEvents';
import { AssetSignals } from './AssetSignals';
import { AssignmentNotices } from './AssignmentNotices';
import { DatabaseSearchFeed } from './DatabaseSearchFeed';
import { Notifier, silentNotifier } from './Notifier';
import { Outbox } from './Outbox';
import { PortalNotifier } from './PortalNotifier';
import { createPortalHandlers, PortalHandlers } from './routes';
import { PortalSettings, readPortalSettings } from './settings';

/** What the slice stands on. */
export interface PortalSliceOptions {
  config: Config;
  knex: Knex;
  assetTypes: Pick<AssetTypeLibrary, 'find'>;
  lifecycleModels: Pick<LifecycleLibrary, 'find'>;
  events: Pick<EventsService, 'publish'>;
  signals: SignalsService;
  notifications: NotificationService;
  logger: LoggerService;
}

/** Hears of changes, and may keep some back for a moment. */
type Teller = RegisterAnnouncer & { flush?(): void };

/** What the register tells the rest of the portal, and the rest asks of it. */
export class PortalSlice {
  /** Tells people what concerns them. */
  readonly notifier: Notifier;
  readonly handlers: PortalHandlers;
  readonly #tellers: Teller[];
  readonly #outboxes: Record<keyof PortalSettings, Outbox>;

  static create(options: PortalSliceOptions): PortalSlice {
    return new PortalSlice(options);
  }

  private constructor(options: PortalSliceOptions) {
    const { logger, signals, events, notifications } = options;
    const settings = readPortalSettings(options.config);
    this.#outboxes = {
      events: new Outbox({ what: 'Events', logger }),
      signals: new Outbox({ what: 'Signals', logger }),
      notifications: new Outbox({ what: 'Notifications', logger }),
    };
    this.notifier = settings.notifications
      ? new PortalNotifier({
          notifications,
          outbox: this.#outboxes.notifications,
        })
      : silentNotifier;
    const tellers: Record<keyof PortalSettings, Teller> = {
      events: new AssetEvents({ events, outbox: this.#outboxes.events }),
      signals: new AssetSignals({ signals, outbox: this.#outboxes.signals }),
      notifications: new AssignmentNotices({ notifier: this.notifier }),
    };
    this.#tellers = [
      ...(settings.events ? [tellers.events] : []),
      ...(settings.signals ? [tellers.signals] : []),
      ...(settings.notifications ? [tellers.notifications] : []),
    ];
    this.handlers = createPortalHandlers({
      searchFeed: new DatabaseSearchFeed(options),
    });
  }

  /** To be told of every committed change. */
  get announcers(): RegisterAnnouncer[] {
    return this.#tellers;
  }

  /** Sends what was kept back, and waits until everything is sent. */
  async stop(): Promise<void> {
    this.#tellers.forEach(teller => teller.flush?.());
    await Promise.all(
      Object.values(this.#outboxes).map(outbox => outbox.settled()),
    );
  }
}
