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

import type { Knex } from 'knex';
import { isPostgres } from './ItamDatabase';
import { storableText } from './text';

/** A piece of SQL with its bindings, to be put together with others. */
export interface Sql {
  text: string;
  bindings: unknown[];
}

/** Builds {@link Sql}; `${}` takes values to bind, or other pieces. */
export function sql(
  strings: TemplateStringsArray,
  ...values: Array<Sql | Bindable>
): Sql {
  const piece: Sql = { text: strings[0], bindings: [] };
  values.forEach((value, index) => {
    if (isSql(value)) {
      piece.text += value.text;
      piece.bindings.push(...value.bindings);
    } else {
      piece.text += '?';
      piece.bindings.push(value);
    }
    piece.text += strings[index + 1];
  });
  return piece;
}

/** What a statement can bind. */
export type Bindable =
  | string
  | number
  | boolean
  | null
  | string[]
  | Array<string | number>;

/** Text that is SQL itself: names of columns and tables, never input. */
export function raw(text: string): Sql {
  return { text, bindings: [] };
}

/** Pieces joined by a separator. */
export function joinSql(pieces: Sql[], separator: string): Sql {
  return {
    text: pieces.map(piece => piece.text).join(separator),
    bindings: pieces.flatMap(piece => piece.bindings),
  };
}

/** All of the conditions; true when there is none. */
export function allOf(conditions: Sql[]): Sql {
  return conditions.length === 0
    ? raw('1 = 1')
    : sql`(${joinSql(conditions, ' AND ')})`;
}

/** Any of the conditions; false when there is none. */
export function anyOf(conditions: Sql[]): Sql {
  return conditions.length === 0
    ? raw('1 = 0')
    : sql`(${joinSql(conditions, ' OR ')})`;
}

/** The column holds one of the values, however many there are: one binding. */
export function isOneOf(knex: Knex, column: string, values: string[]): Sql {
  if (values.length === 1) {
    return sql`${raw(column)} = ${values[0]}`;
  }
  return isPostgres(knex)
    ? sql`${raw(column)} = ANY(${values}::text[])`
    : sql`${raw(column)} IN (SELECT value FROM json_each(${JSON.stringify(
        values,
      )}))`;
}

/** A LIKE pattern for text that holds these characters, wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, character => `\\${character}`)}%`;
}

/** Runs a query and gives its rows. */
export async function rowsOf<T>(knex: Knex, query: Sql): Promise<T[]> {
  const result = await knex.raw(query.text, bindingsOf(query));
  return isPostgres(knex) ? result.rows : result;
}

/** Runs a statement and gives the number of rows it touched. */
export async function touchedBy(knex: Knex, statement: Sql): Promise<number> {
  const result = await knex.raw(statement.text, bindingsOf(statement));
  return isPostgres(knex) ? result.rowCount : result.changes;
}

/** A JSON column as the drivers give it: parsed on PostgreSQL, text on SQLite. */
export function fromJson<T>(value: T | string): T {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'bindings' in value;
}

function bindingsOf(query: Sql): Knex.RawBinding[] {
  // knex types arrays as lists of scalars only, which is what Bindable holds
  return query.bindings.map(value =>
    typeof value === 'string' ? storableText(value) : value,
  ) as Knex.RawBinding[];
}
