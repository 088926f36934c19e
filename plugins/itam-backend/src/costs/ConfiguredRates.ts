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
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { readLocations, withoutCredentials } from '@itam/plugin-itam-node';
import type { FxRateService } from './FxRateService';

/** Far more than the rates of all currencies for a lifetime. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Takes the exchange rates of files and URLs the configuration names. */
export class ConfiguredRates {
  readonly #locations: string[];
  readonly #rates: FxRateService;
  readonly #urlReader: UrlReaderService;
  readonly #logger: LoggerService;

  constructor(options: {
    locations: string[];
    rates: FxRateService;
    urlReader: UrlReaderService;
    logger: LoggerService;
  }) {
    this.#locations = options.locations;
    this.#rates = options.rates;
    this.#urlReader = options.urlReader;
    this.#logger = options.logger;
  }

  /** Reads all locations; one that cannot be read does not stop the others. */
  async read(signal: AbortSignal): Promise<void> {
    const files = readLocations({
      locations: this.#locations,
      urlReader: this.#urlReader,
      maxBytes: MAX_BYTES,
      signal,
    });
    for await (const file of files) {
      const location = withoutCredentials(file.location);
      try {
        if ('error' in file) {
          throw new Error(file.error);
        }
        const { rejected } = await this.#rates.take(file.content, {
          by: 'config',
          dryRun: false,
        });
        for (const { line, reason } of rejected) {
          this.#logger.warn(
            `Exchange rates of ${location}: line ${line} was not taken: ${reason}`,
          );
        }
      } catch (error) {
        this.#logger.warn(
          `Exchange rates of ${location} could not be read: ${
            toError(error).message
          }`,
        );
      }
    }
  }
}
