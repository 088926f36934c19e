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

/** What every shared record has. */
const kinds = ['locations', 'legal_entities', 'models'];

/**
 * The records assets share: locations, legal entities and the model catalogue,
 * with their history; and the versions of lifecycle models that were in use.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const json = pg ? 'jsonb' : 'text';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  // words of ours compare by bytes, as on SQLite
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  const record = (
    /** @type {import('knex').Knex.CreateTableBuilder} */ table,
  ) => {
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table.specificType('code', code(64)).notNullable();
    table.string('name', 200).notNullable();
    table
      .specificType('name_sort', binary)
      .notNullable()
      .comment('lower-cased name');
    table
      .specificType('search_text', binary)
      .notNullable()
      .comment('what is searched, lower-cased');
    table
      .boolean('configured')
      .notNullable()
      .comment('comes from itam.records and is changed there');
    table.specificType('retired_at', code(24));
    table.integer('version').notNullable();
    table.specificType('created_at', code(24)).notNullable();
    table.specificType('created_by', code(36)).notNullable();
    table.specificType('updated_at', code(24)).notNullable();
    table.specificType('updated_by', code(36)).notNullable();
  };

  await knex.schema.createTable('locations', table => {
    table.comment('Where assets are: a tree from sites down to racks');
    record(table);
    table.specificType('kind', code(16)).notNullable();
    table
      .specificType('parent_id', code(36))
      .references('id')
      .inTable('locations');
    table.text('address');
    table.specificType('country', code(2));
    table.specificType('contacts', json).notNullable();
    table.specificType('permitted_region', code(16));
    table
      .specificType('keeper_ref', code(255))
      .comment('of a stockroom: who keeps it');
    table.index(['parent_id', 'name_sort', 'id'], 'locations_parent_idx');
  });

  await knex.schema.createTable('legal_entities', table => {
    table.comment('Companies that own assets and keep books');
    record(table);
    table.specificType('country', code(2)).notNullable();
    table.string('registration_number', 64);
    table.specificType('currency', code(3)).notNullable();
    table.bigInteger('threshold').comment('of capitalisation, micros');
    table.specificType('threshold_currency', code(3));
  });

  await knex.schema.createTable('models', table => {
    table.comment('The model catalogue: what assets of one make share');
    record(table);
    table.specificType('type', code(100)).notNullable();
    table.string('manufacturer', 200).notNullable();
    table.string('edition', 200);
    table.string('part_number', 100);
    table.bigInteger('list_price').comment('micros');
    table.specificType('list_price_currency', code(3));
    table.specificType('list_price_on', code(10));
    table.boolean('approved').notNullable();
    table.text('approval_conditions');
    table.specificType('end_of_sale', code(10));
    table.specificType('end_of_support', code(10));
    table.specificType('end_of_patches', code(10));
    table
      .specificType('substitutes', json)
      .notNullable()
      .comment('ids, best first');
    table.specificType('attributes', json).notNullable();
    table.index(['type', 'name_sort', 'id'], 'models_type_idx');
  });

  for (const kind of kinds) {
    await knex.raw('CREATE UNIQUE INDEX ?? ON ?? (lower(code))', [
      `${kind}_code_idx`,
      kind,
    ]);
    await knex.raw('CREATE INDEX ?? ON ?? (name_sort, id)', [
      `${kind}_name_idx`,
      kind,
    ]);
  }

  await knex.schema.createTable('record_history', table => {
    table.comment('Every change of every shared record; append-only');
    table.specificType('id', code(36)).primary();
    table.specificType('kind', code(16)).notNullable();
    table.specificType('record_id', code(36)).notNullable();
    table.integer('version').notNullable();
    table.specificType('at', code(24)).notNullable();
    table
      .specificType('actor_id', code(36))
      .notNullable()
      .comment('the name is in actors, where it can be erased');
    table.specificType('action', code(16)).notNullable();
    table.text('reason');
    table.text('changes').notNullable().comment('JSON');
    table.unique(['record_id', 'version'], {
      indexName: 'record_history_version_idx',
    });
  });

  await knex.schema.createTable('lifecycle_versions', table => {
    table.comment('What each version of a lifecycle model was first seen as');
    table.specificType('model_id', code(100)).notNullable();
    table.integer('version').notNullable();
    table
      .specificType('hash', code(64))
      .notNullable()
      .comment('SHA-256 of its canonical JSON without titles');
    table.specificType('first_seen_at', code(24)).notNullable();
    table.primary(['model_id', 'version']);
  });

  // what belongs to a legal entity
  await knex.raw(
    'CREATE INDEX assets_legal_entity_idx ON assets (legal_entity) WHERE legal_entity IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX assets_legal_entity_idx');
  for (const table of ['lifecycle_versions', 'record_history', ...kinds]) {
    await knex.schema.dropTable(table);
  }
};
