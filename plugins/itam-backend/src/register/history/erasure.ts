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

import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  allOf,
  containing,
  isPostgres,
  raw,
  rowsOf,
  Sql,
  sql,
  touchedBy,
} from '../../database';
import { loadActorIds } from '../sql/actors';
import { ERASED_ACTOR } from '../sql/assetRows';
import type { Erasure, HeldRecord } from './HistoryStore';
import {
  HoldingPlace,
  holdingPlaces,
  NamingPlace,
  namingPlaces,
} from './personPlaces';

const EXAMPLES = 3;
const TEXTS_AT_ONCE = 200;

/** Where somebody stands as a present fact. */
export async function heldBy(knex: Knex, ref: string): Promise<HeldRecord[]> {
  const held: HeldRecord[] = [];
  for (const place of holdingPlaces) {
    const records = await heldIn(knex, place, ref);
    if (records) {
      held.push(records);
    }
  }
  return held;
}

async function heldIn(
  knex: Knex,
  place: HoldingPlace,
  ref: string,
): Promise<HeldRecord | undefined> {
  const stands = allOf([
    place.within
      ? sql`CAST(${raw(place.column)} AS text) LIKE ${containing(
          `"${ref}"`,
        )} ESCAPE '\\'`
      : sql`${raw(place.column)} = ${ref}`,
    ...(place.where ? [place.where] : []),
  ]);
  const [{ count }] = await rowsOf<{ count: string | number }>(
    knex,
    sql`SELECT count(*) AS count FROM ${raw(place.table)} WHERE ${stands}`,
  );
  const records = Number(count);
  if (records === 0) {
    return undefined;
  }
  const tags = place.asset
    ? await rowsOf<{ tag: string }>(
        knex,
        sql`SELECT tag FROM assets WHERE id IN (
              SELECT ${raw(place.asset)} FROM ${raw(place.table)}
              WHERE ${stands}) ORDER BY tag LIMIT ${EXAMPLES}`,
      )
    : [];
  return { place: place.words, records, examples: tags.map(({ tag }) => tag) };
}

/**
 * Takes a name out of everything that is not chained: the actor keeps its id,
 * by which the history names it. Answers in how many records the name stood.
 *
 * @throws NotFoundError when it stood in none.
 */
export async function eraseName(
  transaction: Knex.Transaction,
  erasure: Erasure,
  now: string,
): Promise<number> {
  const { ref } = erasure;
  const [known] = await rowsOf<{ id: string }>(
    transaction,
    sql`SELECT id FROM actors WHERE ref = ${ref}`,
  );
  let records = known ? 1 : 0;
  const ids = await loadActorIds(transaction, [ref, erasure.actor], now);
  const standIn = standInOf(ids.get(ref) ?? '');
  for (const place of namingPlaces) {
    records += place.within
      ? await replaceWithin(transaction, place, ref)
      : await replaceWhole(transaction, place, ref, standIn);
  }
  if (records === 0) {
    throw new NotFoundError(
      `body.ref: the name ${ref} stands nowhere in the register`,
    );
  }
  await touchedBy(
    transaction,
    sql`UPDATE actors SET ref = NULL, erased_at = ${now},
          erased_by = ${ids.get(erasure.actor) ?? ''},
          erased_reason = ${erasure.reason.replace(wholeRef(ref), ERASED_ACTOR)}
        WHERE ref = ${ref}`,
  );
  return records;
}

/**
 * What stands in a column of refs in the place of a person: still a ref, and
 * still another one for each person, so that what two did can be told apart.
 */
function standInOf(actorId: string): string {
  return `user:default/${ERASED_ACTOR}-${actorId.slice(-12)}`;
}

function replaceWhole(
  transaction: Knex.Transaction,
  { table, column }: NamingPlace,
  ref: string,
  standIn: string,
): Promise<number> {
  return touchedBy(
    transaction,
    sql`UPDATE ${raw(table)} SET ${raw(column)} = ${standIn}
        WHERE ${raw(column)} = ${ref}`,
  );
}

async function replaceWithin(
  transaction: Knex.Transaction,
  { table, column, within }: NamingPlace,
  ref: string,
): Promise<number> {
  const text = sql`CAST(${raw(column)} AS text)`;
  let records = 0;
  let after: Sql = raw('1 = 1');
  for (let more = true; more; ) {
    const found = await rowsOf<{ text: string }>(
      transaction,
      sql`SELECT DISTINCT ${text} AS text FROM ${raw(table)}
          WHERE ${text} LIKE ${containing(ref)} ESCAPE '\\' AND ${after}
          ORDER BY 1 LIMIT ${TEXTS_AT_ONCE}`,
    );
    for (const { text: before } of found) {
      const replaced = before.replace(wholeRef(ref), ERASED_ACTOR);
      if (replaced !== before) {
        records += await touchedBy(
          transaction,
          sql`UPDATE ${raw(table)}
              SET ${raw(column)} = ${asColumn(transaction, replaced, within)}
              WHERE ${text} = ${before}`,
        );
      }
    }
    more = found.length === TEXTS_AT_ONCE;
    after = more ? sql`${text} > ${found[found.length - 1].text}` : after;
  }
  return records;
}

function asColumn(
  knex: Knex,
  text: string,
  within: NamingPlace['within'],
): Sql {
  return within === 'json' && isPostgres(knex)
    ? sql`CAST(${text} AS jsonb)`
    : sql`${text}`;
}

/** The ref, but not as the beginning or end of a longer one. */
function wholeRef(ref: string): RegExp {
  const literal = ref.replace(/[^\w]/g, character => `\\${character}`);
  return new RegExp(`(?<![\\w-])${literal}(?![\\w-]|\\.\\w)`, 'gi');
}
