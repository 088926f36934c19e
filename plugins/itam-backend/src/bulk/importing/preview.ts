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
  assetFields,
  attributePrefix,
  AssetTypeLibrary,
  ColumnGuesser,
  currencySuffix,
  DateColumn,
  datePrefix,
  ImportMapping,
  ImportOptions,
  ImportPreview,
  keyDateKinds,
  readText,
} from '@itam/plugin-itam-common';
import { encodingOf } from '../reading/decode';
import { openTable, TableRow } from '../reading/Table';
import { keyOf } from './ColumnPlan';

const SAMPLE_ROWS = 200;
const SAMPLES = 3;
const SAMPLE_LENGTH = 80;

/** Looks at the beginning of a file; what is wrong is told, not thrown. */
export async function previewOf(options: {
  head: Uint8Array;
  partial: boolean;
  options: Pick<ImportOptions, 'format' | 'delimiter' | 'encoding'>;
  mapping?: ImportMapping;
  mappings: Array<ImportMapping & { name: string }>;
  guesser: ColumnGuesser;
  types: AssetTypeLibrary;
}): Promise<ImportPreview> {
  const { head, mapping, guesser } = options;
  const encoding = encodingOf(head, options.options.encoding);
  const preview: ImportPreview = {
    format: 'csv',
    encoding: encoding.name,
    byteOrderMark: encoding.byteOrderMark,
    partial: options.partial,
    columns: [],
    mappings: [],
    problems: [],
    fields: fieldsOf(options.types),
  };
  async function* content() {
    yield head;
  }
  const rows: TableRow[] = [];
  let headers: string[] = [];
  try {
    const table = await openTable(content, {
      ...options.options,
      partial: options.partial,
    });
    headers = table.headers;
    Object.assign(preview, {
      format: table.format,
      delimiter: table.delimiter,
      lineEnd: table.lineEnd,
    });
    for await (const row of table.rows) {
      rows.push(row);
      if (rows.length === SAMPLE_ROWS) {
        break;
      }
    }
  } catch (error) {
    // the beginning of a file may break off in the middle of a row
    if (!options.partial || rows.length === 0) {
      preview.problems.push(wordsOf(error));
    }
  }
  const mapped = new Map(
    Object.entries(mapping?.columns ?? {}).map(([header, column]) => [
      keyOf(header),
      column,
    ]),
  );
  preview.columns = headers.map((header, index) => {
    const guess = guesser.guess(header);
    const column = mapped.get(keyOf(header));
    const texts = rows.flatMap(({ cells }) => {
      const text = readText(cells[index] ?? '').text;
      return text === '' ? [] : [text];
    });
    const to = column ? column.to : guess.to ?? null;
    return {
      header,
      to,
      confidence: column ? 1 : guess.confidence,
      samples: [...new Set(texts)]
        .slice(0, SAMPLES)
        .map(text => text.slice(0, SAMPLE_LENGTH)),
      ...(isDate(to, options.types) && dateFormatIn(texts)),
    };
  });
  const keys = new Set(headers.map(keyOf));
  preview.mappings = options.mappings
    .filter(({ columns }) => {
      const known = new Set(Object.keys(columns).map(keyOf));
      return keys.size > 0 && [...keys].every(key => known.has(key));
    })
    .map(({ name }) => name);
  preview.problems.push(
    ...rows
      .flatMap(({ row, problem }) => (problem ? [`row ${row} ${problem}`] : []))
      .slice(0, 5),
  );
  return preview;
}

function dateFormatIn(texts: string[]) {
  const column = new DateColumn();
  texts.forEach((text, index) => column.add(text, index + 1));
  const { format, problem } = column.result();
  return { dateFormat: texts.length > 0 ? format : undefined, problem };
}

function isDate(to: string | null, types: AssetTypeLibrary): boolean {
  if (to === null) {
    return false;
  }
  if (to.startsWith(attributePrefix)) {
    const name = to.slice(attributePrefix.length);
    const kinds = new Set(
      types
        .list()
        .flatMap(({ attributes }) => attributes)
        .filter(attribute => attribute.name === name)
        .map(({ kind }) => kind),
    );
    return kinds.size === 1 && kinds.has('date');
  }
  return (
    to.startsWith(datePrefix) ||
    assetFields.some(({ name, form }) => name === to && form.kind === 'date')
  );
}

function fieldsOf(types: AssetTypeLibrary): string[] {
  const attributes = types
    .list()
    .flatMap(type => type.attributes)
    .flatMap(({ name, kind, multi }) =>
      kind === 'money' && !multi ? [name, `${name}${currencySuffix}`] : [name],
    );
  return [
    ...assetFields.filter(({ readOnly }) => !readOnly).map(({ name }) => name),
    ...Object.keys(keyDateKinds).map(kind => `${datePrefix}${kind}`),
    ...[...new Set(attributes)].sort().map(name => `${attributePrefix}${name}`),
  ];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
