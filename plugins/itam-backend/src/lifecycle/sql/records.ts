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

import type { Knex } from 'knex';
import {
  fromJson,
  isOneOf,
  isPostgres,
  raw,
  rowsOf,
  sql,
} from '../../database';
import { ERASED_ACTOR } from '../../register/sql/assetRows';
import type { LifecycleRecord, Surroundings } from '../LifecycleStore';

/** What is on the record of these assets: four statements, however many. */
export async function loadRecords(
  knex: Knex,
  ids: string[],
): Promise<Map<string, LifecycleRecord>> {
  const records = new Map(ids.map(id => [id, emptyRecord()]));
  if (ids.length === 0) {
    return records;
  }
  const ofThese = isOneOf(knex, 'f.asset_id', ids);
  const facts = await rowsOf<{
    asset_id: string;
    fact: string;
    value: unknown;
    given_at: string;
    given_by: string | null;
  }>(
    knex,
    // as text, because the drivers do not tell a JSON string from its text
    sql`SELECT f.asset_id, f.fact, ${raw(
      isPostgres(knex) ? 'CAST(f.value AS text)' : 'f.value',
    )} AS value, f.given_at, c.ref AS given_by
        FROM asset_facts f LEFT JOIN actors c ON c.id = f.given_by
        WHERE ${ofThese}`,
  );
  for (const row of facts) {
    records.get(row.asset_id)?.facts.set(row.fact, {
      fact: row.fact,
      value: fromJson(String(row.value)),
      givenAt: row.given_at,
      givenBy: row.given_by ?? ERASED_ACTOR,
    });
  }
  const documents = await rowsOf<{ asset_id: string; doc: string }>(
    knex,
    sql`SELECT DISTINCT f.asset_id, f.doc FROM documents f WHERE ${ofThese}`,
  );
  documents.forEach(row => records.get(row.asset_id)?.evidence.add(row.doc));
  const actors = await rowsOf<{
    asset_id: string;
    transition: string;
    ref: string | null;
  }>(
    knex,
    // rides on asset_transitions_asset_idx
    sql`SELECT f.asset_id, f.transition, c.ref FROM asset_transitions f
        LEFT JOIN actors c ON c.id = f.actor_id
        WHERE ${ofThese} ORDER BY f.version`,
  );
  for (const { asset_id: id, transition, ref } of actors) {
    records.get(id)?.lastActors.set(transition, ref ?? ERASED_ACTOR);
  }
  const holds = await rowsOf<{ asset_id: string; matter: string }>(
    knex,
    sql`SELECT f.asset_id, f.matter FROM holds f
        WHERE f.released_at IS NULL AND ${ofThese} ORDER BY f.id`,
  );
  holds.forEach(row => records.get(row.asset_id)?.holds.push(row.matter));
  return records;
}

/** The record of something that is not there yet. */
export function emptyRecord(): LifecycleRecord {
  return {
    facts: new Map(),
    evidence: new Set(),
    lastActors: new Map(),
    holds: [],
  };
}

/** What guards ask about these assets. */
export async function loadSurroundings(
  knex: Knex,
  ids: string[],
): Promise<Map<string, Surroundings>> {
  const found = new Map(ids.map(id => [id, noSurroundings()]));
  if (ids.length === 0) {
    return found;
  }
  const relations = await rowsOf<{
    asset_id: string;
    tag: string;
    name: string;
    type: string;
    category: string;
    stage: string;
    licensed: string | number;
  }>(
    knex,
    // rides on asset_relations_to_idx
    sql`SELECT r.to_asset_id AS asset_id, a.tag, a.name, r.type, a.category,
               a.stage,
               (SELECT count(*) FROM asset_relations l
                WHERE l.from_asset_id = a.id AND l.type = 'licensed-by')
                 AS licensed
        FROM asset_relations r JOIN assets a ON a.id = r.from_asset_id
        WHERE ${isOneOf(knex, 'r.to_asset_id', ids)}
          AND r.type IN ('runs-on', 'installed-on', 'part-of', 'depends-on')
          AND a.stage IN ('assign', 'use')
        ORDER BY a.tag`,
  );
  for (const row of relations) {
    const around = found.get(row.asset_id);
    const what = `${row.tag} ${row.name}`;
    around?.dependants.push(what);
    if (
      row.type === 'installed-on' &&
      row.category === 'software' &&
      Number(row.licensed) === 0
    ) {
      around?.uncovered.push(what);
    }
  }
  const licensees = await rowsOf<{ asset_id: string; tag: string }>(
    knex,
    sql`SELECT r.to_asset_id AS asset_id, a.tag FROM asset_relations r
        JOIN assets a ON a.id = r.from_asset_id
        WHERE ${isOneOf(knex, 'r.to_asset_id', ids)}
          AND r.type = 'licensed-by' AND a.stage <> 'dispose'
        ORDER BY a.tag`,
  );
  licensees.forEach(row => found.get(row.asset_id)?.licensees.push(row.tag));
  const covers = await rowsOf<{ asset_id: string }>(
    knex,
    sql`SELECT DISTINCT from_asset_id AS asset_id FROM asset_relations
        WHERE type = 'covered-by' AND ${isOneOf(knex, 'from_asset_id', ids)}`,
  );
  covers.forEach(({ asset_id: id }) => mark(found, id, { covered: true }));
  const stocks = await rowsOf<{ asset_id: string; free: string | number }>(
    knex,
    // rides on assets_model_idx
    sql`SELECT a.id AS asset_id, count(*) AS free FROM assets a
        JOIN assets o ON o.model_id = a.model_id AND o.status = 'in-stock'
         AND o.id <> a.id
        WHERE ${isOneOf(knex, 'a.id', ids)} AND a.model_id IS NOT NULL
        GROUP BY a.id`,
  );
  stocks.forEach(({ asset_id: id, free }) =>
    mark(found, id, { inStock: Number(free) }),
  );
  return found;
}

/** The surroundings of something that is not there yet. */
export function noSurroundings(): Surroundings {
  return {
    dependants: [],
    uncovered: [],
    covered: false,
    licensees: [],
    inStock: 0,
  };
}

function mark(
  found: Map<string, Surroundings>,
  id: string,
  known: Partial<Surroundings>,
): void {
  const around = found.get(id);
  if (around) {
    Object.assign(around, known);
  }
}
