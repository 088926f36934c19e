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

/** What lists of assets are filtered by, and how many assets there are of it. */
const dimensions = [
  ...['category', 'type', 'status', 'stage', 'owner_ref', 'environment'],
  ...['provider', 'source_id', 'disputed'],
];

/**
 * How many assets there are, by what lists are filtered by: writers add rows,
 * a task adds rows up, and whoever reads adds up what there is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.createTable('asset_counts', table => {
    table.comment(
      'How many assets there are of each kind; the rows of a kind add up',
    );
    table.specificType('category', code(20)).notNullable();
    table.specificType('type', code(100)).notNullable();
    table.specificType('status', code(64)).notNullable();
    table.specificType('stage', code(20)).notNullable();
    table.specificType('owner_ref', binary).notNullable();
    table.specificType('environment', binary).notNullable();
    table.specificType('provider', code(64));
    table.specificType('source_id', code(200));
    table.boolean('disputed').notNullable();
    table.integer('number').notNullable().comment('less than 0: fewer');
  });
  const columns = dimensions.join(', ');
  await knex.raw(
    `INSERT INTO asset_counts (${columns}, number)
     SELECT ${columns}, count(*) FROM assets GROUP BY ${columns}`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('asset_counts');
};
