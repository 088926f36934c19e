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

import { openTable, TableOptions } from './Table';

async function tableOf(file: string | Buffer, options: TableOptions = {}) {
  const bytes = Buffer.from(file);
  const table = await openTable(async function* content() {
    for (let start = 0; start < bytes.length; start += 7) {
      yield bytes.subarray(start, start + 7);
    }
  }, options);
  const rows = [];
  for await (const row of table.rows) {
    rows.push(row);
  }
  return { ...table, rows };
}

const cellsOf = async (file: string | Buffer, options?: TableOptions) =>
  (await tableOf(file, options)).rows.map(({ cells }) => cells);

describe('a table file', () => {
  it.each([
    ['line feeds', 'a,b\n1,2\n3,4\n'],
    ['carriage returns and line feeds', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['carriage returns only', 'a,b\r1,2\r3,4\r'],
    ['semicolons', 'a;b\n1;2\n3;4'],
    ['tabs', 'a\tb\n1\t2\n3\t4'],
    ['a byte order mark', '\ufeffa,b\n1,2\n3,4'],
    ['empty lines between', 'a,b\n\n1,2\n\n3,4\n\n'],
    ['columns without header at the end', 'a,b,,\n1,2,,\n3,4,,'],
  ])('is read with %s', async (_, file) => {
    const table = await tableOf(file);
    expect(table.headers).toEqual(['a', 'b']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('is read in UTF-16, with or without a mark, either way round', async () => {
    const little = Buffer.from('a,b\nü,2', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const file of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(await cellsOf(file)).toEqual([['ü', '2']]);
    }
  });

  it('that is not written in UTF-8 is refused unless its encoding is told', async () => {
    const file = Buffer.from('a,b\nM\xfcller,2', 'latin1');
    await expect(tableOf(file)).rejects.toThrow(
      'not written in utf-8; save it as UTF-8, or set encoding',
    );
    expect(await cellsOf(file, { encoding: 'windows-1252' })).toEqual([
      ['Müller', '2'],
    ]);
  });

  it('keeps line breaks, delimiters and quotes inside quoted cells', async () => {
    expect(await cellsOf('a,b\r\n"two\r\nlines","1,2 ""x"""\r\n')).toEqual([
      ['two\r\nlines', '1,2 "x"'],
    ]);
  });

  it('tells of a row that has too many or too few cells', async () => {
    const { rows } = await tableOf('a,b\n1\n1,2,3\n1,2');
    expect(
      rows.map(({ row, problem }) => [row, problem?.slice(0, 24)]),
    ).toEqual([
      [1, 'has 1 cells, the header '],
      [2, 'has 3 cells, the header '],
      [3, undefined],
    ]);
  });

  it('that stops being text far behind its header is refused too', async () => {
    const good = Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`);
    await expect(
      tableOf(Buffer.concat([good, Buffer.from([0xfc, 0x0a])])),
    ).rejects.toThrow('not written in utf-8');
  });

  it.each([
    ['headers there twice', 'a,A,b\n1,2,3', "the header 'A' is there more"],
    ['a column without header', 'a,,b\n1,2,3', 'column 2 has no header'],
    ['a quote never closed', 'a,b\n1,2\n"3,4\n5,6', 'opened and never closed'],
    ['a quote inside a cell', 'a,b\n1,2\n3,4"x"', 'a quote stands inside'],
    ['nothing in it', '', 'the file is empty'],
  ])('with %s is refused', async (_, file, message) => {
    await expect(tableOf(file)).rejects.toThrow(message);
  });

  it('is read as JSON too: an array, or an object per line', async () => {
    const items = [
      { name: 'a {b} "c"', attributes: { ramGib: 16 }, supports: ['x;y', 'z'] },
      {
        name: 'two',
        notes: null,
        purchaseCost: { amount: '1.50', currency: 'EUR' },
        dates: { review: '2026-01-01' },
      },
    ];
    for (const file of [
      JSON.stringify(items, null, 2),
      items.map(item => JSON.stringify(item)).join('\n'),
    ]) {
      const { headers, rows } = await tableOf(file);
      expect(headers).toEqual([
        'name',
        'attributes.ramGib',
        'supports',
        'notes',
        'purchaseCost',
        'purchaseCost.currency',
        'dates.review',
      ]);
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['a {b} "c"', '16', 'x\\;y; z', ...new Array(4).fill(undefined)],
        ['two', undefined, undefined, null, '1.50', 'EUR', '2026-01-01'],
      ]);
    }
  });

  it.each([
    ['cut off', '[{"name": "a"}, {"name": ', 'ends inside an object'],
    ['no object', '[{"name":"a"}, 7]', "'7' where an object should begin"],
    ['no JSON', '[{name: 1}]', 'row 1: no JSON'],
  ])('that is JSON, but %s, is refused', async (_, file, message) => {
    await expect(tableOf(file)).rejects.toThrow(message);
  });
});
