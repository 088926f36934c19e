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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { slugOf } from './slug';

/** Words of one batch that name something, to be looked up together. */
export class Words {
  /** Full refs of catalog entities. */
  readonly refs = new Set<string>();
  /** Names of people and teams. */
  readonly names = new Set<string>();
  readonly mails = new Set<string>();
  /** Ids or tags of assets. */
  readonly assets = new Set<string>();
  readonly records = {
    location: new Set<string>(),
    'legal-entity': new Set<string>(),
    model: new Set<string>(),
  };

  /** A word where an entity is named. */
  addEntity(word: string, kinds: readonly string[] | undefined): void {
    const ref = fullRef(word, kinds);
    if (ref !== undefined) {
      this.refs.add(ref);
    } else if (word.includes('@')) {
      this.mails.add(word.toLowerCase());
    } else {
      this.names.add(word.toLowerCase());
    }
  }

  /** A word where a shared record is named. */
  addRecord(kind: keyof Words['records'], word: string): void {
    this.records[kind].add(word);
    if (kind === 'location') {
      this.records[kind].add(slugOf(word));
    }
  }
}

/**
 * The full ref a word is, if it says the kind or only one kind is possible;
 * people and teams go by their names too.
 */
export function fullRef(
  word: string,
  kinds: readonly string[] | undefined,
): string | undefined {
  const only = kinds?.length === 1 ? kinds[0] : undefined;
  if (!word.includes(':') && only === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(word, {
        defaultKind: only,
        defaultNamespace: 'default',
      }),
    ).toLowerCase();
  } catch {
    return undefined;
  }
}
