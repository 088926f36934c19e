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
import { ColumnNames, FocusColumn } from '../standard/columns';
import { FocusVersion, statesVersion, versionOf } from '../standard/versions';
import { readCsvHeader } from './csvHeader';
import { DuckDbSession } from './DuckDbSession';
import { FileFormat } from './format';
import { identifier, literal } from './sql';

/** A column of the file: how it is named in SQL, and its type. */
export interface ExportColumn {
  sql: string;
  type: string;
}

/** A file as a table: what its columns mean, and how it is scanned. */
export interface ExportTable {
  version: FocusVersion;
  /** Scans the file. */
  scan: string;
  /** Scans the file and numbers its rows as people count them. */
  numberedScan: string;
  columns: Map<FocusColumn, ExportColumn>;
  /** The column that states the version, if one does. */
  versionColumn?: ExportColumn;
}

/** A file of which the names of the columns are known. */
interface OpenedFile {
  names: string[];
  columns: ExportColumn[];
  scan: string;
  numberedScan: string;
  /** What the file itself states about its version, beside its columns. */
  stated?: string;
}

/**
 * Opens a file as a table.
 *
 * @throws InputError when it is no export of a version that can be read.
 */
export async function openTable(options: {
  session: DuckDbSession;
  format: FileFormat;
  configured?: FocusVersion;
  signal: AbortSignal;
}): Promise<ExportTable> {
  const { session, format, configured, signal } = options;
  const file =
    format === 'parquet'
      ? await openParquet(session, signal)
      : await openCsv(session, format === 'gzip');
  const names = ColumnNames.create(file.names);
  if (!['BilledCost', 'BillingCurrency'].some(name => names.has(name))) {
    throw new InputError(
      format === 'parquet'
        ? 'the Parquet file has no columns of FOCUS: neither BilledCost nor BillingCurrency'
        : 'the file is no CSV of FOCUS: its first line names neither BilledCost nor BillingCurrency',
    );
  }
  const at = file.names.findIndex(statesVersion);
  const versionColumn = file.columns[at];
  const version = versionOf({
    columns: names,
    stated:
      file.stated ??
      (versionColumn && (await firstOf(session, file, versionColumn, signal))),
    configured,
  });
  const columns = new Map(
    [...names.positionsOf(version)].map(
      ([column, position]) => [column, file.columns[position]] as const,
    ),
  );
  const { scan, numberedScan } = file;
  return { version, scan, numberedScan, columns, versionColumn };
}

async function openCsv(
  session: DuckDbSession,
  compressed: boolean,
): Promise<OpenedFile> {
  const { names, delimiter } = await readCsvHeader(session.path, compressed);
  const columns = names.map((_, index) => ({
    sql: `c${index}`,
    type: 'VARCHAR',
  }));
  const scan = `read_csv(${literal(session.path)},
    auto_detect = false, header = true, strict_mode = true,
    delim = ${literal(delimiter)}, quote = '"', escape = '"', comment = '',
    compression = ${compressed ? `'gzip'` : `'none'`},
    all_varchar = true, nullstr = ['NULL', ''],
    columns = {${columns.map(({ sql }) => `${sql}: 'VARCHAR'`).join(', ')}})`;
  return {
    names,
    columns,
    scan,
    numberedScan: `(SELECT row_number() OVER () + 1 AS row_number, * FROM ${scan})`,
  };
}

async function openParquet(
  session: DuckDbSession,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const path = literal(session.path);
  const scanOf = (further: string) =>
    `read_parquet(${path}, binary_as_string = true, hive_partitioning = false${further})`;
  const described = await session.rows(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${scanOf(
      '',
    )})`,
    signal,
  );
  const metadata = await session.rows(
    `SELECT decode(key), decode(value) FROM parquet_kv_metadata(${path})
     WHERE octet_length(key) < 100 AND octet_length(value) < 100`,
    signal,
  );
  const names = described.map(([name]) => String(name));
  return {
    names,
    columns: described.map(([name, type]) => ({
      sql: identifier(String(name)),
      type: String(type),
    })),
    scan: scanOf(''),
    numberedScan: `(SELECT file_row_number + 1 AS row_number, * FROM ${scanOf(
      ', file_row_number = true',
    )})`,
    stated: metadata
      .filter(([key]) => statesVersion(String(key)))
      .map(([, value]) => String(value))[0],
  };
}

async function firstOf(
  session: DuckDbSession,
  file: OpenedFile,
  column: ExportColumn,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [row] = await session.rows(
    `SELECT CAST(${column.sql} AS VARCHAR) FROM ${file.scan} LIMIT 1`,
    signal,
  );
  return typeof row?.[0] === 'string' ? row[0] : undefined;
}
