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

import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AssetCategory, AssetState } from '@itam/plugin-itam-common';
import type { CatalogSettings } from './CatalogSettings';
import type { PublicationService } from './PublicationService';
import type { PublicationStore } from './PublicationStore';
import type { SettingsStore } from '../database';

const SETTING = 'catalog.publish-rules';

/** Assets decided in one transaction; the event loop gets a turn in between. */
const BATCH_SIZE = 500;

/** Everything is decided anew at least this often. */
const LONGEST_INTERVAL_MS = 24 * 60 * 60_000;

/** What replicas remember of the last time. */
interface AppliedRules {
  fingerprint: string;
  appliedAt: string;
  /** The maximum left assets waiting. */
  full: boolean;
}

/** What applying the rules would do. */
export interface PublishForecast {
  publish: number;
  withdraw: number;
  /** New entities by category. */
  byCategory: Partial<Record<AssetCategory, number>>;
  /** New entities the maximum has no room for. */
  waiting: number;
}

/** What the rules are applied with. */
export interface PublishRulesOptions {
  service: PublicationService;
  store: PublicationStore;
  settingsStore: SettingsStore;
  settings: CatalogSettings;
  /** What decides beside the rules: each asset type with its unit. */
  units: Array<[string, string]>;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Keeps what is published in line with the publish rules: a rule that was
 * removed withdraws its entities and nothing else.
 */
export class PublishRules {
  readonly #options: PublishRulesOptions;
  readonly #now: () => Date;
  #saidForecast = false;

  constructor(options: PublishRulesOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Decides for every asset anew if rules, asset types or maximum are not those
   * applied last, if there is room again, or if a day has passed. With
   * `itam.catalog.dryRun` it only says in the log what would happen.
   */
  async apply(signal?: AbortSignal): Promise<void> {
    const { settings, settingsStore, service, logger } = this.#options;
    if (settings.dryRun) {
      await this.#sayForecastOnce(signal);
      return;
    }
    if (!(await this.#isDue())) {
      return;
    }
    service.makeRoom();
    for await (const assetIds of this.#batches(signal)) {
      await service.decideAgain(assetIds);
    }
    await settingsStore.set(
      SETTING,
      JSON.stringify({
        fingerprint: this.#fingerprint(),
        appliedAt: this.#now().toISOString(),
        full: service.full,
      } satisfies AppliedRules),
    );
    logger.debug('publish rules applied to every asset');
  }

  /** What {@link PublishRules.apply} would do; changes nothing. */
  async dryRun(signal?: AbortSignal): Promise<PublishForecast> {
    const { service, store, settings } = this.#options;
    const forecast: PublishForecast = {
      publish: 0,
      withdraw: 0,
      byCategory: {},
      waiting: 0,
    };
    for await (const assetIds of this.#batches(signal)) {
      const { publish, withdraw } = await service.foresee(assetIds);
      forecast.publish += publish.length;
      forecast.withdraw += withdraw.length;
      countByCategory(publish, forecast.byCategory);
    }
    const { published } = await store.totals();
    const room = settings.maximum - (published - forecast.withdraw);
    forecast.waiting = Math.max(0, forecast.publish - Math.max(0, room));
    return forecast;
  }

  async *#batches(signal?: AbortSignal): AsyncIterable<string[]> {
    for (let after = ''; ; ) {
      signal?.throwIfAborted();
      const assetIds = await this.#options.store.assetIds(after, BATCH_SIZE);
      if (assetIds.length === 0) {
        return;
      }
      yield assetIds;
      after = assetIds[assetIds.length - 1];
      await pause(1);
    }
  }

  async #isDue(): Promise<boolean> {
    const { settingsStore, service, store, settings } = this.#options;
    const stored = await settingsStore.get(SETTING);
    const applied: AppliedRules | undefined = stored && JSON.parse(stored);
    if (applied?.fingerprint !== this.#fingerprint()) {
      return true;
    }
    if (service.full || applied.full) {
      return (await store.totals()).published < settings.maximum;
    }
    const age = this.#now().getTime() - Date.parse(applied.appliedAt);
    return age > LONGEST_INTERVAL_MS;
  }

  #fingerprint(): string {
    const { settings, units } = this.#options;
    return createHash('sha256')
      .update(JSON.stringify([settings.rules, settings.maximum, units]))
      .digest('hex');
  }

  async #sayForecastOnce(signal?: AbortSignal): Promise<void> {
    if (this.#saidForecast) {
      return;
    }
    const forecast = await this.dryRun(signal);
    this.#saidForecast = true;
    this.#options.logger.info(
      `itam.catalog.dryRun: the rules would publish ${
        forecast.publish
      } assets ${JSON.stringify(forecast.byCategory)}, withdraw ${
        forecast.withdraw
      }, and leave ${
        forecast.waiting
      } waiting for room; until dryRun is taken away nothing is published or withdrawn`,
    );
  }
}

function countByCategory(
  assets: AssetState[],
  counts: Partial<Record<AssetCategory, number>>,
): void {
  for (const { category } of assets) {
    counts[category] = (counts[category] ?? 0) + 1;
  }
}
