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
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import {
  AssetSource,
  AssetSourceKind,
  AssetSourceOptions,
  ChargeDocument,
  FileOnDisk,
  locateFiles,
  placeOfPushed,
  PushedFile,
  pushedOnDisk,
  ReadContext,
  RefusedDocument,
  withoutCredentials,
} from '@itam/plugin-itam-node';
import { FocusSourceConfig, readSourceConfig } from './config';
import { FocusStatement } from './reading/FocusStatement';

/** Changes when the same file would be read into other facts. */
const READING = 'focus-1';

/** Reads FOCUS cost exports: CSV, plain or gzip, and Parquet. */
export class FocusSource implements AssetSource {
  readonly locations: string[];
  readonly revision: string;
  readonly #config: FocusSourceConfig;
  readonly #urlReader: UrlReaderService;
  readonly #logger: LoggerService;

  /** @throws InputError when the configuration has a mistake. */
  static fromConfig(options: AssetSourceOptions): FocusSource {
    const config = readSourceConfig(options.id, options.config);
    return new FocusSource({ ...options, config });
  }

  private constructor(
    options: Pick<AssetSourceOptions, 'logger' | 'urlReader'> & {
      config: FocusSourceConfig;
    },
  ) {
    const { version, billingPeriods } = options.config;
    this.#config = options.config;
    this.#urlReader = options.urlReader;
    this.#logger = options.logger;
    this.locations = options.config.locations.map(location =>
      withoutCredentials(location),
    );
    this.revision = createHash('sha256')
      .update(JSON.stringify([READING, version, billingPeriods]))
      .digest('hex')
      .slice(0, 16);
  }

  /**
   * A file from a URL is on this machine only until the next document is asked
   * for: read its charges before.
   */
  async *read(
    context: ReadContext,
  ): AsyncIterable<ChargeDocument | RefusedDocument> {
    const files = locateFiles({
      locations: this.#config.locations,
      urlReader: this.#urlReader,
      signal: context.signal,
      maxBytes: this.#config.maxBytes,
    });
    for await (const file of files) {
      const scope = withoutCredentials(file.location);
      yield 'error' in file
        ? this.#refuse(scope, file.error)
        : this.#document(scope, file);
    }
  }

  async *readFile(
    { name, content }: PushedFile,
    context: ReadContext,
  ): AsyncIterable<ChargeDocument | RefusedDocument> {
    context.signal.throwIfAborted();
    const scope = placeOfPushed(name, this.locations);
    const { maxBytes } = this.#config;
    if (content.length > maxBytes) {
      yield this.#refuse(
        scope,
        `the file has ${content.length} bytes, more than the ${maxBytes} allowed; raise maxBytes of the source`,
      );
      return;
    }
    for await (const file of pushedOnDisk(scope, content)) {
      yield this.#document(scope, file);
    }
  }

  #document(scope: string, file: FileOnDisk): ChargeDocument {
    return {
      scope,
      fingerprint: file.sha256,
      readCharges: ({ signal }) =>
        FocusStatement.read({ file, scope, signal, ...this.#config }),
    };
  }

  #refuse(scope: string, refused: string): RefusedDocument {
    this.#logger.warn(`Refused ${scope}: ${refused}`);
    return { scope, refused };
  }
}

/**
 * The source kind `focus`.
 *
 * @public
 */
export const focusSourceKind: AssetSourceKind = {
  kind: 'focus',
  title: 'FOCUS cost exports',
  create: options => FocusSource.fromConfig(options),
};
