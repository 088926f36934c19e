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
 * What names the line of a block that was touched, and what is kept of the
 * erasure of a name.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.alterTable('history_blocks', table => {
    table
      .text('fingerprints')
      .comment(
        'the first 12 digits of the hash of each line, in order: which one was touched',
      );
  });
  await knex.schema.alterTable('actors', table => {
    table.specificType('erased_at', code(24));
    table.specificType('erased_by', code(36)).comment('actor');
    table.text('erased_reason');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const column of ['erased_reason', 'erased_by', 'erased_at']) {
    await knex.raw('ALTER TABLE actors DROP COLUMN ??', [column]);
  }
  await knex.raw('ALTER TABLE history_blocks DROP COLUMN fingerprints');
};
