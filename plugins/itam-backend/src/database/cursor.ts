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
import { raw, Sql, sql } from './sql';
import { isStorable } from './text';

/** Values of the sort columns of the last row of a page, the tie-breaker last. */
export type CursorValues = Array<string | number>;

/** The order of a keyset page: columns whose values together are unique. */
export interface PageOrder {
  columns: string[];
  descending?: boolean;
  /** The columns hold whole numbers, not text. */
  numeric?: boolean;
}

/** Writes a cursor; callers are not to look into it. */
export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor of a list with that many sort columns.
 *
 * @throws InputError when it is not one of ours, or of a list sorted otherwise.
 */
export function decodeCursor(
  cursor: string,
  columns: number,
  numeric: boolean = false,
): CursorValues {
  const values = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (
    !Array.isArray(values) ||
    values.length !== columns ||
    !values.every(numeric ? isWholeNumber : isText)
  ) {
    throw new InputError(
      'query.cursor: not a cursor of this list; use the nextCursor of the page before with the same sort, or leave it out',
    );
  }
  return values;
}

/** The rows after a cursor. Rides on the index with these columns in front. */
export function afterCursor(
  order: PageOrder,
  cursor: string | undefined,
): Sql | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const values = decodeCursor(cursor, order.columns.length, order.numeric);
  const holes = values.map(() => '?').join(', ');
  return {
    text: `(${order.columns.join(', ')}) ${
      order.descending ? '<' : '>'
    } (${holes})`,
    bindings: values,
  };
}

/** The ORDER BY that goes with {@link afterCursor}. */
export function orderBy(order: PageOrder): Sql {
  return sql`ORDER BY ${raw(
    order.columns
      .map(column => `${column} ${order.descending ? 'DESC' : 'ASC'}`)
      .join(', '),
  )}`;
}

/**
 * Cuts a page out of rows that were read with one more than the limit, and
 * makes the cursor of the next.
 */
export function pageOf<T>(
  rows: T[],
  limit: number,
  valuesOf: (row: T) => CursorValues,
): { items: T[]; nextCursor?: string } {
  const items = rows.slice(0, limit);
  return rows.length > limit
    ? { items, nextCursor: encodeCursor(valuesOf(items[items.length - 1])) }
    : { items };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && isStorable(value);
}

/** Columns of numbers are 32 bits wide. */
function isWholeNumber(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
