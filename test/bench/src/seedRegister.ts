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

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { clearOthers, connect, Place } from './places';
import { withoutIndexes } from './withoutIndexes';
import { recount } from './registerStore';

const migrations = resolvePackagePath(
  '@itam/plugin-itam-backend',
  'migrations',
);

/** Teams and services of the seeded portal. */
export const TEAMS = 200;
/** @see TEAMS */
export const SERVICES = 2_000;

const tables = ['assets', 'asset_keys', 'asset_relations', 'asset_access'];

/** Of a hundred assets, how many are of each type. */
const types: Array<[share: number, type: string, category: string]> = [
  [30, 'virtual-machine', 'cloud'],
  [14, 'object-storage', 'cloud'],
  [10, 'cloud-database', 'cloud'],
  [6, 'serverless-function', 'cloud'],
  [12, 'laptop', 'hardware'],
  [5, 'server', 'hardware'],
  [8, 'repository', 'code'],
  [6, 'software-installation', 'software'],
  [5, 'software-licence', 'licence'],
  [4, 'dataset', 'data'],
];

/**
 * The place of a register of so many assets, filled unless it was before. It is
 * kept between runs, and made anew when a migration or the seed changes.
 */
export async function seededRegister(
  place: Place,
  options: { size: number; say: (text: string) => void },
): Promise<Place> {
  const { size, say } = options;
  const kept = { ...place, name: `register_${size}_${stamp()}` };
  await clearOthers(kept, 'register_');
  const knex = connect(kept, 'itam');
  try {
    if (await isSeeded(knex)) {
      return kept;
    }
    say(`making a register of ${size} assets, once`);
    await knex.migrate.latest({ directory: migrations });
    await withoutIndexes(knex, tables, () => seed(knex, size));
    await knex.raw(isPostgres(knex) ? 'VACUUM ANALYZE' : 'ANALYZE');
    await knex('settings').insert({
      key: 'bench.seeded',
      value: String(size),
      updated_at: new Date().toISOString(),
    });
    return kept;
  } finally {
    await knex.destroy();
  }
}

function stamp(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) {
    hash.update(readFileSync(join(migrations, file)));
  }
  return hash.update(readFileSync(__filename)).digest('hex').slice(0, 8);
}

async function isSeeded(knex: Knex): Promise<boolean> {
  return (
    (await knex.schema.hasTable('settings')) &&
    (await knex('settings').where({ key: 'bench.seeded' }).first()) !==
      undefined
  );
}

async function seed(knex: Knex, size: number): Promise<void> {
  const now = '2026-01-01T00:00:00.000Z';
  const n = isPostgres(knex)
    ? `generate_series(0::bigint, ${size - 1}) AS numbers(n)`
    : `(WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL
         SELECT n + 1 FROM numbers WHERE n < ${size - 1})
        SELECT n FROM numbers) AS numbers`;
  const hex = (value: string) =>
    isPostgres(knex)
      ? `lpad(to_hex(${value}), 12, '0')`
      : `printf('%012x', ${value})`;
  const padded = (value: string) =>
    isPostgres(knex)
      ? `lpad((${value})::text, 7, '0')`
      : `printf('%07d', ${value})`;
  const oneOf = (values: string[], index: string) =>
    `CASE (${index}) % ${values.length} ${values
      .map((value, position) => `WHEN ${position} THEN '${value}'`)
      .join(' ')} END`;
  // spreads neighbours over types, teams and names
  const spread = `((n * 7919) % ${size})`;
  let upTo = 0;
  const typeCases = types.map(([share, type, category]) => {
    upTo += share;
    return { below: upTo, type, category };
  });
  const byType = (field: 'type' | 'category') =>
    `CASE ${typeCases
      .map(item => `WHEN ${spread} % 100 < ${item.below} THEN '${item[field]}'`)
      .join(' ')} END`;
  const team = `'group:default/team-' || (${spread} / 100 % ${TEAMS})`;
  const service = `'component:default/service-' || (${spread} / 7 % ${SERVICES})`;
  const at = `'2025-' || ${oneOf(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'],
    `${spread} / 11`,
  )} || '-1' || (${spread} % 10) || 'T0' || (n % 10) || ':00:00.000Z'`;

  for (let index = 0; index < TEAMS; index++) {
    await knex('entity_index').insert({
      ref: `group:default/team-${index}`,
      kind: 'group',
      updated_at: now,
    });
  }
  for (let index = 0; index < SERVICES; index++) {
    await knex('entity_index').insert({
      ref: `component:default/service-${index}`,
      kind: 'component',
      owner_ref: `group:default/team-${index % TEAMS}`,
      updated_at: now,
    });
  }
  await knex('actors').insert({
    id: 'a',
    ref: 'source:estate',
    created_at: now,
  });
  await knex.raw(`INSERT INTO assets (id, tag, type, category, name, name_sort,
      status, stage, owner_ref, environment, provider, account, region,
      attributes, labels, source_id, version, created_at, created_by,
      updated_at, updated_by)
    SELECT '01930000-0000-7000-8000-' || ${hex('n')},
      'asset-' || ${padded('n')}, ${byType('type')}, ${byType('category')},
      'Thing-' || ${padded(spread)}, 'thing-' || ${padded(spread)},
      ${oneOf(['in-use', 'in-use', 'unclaimed', 'stopped'], `${spread} / 13`)},
      'use', CASE WHEN n % 10 = 0 THEN '' ELSE ${team} END,
      ${oneOf(['production', 'staging', 'development', ''], `${spread} / 17`)},
      'aws', '1000000000' || (n % 25), 'eu-central-1',
      '{"encrypted": true}', '{"team": "x"}', 'estate', 1,
      ${at}, 'a', ${at}, 'a'
    FROM ${n}`);
  await knex.raw(`INSERT INTO asset_keys (asset_id, key_type, key_value, strong)
    SELECT id, 'provider-id', 'arn:aws:x:' || tag, true FROM assets`);
  await knex.raw(`INSERT INTO asset_relations
      (id, from_asset_id, type, to_entity_ref, origin, since)
    SELECT '01930000-0000-7000-9000-' || ${hex('n')},
      '01930000-0000-7000-8000-' || ${hex('n')}, 'supports', ${service},
      'source:estate', '${now}'
    FROM ${n} WHERE n % 10 < 6`);
  await knex.raw(`INSERT INTO asset_access
      (ref, asset_id, reason, category, type, status, name_sort, updated_at)
    SELECT a.owner_ref, a.id, 'owner', a.category, a.type, a.status,
      a.name_sort, a.updated_at
    FROM assets a WHERE a.owner_ref <> ''
    UNION ALL
    SELECT e.owner_ref, a.id, 'supports', a.category, a.type, a.status,
      a.name_sort, a.updated_at
    FROM assets a JOIN asset_relations r ON r.from_asset_id = a.id
      JOIN entity_index e ON e.ref = r.to_entity_ref`);
  await recount(knex);
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
