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
 * What a part takes over from its container, kept with the relation between the
 * two: it ends when the relation ends.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    "ALTER TABLE asset_relations ADD COLUMN roll_up varchar(64) NOT NULL DEFAULT ''",
  );
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      "COMMENT ON COLUMN asset_relations.roll_up IS 'fields the part follows its container in, joined by commas'",
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('ALTER TABLE asset_relations DROP COLUMN roll_up');
};
