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
import { z } from 'zod';
import { LifecycleLibrary } from '../lifecycle/LifecycleLibrary';
import { parseAt } from '../lifecycle/parseAt';
import { builtInAssetTypes } from './builtIn';
import { AssetCategory } from './categories';
import {
  AssetTypeDefinition,
  expandAssetType,
  overrideDefinition,
} from './definition';
import { keyDateKinds } from './keyDateKinds';
import { AssetType } from './schema';

/** Where an asset type library takes its types from. */
export interface AssetTypeLibraryOptions {
  /** Content of the configuration `itam.assetTypes`, as it was read. */
  overrides?: unknown;
  /** Path the overrides stand at, for messages. */
  path?: string;
  /** Types of modules, each with the name it is called by in messages. */
  additions?: Array<{ from: string; types: readonly unknown[] }>;
  /** The lifecycle models types may name; the built-in ones if left out. */
  lifecycleModels?: Pick<LifecycleLibrary, 'has'>;
}

/**
 * All asset types: the built-in ones, with types added or overridden by
 * configuration. An override names the id and what differs; attributes are
 * merged by name.
 */
export class AssetTypeLibrary {
  readonly #types: Map<string, AssetType>;

  /** @throws InputError with the path and the reason of a mistake. */
  static create(options: AssetTypeLibraryOptions = {}): AssetTypeLibrary {
    const { overrides, path = 'itam.assetTypes' } = options;
    const lifecycleModels =
      options.lifecycleModels ?? LifecycleLibrary.create();
    const types = new Map<string, AssetType>();
    const definitions = new Map<string, AssetTypeDefinition>();

    const add = (definition: AssetTypeDefinition, at: string) => {
      const type = expandAssetType(definition, at);
      checkReferences(type, lifecycleModels, at);
      definitions.set(type.id, definition);
      types.set(type.id, type);
    };

    for (const definition of builtInAssetTypes) {
      add(definition, `built-in ${definition.id}`);
    }
    const override = (given: unknown, listPath: string) => {
      const overridden = new Set<string>();
      parseAt(
        z.array(z.looseObject({ id: z.string() })),
        given,
        listPath,
      ).forEach((definition, index) => {
        const at = `${listPath}[${index}]`;
        if (overridden.has(definition.id)) {
          throw new InputError(
            `${at}.id: '${definition.id}' stands in the list twice; put the two together`,
          );
        }
        overridden.add(definition.id);
        const base = definitions.get(definition.id);
        add(overrideDefinition(base, definition, at), at);
      });
    };
    for (const { from, types: added } of options.additions ?? []) {
      override(added, `${from}: assetTypes`);
    }
    override(overrides ?? [], path);
    return new AssetTypeLibrary(types);
  }

  private constructor(types: Map<string, AssetType>) {
    this.#types = types;
  }

  /**
   * The type of this id.
   *
   * @throws NotFoundError when there is none.
   */
  get(id: string): AssetType {
    const type = this.#types.get(id);
    if (!type) {
      throw new NotFoundError(`There is no asset type '${id}'`);
    }
    return type;
  }

  /** The type of this id, undefined when there is none. */
  find(id: string): AssetType | undefined {
    return this.#types.get(id);
  }

  /** Every type. */
  list(): AssetType[] {
    return [...this.#types.values()];
  }

  /** The types of a category. */
  byCategory(category: AssetCategory): AssetType[] {
    return this.list().filter(type => type.category === category);
  }
}

function checkReferences(
  type: AssetType,
  lifecycleModels: Pick<LifecycleLibrary, 'has'>,
  path: string,
) {
  if (!lifecycleModels.has(type.lifecycleModel)) {
    throw new InputError(
      `${path}.model: there is no lifecycle model '${type.lifecycleModel}'`,
    );
  }
  type.keyDates.forEach((kind, index) => {
    if (!Object.hasOwn(keyDateKinds, kind)) {
      throw new InputError(
        `${path}.keyDates[${index}]: there is no kind of key date '${kind}'`,
      );
    }
  });
  type.metricInputs.forEach((input, index) => {
    if (!type.attributes.some(({ name }) => name === input)) {
      throw new InputError(
        `${path}.metricInputs[${index}]: the type has no attribute '${input}'`,
      );
    }
  });
}
