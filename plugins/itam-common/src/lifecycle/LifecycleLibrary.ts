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
import { checkLifecycleModel } from './checkLifecycleModel';
import { expandLifecycleModel } from './definition';
import { builtInLifecycleModels } from './models';
import { parseAt } from './parseAt';
import { LifecycleModel } from './schema';
import { builtInVocabulary, LifecycleVocabulary } from './vocabulary';

/** Where a lifecycle library takes its models from. */
export interface LifecycleLibraryOptions {
  /** Content of the configuration `itam.lifecycleModels`, as it was read. */
  overrides?: unknown;
  /** Path the overrides stand at, for messages. */
  path?: string;
  /** Models of modules, each with the name it is called by in messages. */
  additions?: Array<{ from: string; models: readonly unknown[] }>;
  /** Names models may refer to; modules add guards and effects here. */
  vocabulary?: LifecycleVocabulary;
}

/**
 * All lifecycle models with all their versions. A version never changes: an
 * override of a built-in model comes with a higher one, and assets keep theirs.
 */
export class LifecycleLibrary {
  readonly vocabulary: LifecycleVocabulary;
  readonly #versions: Map<string, LifecycleModel[]>;

  /** @throws InputError with the path and the reason of a mistake. */
  static create(options: LifecycleLibraryOptions = {}): LifecycleLibrary {
    const { overrides, path = 'itam.lifecycleModels' } = options;
    const vocabulary = options.vocabulary ?? builtInVocabulary;
    const library = new LifecycleLibrary(vocabulary);
    for (const definition of builtInLifecycleModels) {
      library.#add(definition, `built-in ${definition.id}`);
    }
    for (const { from, models } of options.additions ?? []) {
      models.forEach((definition, index) =>
        library.#add(definition, `${from}: lifecycleModels[${index}]`),
      );
    }
    parseAt(z.array(z.unknown()), overrides ?? [], path).forEach(
      (definition, index) => library.#add(definition, `${path}[${index}]`),
    );
    return library;
  }

  private constructor(vocabulary: LifecycleVocabulary) {
    this.vocabulary = vocabulary;
    this.#versions = new Map();
  }

  /**
   * A model in its newest version, or in the version asked for.
   *
   * @throws NotFoundError when there is none.
   */
  get(id: string, version?: number): LifecycleModel {
    const model = this.find(id, version);
    if (!model) {
      const name = version === undefined ? id : `${id} version ${version}`;
      throw new NotFoundError(`There is no lifecycle model '${name}'`);
    }
    return model;
  }

  /** As {@link LifecycleLibrary.get}, undefined when there is none. */
  find(id: string, version?: number): LifecycleModel | undefined {
    const versions = this.versions(id);
    return version === undefined
      ? versions[versions.length - 1]
      : versions.find(model => model.version === version);
  }

  /** Whether a model of this id exists. */
  has(id: string): boolean {
    return this.#versions.has(id);
  }

  /** The newest version of every model. */
  list(): LifecycleModel[] {
    return [...this.#versions.values()].map(
      versions => versions[versions.length - 1],
    );
  }

  /** Every version of a model, oldest first. */
  versions(id: string): LifecycleModel[] {
    return this.#versions.get(id) ?? [];
  }

  /**
   * The version of a model that assets in a status follow: the newest that has
   * the status, or the newest of all when none has it or none is given.
   *
   * @throws NotFoundError when there is no such model.
   */
  forStatus(id: string, status: string): LifecycleModel {
    return this.withStatus(id, status) ?? this.get(id);
  }

  /** The newest version of a model that has a status, if one has. */
  withStatus(id: string, status: string): LifecycleModel | undefined {
    return [...this.versions(id)]
      .reverse()
      .find(({ statuses }) => Object.hasOwn(statuses, status));
  }

  #add(definition: unknown, path: string) {
    const model = expandLifecycleModel(definition, path);
    checkLifecycleModel(model, { path, vocabulary: this.vocabulary });
    const versions = this.versions(model.id);
    if (versions.some(({ version }) => version === model.version)) {
      const next = Math.max(...versions.map(({ version }) => version)) + 1;
      throw new InputError(
        `${path}.version: version ${model.version} of '${model.id}' exists and cannot change; give version ${next}`,
      );
    }
    checkStages(model, versions, path);
    this.#versions.set(
      model.id,
      [...versions, model].sort((a, b) => a.version - b.version),
    );
  }
}

/** Assets keep their status from version to version, and their stage with it. */
function checkStages(
  model: LifecycleModel,
  versions: LifecycleModel[],
  path: string,
) {
  for (const [id, status] of Object.entries(model.statuses)) {
    const other = versions.find(
      ({ statuses }) =>
        Object.hasOwn(statuses, id) && statuses[id].stage !== status.stage,
    );
    if (other) {
      throw new InputError(
        `${path}.statuses.${id}: belongs to the stage ${other.statuses[id].stage} in version ${other.version}; a status keeps its stage, so give it another name`,
      );
    }
  }
}
