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

import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';

/** A row of an export, by column. */
export type ExportRow = Record<string, string | undefined>;

/** A row of FOCUS 1.0: one charge of a machine. */
export function aRow(row: ExportRow = {}): ExportRow {
  return {
    BilledCost: '1.5',
    EffectiveCost: '1.25',
    ListCost: '2',
    ContractedCost: '1.5',
    BillingCurrency: 'USD',
    BillingPeriodStart: '2026-09-01T00:00:00Z',
    BillingPeriodEnd: '2026-10-01T00:00:00Z',
    ChargeCategory: 'Usage',
    ChargeClass: undefined,
    ChargePeriodStart: '2026-09-01T00:00:00Z',
    ChargePeriodEnd: '2026-09-02T00:00:00Z',
    ProviderName: 'AWS',
    ServiceCategory: 'Compute',
    ServiceName: 'Amazon Elastic Compute Cloud',
    SubAccountId: '123456789012',
    RegionId: 'eu-west-1',
    ResourceId: 'i-0123456789abcdef0',
    ResourceName: 'checkout-1',
    ResourceType: 'Virtual Machine',
    ...row,
  };
}

/** Rows as CSV; all have the columns of the first one. */
export function aCsv(rows: ExportRow[], delimiter = ','): string {
  const names = Object.keys(rows[0] ?? aRow());
  const lines = [names, ...rows.map(row => names.map(name => row[name]))];
  return lines
    .map(fields => `${fields.map(quoted).join(delimiter)}\n`)
    .join('');
}

function quoted(field: string | undefined): string {
  return field === undefined ? 'NULL' : `"${field.replaceAll('"', '""')}"`;
}

/** A row without some of its columns. */
export function without(row: ExportRow, ...names: string[]): ExportRow {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !names.includes(name)),
  );
}

/** Content as gzip. */
export function aGzip(content: string): Buffer {
  return gzipSync(content);
}

/** Writes rows as Parquet, its columns of the types given, else text. */
export async function writeParquet(
  path: string,
  rows: ExportRow[],
  options: { types?: Record<string, string>; metadata?: string } = {},
): Promise<void> {
  const { types = {}, metadata } = options;
  const names = Object.keys(rows[0]);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const values = rows.map(
    row =>
      `(${names
        .map(name => {
          const text = row[name];
          const value =
            text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
          return `CAST(${value} AS ${types[name] ?? 'VARCHAR'})`;
        })
        .join(', ')})`,
  );
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${values.join(', ')}) AS t(${names.join(
      ', ',
    )})) TO '${path}' (FORMAT parquet${
      metadata ? `, KV_METADATA ${metadata}` : ''
    })`,
  );
  connection.closeSync();
  instance.closeSync();
}
