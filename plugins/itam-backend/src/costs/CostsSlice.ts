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
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { currencySchema } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { PermittedAssets } from '../register/access';
import type { ChargeBook } from './ChargeBook';
import { ChargeKeeper } from './ChargeKeeper';
import { ConfiguredRates } from './ConfiguredRates';
import { CostService } from './CostService';
import type { CostStore } from './CostStore';
import { DatabaseCostStore } from './DatabaseCostStore';
import { FxRateService } from './FxRateService';
import { monthsToClose } from './months';
import { costHandlers, CostHandlers } from './routes';

/** How long after its end a month is closed, unless the portal says otherwise. */
const DEFAULT_CLOSE_AFTER_DAYS = 7;

/** What the slice stands on. */
export interface CostsSliceOptions {
  config: Config;
  knex: Knex;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  assets: PermittedAssets;
  clock?: () => Date;
}

/** Costs: what bills say, who it goes to, and what people ask about it. */
export class CostsSlice {
  readonly handlers: CostHandlers;
  /** Takes what sources read. */
  readonly book: ChargeBook;
  /** Answers what costs are. */
  readonly service: CostService;
  readonly #store: CostStore;
  readonly #clock: () => Date;
  readonly #scheduler: SchedulerService;
  readonly #reportingCurrency: string | undefined;
  readonly #closeAfterDays: number;
  readonly #configuredRates: ConfiguredRates | undefined;

  /** @throws InputError when `itam.reportingCurrency` or `itam.costs` has a mistake. */
  static create(options: CostsSliceOptions): CostsSlice {
    return new CostsSlice(options);
  }

  private constructor(options: CostsSliceOptions) {
    const { config, knex, scheduler, assets } = options;
    this.#clock = options.clock ?? (() => new Date());
    this.#scheduler = scheduler;
    this.#reportingCurrency = readCurrency(config);
    this.#closeAfterDays = readCloseAfterDays(config);
    this.#store = new DatabaseCostStore({ knex });
    const ground = {
      knex,
      assets,
      store: this.#store,
      clock: this.#clock,
      reportingCurrency: this.#reportingCurrency,
    };
    this.book = new ChargeKeeper(ground);
    this.service = new CostService(ground);
    const rates = new FxRateService({
      store: this.#store,
      ratesChanged: () => this.#settle({ ratesChanged: true }),
    });
    this.handlers = costHandlers({ costs: this.service, rates });
    const locations = readRateLocations(config);
    this.#configuredRates =
      locations.length > 0
        ? new ConfiguredRates({ ...options, locations, rates })
        : undefined;
  }

  /** Follows the register and closes months, on one replica at a time. */
  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-follow-costs',
      frequency: { minutes: 1 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 15 },
      scope: 'global',
      fn: () => this.follow(),
    });
    const rates = this.#configuredRates;
    if (rates) {
      await this.#scheduler.scheduleTask({
        id: 'itam-read-fx-rates',
        frequency: { hours: 6 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 5 },
        scope: 'global',
        fn: signal => rates.read(signal),
      });
    }
  }

  /**
   * Attributes what the register has learned since, then closes the months
   * that are over for long enough.
   */
  async follow(): Promise<void> {
    await this.#settle({ followRegister: true });
    const now = this.#clock();
    const months = monthsToClose(await this.#store.months(), {
      now,
      afterDays: this.#closeAfterDays,
    });
    if (months.length > 0) {
      await this.#store.close(months, now.toISOString());
    }
  }

  #settle(what: {
    followRegister?: boolean;
    ratesChanged?: boolean;
  }): Promise<void> {
    return this.#store.settle({
      now: this.#clock(),
      reportingCurrency: this.#reportingCurrency,
      followRegister: false,
      ...what,
    });
  }
}

function readCurrency(config: Config): string | undefined {
  const currency = config.getOptionalString('itam.reportingCurrency');
  if (currency !== undefined && !currencySchema.safeParse(currency).success) {
    throw new InputError(
      `itam.reportingCurrency: '${currency}' is no currency code of three capitals such as EUR`,
    );
  }
  return currency;
}

function readCloseAfterDays(config: Config): number {
  const days =
    config.getOptionalNumber('itam.costs.closeAfterDays') ??
    DEFAULT_CLOSE_AFTER_DAYS;
  if (!Number.isInteger(days) || days < 0) {
    throw new InputError(
      `itam.costs.closeAfterDays: ${days} is no number of days`,
    );
  }
  return days;
}

function readRateLocations(config: Config): string[] {
  const at = 'itam.costs.fxRates.locations';
  const locations = config.getOptional(at) ?? [];
  const parsed = z
    .union([z.string().transform(one => [one]), z.array(z.string())])
    .safeParse(locations);
  if (!parsed.success) {
    throw new InputError(`${at}: must be a path, a URL, or a list of these`);
  }
  return parsed.data;
}
