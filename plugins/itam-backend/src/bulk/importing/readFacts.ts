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

import {
  AssetField,
  AssetState,
  AssetType,
  cellTextOf,
  currencySuffix,
  formOfAttribute,
  readCell,
  readText,
  RecordCodes,
  RowProblem,
} from '@itam/plugin-itam-common';
import type { TableRow } from '../reading/Table';
import { isCurrencyColumn, PlannedColumn } from './ColumnPlan';

/** What a row says of one field: a value as the cell reads, or that it is emptied. */
export interface SaidValue {
  column: PlannedColumn;
  /** `null` empties the field. */
  value: unknown;
  field: Pick<AssetField, 'form' | 'multi'>;
}

/** What a row says, beside which asset it is. */
export interface SaidFacts {
  values: SaidValue[];
  problems: RowProblem[];
}

const noTypes = { find: () => undefined };

/** Fields that say which asset it is, or are never emptied. */
const identity = new Set(['id', 'tag', 'type', 'keys']);

/**
 * Reads the cells of a row that say something else than the register has.
 * Cells that are as an export would write them need no reading.
 */
export function readFacts(options: {
  row: TableRow;
  columns: PlannedColumn[];
  type: AssetType;
  state?: AssetState;
  blank: 'leave' | 'clear';
  codes: RecordCodes;
}): SaidFacts {
  const { row, columns, state } = options;
  const said: SaidFacts = { values: [], problems: [] };
  const spoken = new Set<string>();
  for (const column of columns) {
    const cell = row.cells[column.index];
    if (
      cell === undefined ||
      identity.has(column.to) ||
      isCurrencyColumn(column) ||
      spoken.has(column.to)
    ) {
      continue;
    }
    if (cell === null || cell.trim() === '') {
      if (state && (cell === null || options.blank === 'clear')) {
        emptied(said, column, options);
      }
      continue;
    }
    spoken.add(column.to);
    if (!state || !isUnchanged(column, row, state, options.codes)) {
      readOne(said, column, cell, options);
    }
  }
  return said;
}

function emptied(
  said: SaidFacts,
  column: PlannedColumn,
  { state, type, codes }: Parameters<typeof readFacts>[0],
): void {
  if (
    !state ||
    cellTextOf(state, column.to, { types: noTypes, codes }) === ''
  ) {
    return;
  }
  if (column.to === 'name' || column.to === 'status') {
    said.problems.push({
      field: column.header,
      reason: `${column.to} cannot be empty; give one`,
    });
    return;
  }
  const field = fieldOf(column, type);
  if (field) {
    said.values.push({ column, value: null, field });
  }
}

function isUnchanged(
  column: PlannedColumn,
  row: TableRow,
  state: AssetState,
  codes: RecordCodes,
): boolean {
  const context = { types: noTypes, codes };
  if (row.cells[column.index] !== cellTextOf(state, column.to, context)) {
    return false;
  }
  if (column.currencyIndex === undefined) {
    return true;
  }
  const currency = row.cells[column.currencyIndex];
  return (
    !currency ||
    currency === cellTextOf(state, `${column.to}${currencySuffix}`, context)
  );
}

function readOne(
  said: SaidFacts,
  column: PlannedColumn,
  cell: string,
  { row, type, state }: Parameters<typeof readFacts>[0],
): void {
  const field = fieldOf(column, type);
  if (!field) {
    const names = type.attributes.map(({ name }) => name).join(', ');
    said.problems.push({
      field: column.header,
      reason: `${type.title} has no such attribute; it has ${names || 'none'}`,
    });
    return;
  }
  const read = readText(cell);
  const word = column.values.get(read.text.toLowerCase());
  const result = readCell(
    field,
    word === undefined ? read : { text: word, marked: read.marked },
    {
      ...column.reading,
      currency: currencyOf(column, row, state) ?? column.reading.currency,
    },
  );
  if (result.problem !== undefined) {
    said.problems.push({ field: column.header, reason: result.problem });
  } else {
    said.values.push({ column, value: result.value, field });
  }
}

/** The currency the row names, else the one the amount has already. */
function currencyOf(
  column: PlannedColumn,
  row: TableRow,
  state: AssetState | undefined,
): string | undefined {
  if (column.currencyIndex !== undefined) {
    const cell = row.cells[column.currencyIndex]?.trim().toUpperCase();
    if (cell) {
      return cell;
    }
  }
  return column.reading.currency === undefined && column.to === 'purchaseCost'
    ? state?.purchaseCost?.currency
    : undefined;
}

function fieldOf(
  column: PlannedColumn,
  type: AssetType,
): Pick<AssetField, 'form' | 'multi'> | undefined {
  const { target } = column;
  switch (target.kind) {
    case 'field':
      return target.field;
    case 'date':
      return { form: { kind: 'date' } };
    default: {
      const attribute = type.attributes.find(
        ({ name }) => name === target.name,
      );
      return (
        attribute && {
          form: formOfAttribute(attribute),
          multi: attribute.multi,
        }
      );
    }
  }
}
