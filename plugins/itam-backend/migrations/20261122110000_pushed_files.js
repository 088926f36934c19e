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
 * Which replica can read a pushed file: it is encrypted with a key that only
 * the memory of that one holds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // some databases were made with the column in the table
  if (!(await knex.schema.hasColumn('runs', 'file_holder'))) {
    await knex.schema.alterTable('runs', table => {
      table
        .string('file_holder', 36)
        .comment('the replica that can read the pushed file');
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('file_holder');
  });
};
