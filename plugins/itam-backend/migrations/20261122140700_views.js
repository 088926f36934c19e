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
 * Views of lists that people keep under a name, for themselves or for all.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.createTable('saved_views', table => {
    table.comment('Views of the list of assets');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('owner_ref', binary)
      .notNullable()
      .comment('who keeps it for themselves; empty: shared');
    table.string('name', 100).notNullable();
    table.specificType('name_sort', binary).notNullable();
    table.specificType('content', pg ? 'jsonb' : 'text').notNullable();
    table.integer('version').notNullable();
    table.specificType('updated_at', code(24)).notNullable();
    table.specificType('updated_by', code(255)).notNullable();
    table.unique(['owner_ref', 'name_sort'], {
      indexName: 'saved_views_name_idx',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('saved_views');
};
