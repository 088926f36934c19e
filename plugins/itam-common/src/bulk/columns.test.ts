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

import { DateColumn } from './dateFormats';
import { NumberColumn } from './numberFormats';
import { readCell } from './readCell';

function formatOf(...texts: string[]) {
  const column = new DateColumn();
  texts.forEach((text, index) => column.add(text, index + 1));
  return column.result();
}

describe('a column of days', () => {
  it.each([
    [['2026-01-31', '2026-12-01'], 'YYYY-MM-DD'],
    [['2026-01-31T10:00:00Z', ''], 'YYYY-MM-DD'],
    [['31.01.2026', '01.02.2026'], 'DD.MM.YYYY'],
    [['01/02/2026', '31/01/2026'], 'DD/MM/YYYY'],
    [['1/2/26', '1/23/23'], 'MM/DD/YY'],
    [['02/26/2016'], 'MM/DD/YYYY'],
    [['31 Jan 2026', '1 February 2026'], 'D MMM YYYY'],
    [['20260131'], 'YYYYMMDD'],
  ])('%j is read as %s', (texts, format) =>
    expect(formatOf(...texts)).toEqual({ format }),
  );

  it('whose order of day and month cannot be told is refused with what to set', () => {
    expect(formatOf('01/02/2026', '03/04/2026').problem).toMatch(
      /'01\/02\/2026' in row 1 can be read in more than one way.*DD\/MM\/YYYY, MM\/DD\/YYYY/,
    );
  });

  it('needs no order where both mean the same day', () => {
    expect(formatOf('05/05/2026').problem).toBeUndefined();
  });

  it.each([
    [['13/01/2026', '01/13/2026'], /row 2 .* is mixed/],
    [['2026-01-31', '31.01.2026'], /row 2 .* is mixed/],
    [['2026-02-30'], /row 1 has '2026-02-30', which is no day/],
    [['45321'], /the number a spreadsheet counts days with/],
  ])('%j is refused', (texts, message) =>
    expect(formatOf(...texts).problem).toMatch(message),
  );
});

function markOf(...texts: string[]) {
  const column = new NumberColumn();
  texts.forEach((text, index) => column.add(text, index + 1));
  return column.result();
}

describe('a column of numbers', () => {
  it('tells its decimal mark where a cell does', () => {
    expect(markOf('1', '1.234,50')).toEqual({ decimal: 'comma' });
    expect(markOf('1', '1,234.50')).toEqual({ decimal: 'point' });
    expect(markOf('12.5', '1,234')).toEqual({ decimal: 'point' });
  });

  it('that can be thousands or decimals is refused', () => {
    expect(markOf('1,234').problem).toContain('set decimal to point or comma');
    expect(markOf('1.5', '1,5').problem).toContain('other decimal mark');
  });
});

describe('a cell', () => {
  const read = (
    form: Parameters<typeof readCell>[0]['form'],
    text: string,
    options: Parameters<typeof readCell>[2] = {},
  ) => readCell({ form }, { text, marked: false }, options);

  it.each([
    ['yes', true],
    ['FALSE', false],
    ['1', true],
  ])('says %s for %s', (text, value) =>
    expect(read({ kind: 'boolean' }, text)).toEqual({ value }),
  );

  it('of an amount needs a currency', () => {
    const money = { kind: 'money' } as const;
    expect(read(money, '1,234.5', { currency: 'EUR' })).toEqual({
      value: { amount: '1234.5', currency: 'EUR' },
    });
    expect(read(money, '€ 12.50')).toEqual({
      value: { amount: '12.50', currency: 'EUR' },
    });
    expect(read(money, '12.58').problem).toContain('has no currency');
    expect(read(money, '$12.58').problem).toContain('has no currency');
    expect(read(money, '$12.58', { currency: 'USD' })).toEqual({
      value: { amount: '12.58', currency: 'USD' },
    });
    expect(read(money, '12 EUR', { currency: 'USD' }).problem).toContain(
      'is not in USD',
    );
  });

  it('of a number takes its own unit and no other', () => {
    const memory = { kind: 'number', unit: 'GiB' } as const;
    expect(read(memory, '16 gib')).toEqual({ value: 16 });
    expect(read(memory, '16 TB').problem).toContain('is no number of GiB');
  });

  it('of words takes any spelling of a known one', () => {
    const hosting = { kind: 'enum', values: ['on-premises', 'saas'] } as const;
    expect(read(hosting, 'On premises')).toEqual({ value: 'on-premises' });
    expect(read(hosting, 'moon').problem).toContain('on-premises, saas');
  });
});
