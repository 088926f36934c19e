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

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { HistorySealer } from '../register/history/HistorySealer';

/** Seals the history shortly after it was written, on one replica at a time. */
export class SealHistoryTask {
  readonly #sealer: HistorySealer;
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;

  constructor(options: {
    sealer: HistorySealer;
    scheduler: SchedulerService;
    logger: LoggerService;
  }) {
    this.#sealer = options.sealer;
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
  }

  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-seal-history',
      frequency: { seconds: 30 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 10 },
      scope: 'global',
      fn: async signal => {
        const sealed = await this.#sealer.seal(signal);
        if (sealed > 0) {
          this.#logger.debug(`Sealed ${sealed} lines of history`);
        }
      },
    });
  }
}
