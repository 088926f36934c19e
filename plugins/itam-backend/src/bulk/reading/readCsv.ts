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

import { Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import { CsvError, parse } from 'csv-parse';
import { csvFormOf } from './csvForm';
import type { TableRow } from './Table';

const HEAD_CHARACTERS = 65_536;
const MAX_CELL_CHARACTERS = 1_000_000;

/** A CSV while it is read. */
export interface CsvTable {
  headers: string[];
  delimiter: string;
  lineEnd: string;
  rows: AsyncIterable<TableRow>;
}

/**
 * Reads a CSV.
 *
 * @throws InputError when it is none: an empty file, a quote that is never
 * closed, headers that are missing or there twice.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  options: { delimiter?: string } = {},
): Promise<CsvTable> {
  const { head, all } = await withHead(text);
  if (head.trim() === '') {
    throw new InputError('body: the file is empty; send its content');
  }
  const form = csvFormOf(head, options.delimiter);
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: form.lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_CELL_CHARACTERS,
  });
  const source = Readable.from(all);
  // a pipe does not hand errors on
  source.on('error', error => parser.destroy(error));
  source.pipe(parser);
  const records: AsyncIterator<string[]> = parser[Symbol.asyncIterator]();
  const first = await next(records, 0);
  if (!first) {
    throw new InputError(
      'body: the file has no header; put one in the first row',
    );
  }
  const headers = headersOf(first);
  return {
    headers,
    ...form,
    rows: rowsOf(records, headers, () => source.destroy()),
  };
}

/** Columns without header at the end, as spreadsheets leave them, are dropped. */
function headersOf(cells: string[]): string[] {
  const headers = cells.map(cell => cell.trim());
  while (headers.length > 0 && headers[headers.length - 1] === '') {
    headers.pop();
  }
  const nameless = headers.indexOf('');
  if (nameless >= 0) {
    throw new InputError(
      `body: column ${
        nameless + 1
      } has no header; give it one, or delete the column`,
    );
  }
  const seen = new Set<string>();
  const twice = headers.filter(header => {
    const key = header.toLowerCase();
    return seen.has(key) || !seen.add(key);
  });
  if (twice.length > 0) {
    throw new InputError(
      `body: the header ${twice
        .map(header => `'${header}'`)
        .join(
          ', ',
        )} is there more than once; give every column a name of its own`,
    );
  }
  return headers;
}

async function* rowsOf(
  records: AsyncIterator<string[]>,
  headers: string[],
  close: () => void,
): AsyncIterable<TableRow> {
  try {
    yield* eachRow(records, headers);
  } finally {
    close();
  }
}

async function* eachRow(
  records: AsyncIterator<string[]>,
  headers: string[],
): AsyncIterable<TableRow> {
  for (let row = 1; ; row += 1) {
    const cells = await next(records, row);
    if (!cells) {
      return;
    }
    while (
      cells.length > headers.length &&
      cells[cells.length - 1].trim() === ''
    ) {
      cells.pop();
    }
    yield cells.length === headers.length
      ? { row, cells }
      : {
          row,
          cells,
          problem: `has ${cells.length} cells, the header ${headers.length}; quote cells that hold the delimiter or a line break`,
        };
  }
}

async function next(
  records: AsyncIterator<string[]>,
  row: number,
): Promise<string[] | undefined> {
  try {
    const { value, done } = await records.next();
    return done ? undefined : value;
  } catch (error) {
    throw error instanceof CsvError
      ? new InputError(
          `body: row ${row}${
            typeof error.column === 'number'
              ? `, column ${error.column + 1}`
              : ''
          }: ${reasonOf(error)}`,
        )
      : error;
  }
}

function reasonOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed; close it, or double quotes that belong to the text';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote stands inside a cell; quote the whole cell and double the quotes in it';
    case 'CSV_MAX_RECORD_SIZE':
      return `the row is longer than ${MAX_CELL_CHARACTERS} characters; a quote may be missing`;
    default:
      return message;
  }
}

/** The beginning of a text to look at, and the whole of it to read. */
async function withHead(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (head.length < HEAD_CHARACTERS && !ended) {
    const { value, done } = await pieces.next();
    ended = done ?? false;
    head += done ? '' : value;
  }
  async function* all() {
    yield head;
    while (!ended) {
      const { value, done } = await pieces.next();
      if (done) {
        return;
      }
      yield value;
    }
  }
  return { head, all: all() };
}
