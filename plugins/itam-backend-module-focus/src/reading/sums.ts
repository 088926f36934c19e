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

import { InputError } from '@backstage/errors';
import { amountColumns, FocusColumn } from '../standard/columns';
import { AmountSql, amountSql } from './amountSql';
import { ExportColumn, ExportTable } from './ExportTable';

/** The names of the four amounts in SQL. */
export const amountNames = [
  'billed',
  'effective',
  'list',
  'contracted',
] as const;

/** … and of what is left of each beyond 18 places. */
const sumNames = amountNames.flatMap(name => [name, `${name}_rest`]);

/** The texts that rows are summed up by: what a head has. */
export const headKeys: Array<[string, FocusColumn]> = [
  ['period_start', 'BillingPeriodStart'],
  ['period_end', 'BillingPeriodEnd'],
  ['currency', 'BillingCurrency'],
  ['category', 'ChargeCategory'],
  ['class', 'ChargeClass'],
];

/** … and what further distinguishes the sums of one head. */
export const bodyKeys: Array<[string, FocusColumn]> = [
  ['provider', 'Provider'],
  ['account', 'SubAccountId'],
  ['resource', 'ResourceId'],
  ['service', 'ServiceName'],
  ['service_category', 'ServiceCategory'],
  ['resource_name', 'ResourceName'],
  ['resource_type', 'ResourceType'],
  ['region', 'RegionId'],
];

/**
 * The statement that reads the file once and keeps its sums in the table
 * `sums`. A row with an amount or a charge period that cannot be read is
 * `bad`; the bad ones are summed up apart, as far as they can be read.
 */
export function sumsSql(table: ExportTable): string {
  const keys = [...headKeys, ...bodyKeys];
  const names = [...keys.map(([name]) => name), 'version'];
  return `CREATE TABLE sums AS
    SELECT ${names
      .map(name => `CAST(${name} AS VARCHAR) AS ${name}`)
      .join(', ')},
      bad, row_count, ${sumNames.join(', ')}
    FROM (
      SELECT ${names.join(', ')}, (${badSql(table)}) AS bad,
        count(*) AS row_count,
        ${sumNames.map(name => `sum(${name}) AS ${name}`).join(', ')}
      FROM (SELECT ${rowSql(table)} FROM ${table.scan})
      GROUP BY ALL)`;
}

/** The columns of a row that are looked at. */
export function rowSql(table: ExportTable): string {
  const { columns, versionColumn } = table;
  const keys = [...headKeys, ...bodyKeys].map(
    ([name, column]) => `${columns.get(column)?.sql ?? 'NULL'} AS ${name}`,
  );
  const amounts = amountColumns.flatMap((column, index) => {
    const name = amountNames[index];
    const { amount, rest } = amountOf(column, columns.get(column));
    return [
      `${columns.get(column)?.sql} AS ${name}_given`,
      `${amount} AS ${name}`,
      `${rest} AS ${name}_rest`,
    ];
  });
  return [
    ...keys,
    `${versionColumn?.sql ?? 'NULL'} AS version`,
    ...amounts,
    `${columns.get('ChargePeriodStart')?.sql} AS charge_start`,
    `${columns.get('ChargePeriodEnd')?.sql} AS charge_end`,
  ].join(', ');
}

/** Whether a row with {@link rowSql} has something that cannot be read. */
export function badSql({ columns }: ExportTable): string {
  return [
    'billed IS NULL',
    'effective IS NULL',
    '(list IS NULL AND list_given IS NOT NULL)',
    '(contracted IS NULL AND contracted_given IS NOT NULL)',
    noInstantSql('charge_start', columns.get('ChargePeriodStart')),
    noInstantSql('charge_end', columns.get('ChargePeriodEnd')),
  ].join(' OR ');
}

function amountOf(
  name: FocusColumn,
  column: ExportColumn | undefined,
): AmountSql {
  const sql = column && amountSql(column.sql, column.type);
  if (!sql) {
    throw new InputError(
      `column ${name} is of the type ${column?.type} and holds no amounts`,
    );
  }
  return sql;
}

/** Some exports write instants to the minute, which DuckDB does not read. */
export function noInstantSql(
  name: string,
  column: ExportColumn | undefined,
): string {
  return column?.type === 'VARCHAR'
    ? `CASE WHEN TRY_CAST(${name} AS TIMESTAMP) IS NULL
         THEN TRY_CAST(regexp_replace(${name}, '(T\\d\\d:\\d\\d)Z$', '\\1:00Z')
           AS TIMESTAMP) IS NULL
         ELSE false END`
    : `${name} IS NULL`;
}
