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

import { InputError } from '@backstage/errors';
import {
  AssetCreation,
  assetPatchSchema,
  AssetTypeLibrary,
} from '@itam/plugin-itam-common';
import type { KnownRecords } from '../records';
import { FieldRights, refuseHiddenFields } from '../register/fieldAccess';
import { changeOfPatch, KnownEntities } from '../register/patch';
import type { TagBook } from '../register/tags/TagBook';
import type { LifecycleService, TransitionActor } from './LifecycleService';

/** What {@link AssetCreator} stands on. */
export interface AssetCreatorOptions {
  service: LifecycleService;
  types: AssetTypeLibrary;
  tags: TagBook;
  entities: KnownEntities;
  records: KnownRecords;
}

/** Registers assets people describe, each with a tag by the naming standard. */
export class AssetCreator {
  readonly #options: AssetCreatorOptions;

  constructor(options: AssetCreatorOptions) {
    this.#options = options;
  }

  /**
   * @returns the id of the new asset.
   * @throws InputError that names the field at fault, NotAllowedError or
   * ConflictError when the transition that would bring it into being cannot be
   * made.
   */
  async create(
    creation: AssetCreation,
    actor: TransitionActor,
    rights: FieldRights,
  ): Promise<string> {
    const { service, types, tags, entities, records } = this.#options;
    const type = types.find(creation.type);
    if (!type) {
      throw new InputError(
        `body.type: there is no asset type '${creation.type}'; see the asset types in the settings`,
      );
    }
    if (type.unit === 'fold') {
      throw new InputError(
        `body.type: a ${type.title} is no asset of its own; it is kept under the asset it belongs to`,
      );
    }
    refuseHiddenFields(creation, rights, type);
    const { tag, keys } = creation;
    const change = await changeOfPatch({
      patch: assetPatchSchema.strip().parse(creation),
      relations: [],
      actor: actor.ref,
      entities,
      records,
    });
    if (tag !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(tag)) {
      throw new InputError(
        'body.tag: a tag has letters, digits, dots, hyphens and underscores, and begins with a letter or digit',
      );
    }
    const { assetId } = await service.create(creation, {
      change: { facts: change.facts, relations: change.relations, keys },
      actor,
      tag: async () => tag ?? (await tags.allocate(type.category, 1))[0],
    });
    return assetId;
  }
}
