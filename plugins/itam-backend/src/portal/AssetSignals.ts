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

import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  ASSETS_CHANNEL,
  type AssetSignal,
  MAX_ASSETS_IN_SIGNAL,
} from '@itam/plugin-itam-common';
import type { AnnouncedChange, RegisterAnnouncer } from '../register';
import type { Outbox } from './Outbox';

/** For so long changes are collected into one signal. */
const COLLECT_MS = 1000;

/** Tells open pages which assets changed, at most once a second. */
export class AssetSignals implements RegisterAnnouncer {
  readonly #signals: SignalsService;
  readonly #outbox: Outbox;
  #versions = new Map<string, number>();
  #many = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { signals: SignalsService; outbox: Outbox }) {
    this.#signals = options.signals;
    this.#outbox = options.outbox;
  }

  announce(changes: AnnouncedChange[]): void {
    for (const { after } of changes) {
      const room = this.#versions.size < MAX_ASSETS_IN_SIGNAL;
      if (!room && !this.#versions.has(after.id)) {
        this.#many = true;
        break;
      }
      this.#versions.set(after.id, after.version);
    }
    this.#timer ??= setTimeout(() => this.flush(), COLLECT_MS).unref();
  }

  /** Sends what was collected. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#versions.size === 0) {
      return;
    }
    const message: AssetSignal = {
      versions: Object.fromEntries(this.#versions),
      many: this.#many,
    };
    this.#versions = new Map();
    this.#many = false;
    this.#outbox.post(() =>
      this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: ASSETS_CHANNEL,
        message,
      }),
    );
  }
}
