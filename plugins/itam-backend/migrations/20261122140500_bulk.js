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
 * Bulk runs: changes of many assets in one go, what became of each row, the
 * files they read, and saved column mappings.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  // words of ours compare by bytes, as on SQLite
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.createTable('bulk_runs', table => {
    table.comment('Changes of many assets in one go');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table.specificType('kind', code(16)).notNullable();
    table.specificType('status', code(16)).notNullable();
    table.boolean('dry_run').notNullable();
    table.text('request').notNullable().comment('JSON: what was asked for');
    table
      .text('rights')
      .notNullable()
      .comment('JSON: what the caller may do, as decided at the request');
    table.text('notes').notNullable().comment('JSON: how it was read');
    table.text('counts').notNullable().comment('JSON');
    table.integer('total').comment('rows, once known');
    table
      .specificType('position', code(64))
      .comment('the last row that is done: its number, or the id of its asset');
    table.text('error');
    table.specificType('file_name', binary);
    table.specificType('requested_by', binary).notNullable();
    table
      .specificType('undo_of', code(36))
      .references('id')
      .inTable('bulk_runs');
    table.boolean('cancelling').notNullable();
    table.specificType('lease_owner', code(64));
    table.specificType('lease_until', code(24));
    table.integer('attempts').notNullable().defaultTo(0);
    table.specificType('created_at', code(24)).notNullable();
    table.specificType('started_at', code(24));
    table.specificType('ended_at', code(24));
    table.index(['status', 'id'], 'bulk_runs_status_idx');
    table.index(['requested_by', 'id'], 'bulk_runs_requester_idx');
    table.index(['undo_of'], 'bulk_runs_undo_idx');
  });

  await knex.schema.createTable('bulk_rows', table => {
    table.comment('What a bulk run did with each row');
    table
      .specificType('run_id', code(36))
      .notNullable()
      .references('id')
      .inTable('bulk_runs');
    table.integer('row_number').notNullable();
    table.specificType('asset_id', code(36));
    table.specificType('tag', binary);
    table.specificType('outcome', code(16)).notNullable();
    table.text('problems').comment('JSON: [{field, reason}]');
    table.text('changes').comment('JSON: from and to by field');
    table.integer('version_before');
    table.integer('version_after');
    table.primary(['run_id', 'row_number']);
    table.index(['run_id', 'outcome', 'row_number'], 'bulk_rows_outcome_idx');
  });

  await knex.schema.createTable('bulk_files', table => {
    table.comment('Files of bulk runs in packed parts, until the run ends');
    table
      .specificType('run_id', code(36))
      .notNullable()
      .references('id')
      .inTable('bulk_runs');
    table.integer('part').notNullable();
    table.binary('content').notNullable();
    table.primary(['run_id', 'part']);
  });

  await knex.schema.createTable('import_mappings', table => {
    table.comment('Column mappings of imports, by name');
    table.specificType('name', code(100)).primary();
    table.text('mapping').notNullable().comment('JSON');
    table.specificType('updated_at', code(24)).notNullable();
    table.specificType('updated_by', binary).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('import_mappings');
  await knex.schema.dropTable('bulk_files');
  await knex.schema.dropTable('bulk_rows');
  await knex.schema.dropTable('bulk_runs');
};
