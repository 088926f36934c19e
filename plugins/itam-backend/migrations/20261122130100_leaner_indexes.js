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

// @ts-check

/**
 * Columns that hold ids, refs and words of ours compare by bytes on PostgreSQL,
 * as they do on SQLite: a linguistic collation makes every index on them slow,
 * and keeps it from serving a join with a column that compares by bytes.
 */
const codes = {
  assets: [
    ...['id', 'type', 'category', 'status', 'stage', 'location_id'],
    ...['provider', 'account', 'custodian_ref', 'consumer_ref'],
    ...['entity_ref', 'source_id', 'created_by', 'updated_by', 'updated_at'],
  ],
  asset_keys: ['asset_id', 'key_type'],
  asset_relations: ['id', 'from_asset_id', 'type', 'to_asset_id'],
  asset_fields: ['asset_id', 'field'],
  actors: ['id', 'ref'],
  asset_history: ['id', 'asset_id', 'recorded_at', 'actor_id', 'run_id'],
  publications: [
    ...['consumer', 'asset_id', 'entity_ref', 'attached_ref', 'wanted_at'],
  ],
  asset_access: [
    ...['asset_id', 'reason', 'category', 'type', 'status', 'updated_at'],
  ],
  entity_index: ['kind', 'provider_id'],
  source_documents: ['source_id', 'last_run_id'],
  observations: [
    ...['id', 'source_id', 'unit', 'hash', 'asset_id', 'state'],
    ...['last_seen_run'],
  ],
};

/** Indexes that take a row only where there is something to find. */
const partial = [
  ['assets', 'assets_entity_idx', 'entity_ref'],
  ['publications', 'publications_entity_idx', 'entity_ref'],
  ['publications', 'publications_attached_idx', 'attached_ref'],
];

/** Names knex gave the constraint on both databases. */
const SEQUENCE = 'asset_history_sequence_unique';

/**
 * What a bulk pays for every row: indexes that hold nothing but nulls, that
 * another one covers, or that move with every reading.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await collate(knex, 'C');
  for (const [table, index, column] of partial) {
    await knex.raw('DROP INDEX ??', [index]);
    await knex.raw('CREATE INDEX ?? ON ?? (??) WHERE ?? IS NOT NULL', [
      ...[index, table, column, column],
    ]);
  }
  await knex.schema.alterTable('asset_history', table => {
    table.dropUnique(['sequence'], SEQUENCE);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX asset_history_sequence_idx ON asset_history (sequence) WHERE sequence IS NOT NULL',
  );
  // a strong key is found by asset_keys_strong_idx
  await knex.raw('DROP INDEX asset_keys_value_idx');
  await knex.raw(
    'CREATE INDEX asset_keys_weak_idx ON asset_keys (key_type, key_value) WHERE NOT strong',
  );
  // whether an asset concerns somebody is read from the index alone
  await knex.raw('DROP INDEX asset_access_asset_idx');
  await accessKey(knex, ['asset_id', 'ref', 'reason']);
  // what one person may see is filtered in the index alone
  await knex.raw('DROP INDEX asset_access_name_idx');
  await knex.raw(
    isPostgres(knex)
      ? 'CREATE INDEX asset_access_name_idx ON asset_access (ref, reason, name_sort, asset_id) INCLUDE (category, type, status)'
      : 'CREATE INDEX asset_access_name_idx ON asset_access (ref, reason, name_sort, asset_id, category, type, status)',
  );
  // without last_seen_run, which every reading changes in every row
  await knex.raw('DROP INDEX observations_scope_idx');
  await knex.raw(
    'CREATE INDEX observations_scope_idx ON observations (source_id, scope)',
  );
  if (isPostgres(knex)) {
    // room for the sighting of the next reading beside the last one
    await knex.raw('ALTER TABLE observations SET (fillfactor = 80)');
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('ALTER TABLE observations RESET (fillfactor)');
  }
  await knex.raw('DROP INDEX observations_scope_idx');
  await knex.raw(
    'CREATE INDEX observations_scope_idx ON observations (source_id, scope, last_seen_run)',
  );
  await knex.raw('DROP INDEX asset_access_name_idx');
  await accessKey(knex, ['ref', 'asset_id', 'reason']);
  await knex.raw(
    'CREATE INDEX asset_access_name_idx ON asset_access (ref, reason, name_sort, asset_id)',
  );
  await knex.raw(
    'CREATE INDEX asset_access_asset_idx ON asset_access (asset_id)',
  );
  await knex.raw('DROP INDEX asset_keys_weak_idx');
  await knex.raw(
    'CREATE INDEX asset_keys_value_idx ON asset_keys (key_type, key_value)',
  );
  await knex.raw('DROP INDEX asset_history_sequence_idx');
  await knex.schema.alterTable('asset_history', table => {
    table.unique(['sequence'], { indexName: SEQUENCE });
  });
  for (const [table, index, column] of partial) {
    await knex.raw('DROP INDEX ??', [index]);
    await knex.raw('CREATE INDEX ?? ON ?? (??)', [index, table, column]);
  }
  await collate(knex, 'default');
};

/**
 * Gives `asset_access` another order of its key. SQLite cannot change the key of
 * a table, which is made anew.
 *
 * @param {import('knex').Knex} knex
 * @param {string[]} columns
 */
async function accessKey(knex, columns) {
  await knex.schema.alterTable('asset_access', table => {
    table.dropPrimary('asset_access_pkey');
  });
  await knex.schema.alterTable('asset_access', table => {
    table.primary(columns, { constraintName: 'asset_access_pkey' });
  });
}

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * @param {import('knex').Knex} knex
 * @param {'C' | 'default'} collation
 */
async function collate(knex, collation) {
  if (!isPostgres(knex)) {
    return;
  }
  for (const [table, columns] of Object.entries(codes)) {
    const lengths = await knex('information_schema.columns')
      .whereRaw('table_schema = current_schema()')
      .where({ table_name: table })
      .whereIn('column_name', columns)
      .select('column_name', 'character_maximum_length');
    const changes = lengths.map(
      row =>
        `ALTER COLUMN ${row.column_name} TYPE varchar(${row.character_maximum_length}) COLLATE "${collation}"`,
    );
    if (changes.length > 0) {
      await knex.raw(`ALTER TABLE ${table} ${changes.join(', ')}`);
    }
  }
}
