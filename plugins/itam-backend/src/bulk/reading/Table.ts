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
import type { ImportOptions } from '@itam/plugin-itam-common';
import { decode } from './decode';
import { readCsv } from './readCsv';
import { cellsOfItem, jsonRows, readJsonItems } from './readJson';

/** A row of a file. */
export interface TableRow {
  /** Counted from 1, without the header. */
  row: number;
  /** In the order of the headers; undefined: not there; null: emptied. */
  cells: Array<string | null | undefined>;
  /** Why it cannot be read. */
  problem?: string;
}

/** A file as a table, while it is read. */
export interface Table {
  format: 'csv' | 'json';
  headers: string[];
  delimiter?: string;
  lineEnd?: string;
  rows: AsyncIterable<TableRow>;
}

/** What has to be known to read a file. */
export type TableOptions = Pick<
  ImportOptions,
  'format' | 'delimiter' | 'encoding'
>;

/**
 * Opens a file. It is opened anew for every pass over its rows; the columns of
 * JSON are those of all its objects, which takes a pass of its own.
 */
export async function openTable(
  content: () => AsyncIterable<Uint8Array>,
  options: TableOptions & { partial?: boolean; jsonHeaders?: string[] },
): Promise<Table> {
  const text = () => decode(content(), options);
  if ((options.format ?? (await formatOf(text()))) === 'csv') {
    return { format: 'csv', ...(await readCsv(text(), options)) };
  }
  const headers = options.jsonHeaders ?? (await jsonHeaders(text(), options));
  return {
    format: 'json',
    headers,
    rows: jsonRows(readJsonItems(text()), headers),
  };
}

async function formatOf(text: AsyncIterable<string>): Promise<'csv' | 'json'> {
  for await (const piece of text) {
    const first = piece.trimStart().charAt(0);
    if (first) {
      return first === '{' || first === '[' ? 'json' : 'csv';
    }
  }
  throw new InputError('body: the file is empty; send its content');
}

async function jsonHeaders(
  text: AsyncIterable<string>,
  { partial }: { partial?: boolean },
): Promise<string[]> {
  const headers = new Set<string>();
  try {
    for await (const item of readJsonItems(text)) {
      for (const column of cellsOfItem(item).keys()) {
        headers.add(column);
      }
    }
  } catch (error) {
    if (!partial || headers.size === 0) {
      throw error;
    }
  }
  return [...headers];
}
