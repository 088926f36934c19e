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

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { removeCosts } from './costTables';
import { connect, Place } from './places';
import { DatabaseCostStore, ItamDatabase } from './registerStore';
import { seededRegister, SERVICES } from './seedRegister';
import { withoutIndexes } from './withoutIndexes';

const YEAR = 2025;
const MONTHS = 12;
const SOURCE = 'bill';

/** Systems of the seeded portal; each has as many services as the others. */
export const SYSTEMS = 200;

/** The months there are charges of. */
export const months = Array.from(
  { length: MONTHS },
  (_, index) => `${YEAR}-${String(index + 1).padStart(2, '0')}`,
);

const amounts = ['billed', 'effective', 'list', 'contracted'] as const;

/**
 * The place of a seeded register in which every asset was charged in every
 * month of a year: one fact for each, in a statement for each month. Who it
 * goes to and what it sums up to is the work of the costs themselves.
 */
export async function seededCosts(
  place: Place,
  options: { size: number; say: (text: string) => void },
): Promise<Place> {
  const { say } = options;
  const register = await seededRegister(place, options);
  const connection = connect(register, 'itam');
  try {
    const { knex } = await ItamDatabase.create({
      getClient: async () => connection,
      migrations: { skip: true },
    });
    const done = await knex('settings').where({ key: 'bench.costs' }).first();
    if (done?.value === stamp()) {
      return register;
    }
    say(`charging every asset in ${MONTHS} months, once`);
    // what a seeding that was broken off, or another one, left
    await removeCosts(knex);
    await nameSystems(knex);
    await charge(knex);
    await settle(knex, say);
    await knex.raw(isPostgres(knex) ? 'VACUUM ANALYZE' : 'ANALYZE');
    await knex('settings')
      .insert({
        key: 'bench.costs',
        value: stamp(),
        updated_at: new Date().toISOString(),
      })
      .onConflict('key')
      .merge();
    return register;
  } finally {
    await connection.destroy();
  }
}

function stamp(): string {
  return createHash('sha256')
    .update(readFileSync(__filename))
    .digest('hex')
    .slice(0, 8);
}

async function nameSystems(knex: Knex): Promise<void> {
  const now = '2026-01-01T00:00:00.000Z';
  for (let index = 0; index < SYSTEMS; index++) {
    await knex('entity_index')
      .insert({
        ref: `system:default/system-${index}`,
        kind: 'system',
        updated_at: now,
      })
      .onConflict('ref')
      .ignore();
  }
  for (let index = 0; index < SERVICES; index++) {
    await knex('entity_index')
      .where({ ref: `component:default/service-${index}` })
      .update({ system_ref: `system:default/system-${index % SYSTEMS}` });
  }
}

async function charge(knex: Knex): Promise<void> {
  for (const month of months) {
    await knex('charge_statements').insert({
      id: statementOf(month),
      source_id: SOURCE,
      fingerprint: month,
      revision: '1',
      standard: 'FOCUS 1.2',
      row_count: 0,
      rejected_rows: 0,
      missing: '[]',
      read_at: `${month}-28T00:00:00.000Z`,
      run_id: statementOf(month),
    });
    await knex('charge_documents').insert({
      source_id: SOURCE,
      scope: `${month}.parquet`,
      statement_id: statementOf(month),
    });
  }
  await withoutIndexes(knex, ['charges'], async () => {
    for (const month of months) {
      await knex.raw(factsSql(month));
    }
  });
  if (isPostgres(knex)) {
    await knex.raw('VACUUM ANALYZE charges');
  }
}

/** One fact for each asset: what it costs varies from asset to asset. */
function factsSql(month: string): string {
  const n = 'CAST(substr(a.tag, 7) AS bigint)';
  const amount = `(${n} * 7919 % 250000 + ${Number(month.slice(5))}) * 1009`;
  return `INSERT INTO charges (statement_id, source_id, month, period_start,
      currency, provider, account, resource_key, resource_id, resource_name,
      resource_type, region, category, correction, service, service_category,
      row_count, billed, effective, list, contracted, asset_id)
    SELECT '${statementOf(month)}', '${SOURCE}', '${month}', '${month}-01',
      'USD', 'aws', a.account, 'arn:aws:x:' || a.tag, 'arn:aws:x:' || a.tag,
      a.name, a.type, a.region, 'usage', FALSE, 'Amazon ' || a.type, 'Compute',
      30, ${amount} + 17, ${amount}, ${amount} / 4 * 5, ${amount}, a.id
    FROM assets a ORDER BY a.id`;
}

async function settle(knex: Knex, say: (text: string) => void): Promise<void> {
  const sums = await selected(
    knex,
    `SELECT month, count(*) AS row_count, ${amounts
      .map(name => `CAST(sum(${name}) AS text) AS ${name}`)
      .join(', ')} FROM charges GROUP BY month`,
  );
  for (const { month, row_count, ...sum } of sums) {
    await knex('charge_totals').insert({
      statement_id: statementOf(String(month)),
      period_start: `${month}-01`,
      period_end: `${month}-28`,
      month,
      currency: 'USD',
      row_count,
      ...Object.fromEntries(
        amounts.map(name => [name, fromMicros(String(sum[name]))]),
      ),
    });
    await knex('cost_dirty').insert({ source_id: SOURCE, month, facts: true });
  }
  const started = performance.now();
  await new DatabaseCostStore({ knex }).settle({
    now: new Date(`${YEAR + 1}-01-15T00:00:00.000Z`),
    followRegister: false,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`allocated and summed up the charges in ${seconds} s`);
}

function statementOf(month: string): string {
  return `01930000-0000-7000-a000-0000${month.replace('-', '00')}`;
}

function fromMicros(micros: string): string {
  const digits = micros.padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

async function selected(
  knex: Knex,
  text: string,
): Promise<Array<Record<string, string | number>>> {
  const result = await knex.raw(text);
  return result.rows ?? result;
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
