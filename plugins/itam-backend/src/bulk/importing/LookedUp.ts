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

import type { KnownEntities } from '../../register/patch';
import type { KnownRecord, KnownRecords } from '../../records';
import { fullRef, Words } from './words';
import { slugOf } from './slug';

/** Finds people by what files call them. */
export interface People {
  /** Refs by the name or title of users and groups, in lower case. */
  byName(words: string[]): Promise<Map<string, string[]>>;
  /** Refs of users by their mail address, in lower case. */
  byMail(mails: string[]): Promise<Map<string, string[]>>;
}

/** Finds assets by id or tag. */
export type FindAssets = (idsOrTags: string[]) => Promise<Set<string>>;

/** A word that was looked up: what it is, or why it is nothing. */
export type Found =
  | { value: string; problem?: undefined }
  | { problem: string; value?: undefined };

/** What the words of a batch name, looked up set by set. */
export class LookedUp {
  readonly #checked: boolean;
  readonly #present: Set<string>;
  readonly #people: Map<string, string[]>;
  readonly #assets: Set<string>;
  readonly #records: Record<keyof Words['records'], Map<string, KnownRecord>>;

  static async of(
    words: Words,
    known: {
      entities: KnownEntities;
      people: People;
      records: KnownRecords;
      findAssets: FindAssets;
    },
  ): Promise<LookedUp> {
    const { location, 'legal-entity': legalEntity, model } = words.records;
    const checked = (await known.entities.digest()) !== '';
    const names = await known.people.byName([...words.names]);
    const mails =
      words.mails.size > 0
        ? await known.people.byMail([...words.mails])
        : new Map<string, string[]>();
    const found =
      words.refs.size > 0
        ? await known.entities.find([...words.refs])
        : new Map<string, { present: boolean }>();
    return new LookedUp({
      checked,
      present: new Set(
        [...found].flatMap(([ref, { present }]) => (present ? [ref] : [])),
      ),
      people: new Map([...names, ...mails]),
      assets:
        words.assets.size > 0
          ? await known.findAssets([...words.assets])
          : new Set(),
      records: {
        location: location.size
          ? await known.records.locations([...location])
          : new Map(),
        'legal-entity': legalEntity.size
          ? await known.records.legalEntities([...legalEntity])
          : new Map(),
        model: model.size ? await known.records.models([...model]) : new Map(),
      },
    });
  }

  private constructor(found: {
    checked: boolean;
    present: Set<string>;
    people: Map<string, string[]>;
    assets: Set<string>;
    records: Record<keyof Words['records'], Map<string, KnownRecord>>;
  }) {
    this.#checked = found.checked;
    this.#present = found.present;
    this.#people = found.people;
    this.#assets = found.assets;
    this.#records = found.records;
  }

  /** The full ref of an entity the catalog has. */
  entity(word: string, kinds: readonly string[] | undefined): Found {
    const ref = fullRef(word, kinds);
    if (ref === undefined) {
      return this.#person(word, kinds);
    }
    if (kinds && !kinds.includes(ref.split(':')[0])) {
      return {
        problem: `'${word}' is no ${kinds.join(
          ' or ',
        )}; name one, for example ${kinds[0]}:default/payments`,
      };
    }
    return !this.#checked || this.#present.has(ref)
      ? { value: ref }
      : { problem: `the catalog has no ${ref}; register it there first` };
  }

  /** An asset, by the word it is named with. */
  asset(word: string): Found {
    return this.#assets.has(word)
      ? { value: word }
      : { problem: `there is no asset '${word}'; give its id or tag` };
  }

  /** The id of a shared record. */
  record(kind: keyof Words['records'], word: string): Found {
    const found =
      this.#records[kind].get(word) ??
      (kind === 'location' ? this.#records[kind].get(slugOf(word)) : undefined);
    if (!found) {
      return {
        problem: `there is no ${kind.replace(
          '-',
          ' ',
        )} '${word}'; give its code, or add it first`,
      };
    }
    return found.retired
      ? { problem: `'${word}' is no longer to be used` }
      : { value: found.id };
  }

  #person(word: string, kinds: readonly string[] | undefined): Found {
    const refs = (this.#people.get(word.toLowerCase()) ?? []).filter(
      ref => !kinds || kinds.includes(ref.split(':')[0]),
    );
    if (refs.length === 1) {
      return { value: refs[0] };
    }
    return refs.length === 0
      ? {
          problem: `the catalog has nobody called '${word}'; write a ref such as user:default/ann`,
        }
      : {
          problem: `'${word}' can be ${refs.join(' or ')}; write one of them`,
        };
  }
}
