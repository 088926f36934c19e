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
import { InputError } from '@backstage/errors';
import type { AssetTypeLibrary } from '@itam/plugin-itam-common';
import {
  AssetSource,
  AssetSourceKind,
  AssetSourceOptions,
  DEFAULT_MAX_FILE_BYTES,
  matchesGlob,
  placeOfPushed,
  PushedFile,
  ReadContext,
  readLocations,
  RefusedDocument,
  sha256,
  SourceDocument,
  withoutCredentials,
} from '@itam/plugin-itam-node';
import { readSourceConfig, TerraformSourceConfig } from './config';
import { TypeMappings } from './mapping/TypeMappings';
import { readState } from './state/readState';
import { stackName } from './things/stack';
import { thingsOf } from './things/thingsOf';

/**
 * Reads Terraform and OpenTofu states: version 4 and what
 * `terraform show -json` prints.
 */
export class TerraformSource implements AssetSource {
  readonly locations: string[];
  readonly revision: string;
  readonly #config: TerraformSourceConfig;
  readonly #mappings: TypeMappings;
  readonly #assetTypes: AssetTypeLibrary;
  readonly #urlReader: UrlReaderService;
  readonly #logger: LoggerService;

  /** @throws InputError when the configuration has a mistake. */
  static fromConfig(options: AssetSourceOptions): TerraformSource {
    const config = readSourceConfig(options.id, options.config);
    const mappings = TypeMappings.create({
      overrides: config.types,
      assetTypes: options.assetTypes,
      path: `itam.sources.terraform.${options.id}.types`,
    });
    return new TerraformSource({ ...options, config, mappings });
  }

  private constructor(
    options: Omit<AssetSourceOptions, 'config'> & {
      config: TerraformSourceConfig;
      mappings: TypeMappings;
    },
  ) {
    this.#config = options.config;
    this.#mappings = options.mappings;
    this.#assetTypes = options.assetTypes;
    this.#urlReader = options.urlReader;
    this.#logger = options.logger;
    this.locations = options.config.locations.map(location =>
      withoutCredentials(location),
    );
    this.revision = createHash('sha256')
      .update(JSON.stringify([this.#mappings.revision(), this.#config.stack]))
      .digest('hex')
      .slice(0, 16);
  }

  async *read(
    context: ReadContext,
  ): AsyncIterable<SourceDocument | RefusedDocument> {
    const files = readLocations({
      locations: this.#config.locations,
      urlReader: this.#urlReader,
      signal: context.signal,
      maxBytes: this.#config.maxBytes,
    });
    for await (const file of files) {
      const scope = withoutCredentials(file.location);
      yield 'error' in file
        ? this.#refuse(scope, file.error)
        : this.#document(scope, file.content);
    }
  }

  async *readFile(
    file: PushedFile,
    context: ReadContext,
  ): AsyncIterable<SourceDocument | RefusedDocument> {
    context.signal.throwIfAborted();
    const scope = placeOfPushed(file.name, this.locations);
    const most = this.#config.maxBytes ?? DEFAULT_MAX_FILE_BYTES;
    yield file.content.length > most
      ? this.#refuse(
          scope,
          `the file has ${file.content.length} bytes, more than the ${most} allowed; raise maxBytes of the source`,
        )
      : this.#document(scope, file.content);
  }

  #document(
    scope: string,
    content: Uint8Array,
  ): SourceDocument | RefusedDocument {
    try {
      const state = readState(content, this.#mappings);
      const { lineage, serial } = state;
      const options = {
        state,
        location: scope,
        stackEntityRef: this.#stackEntityRef(scope),
        mappings: this.#mappings,
        assetTypes: this.#assetTypes,
      };
      return {
        scope,
        fingerprint: sha256(content),
        revision:
          lineage === undefined || serial === undefined
            ? undefined
            : { lineage, serial },
        async *things() {
          yield* thingsOf(options);
        },
      };
    } catch (error) {
      if (error instanceof InputError) {
        return this.#refuse(scope, error.message);
      }
      throw error;
    }
  }

  #refuse(scope: string, refused: string): RefusedDocument {
    this.#logger.warn(`Refused ${scope}: ${refused}`);
    return { scope, refused };
  }

  #stackEntityRef(location: string): string | undefined {
    const stack = this.#config.stack.find(
      ({ locations }) =>
        !locations || locations.some(glob => matchesGlob(location, glob)),
    );
    return stack?.entityRef.replace('{{name}}', stackName(location));
  }
}

/**
 * The source kind `terraform`.
 *
 * @public
 */
export const terraformSourceKind: AssetSourceKind = {
  kind: 'terraform',
  title: 'Terraform states',
  create: options => TerraformSource.fromConfig(options),
};
