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
  ChainHead,
  HistoryProblem,
  HistoryVerification,
  VerificationCounts,
  VerificationQuery,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { decodeCursor, encodeCursor, isPostgres } from '../../database';
import { AssetSweep } from './AssetSweep';
import { ChainWalk } from './ChainWalk';

/** After so many a call ends, and the next one goes on. */
const MANY_PROBLEMS = 1_000;

/** What a step went through, and where the next one begins. */
export interface VerificationStep extends Partial<VerificationCounts> {
  problems: HistoryProblem[];
  head?: ChainHead;
  /** None: this part of the work is done. */
  next?: Place;
}

/** Where a verification has got to. */
export type Place =
  | { part: 'blocks'; number: number }
  | { part: 'unsealed'; recordedAt: string; id: string }
  | { part: 'assets'; id: string };

/**
 * Works the history out again: the chain block by block, the lines it does not
 * hold yet, and every asset against its lines. Each step reads one snapshot of
 * a bounded part, so that it can go on for hours beside the writers.
 */
export class HistoryVerifier {
  readonly #knex: Knex;
  readonly #chain: ChainWalk;
  readonly #assets: AssetSweep;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
    this.#chain = new ChainWalk();
    this.#assets = new AssetSweep();
  }

  /**
   * Takes as many steps as asked for.
   *
   * @param known - the end of the chain as it was seen before, if it was
   * @throws InputError on a cursor that is not one of ours.
   */
  async verify(
    query: VerificationQuery,
    known?: ChainHead,
  ): Promise<HistoryVerification> {
    const partly = query.from !== undefined || query.to !== undefined;
    const found = {
      ...{ verified: 0, unsealed: 0, blocks: 0, assets: 0 },
      problems: new Array<HistoryProblem>(),
    };
    let head: ChainHead | undefined;
    let place: Place | undefined = query.cursor
      ? placeOf(query.cursor)
      : { part: 'blocks', number: query.from ?? 1 };
    for (
      let step = 0;
      place && step < query.limit && found.problems.length < MANY_PROBLEMS;
      step++
    ) {
      const done: VerificationStep = await this.#step(place, query, known);
      found.verified += done.verified ?? 0;
      found.unsealed += done.unsealed ?? 0;
      found.blocks += done.blocks ?? 0;
      found.assets += done.assets ?? 0;
      found.problems.push(...done.problems);
      head = done.head ?? head;
      place = done.next ?? (partly ? undefined : partAfter(place));
    }
    return {
      ...found,
      problems: await this.#assets.withTags(this.#knex, found.problems),
      head,
      complete: place === undefined,
      nextCursor: place && cursorOf(place),
    };
  }

  #step(
    place: Place,
    query: VerificationQuery,
    known?: ChainHead,
  ): Promise<VerificationStep> {
    return this.#snapshot(snapshot => {
      switch (place.part) {
        case 'blocks':
          return this.#chain.nextBlock(snapshot, {
            from: place.number,
            to: query.to,
            known,
          });
        case 'unsealed':
          return this.#chain.unsealed(snapshot, place);
        default:
          return this.#assets.next(snapshot, place.id);
      }
    });
  }

  /** What is read in one step fits together, whoever writes meanwhile. */
  #snapshot<T>(read: (snapshot: Knex.Transaction) => Promise<T>): Promise<T> {
    return isPostgres(this.#knex)
      ? this.#knex.transaction(read, {
          isolationLevel: 'repeatable read',
          readOnly: true,
        })
      : this.#knex.transaction(read);
  }
}

function partAfter({ part }: Place): Place | undefined {
  switch (part) {
    case 'blocks':
      return { part: 'unsealed', recordedAt: '', id: '' };
    case 'unsealed':
      return { part: 'assets', id: '' };
    default:
      return undefined;
  }
}

function cursorOf(place: Place): string {
  switch (place.part) {
    case 'blocks':
      return encodeCursor([place.part, String(place.number), '']);
    case 'unsealed':
      return encodeCursor([place.part, place.recordedAt, place.id]);
    default:
      return encodeCursor([place.part, place.id, '']);
  }
}

function placeOf(cursor: string): Place {
  const [part, first, second] = decodeCursor(cursor, 3).map(String);
  switch (part) {
    case 'blocks':
      if (/^\d{1,12}$/.test(first)) {
        return { part, number: Number(first) };
      }
      break;
    case 'unsealed':
      return { part, recordedAt: first, id: second };
    case 'assets':
      return { part, id: first };
    default:
  }
  throw new InputError(
    'query.cursor: not a cursor of a verification; use the nextCursor of the call before, or leave it out',
  );
}
