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
import {
  AssetTypeLibrary,
  DateColumn,
  NumberColumn,
  readText,
} from '@itam/plugin-itam-common';
import type { TableRow } from '../reading/Table';
import { formsOf, PlannedColumn } from './ColumnPlan';

/** Rows between two breaths of the event loop. */
const BREATH = 5_000;

/** Whether the file has to be looked at as a whole before its rows are read. */
export function needsScan(
  columns: PlannedColumn[],
  types: AssetTypeLibrary,
): boolean {
  return columns.some(column => scannerOf(column, types) !== undefined);
}

/**
 * Looks at whole columns of days and numbers, and sets how each is written.
 *
 * @returns how many rows there are
 * @throws InputError naming each column that can be read in more than one way.
 */
export async function scanColumns(
  columns: PlannedColumn[],
  rows: AsyncIterable<TableRow>,
  types: AssetTypeLibrary,
  signal?: AbortSignal,
): Promise<number> {
  const scanners = columns.flatMap(column => {
    const scanner = scannerOf(column, types);
    return scanner ? [{ column, scanner }] : [];
  });
  let count = 0;
  for await (const { row, cells, problem } of rows) {
    count += 1;
    if (count % BREATH === 0) {
      signal?.throwIfAborted();
      await new Promise(resolve => setImmediate(resolve));
    }
    for (const { column, scanner } of problem ? [] : scanners) {
      const cell = cells[column.index];
      const read = cell ? readText(cell) : undefined;
      if (read && !read.marked && read.text !== '') {
        scanner.add(
          scanner instanceof NumberColumn ? amountIn(read.text) : read.text,
          row,
        );
      }
    }
  }
  const problems: string[] = [];
  for (const { column, scanner } of scanners) {
    const result = scanner.result();
    if (result.problem !== undefined) {
      problems.push(`column '${column.header}': ${result.problem}`);
    } else {
      Object.assign(
        column.reading,
        'format' in result ? { dateFormat: result.format } : result,
      );
    }
  }
  if (problems.length > 0) {
    throw new InputError(problems.join('; '));
  }
  return count;
}

function scannerOf(
  column: PlannedColumn,
  types: AssetTypeLibrary,
): DateColumn | NumberColumn | undefined {
  const forms = formsOf(column, types);
  if (column.values.size > 0) {
    return undefined;
  }
  if (forms.length === 1 && forms[0] === 'date') {
    return column.reading.dateFormat ? undefined : new DateColumn();
  }
  const numeric =
    forms.length > 0 &&
    forms.every(form => form === 'number' || form === 'money');
  return numeric && !column.reading.decimal ? new NumberColumn() : undefined;
}

/** Without signs of currencies and units around it. */
function amountIn(text: string): string {
  return text.replace(/^[^\d+-]+|[^\d]+$/g, '');
}
