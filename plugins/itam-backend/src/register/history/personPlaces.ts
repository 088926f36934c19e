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

import { raw, Sql, sql } from '../../database';

/** A place a person stands in as a present fact: the fact has to end first. */
export interface HoldingPlace {
  /** In words, after "still". */
  words: string;
  table: string;
  column: string;
  /** Which rows are present; all, if there is none. */
  where?: Sql;
  /** The column with the id of the asset, if the rows are about assets. */
  asset?: string;
  /** The ref stands somewhere in the text of the column, which is JSON. */
  within?: true;
}

/** Where a person stands as a present fact. */
export const holdingPlaces: HoldingPlace[] = [
  {
    words: 'owner of assets',
    table: 'assets',
    column: 'owner_ref',
    asset: 'id',
  },
  {
    words: 'custodian of assets',
    table: 'assets',
    column: 'custodian_ref',
    asset: 'id',
  },
  {
    words: 'consumer of assets',
    table: 'assets',
    column: 'consumer_ref',
    asset: 'id',
  },
  {
    words: 'named in technical facts of assets',
    table: 'assets',
    column: 'attributes',
    asset: 'id',
    within: true,
  },
  {
    words: 'named in other facts of assets',
    table: 'assets',
    column: 'standard',
    asset: 'id',
    within: true,
  },
  {
    words: 'named in relations of assets',
    table: 'asset_relations',
    column: 'to_entity_ref',
    asset: 'from_asset_id',
  },
  {
    words: 'assigned to assets',
    table: 'assignments',
    column: 'holder_ref',
    where: raw('effective_to IS NULL'),
    asset: 'asset_id',
  },
  {
    words: 'receiver of transfers',
    table: 'transfers',
    column: 'to_owner',
    where: sql`state = 'open'`,
    asset: 'asset_id',
  },
  {
    words: 'asked for open facts',
    table: 'open_facts',
    column: 'assignee_ref',
    where: sql`state = 'open'`,
    asset: 'asset_id',
  },
  { words: 'keeper of locations', table: 'locations', column: 'keeper_ref' },
];

/** A place the name of a person stands in, and can be replaced. */
export interface NamingPlace {
  table: string;
  column: string;
  /** The ref stands somewhere in the text, which is JSON or a sentence. */
  within?: 'json' | 'text';
}

function columnsOf(
  table: string,
  columns: string[],
  within?: NamingPlace['within'],
): NamingPlace[] {
  return columns.map(column => ({ table, column, within }));
}

/**
 * Where the name of a person can stand besides `actors`. Whoever adds a column
 * that holds a ref of a person adds it here, unless it holds the id of an
 * actor: a test goes through the schema.
 */
export const namingPlaces: NamingPlace[] = [
  ...columnsOf('assets', ['last_verified_by']),
  // where the history names a person in a text, so does the asset
  ...columnsOf('assets', ['name', 'name_sort', 'description'], 'text'),
  ...columnsOf('assets', ['labels', 'attributes', 'standard'], 'json'),
  ...columnsOf('asset_fields', ['observed'], 'json'),
  ...columnsOf('asset_fields', ['observed_reason'], 'text'),
  ...columnsOf('asset_facts', ['value'], 'json'),
  ...columnsOf('asset_transitions', ['facts', 'effects'], 'json'),
  ...columnsOf('asset_transitions', ['reason'], 'text'),
  ...columnsOf('planned_transitions', ['request'], 'json'),
  ...columnsOf('open_facts', ['assignee_ref']),
  ...columnsOf('assignments', ['holder_ref', 'recorded_by']),
  ...columnsOf('assignments', ['end_recorded_by', 'accepted_by']),
  ...columnsOf('transfers', ['from_owner', 'to_owner', 'to_custodian']),
  ...columnsOf('transfers', ['asked_by', 'answered_by']),
  ...columnsOf('discrepancies', ['opened_by', 'closed_by']),
  ...columnsOf('discrepancies', ['registered', 'observed'], 'text'),
  ...columnsOf('locations', ['contacts'], 'json'),
  ...columnsOf('record_history', ['changes', 'reason'], 'text'),
  ...columnsOf('cost_allocations', ['owner_ref']),
  ...columnsOf('cost_totals', ['owner_ref']),
  ...columnsOf('asset_counts', ['owner_ref']),
  ...columnsOf('saved_views', ['owner_ref', 'updated_by']),
  ...columnsOf('saved_views', ['content'], 'json'),
  ...columnsOf('fx_rates', ['updated_by']),
  ...columnsOf('runs', ['requested_by']),
  ...columnsOf('bulk_runs', ['requested_by']),
  ...columnsOf('import_mappings', ['updated_by']),
];
