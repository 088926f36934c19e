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
 * The register: assets with their keys, relations, provenance and history, who
 * may see them, what consumers have yet to see, and what we need to know of the
 * catalog in SQL.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const json = knex.client.config.client === 'pg' ? 'jsonb' : 'text';
  const binary =
    knex.client.config.client === 'pg' ? 'text COLLATE "C"' : 'text';

  await knex.schema.createTable('assets', table => {
    table.comment(
      'Everything of financial value that can contribute to a service',
    );
    table.string('id', 36).primary().comment('uuid v7');
    table.specificType('tag', binary).notNullable().unique();
    table.string('type', 100).notNullable();
    table.string('category', 20).notNullable();
    table.string('name', 500).notNullable();
    table
      .specificType('name_sort', binary)
      .notNullable()
      .comment('lower-cased name');
    table.text('description');
    table.string('status', 64).notNullable();
    table.string('stage', 20).notNullable();
    table
      .specificType('owner_ref', binary)
      .notNullable()
      .defaultTo('')
      .comment('empty: nobody');
    table.string('legal_entity', 255);
    table.string('ownership', 32);
    table.string('custodian_ref', 255);
    table.string('consumer_ref', 255);
    table.string('location_id', 64);
    table.specificType('environment', binary).notNullable().defaultTo('');
    table.string('hosting', 32);
    table.integer('criticality');
    table.string('manufacturer', 200);
    table.string('model', 200);
    table.string('serial', 200);
    table.string('provider', 64);
    table.string('account', 200);
    table.string('region', 100);
    table.string('entity_ref', 255);
    table.specificType('attributes', json).notNullable();
    table.specificType('labels', json).notNullable();
    table.string('source_id', 200).comment('the source that registered it');
    table.boolean('disputed').notNullable().defaultTo(false);
    table.integer('version').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('created_by', 64).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 64).notNullable();
    table.string('last_verified_at', 24);
    table.string('last_verified_by', 64);
    table.index(['name_sort', 'id'], 'assets_name_idx');
    table.index(['category', 'name_sort', 'id'], 'assets_category_name_idx');
    table.index(['type', 'name_sort', 'id'], 'assets_type_name_idx');
    table.index(['status', 'name_sort', 'id'], 'assets_status_name_idx');
    table.index(['owner_ref', 'name_sort', 'id'], 'assets_owner_name_idx');
    table.index(
      ['environment', 'name_sort', 'id'],
      'assets_environment_name_idx',
    );
    table.index(['updated_at', 'id'], 'assets_updated_idx');
    table.index(['entity_ref'], 'assets_entity_idx');
    table.index(['source_id'], 'assets_source_idx');
  });

  await knex.schema.createTable('asset_keys', table => {
    table.comment('What makes two records the same thing');
    table
      .string('asset_id', 36)
      .notNullable()
      .references('id')
      .inTable('assets');
    table.string('key_type', 64).notNullable();
    table.specificType('key_value', binary).notNullable().comment('normalised');
    table.boolean('strong').notNullable().comment('decides alone');
    table.primary(['asset_id', 'key_type', 'key_value']);
    table.index(['key_type', 'key_value'], 'asset_keys_value_idx');
  });
  await knex.raw(
    'CREATE UNIQUE INDEX asset_keys_strong_idx ON asset_keys (key_type, key_value) WHERE strong',
  );

  await knex.schema.createTable('asset_relations', table => {
    table.comment('Relations of an asset, to an asset or to a catalog entity');
    table.string('id', 36).primary();
    table
      .string('from_asset_id', 36)
      .notNullable()
      .references('id')
      .inTable('assets');
    table.string('type', 32).notNullable();
    table.string('to_asset_id', 36).references('id').inTable('assets');
    table.specificType('to_entity_ref', binary);
    table.string('origin', 220).notNullable().comment('person, or source:<id>');
    table.string('since', 24).notNullable();
    table.index(['from_asset_id', 'type'], 'asset_relations_from_idx');
    table.index(['to_asset_id', 'type'], 'asset_relations_to_idx');
    table.index(
      ['to_entity_ref', 'type', 'from_asset_id'],
      'asset_relations_entity_idx',
    );
  });

  await knex.schema.createTable('asset_fields', table => {
    table.comment(
      'Provenance of values that do not simply follow the source of the asset: set by a person, by another source, locked, or contradicted',
    );
    table
      .string('asset_id', 36)
      .notNullable()
      .references('id')
      .inTable('assets');
    table.string('field', 120).notNullable();
    table.string('origin', 220).notNullable().comment('person, or source:<id>');
    table.string('since', 24).notNullable();
    table.boolean('locked').notNullable().defaultTo(false);
    table
      .specificType('observed', json)
      .comment('the value a source reports instead, JSON');
    table.string('observed_by', 200);
    table.text('observed_reason');
    table.primary(['asset_id', 'field']);
  });

  await knex.schema.createTable('actors', table => {
    table.comment(
      'Names behind the ids in the history; a name can be erased, the chain stays valid',
    );
    table.string('id', 36).primary();
    table
      .string('ref', 255)
      .unique()
      .comment('user or service ref, source:<id>; null once erased');
    table.string('created_at', 24).notNullable();
  });

  await knex.schema.createTable('asset_history', table => {
    table.comment('Every change of every asset; append-only');
    table.string('id', 36).primary();
    table.string('asset_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('effective_at', 24).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.string('actor_id', 36).notNullable();
    table.string('action', 20).notNullable();
    table.text('reason');
    table
      .specificType('changes', 'text')
      .notNullable()
      .comment('JSON, as hashed');
    table.string('run_id', 36);
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of the canonical JSON (RFC 8785)');
    table.bigInteger('sequence').unique().comment('given by the sealer');
    table.unique(['asset_id', 'version']);
  });
  await knex.raw(
    'CREATE INDEX asset_history_unsealed_idx ON asset_history (recorded_at, id) WHERE sequence IS NULL',
  );

  await knex.schema.createTable('history_blocks', table => {
    table.comment(
      'The chain over the history: each block holds the hash of the one before',
    );
    table.bigInteger('number').primary();
    table.bigInteger('first_sequence').notNullable();
    table.bigInteger('last_sequence').notNullable();
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.string('sealed_at', 24).notNullable();
  });

  await knex.schema.createTable('publications', table => {
    table.comment(
      'What each consumer wants to see, and has seen, of each asset',
    );
    table.string('consumer', 64).notNullable();
    table.string('asset_id', 36).notNullable();
    table.integer('wanted_version').notNullable();
    table.integer('acked_version').notNullable().defaultTo(0);
    table.boolean('tombstone').notNullable().defaultTo(false);
    table.string('entity_ref', 255).comment('what it became at the consumer');
    table
      .string('attached_ref', 255)
      .comment(
        "another provider's entity that stands for the asset: nothing is published",
      );
    table.string('cause', 10).comment('of a tombstone: asset or rule');
    table.text('error');
    table.string('retry_at', 24);
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('wanted_at', 24).notNullable();
    table.primary(['consumer', 'asset_id']);
    table.index(['entity_ref'], 'publications_entity_idx');
    table.index(['attached_ref'], 'publications_attached_idx');
  });
  await knex.raw(
    'CREATE INDEX publications_pending_idx ON publications (consumer, wanted_at, asset_id) WHERE wanted_version > acked_version',
  );

  await knex.schema.createTable('asset_access', table => {
    table.comment(
      'Who an asset concerns, with the columns a permitted list sorts and filters by',
    );
    table.specificType('ref', binary).notNullable();
    table
      .string('asset_id', 36)
      .notNullable()
      .references('id')
      .inTable('assets');
    table
      .string('reason', 20)
      .notNullable()
      .comment('owner, custodian, consumer, supports');
    table.string('category', 20).notNullable();
    table.string('type', 100).notNullable();
    table.string('status', 64).notNullable();
    table.specificType('name_sort', binary).notNullable();
    table.string('updated_at', 24).notNullable();
    table.primary(['ref', 'asset_id', 'reason']);
    table.index(
      ['ref', 'reason', 'name_sort', 'asset_id'],
      'asset_access_name_idx',
    );
    table.index(
      ['ref', 'reason', 'updated_at', 'asset_id'],
      'asset_access_updated_idx',
    );
    table.index(['asset_id'], 'asset_access_asset_idx');
  });

  await knex.schema.createTable('entity_index', table => {
    table.comment('What we need to know of the catalog in SQL');
    table.specificType('ref', binary).primary();
    table.string('kind', 63).notNullable();
    table.string('title', 255);
    table.specificType('owner_ref', binary).notNullable().defaultTo('');
    table.specificType('system_ref', binary).notNullable().defaultTo('');
    table.specificType('domain_ref', binary).notNullable().defaultTo('');
    table
      .specificType('parent_ref', binary)
      .notNullable()
      .defaultTo('')
      .comment('parent group');
    table
      .string('provider_id', 1000)
      .comment('of a Resource somebody else publishes');
    table.boolean('present').notNullable().defaultTo(true);
    table
      .boolean('owner_changed')
      .notNullable()
      .defaultTo(false)
      .comment('asset_access is yet to follow');
    table.string('updated_at', 24).notNullable();
    table.index(['owner_ref'], 'entity_index_owner_idx');
    table.index(['system_ref'], 'entity_index_system_idx');
    table.index(['domain_ref'], 'entity_index_domain_idx');
    table.index(['parent_ref'], 'entity_index_parent_idx');
  });
  await knex.raw(
    'CREATE INDEX entity_index_provider_idx ON entity_index (provider_id) WHERE provider_id IS NOT NULL',
  );

  await knex.schema.createTable('settings', table => {
    table.comment(
      'What a replica must remember: fingerprints of rules applied, cursors of tasks',
    );
    table.string('key', 100).primary();
    table.text('value').notNullable();
    table.string('updated_at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'settings',
    'entity_index',
    'asset_access',
    'publications',
    'history_blocks',
    'asset_history',
    'actors',
    'asset_fields',
    'asset_relations',
    'asset_keys',
    'assets',
  ]) {
    await knex.schema.dropTable(table);
  }
};
