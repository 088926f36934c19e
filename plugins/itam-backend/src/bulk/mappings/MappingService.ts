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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  AssetTypeLibrary,
  ColumnGuesser,
  ImportMapping,
  ImportMappingItem,
  readyMappings,
} from '@itam/plugin-itam-common';
import { planColumns } from '../importing/ColumnPlan';
import type { MappingStore } from './MappingStore';

/** Column mappings: those that come with the register, and those people saved. */
export class MappingService {
  readonly #store: MappingStore;
  readonly #types: AssetTypeLibrary;
  readonly #guesser: ColumnGuesser;

  constructor(options: {
    store: MappingStore;
    types: AssetTypeLibrary;
    guesser: ColumnGuesser;
  }) {
    this.#store = options.store;
    this.#types = options.types;
    this.#guesser = options.guesser;
  }

  /** The ready mappings, then those that were saved. */
  async list(): Promise<ImportMappingItem[]> {
    return [
      ...Object.entries(readyMappings).map(([name, mapping]) => ({
        ...mapping,
        name,
        ready: true,
      })),
      ...(await this.#store.list()),
    ];
  }

  async save(
    name: string,
    mapping: ImportMapping,
    by: string,
  ): Promise<ImportMappingItem> {
    if (Object.hasOwn(readyMappings, name)) {
      throw new InputError(
        `path.name: '${name}' is a ready mapping; save yours under another name`,
      );
    }
    planColumns({
      types: this.#types,
      guesser: this.#guesser,
      headers: Object.keys(mapping.columns),
      options: {
        mode: 'upsert',
        dryRun: true,
        columns: {},
        unmapped: 'ignore',
        blank: 'leave',
        onError: 'keep-good',
      },
      mapping,
      mayReadCosts: true,
    });
    await this.#store.save(name, mapping, by);
    const saved = (await this.#store.list()).find(item => item.name === name);
    if (!saved) {
      throw new NotFoundError(`there is no mapping ${name}`);
    }
    return saved;
  }

  async delete(name: string): Promise<void> {
    if (!(await this.#store.delete(name))) {
      throw new NotFoundError(`there is no saved mapping ${name}`);
    }
  }

  /** @throws InputError when there is none of this name. */
  async of(name: string | undefined): Promise<ImportMapping | undefined> {
    if (name === undefined) {
      return undefined;
    }
    const mapping = Object.hasOwn(readyMappings, name)
      ? readyMappings[name]
      : await this.#store.find(name);
    if (!mapping) {
      throw new InputError(
        `query.mapping: there is no mapping '${name}'; use one of ${(
          await this.list()
        )
          .map(known => known.name)
          .join(', ')}`,
      );
    }
    return mapping;
  }
}
