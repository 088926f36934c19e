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
import type { Config } from '@backstage/config';
import { ConfigReader } from '@backstage/config';
import { toError } from '@backstage/errors';
import type { AssetTypeLibrary } from '@itam/plugin-itam-common';
import type { AssetSource, AssetSourceKind } from '@itam/plugin-itam-node';
import {
  readOwnershipRules,
  readSourceSettings,
  SourceSettings,
} from './sourceSettings';

/** A source that can be read. */
export interface ReadableSource {
  id: string;
  kind: string;
  title: string;
  settings: SourceSettings;
  source: AssetSource;
}

/** A source whose configuration has a mistake: shown, never read. */
export interface DisabledSource {
  id: string;
  kind: string;
  title: string;
  error: string;
}

/** The sources of the configuration. */
export class SourceRegistry {
  readonly #readable: Map<string, ReadableSource>;
  readonly #disabled: DisabledSource[];

  /**
   * Makes a source of everything below `itam.sources.<kind>.<id>`. A mistake
   * disables the one source it is in; a mistake in the ownership rules disables
   * all, because reading without them would take owners away.
   */
  static create(options: {
    config: Config;
    kinds: AssetSourceKind[];
    assetTypes: AssetTypeLibrary;
    urlReader: UrlReaderService;
    logger: LoggerService;
  }): SourceRegistry {
    const readable = new Map<string, ReadableSource>();
    const disabled: DisabledSource[] = [];
    const rulesError = messageFrom(() => readOwnershipRules(options.config));
    for (const { kind, id, config } of configuredSources(options.config)) {
      const taken =
        readable.has(id) || disabled.some(source => source.id === id);
      try {
        if (taken) {
          throw new Error(
            `id: '${id}' is the id of another source too; give each source its own`,
          );
        }
        if (rulesError) {
          throw new Error(rulesError);
        }
        readable.set(id, createSource({ ...options, kind, id, at: config }));
      } catch (error) {
        const { message } = toError(error);
        options.logger.error(
          `Source ${id} of kind ${kind} is disabled: ${message}`,
        );
        disabled.push({
          id: taken ? `${kind}.${id}` : id,
          kind,
          title: id,
          error: message,
        });
      }
    }
    return new SourceRegistry(readable, disabled);
  }

  private constructor(
    readable: Map<string, ReadableSource>,
    disabled: DisabledSource[],
  ) {
    this.#readable = readable;
    this.#disabled = disabled;
  }

  /** The source of this id, if it can be read. */
  find(id: string): ReadableSource | undefined {
    return this.#readable.get(id);
  }

  /** The sources that can be read. */
  readable(): ReadableSource[] {
    return [...this.#readable.values()];
  }

  /** The sources that cannot, with the reason. */
  disabled(): DisabledSource[] {
    return this.#disabled;
  }
}

function configuredSources(
  config: Config,
): Array<{ kind: string; id: string; config: Config }> {
  const sources = config.getOptionalConfig('itam.sources');
  return (sources?.keys() ?? []).flatMap(kind => {
    // a kind without a block of sources below it says nothing
    const block = sources?.getOptional(kind);
    return typeof block === 'object' && block !== null && !Array.isArray(block)
      ? Object.keys(block).map(id => ({
          kind,
          id,
          config: sourceConfig(block[id], `itam.sources.${kind}.${id}`),
        }))
      : [];
  });
}

/** Ids may hold characters that a path of the configuration may not. */
function sourceConfig(content: unknown, context: string): Config {
  return typeof content === 'object' && content !== null
    ? // what stands below is JSON: it comes out of a configuration
      new ConfigReader(JSON.parse(JSON.stringify(content)), context)
    : new ConfigReader({}, context);
}

function createSource(options: {
  kind: string;
  id: string;
  at: Config;
  kinds: AssetSourceKind[];
  assetTypes: AssetTypeLibrary;
  urlReader: UrlReaderService;
  logger: LoggerService;
}): ReadableSource {
  const kind = options.kinds.find(known => known.kind === options.kind);
  if (!kind) {
    const known = options.kinds.map(({ kind: name }) => name).join(', ');
    throw new Error(
      `there is no kind of source '${options.kind}'; ${
        known
          ? `installed are ${known}: correct the name or install its module`
          : 'install its module'
      }`,
    );
  }
  const settings = readSourceSettings(options.at);
  return {
    id: options.id,
    kind: options.kind,
    title: settings.title ?? options.id,
    settings,
    source: kind.create({
      id: options.id,
      config: options.at,
      logger: options.logger.child({ source: options.id }),
      urlReader: options.urlReader,
      assetTypes: options.assetTypes,
    }),
  };
}

function messageFrom(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return toError(error).message;
  }
}
