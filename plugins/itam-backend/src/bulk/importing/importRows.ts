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

import type {
  AssetTypeLibrary,
  ColumnGuesser,
  ImportMapping,
  ImportOptions,
} from '@itam/plugin-itam-common';
import { openTable, Table, TableRow } from '../reading/Table';
import { ColumnPlan, planColumns } from './ColumnPlan';
import { needsScan, scanColumns } from './scanColumns';

/** A file that is ready to be taken row by row. */
export interface OpenImport {
  plan: ColumnPlan;
  /** How many rows there are, if the file had to be looked at as a whole. */
  total?: number;
  rows: AsyncIterable<TableRow>;
}

/**
 * Opens a file and finds out how it is to be read.
 *
 * @throws InputError when that cannot be told.
 */
export async function openImport(options: {
  content: () => AsyncIterable<Uint8Array>;
  options: ImportOptions;
  mapping?: ImportMapping;
  types: AssetTypeLibrary;
  guesser: ColumnGuesser;
  mayReadCosts: boolean;
  signal?: AbortSignal;
}): Promise<OpenImport> {
  const { content, types } = options;
  const first = await openTable(content, options.options);
  const plan = planColumns({ ...options, headers: first.headers });
  if (plan.into !== 'assets' || !needsScan(plan.columns, types)) {
    return { plan, rows: first.rows };
  }
  const total = await scanColumns(
    plan.columns,
    first.rows,
    types,
    options.signal,
  );
  const second = await again(content, options.options, first);
  return { plan, total, rows: second.rows };
}

function again(
  content: () => AsyncIterable<Uint8Array>,
  options: ImportOptions,
  first: Table,
): Promise<Table> {
  return openTable(content, {
    ...options,
    format: first.format,
    jsonHeaders: first.headers,
  });
}

/** Rows in batches; the next one is read while one is worked on. */
export async function* batchesOf<T>(
  rows: AsyncIterable<T>,
  size: number,
): AsyncIterable<T[]> {
  const source = rows[Symbol.asyncIterator]();
  const next = async () => {
    const batch: T[] = [];
    while (batch.length < size) {
      const { value, done } = await source.next();
      if (done) {
        break;
      }
      batch.push(value);
    }
    return batch;
  };
  let waiting = next();
  for (;;) {
    const batch = await waiting;
    if (batch.length === 0) {
      return;
    }
    waiting = next();
    // a failure is told when the batch is asked for
    waiting.catch(() => undefined);
    yield batch;
    // SQLite works in this thread: others get a turn
    await new Promise(resolve => setImmediate(resolve));
  }
}
