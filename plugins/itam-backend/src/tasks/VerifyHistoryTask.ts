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

import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { HistoryWatch } from '../register/history/HistoryWatch';

const daily: SchedulerServiceTaskScheduleDefinition = {
  frequency: { days: 1 },
  timeout: { hours: 4 },
  initialDelay: { minutes: 10 },
};

/** Works the whole history out again, on one replica at a time. */
export class VerifyHistoryTask {
  readonly #watch: HistoryWatch;
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;
  readonly #schedule: SchedulerServiceTaskScheduleDefinition;

  /** @throws when the schedule in the configuration is not valid. */
  constructor(options: {
    watch: HistoryWatch;
    scheduler: SchedulerService;
    logger: LoggerService;
    config: RootConfigService;
  }) {
    this.#watch = options.watch;
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
    const configured = options.config.getOptionalConfig(
      'itam.history.verify.schedule',
    );
    this.#schedule = configured
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
      : daily;
  }

  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#schedule,
      id: 'itam-verify-history',
      scope: 'global',
      fn: async signal => {
        await this.#watch.verifyAll(this.#logger, signal);
      },
    });
  }
}
