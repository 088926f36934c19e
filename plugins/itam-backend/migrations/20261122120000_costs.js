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
 * Costs: what bills said, as monthly facts with the exact sums of their files;
 * who the cost of an asset goes to, from month to month; sums per service and
 * team; and exchange rates.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const pg = knex.client.config.client === 'pg';
  const binary = pg ? 'text COLLATE "C"' : 'text';
  // words of ours compare by bytes, as on SQLite
  const code = (/** @type {number} */ length) =>
    pg ? `varchar(${length}) COLLATE "C"` : `varchar(${length})`;

  await knex.schema.createTable('charge_statements', table => {
    table.comment('Files of charges by their content; one content counts once');
    table.specificType('id', code(36)).primary().comment('uuid v7');
    table.specificType('source_id', code(200)).notNullable();
    table
      .specificType('fingerprint', code(64))
      .notNullable()
      .comment('SHA-256 of the file');
    table
      .specificType('revision', code(64))
      .notNullable()
      .comment('of the source that read it: another one reads it again');
    table.string('standard', 64).notNullable().comment('with its version');
    table.bigInteger('row_count').notNullable();
    table.bigInteger('rejected_rows').notNullable();
    table
      .text('missing')
      .notNullable()
      .comment('JSON: sums of the rejected rows as far as they can be read');
    table.specificType('read_at', code(24)).notNullable();
    table.specificType('run_id', code(36)).notNullable();
    table
      .specificType('replaced_at', code(24))
      .comment('no place has this content any more: its charges are gone');
    table.unique(['source_id', 'fingerprint'], {
      indexName: 'charge_statements_content_idx',
    });
  });

  await knex.schema.createTable('charge_documents', table => {
    table.comment('Which content each place had last');
    table.specificType('source_id', code(200)).notNullable();
    table.specificType('scope', binary).notNullable();
    table
      .specificType('statement_id', code(36))
      .notNullable()
      .references('id')
      .inTable('charge_statements');
    table.primary(['source_id', 'scope']);
    table.index(['statement_id'], 'charge_documents_statement_idx');
  });

  await knex.schema.createTable('charge_totals', table => {
    table.comment('Exact sums of a file, per billing period and currency');
    table
      .specificType('statement_id', code(36))
      .notNullable()
      .references('id')
      .inTable('charge_statements');
    table.specificType('period_start', code(10)).notNullable();
    table.specificType('period_end', code(10)).notNullable();
    table.specificType('month', code(7)).notNullable();
    table.specificType('currency', code(3)).notNullable();
    table.bigInteger('row_count').notNullable();
    for (const amount of ['billed', 'effective', 'list', 'contracted']) {
      table.string(amount, 60).notNullable().comment('exact decimal');
    }
    table.primary(['statement_id', 'period_start', 'currency']);
    table.index(['month'], 'charge_totals_month_idx');
  });

  const fact = (
    /** @type {import('knex').Knex.CreateTableBuilder} */ table,
  ) => {
    table
      .specificType('statement_id', code(36))
      .comment('null: what rounding left over of the month');
    table.specificType('source_id', code(200)).notNullable();
    table.specificType('month', code(7)).notNullable();
    table.specificType('period_start', code(10)).notNullable();
    table.specificType('currency', code(3)).notNullable();
    table.specificType('provider', binary).notNullable();
    table.specificType('account', code(200));
    table
      .specificType('resource_key', binary)
      .notNullable()
      .comment('as asset_keys has it; empty: the charge names no resource');
    table.string('resource_id', 1000);
    table.string('resource_name', 500);
    table.string('resource_type', 200);
    table.string('region', 100);
    table.specificType('category', code(16)).notNullable();
    table.boolean('correction').notNullable();
    table.specificType('service', binary).notNullable();
    table.string('service_category', 100);
    table.bigInteger('row_count').notNullable();
    for (const amount of ['billed', 'effective', 'list', 'contracted']) {
      table.bigInteger(amount).notNullable().comment('micros');
    }
  };

  await knex.schema.createTable('charges', table => {
    table.comment('Monthly facts: rows of one file with the same keys in sums');
    table.bigIncrements('id');
    fact(table);
    table.specificType('asset_id', code(36)).references('id').inTable('assets');
    table.index(['statement_id'], 'charges_statement_idx');
    table.index(['source_id', 'month'], 'charges_source_idx');
    table.index(['asset_id', 'month'], 'charges_asset_idx');
  });
  await knex.raw(
    "CREATE INDEX charges_unmatched_idx ON charges (resource_key) WHERE asset_id IS NULL AND resource_key <> ''",
  );

  await knex.schema.createTable('charges_incoming', table => {
    table.comment('Facts of a file that is being read, until it is read whole');
    fact(table);
    table.index(['statement_id'], 'charges_incoming_statement_idx');
  });
  if (pg) {
    // what a crash takes of it is read again
    await knex.raw('ALTER TABLE charges_incoming SET UNLOGGED');
  }

  await knex.schema.createTable('cost_allocations', table => {
    table.comment(
      'Who the cost of an asset goes to; a range that ends is closed for good',
    );
    table
      .specificType('asset_id', code(36))
      .notNullable()
      .references('id')
      .inTable('assets');
    table.specificType('from_month', code(7)).notNullable();
    table
      .specificType('to_month', code(7))
      .notNullable()
      .comment('9999-12: until changed');
    table.integer('position').notNullable().comment('of the share, from 0');
    table.integer('shares').notNullable();
    table.specificType('rule', code(16)).notNullable();
    table.specificType('entity_ref', binary).notNullable().comment("'': none");
    table.specificType('owner_ref', binary).notNullable().comment("'': nobody");
    table.specificType('since', code(24)).notNullable();
    table.primary(['asset_id', 'from_month', 'position']);
    table.index(['entity_ref'], 'cost_allocations_entity_idx');
    table.index(['owner_ref'], 'cost_allocations_owner_idx');
  });

  await knex.schema.createTable('cost_months', table => {
    table.comment('Months there are charges of');
    table.specificType('month', code(7)).primary();
    table.specificType('first_read_at', code(24)).notNullable();
    table
      .specificType('closed_at', code(24))
      .comment('from then on its attributions stay as they are');
  });

  await knex.schema.createTable('cost_dirty', table => {
    table.comment('Months of sources whose sums are yet to follow');
    table.specificType('source_id', code(200)).notNullable();
    table.specificType('month', code(7)).notNullable();
    table
      .boolean('facts')
      .notNullable()
      .comment('the charges changed, not only who they go to');
    table.primary(['source_id', 'month']);
  });

  await knex.schema.createTable('cost_totals', table => {
    table.comment('Charges and their shares in sums, per source and month');
    table.specificType('source_id', code(200)).notNullable();
    table.specificType('month', code(7)).notNullable();
    table.specificType('currency', code(3)).notNullable();
    table.specificType('provider', binary).notNullable();
    table.specificType('service', binary).notNullable();
    table.specificType('category', code(16)).notNullable();
    table.boolean('correction').notNullable();
    table.specificType('entity_ref', binary).notNullable().comment("'': none");
    table.specificType('owner_ref', binary).notNullable().comment("'': nobody");
    table
      .specificType('reason', code(20))
      .notNullable()
      .comment('why there is no asset; empty if there is one');
    for (const amount of ['billed', 'effective', 'list', 'contracted']) {
      table.bigInteger(amount).notNullable().comment('micros');
    }
    table.index(['source_id', 'month'], 'cost_totals_source_idx');
    table.index(['month'], 'cost_totals_month_idx');
    table.index(['entity_ref', 'month'], 'cost_totals_entity_idx');
    table.index(['owner_ref', 'month'], 'cost_totals_owner_idx');
  });

  await knex.schema.createTable('asset_costs', table => {
    table.comment('What lists of assets are sorted by when sorted by cost');
    // no foreign key: it would take half of the time of making them anew
    table.specificType('asset_id', code(36)).primary();
    table.specificType('month', code(7)).notNullable();
    table
      .bigInteger('sort_amount')
      .notNullable()
      .comment(
        'effective cost in micros of the reporting currency; an order, no figure',
      );
    table.index(['sort_amount', 'asset_id'], 'asset_costs_amount_idx');
  });

  await knex.schema.createTable('fx_rates', table => {
    table.comment('Exchange rates: 1 from = rate to');
    table.specificType('date', code(10)).notNullable();
    table.specificType('from_currency', code(3)).notNullable();
    table.specificType('to_currency', code(3)).notNullable();
    table.string('rate', 40).notNullable().comment('exact decimal');
    table.specificType('updated_at', code(24)).notNullable();
    table.specificType('updated_by', code(255)).notNullable();
    table.primary(['from_currency', 'to_currency', 'date']);
    table.index(['to_currency', 'from_currency', 'date'], 'fx_rates_to_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'fx_rates',
    'asset_costs',
    'cost_totals',
    'cost_dirty',
    'cost_months',
    'cost_allocations',
    'charges_incoming',
    'charges',
    'charge_totals',
    'charge_documents',
    'charge_statements',
  ]) {
    await knex.schema.dropTable(table);
  }
};
