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
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { BillFormat } from './billFile';

/** The settings a source of cost exports has unless told otherwise. */
const settings = {
  memory_limit: '512MB',
  threads: String(Math.min(availableParallelism(), 4)),
};

const keys = [
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'BillingCurrency',
  'ChargeCategory',
  'ChargeClass',
  'ProviderName',
  'SubAccountId',
  'ResourceId',
  'ServiceName',
  'ServiceCategory',
  'ResourceName',
  'ResourceType',
  'RegionId',
];

const amounts = ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'];

/**
 * How long DuckDB alone takes to sum up a bill by the same columns, amounts
 * cast to decimals with 18 places, until the process has every sum. The file
 * has been read before, as it has when the register reads it.
 */
export async function sumBareBill(options: {
  bill: { path: string; format: BillFormat };
}): Promise<{ seconds: number; groups: number; hashSeconds: number }> {
  const { path, format } = options.bill;
  const started = performance.now();
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
  }
  const hashSeconds = (performance.now() - started) / 1000;
  const spill = await mkdtemp(join(tmpdir(), 'itam-bench-'));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      ...settings,
      temp_directory: spill,
    });
    const connection = await instance.connect();
    const sql = await sumsSql(connection, path, format);
    const begun = performance.now();
    const groups = await fetchAll(connection, sql);
    const seconds = (performance.now() - begun) / 1000;
    connection.closeSync();
    instance.closeSync();
    return { seconds, groups, hashSeconds };
  } finally {
    await rm(spill, { recursive: true, force: true });
  }
}

async function sumsSql(
  connection: DuckDBConnection,
  path: string,
  format: BillFormat,
): Promise<string> {
  const scan =
    format === 'parquet'
      ? `read_parquet('${path}')`
      : `read_csv('${path}', auto_detect = false, header = true, delim = ',',
          quote = '"', escape = '"', nullstr = ['NULL', ''],
          columns = {${await columnsOf(connection, path)}})`;
  return `SELECT ${keys.join(', ')}, count(*), ${amounts
    .map(name => `sum(CAST(${name} AS DECIMAL(30, 18)))`)
    .join(', ')} FROM ${scan} GROUP BY ALL`;
}

async function columnsOf(
  connection: DuckDBConnection,
  path: string,
): Promise<string> {
  const reader = await connection.runAndReadAll(
    `SELECT column_name FROM (DESCRIBE SELECT * FROM read_csv('${path}',
      header = true, all_varchar = true))`,
  );
  return reader
    .getRows()
    .map(([name]) => `${name}: 'VARCHAR'`)
    .join(', ');
}

async function fetchAll(
  connection: DuckDBConnection,
  sql: string,
): Promise<number> {
  const result = await connection.stream(sql);
  let groups = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) {
      return groups;
    }
    groups += chunk.getRows().length;
  }
}
