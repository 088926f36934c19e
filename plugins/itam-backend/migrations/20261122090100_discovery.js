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
 * Discovery: sources, the documents they read, runs with lease and counts,
 * what runs did not take, and what each source said of each thing last.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const json = pg ? 'jsonb' : 'text';
  const binary = pg ? 'text COLLATE "C"' : 'text';

  await knex.schema.createTable('sources', table => {
    table.comment('Sources as configured at the last start');
    table.string('id', 200).primary();
    table.string('kind', 64).notNullable();
    table.string('title', 255).notNullable();
    table.text('error').comment('mistake in its configuration: disabled');
    table.specificType('locations', json).notNullable();
    table.string('schedule', 64);
    table.boolean('accepts_files').notNullable().defaultTo(false);
    table.boolean('configured').notNullable().defaultTo(true);
    table
      .integer('assets')
      .notNullable()
      .defaultTo(0)
      .comment('counted at the end of its last run');
    table
      .integer('folded')
      .notNullable()
      .defaultTo(0)
      .comment('counted at the end of its last run');
    table.string('last_succeeded_at', 24);
    table.string('updated_at', 24).notNullable();
  });

  await knex.schema.createTable('source_documents', table => {
    table.comment(
      'Documents of a source: fingerprint and revision of the last complete reading',
    );
    table.string('source_id', 200).notNullable();
    table.specificType('scope', binary).notNullable();
    table.string('state', 16).notNullable().comment('read or refused');
    table
      .string('fingerprint', 128)
      .comment(
        'of the last complete reading that left nothing to do; null: read again',
      );
    table.string('lineage', 200);
    table.bigInteger('serial');
    table.text('error');
    table.string('last_read_at', 24);
    table.string('last_tried_at', 24).notNullable();
    table.string('last_run_id', 36);
    table
      .boolean('pushed')
      .notNullable()
      .defaultTo(false)
      .comment('came as a file: no reading of the source misses it');
    table
      .text('unknown_refs')
      .comment('entities the ownership rules name and the catalog lacks, JSON');
    table.primary(['source_id', 'scope']);
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Readings of sources');
    table.string('id', 36).primary().comment('uuid v7');
    table.string('source_id', 200).notNullable();
    table.string('status', 16).notNullable();
    table
      .string('trigger', 16)
      .notNullable()
      .comment('schedule, person or push');
    table.string('file_name', 500);
    table
      .string('file_id', 36)
      .comment('the pushed file, stored until the run ends');
    table.boolean('dry_run').notNullable().defaultTo(false);
    table.specificType('counts', 'text').notNullable();
    table.specificType('progress', 'text');
    table.text('error');
    table.string('requested_by', 255);
    table.string('lease_owner', 64);
    table.string('lease_until', 24);
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('created_at', 24).notNullable();
    table.string('started_at', 24);
    table.string('ended_at', 24);
    table.index(['source_id', 'id'], 'runs_source_idx');
    table.index(['status', 'id'], 'runs_status_idx');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX runs_one_running_idx ON runs (source_id) WHERE status = 'running'",
  );
  await knex.raw(
    "CREATE UNIQUE INDEX runs_one_waiting_idx ON runs (source_id) WHERE status = 'queued' AND file_id IS NULL AND NOT dry_run",
  );

  await knex.schema.createTable('run_files', table => {
    table.comment('Pushed files, in parts, until their run ends');
    table.string('file_id', 36).notNullable();
    table.integer('part').notNullable();
    table.binary('content').notNullable();
    table.primary(['file_id', 'part']);
  });

  await knex.schema.createTable('run_rejects', table => {
    table.comment('What a run did not take, with place and reason');
    table.string('id', 36).primary().comment('uuid v7');
    table.string('run_id', 36).notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('document, thing, value or ambiguous');
    table.text('place').notNullable();
    table.string('field', 200);
    table.text('reason').notNullable();
    table.index(['run_id', 'id'], 'run_rejects_run_idx');
  });

  await knex.schema.createTable('observations', table => {
    table.comment('What a source said of one thing, last time');
    table.string('id', 36).primary().comment('uuid v7');
    table.string('source_id', 200).notNullable();
    table.specificType('source_key', binary).notNullable();
    table
      .specificType('scope', binary)
      .notNullable()
      .comment('the document it is in');
    table.string('unit', 8).notNullable().comment('asset, group or fold');
    table.boolean('derived').notNullable().defaultTo(false);
    table
      .string('hash', 64)
      .notNullable()
      .comment(
        'of payload, ownership and resolved targets as applied; empty: apply again',
      );
    table.text('place').notNullable().comment('where a person finds it');
    table.specificType('payload', json).notNullable();
    table
      .specificType('relations', json)
      .notNullable()
      .comment('what it adds to the relations of its asset, targets resolved');
    table
      .text('search')
      .notNullable()
      .comment('lower-cased words of a folded thing');
    table.string('name', 500).notNullable();
    table
      .string('asset_id', 36)
      .references('id')
      .inTable('assets')
      .comment('the asset it is, or the parent it is folded under');
    table
      .string('state', 8)
      .notNullable()
      .defaultTo('present')
      .comment('present or missing');
    table
      .integer('missed')
      .notNullable()
      .defaultTo(0)
      .comment('complete readings of its document without it');
    table.string('first_seen_at', 24).notNullable();
    table.string('first_seen_run', 36).notNullable();
    table.string('last_seen_at', 24).notNullable();
    table.string('last_seen_run', 36).notNullable();
    table.unique(['source_id', 'source_key'], {
      indexName: 'observations_key_idx',
    });
    table.index(['asset_id', 'unit'], 'observations_asset_idx');
    table.index(
      ['source_id', 'scope', 'last_seen_run'],
      'observations_scope_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'observations',
    'run_rejects',
    'run_files',
    'runs',
    'source_documents',
    'sources',
  ]) {
    await knex.schema.dropTable(table);
  }
};
