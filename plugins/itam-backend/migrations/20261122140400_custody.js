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
 * Custody: who keeps and who uses an asset from when to when, transfers that
 * wait for their receiver, discrepancies people report, and the day a person or
 * team ends.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.createTable('assignments', table => {
    table.comment('Dated periods of custody and use');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table
      .specificType('slot', code(16))
      .notNullable()
      .comment('custody or use: one exclusive assignment at a time in each');
    table
      .specificType('kind', code(16))
      .notNullable()
      .comment('custodian, consumer, loan');
    table.specificType('holder_ref', binary).notNullable();
    table
      .specificType('service_ref', binary)
      .comment('of a shared thing: the service it is used for');
    table.boolean('exclusive').notNullable();
    table.specificType('effective_from', code(24)).notNullable();
    table.specificType('effective_to', code(24)).comment('null: open');
    table.specificType('recorded_at', code(24)).notNullable();
    table.specificType('recorded_by', code(255)).notNullable();
    table.specificType('end_recorded_at', code(24));
    table.specificType('end_recorded_by', code(255));
    table.specificType('expected_return', code(10));
    table.specificType('condition_out', code(16));
    table.specificType('condition_in', code(16));
    table.string('policy_version', 100).comment('accepted by the holder');
    table.specificType('accepted_at', code(24));
    table.specificType('accepted_by', code(255));
    table.text('note');
    table.text('return_note');
    table.index(['asset_id', 'effective_from', 'id'], 'assignments_asset_idx');
  });
  await knex.raw(
    'CREATE UNIQUE INDEX assignments_exclusive_idx ON assignments (asset_id, slot) WHERE effective_to IS NULL AND exclusive',
  );
  await knex.raw(
    'CREATE INDEX assignments_holder_idx ON assignments (holder_ref, asset_id) WHERE effective_to IS NULL',
  );
  await knex.raw(
    'CREATE INDEX assignments_return_idx ON assignments (expected_return, id) WHERE effective_to IS NULL AND expected_return IS NOT NULL',
  );

  // what is on record already is open since it was written last
  const id = pg
    ? 'gen_random_uuid()::text'
    : "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";
  for (const [slot, kind, column] of [
    ['custody', 'custodian', 'custodian_ref'],
    ['use', 'consumer', 'consumer_ref'],
  ]) {
    await knex.raw(
      `INSERT INTO assignments (id, asset_id, slot, kind, holder_ref, exclusive,
         effective_from, recorded_at, recorded_by)
       SELECT ${id}, a.id, '${slot}', '${kind}', a.${column}, true,
         a.updated_at, a.updated_at, COALESCE(c.ref, 'erased')
       FROM assets a LEFT JOIN actors c ON c.id = a.updated_by
       WHERE a.${column} <> ''`,
    );
  }

  await knex.schema.createTable('transfers', table => {
    table.comment('Assets on their way to another team, until it answers');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table
      .specificType('state', code(16))
      .notNullable()
      .comment('open, accepted, declined, withdrawn');
    table
      .specificType('from_owner', binary)
      .notNullable()
      .comment("'': nobody");
    table.specificType('to_owner', binary).notNullable();
    table.specificType('to_custodian', binary);
    table.specificType('legal_entity', code(64));
    table.text('reason').notNullable();
    table.specificType('asked_at', code(24)).notNullable();
    table.specificType('asked_by', code(255)).notNullable();
    table.specificType('answered_at', code(24));
    table.specificType('answered_by', code(255));
    table.text('answer_note');
    table.index(['asset_id', 'id'], 'transfers_asset_idx');
    table.index(['state', 'id'], 'transfers_state_idx');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX transfers_open_idx ON transfers (asset_id) WHERE state = 'open'",
  );
  await knex.raw(
    "CREATE INDEX transfers_receiver_idx ON transfers (to_owner) WHERE state = 'open'",
  );

  await knex.schema.createTable('discrepancies', table => {
    table.comment('Where register and reality disagree');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('class', code(32)).notNullable();
    table.specificType('state', code(16)).notNullable().comment('open, closed');
    table
      .specificType('field', code(120))
      .notNullable()
      .defaultTo('')
      .comment('empty: the record as a whole');
    table.text('registered').comment('JSON: what the register says');
    table.text('observed').comment('JSON: what is so instead, if it is known');
    table.text('note');
    table.specificType('opened_at', code(24)).notNullable();
    table
      .specificType('opened_by', code(255))
      .notNullable()
      .comment('a user or service ref, or the name of a check');
    table.specificType('resolution', code(32));
    table.specificType('cause', code(32));
    table.text('resolution_note');
    table.specificType('closed_at', code(24));
    table.specificType('closed_by', code(255));
    table.index(['asset_id', 'id'], 'discrepancies_asset_idx');
    table.index(['state', 'class', 'id'], 'discrepancies_class_idx');
    table.index(['state', 'id'], 'discrepancies_state_idx');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX discrepancies_open_idx ON discrepancies (asset_id, class, field, opened_by) WHERE state = 'open'",
  );

  await knex.raw(`ALTER TABLE entity_index ADD COLUMN ends_on ${code(10)}`);
  await knex.raw(
    'CREATE INDEX entity_index_ends_idx ON entity_index (ends_on) WHERE ends_on IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX entity_index_ends_idx');
  await knex.raw('ALTER TABLE entity_index DROP COLUMN ends_on');
  for (const table of ['discrepancies', 'transfers', 'assignments']) {
    await knex.schema.dropTable(table);
  }
};
