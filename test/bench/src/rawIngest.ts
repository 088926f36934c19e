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

import { connect, Place } from './places';
import { postgresTables, RawRows, sqliteTables } from './rawTables';

/**
 * Every table the register wrote for the resources, those referred to first,
 * and the column that names the asset.
 */
const tables: Record<string, string> = {
  assets: 'id',
  asset_keys: 'asset_id',
  asset_relations: 'from_asset_id',
  asset_history: 'asset_id',
  asset_access: 'asset_id',
  publications: 'asset_id',
  observations: 'asset_id',
};

/**
 * What any program has to do at least: write the rows the register wrote, batch
 * by batch through a stage, into tables of the same columns and indexes, with
 * everything known beforehand. Only the writing is timed.
 */
export async function writeRaw(options: { place: Place }): Promise<{
  seconds: number;
  rows: Record<string, number>;
  batchSize: number;
}> {
  const { place } = options;
  const knex = connect(place, 'itam');
  const raw = place.kind === 'postgres' ? postgresTables : sqliteTables;
  try {
    const columns = new Map<string, string[]>();
    const written: Record<string, number> = {};
    for (const table of Object.keys(tables)) {
      columns.set(table, await raw.copyTable(knex, table));
      written[table] = 0;
    }
    const assetIds: string[] = await knex('assets').orderBy('id').pluck('id');
    let seconds = 0;
    for (let from = 0; from < assetIds.length; from += raw.batchSize) {
      const parts: RawRows[] = [];
      for (const [table, of] of Object.entries(tables)) {
        const part = { table, columns: columns.get(table) ?? [] };
        const rows = await raw.read(knex, {
          ...part,
          of,
          assetIds: assetIds.slice(from, from + raw.batchSize),
        });
        parts.push({ ...part, rows });
        written[table] += rows.length;
      }
      const started = performance.now();
      await knex.transaction(async transaction => {
        for (const part of parts) {
          await raw.write(transaction, part);
        }
      });
      seconds += (performance.now() - started) / 1000;
    }
    return { seconds, rows: written, batchSize: raw.batchSize };
  } finally {
    await knex.destroy();
  }
}
