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
import { joinList, writeText } from '@itam/plugin-itam-common';
import type { TableRow } from './Table';

const MAX_ITEM_CHARACTERS = 1_000_000;

/** Objects of a JSON array, or one object per line, while they are read. */
export async function* readJsonItems(
  text: AsyncIterable<string>,
): AsyncIterable<Record<string, unknown>> {
  let item = '';
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let count = 0;
  for await (const piece of text) {
    let start = depth > 0 ? 0 : -1;
    for (let index = 0; index < piece.length; index += 1) {
      const sign = piece[index];
      if (depth === 0) {
        if (sign === '{') {
          depth = 1;
          start = index;
        } else if (!/[\s,[\]]/.test(sign)) {
          throw new InputError(
            `body: row ${
              count + 1
            }: '${sign}' where an object should begin; send a JSON array of objects, or one object per line`,
          );
        }
      } else if (quoted) {
        if (escaped) {
          escaped = false;
        } else if (sign === '\\') {
          escaped = true;
        } else if (sign === '"') {
          quoted = false;
        }
      } else if (sign === '"') {
        quoted = true;
      } else if (sign === '{' || sign === '[') {
        depth += 1;
      } else if (sign === '}' || sign === ']') {
        depth -= 1;
        if (depth === 0) {
          count += 1;
          yield parseItem(item + piece.slice(start, index + 1), count);
          item = '';
          start = -1;
        }
      }
    }
    if (depth > 0) {
      item += piece.slice(start);
      if (item.length > MAX_ITEM_CHARACTERS) {
        throw new InputError(
          `body: row ${
            count + 1
          }: longer than ${MAX_ITEM_CHARACTERS} characters; a bracket may be missing`,
        );
      }
    }
  }
  if (depth > 0) {
    throw new InputError(
      `body: row ${
        count + 1
      }: the file ends inside an object; it may be cut off`,
    );
  }
}

function parseItem(json: string, row: number): Record<string, unknown> {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new InputError(`body: row ${row}: no JSON: ${error}`);
  }
}

/**
 * An object as cells by column: members of `attributes` and `dates` are columns
 * of their own, so is the currency of an amount. `null` stays what it is: it
 * empties a field.
 */
export function cellsOfItem(
  item: Record<string, unknown>,
): Map<string, string | null> {
  const cells = new Map<string, string | null>();
  for (const [name, value] of Object.entries(item)) {
    if ((name === 'attributes' || name === 'dates') && isObject(value)) {
      for (const [inner, one] of Object.entries(value)) {
        put(cells, `${name}.${inner}`, one);
      }
    } else {
      put(cells, name, value);
    }
  }
  return cells;
}

function put(
  cells: Map<string, string | null>,
  column: string,
  value: unknown,
): void {
  if (value === undefined) {
    return;
  }
  if (isMoney(value)) {
    cells.set(column, String(value.amount));
    cells.set(`${column}.currency`, String(value.currency));
  } else if (Array.isArray(value)) {
    cells.set(
      column,
      value.length === 0 ? null : writeText(joinList(value.map(textOf))),
    );
  } else {
    cells.set(column, value === null ? null : writeText(textOf(value)));
  }
}

function textOf(value: unknown): string {
  if (isMoney(value)) {
    return `${value.amount} ${value.currency}`;
  }
  if (isObject(value)) {
    // keys of assets, as the API writes them
    return 'type' in value && 'value' in value
      ? `${value.type}=${value.value}`
      : JSON.stringify(value);
  }
  return String(value);
}

function isMoney(
  value: unknown,
): value is { amount: string; currency: string } {
  return isObject(value) && 'amount' in value && 'currency' in value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows of JSON with the columns of all objects seen so far. */
export async function* jsonRows(
  items: AsyncIterable<Record<string, unknown>>,
  headers: string[],
): AsyncIterable<TableRow> {
  const known = new Map(headers.map((header, index) => [header, index]));
  let row = 0;
  for await (const item of items) {
    row += 1;
    const cells: TableRow['cells'] = new Array(headers.length).fill(undefined);
    let stranger: string | undefined;
    for (const [column, cell] of cellsOfItem(item)) {
      const index = known.get(column);
      if (index === undefined) {
        stranger ??= column;
      } else {
        cells[index] = cell;
      }
    }
    yield stranger === undefined
      ? { row, cells }
      : { row, cells, problem: `has '${stranger}', which no mapped column is` };
  }
}
