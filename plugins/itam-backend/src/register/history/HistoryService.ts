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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  AsOfQuery,
  AssetAsOf,
  AssetHistoryEntry,
  combineChanges,
  endOfMoment,
  HistoryDiff,
  HistoryDiffQuery,
  HistoryFields,
  partsOfFields,
  PastFacts,
  reverseChanges,
} from '@itam/plugin-itam-common';
import type { AssetAccess, PermittedAssets } from '../access';
import { FieldRights, hideChanges } from '../fieldAccess';
import { ERASED_ACTOR } from '../sql/assetRows';
import type { Erasure, HistoryStore } from './HistoryStore';

type Changes = AssetHistoryEntry['changes'];

/** The assets a caller may see, and what of them. */
export interface HistoryRights extends FieldRights {
  read: AssetAccess;
}

/** What people ask the history of an asset. */
export class HistoryService {
  readonly #store: HistoryStore;
  readonly #assets: PermittedAssets;

  constructor(options: { store: HistoryStore; assets: PermittedAssets }) {
    this.#store = options.store;
    this.#assets = options.assets;
  }

  /**
   * The facts of an asset as they were.
   *
   * @throws NotFoundError when it was not registered then, or is none the
   * caller may see.
   */
  async asOf(
    idOrTag: string,
    query: AsOfQuery,
    rights: HistoryRights,
  ): Promise<AssetAsOf> {
    const assetId = await this.#locate(idOrTag, rights.read);
    const at = endOfMoment(query.date);
    const past = new PastFacts({ at, time: query.time });
    for await (const line of this.#store.walk(assetId)) {
      past.add(line);
    }
    if (!past.result) {
      throw new NotFoundError(
        `the asset ${idOrTag} was not registered on ${query.date}; take a later day`,
      );
    }
    const { fields, last } = past.result;
    return {
      ...{ assetId, at, time: query.time },
      version: last.version,
      effectiveAt: last.effectiveAt,
      recordedAt: last.recordedAt,
      ...partsOfFields(visible(fields, rights)),
    };
  }

  /**
   * What differs between two versions; from a later to an earlier one it is
   * what would have to be undone.
   *
   * @throws InputError when the asset has no such version.
   */
  async diff(
    idOrTag: string,
    { from, to }: HistoryDiffQuery,
    rights: HistoryRights,
  ): Promise<HistoryDiff> {
    const assetId = await this.#locate(idOrTag, rights.read);
    const [lower, upper] = from <= to ? [from, to] : [to, from];
    let changes: Changes = {};
    let reached = lower;
    const range = { after: Math.max(lower - 1, 0), upTo: upper };
    for await (const line of this.#store.walk(assetId, range)) {
      reached = Math.max(reached, line.version);
      if (line.version > lower) {
        changes = combineChanges(changes, line.changes);
      }
    }
    if (reached < upper) {
      throw new InputError(
        `query.${
          from <= to ? 'to' : 'from'
        }: the asset ${idOrTag} has no version ${upper}`,
      );
    }
    return {
      ...{ assetId, from, to },
      changes: hideChanges(
        from <= to ? changes : reverseChanges(changes),
        rights,
      ),
    };
  }

  /**
   * Erases the name of a person. Nobody is erased who still is a present fact
   * of the register: it would be wrong about the present from then on.
   *
   * @throws InputError when it is not the ref of a person, ConflictError when
   * the person still holds something, NotFoundError when there is no such name.
   */
  async erase(erasure: Erasure) {
    const { ref } = erasure;
    if (!/^user:[^:/\s]+\/[^:/\s]+$/i.test(ref)) {
      throw new InputError(
        `body.ref: '${ref}' is not the ref of a person, such as user:default/ada`,
      );
    }
    const held = await this.#store.heldBy(ref);
    if (held.length > 0) {
      const places = held.map(
        ({ place, records, examples }) =>
          `${place} (${records}${
            examples.length > 0 ? `, such as ${examples.join(', ')}` : ''
          })`,
      );
      throw new ConflictError(
        `body.ref: ${ref} still is ${places.join(
          ', ',
        )}; hand over or empty these first`,
      );
    }
    return {
      records: await this.#store.erase(erasure),
      shownAs: ERASED_ACTOR,
    };
  }

  async #locate(idOrTag: string, access: AssetAccess): Promise<string> {
    const id = await this.#assets.locate(idOrTag, access);
    if (id === undefined) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    return id;
  }
}

/** The fields a caller may see the value of. */
function visible(fields: HistoryFields, rights: FieldRights): HistoryFields {
  const values = Object.fromEntries(
    [...fields].map(([field, to]) => [field, { to }]),
  );
  return new Map(
    Object.entries(hideChanges(values, rights)).flatMap(([field, { to }]) =>
      to === undefined ? [] : [[field, to]],
    ),
  );
}
