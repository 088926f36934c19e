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
 * What the ITIL guide keeps of every asset, and its way through the lifecycle.
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

  await knex.schema.alterTable('assets', table => {
    table
      .specificType('model_id', code(64))
      .comment('the entry of the model catalogue');
    table
      .specificType('standard', json)
      .comment('standard facts beside the columns of lists');
    table
      .specificType('status_since', code(24))
      .comment('null: since it was registered');
  });
  await knex.raw(
    'CREATE INDEX assets_model_idx ON assets (model_id) WHERE model_id IS NOT NULL',
  );
  await knex.raw(
    'CREATE INDEX assets_location_idx ON assets (location_id) WHERE location_id IS NOT NULL',
  );

  await knex.schema.createTable('tag_counters', table => {
    table.comment('The next number of each naming standard; never goes back');
    table.specificType('prefix', binary).primary();
    table.bigInteger('next').notNullable();
  });

  await knex.schema.createTable('asset_facts', table => {
    table.comment(
      'Facts told with transitions that are no field of the asset: the last of each',
    );
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('fact', code(64)).notNullable();
    table.specificType('value', json).notNullable();
    table.specificType('given_at', code(24)).notNullable();
    table.specificType('given_by', code(36)).notNullable().comment('actor');
    table.specificType('transition_id', code(36));
    table.primary(['asset_id', 'fact']);
  });

  await knex.schema.createTable('documents', table => {
    table.comment('Evidence: kept here, or a link to where it is kept');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('doc', code(64)).notNullable();
    table.string('title', 200).notNullable();
    table.string('url', 2000);
    table.string('media_type', 200);
    table.bigInteger('bytes');
    table.specificType('sha256', code(64));
    table.binary('content');
    table.specificType('added_at', code(24)).notNullable();
    table.specificType('added_by', code(36)).notNullable().comment('actor');
    table.specificType('transition_id', code(36));
    table.index(['asset_id', 'id'], 'documents_asset_idx');
  });

  await knex.schema.createTable('asset_transitions', table => {
    table.comment('Every transition of every asset, with what was told');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table.specificType('asset_id', code(36)).notNullable();
    table.integer('version').notNullable().comment('of the asset, made by it');
    table.specificType('model', code(100)).notNullable();
    table.integer('model_version').notNullable();
    table.specificType('transition', code(64)).notNullable();
    table.specificType('from_status', code(64));
    table.specificType('to_status', code(64)).notNullable();
    table.specificType('from_stage', code(20));
    table.specificType('to_stage', code(20)).notNullable();
    table.specificType('effective_at', code(24)).notNullable();
    table.specificType('recorded_at', code(24)).notNullable();
    table.specificType('actor_id', code(36)).notNullable();
    table.text('reason');
    table.bigInteger('seconds_before').comment('in the status it left');
    table.specificType('facts', json).notNullable();
    table.specificType('effects', json).notNullable();
    table.boolean('forced').notNullable().defaultTo(false);
    table.index(['asset_id', 'version'], 'asset_transitions_asset_idx');
  });

  await knex.schema.createTable('open_facts', table => {
    table.comment('Facts and documents that have to follow');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table
      .specificType('kind', code(10))
      .notNullable()
      .comment('fact, evidence');
    table.specificType('fact', code(64)).notNullable();
    table
      .specificType('due', code(10))
      .notNullable()
      .defaultTo('9999-12-31')
      .comment('9999-12-31: no day, but before a transition');
    table.specificType('before_transition', code(64));
    table.specificType('assignee_ref', binary).notNullable().defaultTo('');
    table
      .specificType('state', code(10))
      .notNullable()
      .comment('open, given, waived');
    table.specificType('transition_id', code(36));
    table.specificType('exception_id', code(36));
    table.specificType('opened_at', code(24)).notNullable();
    table.specificType('closed_at', code(24));
    table.specificType('reminded_at', code(24));
    table.text('note');
    table.index(['asset_id'], 'open_facts_asset_idx');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX open_facts_open_idx ON open_facts (asset_id, kind, fact) WHERE state = 'open'",
  );
  await knex.raw(
    "CREATE INDEX open_facts_due_idx ON open_facts (due, id) WHERE state = 'open'",
  );
  await knex.raw(
    "CREATE INDEX open_facts_assignee_idx ON open_facts (assignee_ref, due, id) WHERE state = 'open'",
  );

  await knex.schema.createTable('holds', table => {
    table.comment('Legal holds: an asset may have several');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.string('matter', 200).notNullable();
    table.text('reason');
    table.specificType('placed_at', code(24)).notNullable();
    table.specificType('placed_by', code(36)).notNullable().comment('actor');
    table.specificType('release_asked_at', code(24));
    table.specificType('release_asked_by', code(36)).comment('actor');
    table.text('release_reason');
    table.specificType('released_at', code(24));
    table.specificType('released_by', code(36)).comment('another actor');
  });
  await knex.raw(
    'CREATE UNIQUE INDEX holds_open_idx ON holds (asset_id, matter) WHERE released_at IS NULL',
  );

  await knex.schema.createTable('lifecycle_exceptions', table => {
    table.comment('Transitions that were forced, for review');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('transition_id', code(36)).notNullable();
    table.specificType('missing', json).notNullable().comment('JSON: reasons');
    table.text('reason').notNullable();
    table.specificType('make_good_by', code(10));
    table.specificType('state', code(16)).notNullable();
    table.specificType('reviewed_at', code(24));
    table.specificType('reviewed_by', code(36)).comment('actor');
    table.text('note');
    table.index(['asset_id'], 'lifecycle_exceptions_asset_idx');
  });
  await knex.raw(
    "CREATE INDEX lifecycle_exceptions_open_idx ON lifecycle_exceptions (id) WHERE state IN ('open', 'correct', 'change-model')",
  );

  await knex.schema.createTable('planned_transitions', table => {
    table.comment('Transitions to be carried out when their time comes');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('transition', code(64)).notNullable();
    table.specificType('to_status', code(64)).notNullable();
    table.specificType('planned_for', code(24)).notNullable();
    table.specificType('planned_by', code(36)).notNullable().comment('actor');
    table.specificType('request', json).notNullable();
    table
      .specificType('roles', json)
      .notNullable()
      .comment('of who planned it');
    table.specificType('state', code(16)).notNullable();
    table.text('error');
    table.specificType('created_at', code(24)).notNullable();
    table.specificType('done_at', code(24));
    table.index(['asset_id'], 'planned_transitions_asset_idx');
  });
  await knex.raw(
    "CREATE INDEX planned_transitions_waiting_idx ON planned_transitions (planned_for, id) WHERE state = 'waiting'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'planned_transitions',
    'lifecycle_exceptions',
    'holds',
    'open_facts',
    'asset_transitions',
    'documents',
    'asset_facts',
    'tag_counters',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('DROP INDEX assets_location_idx');
  await knex.raw('DROP INDEX assets_model_idx');
  await knex.schema.alterTable('assets', table => {
    table.dropColumn('status_since');
    table.dropColumn('standard');
    table.dropColumn('model_id');
  });
};
