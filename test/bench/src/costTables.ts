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

import type { Knex } from 'knex';

/** Everything costs consist of, what refers to others first. */
const tables = [
  'asset_costs',
  'cost_totals',
  'cost_dirty',
  'cost_months',
  'cost_allocations',
  'charges',
  'charge_totals',
  'charge_documents',
  'charge_statements',
];

/** Removes all costs; the assets stay. */
export async function removeCosts(knex: Knex): Promise<void> {
  for (const table of tables) {
    await knex.raw(
      knex.client.config.client === 'pg'
        ? `TRUNCATE ${table} CASCADE`
        : `DELETE FROM ${table}`,
    );
  }
}
