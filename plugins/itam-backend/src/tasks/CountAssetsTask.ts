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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { addUpCounts, recount } from '../register/sql/assetCounts';

/** Keeps the numbers beside the filters short, and once a day true. */
export class CountAssetsTask {
  readonly #knex: Knex;
  readonly #scheduler: SchedulerService;

  constructor(options: { knex: Knex; scheduler: SchedulerService }) {
    this.#knex = options.knex;
    this.#scheduler = options.scheduler;
  }

  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-add-up-asset-counts',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 30 },
      scope: 'global',
      fn: () => addUpCounts(this.#knex),
    });
    await this.#scheduler.scheduleTask({
      id: 'itam-recount-assets',
      frequency: { hours: 24 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 10 },
      scope: 'global',
      fn: () => recount(this.#knex),
    });
  }
}
