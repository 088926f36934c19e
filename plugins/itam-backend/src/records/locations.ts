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
  canContain,
  LocationFacts,
  locationFactsSchema,
  LocationItem,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type {
  CheckContext,
  CheckedFacts,
  RecordProblem,
  RecordRules,
} from './RecordRules';
import type { RecordStore, StoredRecord } from './RecordStore';
import { KnownEntities, readPeople } from './refs';
import { childCounts, childKinds, pathsOf } from './sql/locationTree';

/** What locations ask for: a tree without circles, and people who exist. */
export class LocationRules implements RecordRules<LocationFacts, LocationItem> {
  readonly word = 'location';
  readonly schema = locationFactsSchema;
  readonly #knex: Knex;
  readonly #store: RecordStore<LocationFacts>;
  readonly #entities: KnownEntities;

  constructor(options: {
    knex: Knex;
    store: RecordStore<LocationFacts>;
    entities: KnownEntities;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#entities = options.entities;
  }

  async check(
    given: LocationFacts,
    context: CheckContext<LocationFacts>,
  ): Promise<CheckedFacts<LocationFacts>> {
    const people = await readPeople(
      [
        ...(given.keeper ? [{ path: 'keeper', ref: given.keeper }] : []),
        ...(given.contacts ?? []).flatMap(({ ref }, index) =>
          ref ? [{ path: `contacts.${index}.ref`, ref }] : [],
        ),
      ],
      context.trustRefs ? undefined : this.#entities,
    );
    const parent = await this.#checkParent(given, context);
    const contacts = given.contacts?.map((contact, index) => ({
      ...contact,
      ...(contact.ref && { ref: people.full.get(`contacts.${index}.ref`) }),
    }));
    return {
      facts: {
        ...given,
        parent: parent.id,
        contacts: contacts?.length ? contacts : undefined,
        keeper: people.full.get('keeper'),
      },
      problems: [
        ...parent.problems,
        ...(given.keeper && given.kind !== 'stockroom'
          ? [{ path: 'keeper', reason: 'only a stockroom has a keeper' }]
          : []),
        ...(await childProblems(given, context)),
        ...people.problems,
      ],
    };
  }

  async whyNotRetire(
    { id, facts }: StoredRecord<LocationFacts>,
    transaction: Knex.Transaction,
  ): Promise<string | undefined> {
    const children = (await childCounts(transaction, [id])).get(id) ?? 0;
    return children > 0
      ? `${facts.code} cannot be retired: ${children} ${
          children === 1 ? 'location lies' : 'locations lie'
        } in it; retire or move ${children === 1 ? 'it' : 'them'} first`
      : undefined;
  }

  async whyNotReinstate(
    { facts }: StoredRecord<LocationFacts>,
    transaction: Knex.Transaction,
  ): Promise<string | undefined> {
    const [parent] = facts.parent
      ? await this.#store.find([facts.parent], transaction)
      : [];
    return parent?.retiredAt
      ? `${facts.code} lies in ${parent.facts.code}, which is retired; put that back into use first`
      : undefined;
  }

  async items(records: StoredRecord<LocationFacts>[]): Promise<LocationItem[]> {
    const ids = records.map(({ id }) => id);
    const paths = await pathsOf(this.#knex, ids);
    const children = await childCounts(this.#knex, ids);
    return records.map(({ facts, ...base }) => ({
      ...base,
      ...facts,
      contacts: facts.contacts ?? [],
      path: paths.get(base.id) ?? [],
      children: children.get(base.id) ?? 0,
    }));
  }

  async #checkParent(
    given: LocationFacts,
    { transaction, record }: CheckContext<LocationFacts>,
  ): Promise<{ id?: string; problems: RecordProblem[] }> {
    if (!given.parent) {
      return { problems: [] };
    }
    const [parent] = await this.#store.find([given.parent], transaction);
    const refused = (reason: string) => ({
      problems: [{ path: 'parent', reason }],
    });
    if (!parent) {
      return refused(
        `there is no location '${given.parent}'; give the id or code of one`,
      );
    }
    const above = (await pathsOf(transaction, [parent.id])).get(parent.id);
    const outer = [parent, ...(above ?? [])].map(({ id }) => id);
    if (record && outer.includes(record.id)) {
      return refused(
        `${parent.facts.code} lies in ${record.facts.code}, which would then lie in itself`,
      );
    }
    if (parent.retiredAt && parent.id !== record?.facts.parent) {
      return refused(`${parent.facts.code} is retired; choose another`);
    }
    return canContain(parent.facts.kind, given.kind)
      ? { id: parent.id, problems: [] }
      : refused(
          `a ${given.kind} cannot lie in a ${parent.facts.kind} such as ${parent.facts.code}`,
        );
  }
}

/** What lies in a location stays right when the location becomes another kind. */
async function childProblems(
  given: LocationFacts,
  { transaction, record }: CheckContext<LocationFacts>,
): Promise<RecordProblem[]> {
  if (!record || record.facts.kind === given.kind) {
    return [];
  }
  const inside = await childKinds(transaction, record.id);
  return inside
    .filter(kind => !canContain(given.kind, kind))
    .map(kind => ({
      path: 'kind',
      reason: `a ${kind} lies in it, which cannot lie in a ${given.kind}`,
    }));
}
