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
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { cloudResource } from './cloudResources';

/** Forms a bill comes in. */
export type BillFormat = 'csv' | 'parquet';

/** Days of the month that is billed. */
const DAYS = 30;

/** Rows of one resource: about one a day. */
export function resourcesOf(rows: number): number {
  return Math.ceil(rows / DAYS);
}

/**
 * A FOCUS 1.2 export of one month with so many rows, made unless it was made
 * before: a line for each resource and day, and, one in a thousand each, lines
 * of tax and purchases without a resource, and credits.
 */
export async function billFile(options: {
  folder: string;
  rows: number;
  format: BillFormat;
  say: (text: string) => void;
}): Promise<{ path: string; bytes: number }> {
  const { rows, format, say } = options;
  const bills = join(options.folder, `bills_${await stamp()}`);
  const path = join(bills, `bill_${rows}.${format}`);
  await removeOthers(options.folder, bills);
  await mkdir(bills, { recursive: true });
  const made = await stat(path).catch(() => undefined);
  if (made) {
    return { path, bytes: made.size };
  }
  say(`making a bill of ${rows} rows as ${format}, once`);
  const unfinished = `${path}.unfinished`;
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    temp_directory: join(bills, 'spill'),
  });
  try {
    const connection = await instance.connect();
    await connection.run(
      'CREATE TABLE resources (n INTEGER, id VARCHAR, name VARCHAR, type VARCHAR, account VARCHAR, region VARCHAR, service VARCHAR, tags VARCHAR)',
    );
    const appender = await connection.createAppender('resources');
    for (let n = 0; n < resourcesOf(rows); n++) {
      for (const cell of resourceCells(n)) {
        appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(
      `COPY (${rowsSql(rows, format)}) TO '${unfinished}' (${
        format === 'csv'
          ? 'FORMAT csv, HEADER'
          : `FORMAT parquet, KV_METADATA {FocusVersion: '1.2'}`
      })`,
    );
  } finally {
    instance.closeSync();
  }
  await rename(unfinished, path);
  return { path, bytes: (await stat(path)).size };
}

function resourceCells(n: number): string[] {
  const thing = cloudResource(n);
  return [
    String(n),
    thing.keys[0].value,
    thing.name,
    thing.type,
    thing.account ?? '',
    thing.region ?? '',
    thing.providerType ?? '',
    JSON.stringify(thing.labels),
  ];
}

/** All columns of FOCUS 1.2 that exports of a large cloud fill. */
function rowsSql(rows: number, format: BillFormat): string {
  const resources = resourcesOf(rows);
  const day = `r // ${resources}`;
  const start = `TIMESTAMP '2025-09-01' + to_days(CAST(${day} AS INTEGER))`;
  const instant = (value: string) =>
    format === 'csv' ? `strftime(${value}, '%Y-%m-%dT%H:%M:%SZ')` : value;
  const kind = `CASE r % 1000 WHEN 7 THEN 'Tax' WHEN 11 THEN 'Credit'
    WHEN 13 THEN 'Purchase' ELSE 'Usage' END`;
  const named = `r % 1000 NOT IN (7, 13)`;
  // 18 places, as clouds that split a charge over many resources have them
  const amount = (seed: number) => `CAST(concat(
    CASE WHEN r % 1000 = 11 THEN '-' ELSE '' END, (r * 7919 + ${seed}) % 40, '.',
    lpad(CAST((r * 1103515245 + ${seed}) % 1000000007 * 999999937 % 1000000000000000000 AS VARCHAR), 18, '0'))
    AS DECIMAL(30, 18))`;
  return `SELECT
    '111122223333' AS BillingAccountId,
    'Example organisation' AS BillingAccountName,
    'Management' AS BillingAccountType,
    ${amount(1)} AS BilledCost,
    'USD' AS BillingCurrency,
    ${instant(`TIMESTAMP '2025-10-01'`)} AS BillingPeriodEnd,
    ${instant(`TIMESTAMP '2025-09-01'`)} AS BillingPeriodStart,
    ${kind} AS ChargeCategory,
    CAST(NULL AS VARCHAR) AS ChargeClass,
    concat('$0.0', r % 90, ' per hour of ', s.type, ' in ', s.region) AS ChargeDescription,
    'Usage-Based' AS ChargeFrequency,
    ${instant(`${start} + INTERVAL 1 DAY`)} AS ChargePeriodEnd,
    ${instant(start)} AS ChargePeriodStart,
    CAST(NULL AS VARCHAR) AS CommitmentDiscountId,
    CAST(NULL AS VARCHAR) AS CommitmentDiscountStatus,
    24 AS ConsumedQuantity,
    'Hours' AS ConsumedUnit,
    ${amount(2)} AS ContractedCost,
    CAST(r % 90 AS DECIMAL(18, 6)) AS ContractedUnitPrice,
    ${amount(3)} AS EffectiveCost,
    concat('EUINE25-', r % 25) AS InvoiceId,
    'Amazon Web Services EMEA SARL' AS InvoiceIssuerName,
    ${amount(4)} AS ListCost,
    CAST(r % 90 AS DECIMAL(18, 6)) AS ListUnitPrice,
    'Standard' AS PricingCategory,
    'USD' AS PricingCurrency,
    24 AS PricingQuantity,
    'Hours' AS PricingUnit,
    'AWS' AS ProviderName,
    'Amazon Web Services, Inc.' AS PublisherName,
    s.region AS RegionId,
    s.region AS RegionName,
    CASE WHEN ${named} THEN s.id END AS ResourceId,
    CASE WHEN ${named} THEN s.name END AS ResourceName,
    CASE WHEN ${named} THEN s.type END AS ResourceType,
    'Compute' AS ServiceCategory,
    s.service AS ServiceName,
    'Virtual Machines' AS ServiceSubcategory,
    concat('SKU', r % 500) AS SkuId,
    concat('SKU', r % 500, '.JRTCKXETXF.6YS6EN2CT7') AS SkuPriceId,
    s.account AS SubAccountId,
    concat('account ', s.account) AS SubAccountName,
    s.tags AS Tags
    FROM range(${rows}) numbers(r) JOIN resources s ON s.n = r % ${resources}`;
}

async function stamp(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(__filename))
    .digest('hex')
    .slice(0, 8);
}

async function removeOthers(folder: string, bills: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (name.startsWith('bills_') && join(folder, name) !== bills) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
