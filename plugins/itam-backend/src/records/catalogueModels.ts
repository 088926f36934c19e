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

import {
  AssetTypeLibrary,
  CatalogueModelFacts,
  catalogueModelFactsSchema,
  CatalogueModelItem,
  NamedRecord,
  validateAttributes,
} from '@itam/plugin-itam-common';
import { exactMoney } from './exactMoney';
import type {
  CheckContext,
  CheckedFacts,
  RecordProblem,
  RecordRules,
} from './RecordRules';
import type { RecordStore, StoredRecord } from './RecordStore';

/** What catalogue models ask for: a type, and attributes that fit it. */
export class CatalogueModelRules
  implements RecordRules<CatalogueModelFacts, CatalogueModelItem>
{
  readonly word = 'catalogue model';
  readonly schema = catalogueModelFactsSchema;
  readonly #store: RecordStore<CatalogueModelFacts>;
  readonly #types: AssetTypeLibrary;

  constructor(options: {
    store: RecordStore<CatalogueModelFacts>;
    types: AssetTypeLibrary;
  }) {
    this.#store = options.store;
    this.#types = options.types;
  }

  async check(
    given: CatalogueModelFacts,
    context: CheckContext<CatalogueModelFacts>,
  ): Promise<CheckedFacts<CatalogueModelFacts>> {
    const substitutes = await this.#checkSubstitutes(given, context);
    return {
      facts: {
        ...given,
        listPrice: given.listPrice && exactMoney(given.listPrice),
        substitutes: substitutes.ids.length > 0 ? substitutes.ids : undefined,
      },
      problems: [
        ...this.#checkType(given),
        ...substitutes.problems,
        ...(given.listPriceOn && !given.listPrice
          ? [
              {
                path: 'listPriceOn',
                reason: 'is the day of a list price: give the price too',
              },
            ]
          : []),
      ],
    };
  }

  async items(
    records: StoredRecord<CatalogueModelFacts>[],
  ): Promise<CatalogueModelItem[]> {
    const ids = records.flatMap(({ facts }) => facts.substitutes ?? []);
    const named = new Map(
      (await this.#store.find([...new Set(ids)])).map(
        ({ id, facts }): [string, NamedRecord] => [
          id,
          { id, code: facts.code, name: facts.name },
        ],
      ),
    );
    return records.map(({ facts, ...base }) => ({
      ...base,
      ...facts,
      substitutes: (facts.substitutes ?? []).flatMap(id => named.get(id) ?? []),
      attributes: facts.attributes ?? {},
    }));
  }

  #checkType(given: CatalogueModelFacts): RecordProblem[] {
    const type = this.#types.find(given.type);
    if (!type) {
      return [
        {
          path: 'type',
          reason: `there is no asset type '${given.type}'`,
        },
      ];
    }
    return type.unit === 'fold'
      ? [{ path: 'type', reason: `a ${type.title} is not an asset of its own` }]
      : validateAttributes(type, given.attributes ?? {}).problems;
  }

  async #checkSubstitutes(
    given: CatalogueModelFacts,
    { transaction, record }: CheckContext<CatalogueModelFacts>,
  ): Promise<{ ids: string[]; problems: RecordProblem[] }> {
    const ids: string[] = [];
    const problems: RecordProblem[] = [];
    for (const [index, name] of (given.substitutes ?? []).entries()) {
      const [found] = await this.#store.find([name], transaction);
      const path = `substitutes.${index}`;
      if (!found) {
        problems.push({
          path,
          reason: `there is no catalogue model '${name}'; give the id or code of one`,
        });
      } else if (found.id === record?.id) {
        problems.push({ path, reason: 'a model is no substitute for itself' });
      } else if (!ids.includes(found.id)) {
        ids.push(found.id);
      }
    }
    return { ids, problems };
  }
}
