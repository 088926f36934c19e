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
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Cell, cellOf, RowLoad } from './staging';

/** What the text format of COPY gives a meaning of its own. */
const special = /[\\\b\f\n\r\t\v]/;
const everySpecial = /[\\\b\f\n\r\t\v]/g;

const escapes: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

/** Adds rows to a table of PostgreSQL by COPY. */
export async function copyRows(
  transaction: Knex.Transaction,
  table: string,
  load: RowLoad,
): Promise<void> {
  const lines = linesOf(load);
  if (lines === '') {
    return;
  }
  const names = Object.keys(load.columns).join(', ');
  // inside a transaction knex always hands out its one connection
  const client: Client = await transaction.client.acquireConnection();
  await new Promise<void>((resolve, reject) => {
    const copy = client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`));
    copy.once('finish', resolve);
    copy.once('error', error => {
      // it quotes the line at fault, with all its values
      Reflect.deleteProperty(error, 'where');
      reject(error);
    });
    copy.end(lines);
  });
}

/** Joined row by row: one text that grows by fields would be a rope of them. */
function linesOf({ columns, rows }: RowLoad): string {
  const types = Object.entries(columns);
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(
      types.map(([name, type]) => fieldOf(cellOf(row[name], type))).join('\t'),
    );
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

function fieldOf(cell: Cell): string {
  if (cell === null) {
    return '\\N';
  }
  const text = String(cell);
  return special.test(text)
    ? text.replace(everySpecial, character => escapes[character])
    : text;
}
