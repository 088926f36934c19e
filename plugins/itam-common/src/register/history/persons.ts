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

import type { AssetHistoryEntry } from '../asset';

type Changes = AssetHistoryEntry['changes'];

/** Ref of a person, as it stands in a value or in a sentence. */
const personRef =
  /(?<![\w-])user:[a-z0-9][-a-z0-9]*\/[a-z0-9](?:[-\w.]*[a-z0-9])?/gi;

/** A person in the history: an id whose name is kept elsewhere. */
const personMark =
  /\bactor:([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})/g;

const maybePerson = /user:/i;

const none: string[] = [];

/**
 * The refs of persons that stand anywhere in the values of a change, or in its
 * reason: as custodian or consumer, in a relation, in what a source claims.
 *
 * @public
 */
export function personsIn(changes: Changes, reason?: string): string[] {
  if (!mayName(changes) && !mayName(reason)) {
    return none;
  }
  const refs = new Set<string>();
  mapTexts([changes, reason], text => {
    text.match(personRef)?.forEach(ref => refs.add(ref));
    return text;
  });
  return [...refs];
}

/**
 * Puts the id of a person in the place of their ref, so that the line of
 * history stays true when the name is erased. Names of fields are left alone.
 *
 * @public
 */
export function withPseudonyms<T>(value: T, ids: Map<string, string>): T;
export function withPseudonyms(value: unknown, ids: Map<string, string>) {
  return mayName(value)
    ? mapTexts(value, text =>
        text.replace(personRef, ref => {
          const id = ids.get(ref);
          return id === undefined ? ref : `actor:${id}`;
        }),
      )
    : value;
}

/** The ids of persons a text of the history names. @public */
export function pseudonymsIn(text: string): string[] {
  return text.includes('actor:')
    ? [...new Set([...text.matchAll(personMark)].map(([, id]) => id))]
    : [];
}

/**
 * A text of the history with the names of the persons in it, for example the
 * JSON of its changes. An id that is not known stays as it is.
 *
 * @public
 */
export function withNames(text: string, names: Map<string, string>): string {
  return names.size > 0 && text.includes('actor:')
    ? text.replace(personMark, (mark, id) => names.get(id) ?? mark)
    : text;
}

/** Whether a JSON value can name a person: most do not, and a bulk has many. */
function mayName(value: unknown): boolean {
  if (typeof value === 'string') {
    return maybePerson.test(value);
  }
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  for (const name in value) {
    if (mayName(Reflect.get(value, name))) {
      return true;
    }
  }
  return false;
}

/** A JSON value with its texts changed; the value itself if none was. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    const items = value.map(item => mapTexts(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const before = Object.entries(value);
  const after = before.map(([name, member]): [string, unknown] => [
    name,
    mapTexts(member, change),
  ]);
  return after.every(([, member], index) => member === before[index][1])
    ? value
    : Object.fromEntries(after);
}
