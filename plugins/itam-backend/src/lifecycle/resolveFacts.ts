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
import { LifecycleLibrary, parseFacts } from '@itam/plugin-itam-common';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { KnownRecord, KnownRecords } from '../records';

type Lookup = (names: string[]) => Promise<Map<string, KnownRecord>>;

/**
 * Reads facts as somebody gives them: each by its type, catalog entities in
 * full and known to the catalog, shared records by their id.
 */
export class FactResolver {
  readonly #models: LifecycleLibrary;
  readonly #entities: Pick<EntityIndex, 'find' | 'digest'>;
  readonly #lookups: Record<string, { what: string; lookup: Lookup }>;
  /** A request for many assets has its facts once. */
  readonly #resolved = new WeakMap<object, Promise<Record<string, unknown>>>();

  constructor(options: {
    models: LifecycleLibrary;
    entities: Pick<EntityIndex, 'find' | 'digest'>;
    records: KnownRecords;
  }) {
    const { records } = options;
    this.#models = options.models;
    this.#entities = options.entities;
    const location = {
      what: 'location',
      lookup: (names: string[]) => records.locations(names),
    };
    this.#lookups = {
      'location.exact': location,
      'stock.location': location,
      legalEntity: {
        what: 'legal entity',
        lookup: names => records.legalEntities(names),
      },
      'model.catalogueEntry': {
        what: 'catalogue entry',
        lookup: names => records.models(names),
      },
    };
  }

  /** @throws InputError that names the fact at fault. */
  resolve(
    given: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Record<string, unknown>> {
    if (!given) {
      return Promise.resolve({});
    }
    const known = this.#resolved.get(given);
    if (known) {
      return known;
    }
    const resolved = this.#resolve(given);
    this.#resolved.set(given, resolved);
    return resolved;
  }

  async #resolve(given: Readonly<Record<string, unknown>>) {
    const facts = parseFacts(given, this.#models.vocabulary);
    await this.#requireEntities(facts);
    for (const [fact, { what, lookup }] of Object.entries(this.#lookups)) {
      const name = nameOf(facts[fact]);
      if (name === undefined) {
        continue;
      }
      const found = (await lookup([name])).get(name);
      if (!found || found.retired) {
        throw new InputError(
          found
            ? `facts.${fact}: the ${what} ${name} is retired; choose another`
            : `facts.${fact}: there is no ${what} ${name}; add it in the settings first, or choose another`,
        );
      }
      facts[fact] = found.id;
    }
    return facts;
  }

  /** Checked as soon as the catalog was read once. */
  async #requireEntities(facts: Record<string, unknown>): Promise<void> {
    const { vocabulary } = this.#models;
    const named = Object.entries(facts).flatMap(([fact, value]) =>
      vocabulary.facts[fact].type === 'entity'
        ? [value].flat().map((ref): [string, string] => [fact, String(ref)])
        : [],
    );
    if (named.length === 0 || (await this.#entities.digest()) === '') {
      return;
    }
    const found = await this.#entities.find(named.map(([, ref]) => ref));
    for (const [fact, ref] of named) {
      if (!found.get(ref)?.present) {
        throw new InputError(
          `facts.${fact}: the catalog has no ${ref}; register it there first`,
        );
      }
    }
  }
}

/** A reference is a name, or a record that has it as id. */
function nameOf(value: unknown): string | undefined {
  const id =
    typeof value === 'object' && value !== null && 'id' in value
      ? value.id
      : value;
  return typeof id === 'string' ? id : undefined;
}
