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
import { z } from 'zod';
import type { AssetTypeLibrary } from '../assetTypes/AssetTypeLibrary';
import { parseAt } from '../lifecycle/parseAt';
import { builtInRelations } from './builtInRelations';
import { relationTypes } from './relation';
import {
  EndDefinition,
  RelationDefinition,
  relationDefinitionSchema,
  RelationEnd,
  RelationRule,
} from './relationRule';

/** Where a relation library takes its kinds from. @public */
export interface RelationLibraryOptions {
  /** The asset types ends may name. */
  assetTypes: Pick<AssetTypeLibrary, 'list'>;
  /** Content of the configuration `itam.relations`, as it was read. */
  overrides?: unknown;
  /** Path the overrides stand at, for messages. */
  path?: string;
}

/**
 * All kinds of relation: the built-in ones, with kinds added or overridden by
 * configuration. An override names the kind and what differs; an end it names
 * replaces the whole end.
 *
 * @public
 */
export class RelationLibrary {
  readonly #rules: Map<string, RelationRule>;

  /** @throws InputError with the path and the reason of a mistake. */
  static create(options: RelationLibraryOptions): RelationLibrary {
    const { assetTypes, overrides, path = 'itam.relations' } = options;
    const definitions = new Map<string, RelationDefinition>();
    const rules = new Map<string, RelationRule>();
    const add = (definition: RelationDefinition, at: string) => {
      definitions.set(definition.type, definition);
      rules.set(definition.type, expand(definition, { assetTypes, at }));
    };

    for (const definition of builtInRelations) {
      add(definition, `built-in ${definition.type}`);
    }
    const overridden = new Set<string>();
    parseAt(z.array(z.unknown()), overrides ?? [], path).forEach(
      (override, index) => {
        const at = `${path}[${index}]`;
        const given = parseAt(relationDefinitionSchema, override, at);
        if (overridden.has(given.type)) {
          throw new InputError(
            `${at}.type: '${given.type}' stands in the list twice; put the two together`,
          );
        }
        overridden.add(given.type);
        add({ ...definitions.get(given.type), ...given }, at);
      },
    );
    return new RelationLibrary(rules);
  }

  private constructor(rules: Map<string, RelationRule>) {
    this.#rules = rules;
  }

  /** The kind of this name, undefined when there is none. */
  find(type: string): RelationRule | undefined {
    return this.#rules.get(type);
  }

  /** Every kind. */
  list(): RelationRule[] {
    return [...this.#rules.values()];
  }

  /** The names of all kinds of which something holds. */
  typesThat(holds: (rule: RelationRule) => boolean): string[] {
    return this.list()
      .filter(holds)
      .map(({ type }) => type);
  }
}

function expand(
  definition: RelationDefinition,
  context: { assetTypes: Pick<AssetTypeLibrary, 'list'>; at: string },
): RelationRule {
  const { at } = context;
  const rule: RelationRule = {
    type: definition.type,
    title: definition.title ?? words(definition.type),
    inverseTitle: definition.inverseTitle ?? '',
    from: expandEnd(definition.from ?? {}, { ...context, at: `${at}.from` }),
    to:
      definition.to && expandEnd(definition.to, { ...context, at: `${at}.to` }),
    toEntities: (definition.toEntities ?? []).map(kind =>
      kind.toLocaleLowerCase('en-US'),
    ),
    acyclic: definition.acyclic ?? false,
    single: definition.single ?? false,
    failure: definition.failure ?? 'none',
    rollUp: definition.rollUp ?? false,
  };
  refuseContradictions(rule, at);
  return rule;
}

function expandEnd(
  end: EndDefinition,
  {
    assetTypes,
    at,
  }: { assetTypes: Pick<AssetTypeLibrary, 'list'>; at: string },
): RelationEnd {
  const { categories, types = [], models = [] } = end;
  const known = assetTypes.list();
  types.forEach((type, index) => {
    if (!known.some(({ id }) => id === type)) {
      throw new InputError(
        `${at}.types[${index}]: there is no asset type '${type}'`,
      );
    }
  });
  const ofModels = models.flatMap((model, index) => {
    const found = known.filter(
      ({ lifecycleModel }) => lifecycleModel === model,
    );
    if (found.length === 0) {
      throw new InputError(
        `${at}.models[${index}]: no asset type has a lifecycle model '${model}'`,
      );
    }
    return found.map(({ id }) => id);
  });
  const all = [...new Set([...types, ...ofModels])].sort();
  return {
    ...(categories && { categories }),
    ...(all.length > 0 && { types: all }),
  };
}

function refuseContradictions(rule: RelationRule, at: string): void {
  const { type, to, toEntities } = rule;
  if (!rule.inverseTitle) {
    throw new InputError(
      `${at}.inverseTitle: say what '${type}' is called from its other end, as 'carries' is for 'runs-on'`,
    );
  }
  const isBuiltIn = relationTypes.some(known => known === type);
  if (!to && toEntities.length === 0) {
    throw new InputError(
      `${at}.to: say what '${type}' leads to: 'to' for assets ({} for any), 'toEntities' for kinds of catalog entity`,
    );
  }
  if (type === 'supports' && to) {
    throw new InputError(
      `${at}.to: 'supports' leads to catalog entities only; add another kind for relations between assets`,
    );
  }
  if (type !== 'supports' && isBuiltIn && toEntities.length > 0) {
    throw new InputError(
      `${at}.toEntities: '${type}' leads to assets only; use 'supports', or add another kind`,
    );
  }
  if (rule.rollUp && !(rule.acyclic && rule.single && to)) {
    throw new InputError(
      `${at}.rollUp: needs a kind that leads to assets, is acyclic and single, or nobody could say whom to follow`,
    );
  }
}

/** `part-of` in words. */
function words(type: string): string {
  return type.replace(/-/g, ' ');
}
