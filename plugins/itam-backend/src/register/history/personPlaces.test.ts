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

import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDirectory, rowsOf, sql } from '../../database';
import { holdingPlaces, namingPlaces } from './personPlaces';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Columns whose names sound of persons, and what they hold instead. */
const heldOtherwise: Record<string, string[]> = {
  'ids of actors': [
    'actors.erased_by',
    'asset_facts.given_by',
    'assets.created_by',
    'assets.updated_by',
    'documents.added_by',
    'holds.placed_by',
    'holds.release_asked_by',
    'holds.released_by',
    'legal_entities.created_by',
    'legal_entities.updated_by',
    'lifecycle_exceptions.reviewed_by',
    'locations.created_by',
    'locations.updated_by',
    'models.created_by',
    'models.updated_by',
    'planned_transitions.planned_by',
  ],
  'ids of sources': ['asset_fields.observed_by'],
  'a mirror of the catalog, which follows it': [
    'entity_index.ref',
    'entity_index.domain_ref',
    'entity_index.owner_ref',
    'entity_index.parent_ref',
    'entity_index.system_ref',
  ],
  'worked out anew from places that are looked at': ['asset_access.ref'],
  'entities that are no persons': [
    'assets.entity_ref',
    'assignments.service_ref',
    'cost_allocations.entity_ref',
    'cost_totals.entity_ref',
    'publications.attached_ref',
    'publications.entity_ref',
  ],
  'names of replicas and of consumers of the feed': [
    'bulk_runs.lease_owner',
    'publications.consumer',
    'runs.file_holder',
    'runs.lease_owner',
  ],
  days: ['lifecycle_exceptions.make_good_by'],
  'the names themselves': ['actors.ref'],
};

describe('the places a person can stand in', () => {
  it('are all known: every column that sounds of one is told what it holds', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: migrationsDirectory() });
    const columns = (
      await rowsOf<{ place: string }>(
        knex,
        sql`SELECT t.name || '.' || c.name AS place
            FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'knex%'`,
      )
    ).map(({ place }) => place);
    const listed = [...holdingPlaces, ...namingPlaces].map(
      ({ table, column }) => `${table}.${column}`,
    );
    expect(listed.filter(place => !columns.includes(place))).toEqual([]);
    const told = new Set([...listed, ...Object.values(heldOtherwise).flat()]);
    const untold = columns.filter(
      place =>
        /(\.|_)(ref|by|owner|custodian|consumer|holder|assignee|contacts)$/.test(
          place,
        ) && !told.has(place),
    );
    expect(untold).toEqual([]);
  });
});
