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

import { AssetField, CellForm } from './assetFields';
import { splitList } from './cells';
import { DateFormat, readDay } from './dateFormats';
import { DecimalMark, readDecimal } from './numberFormats';

/** How the cells of one column are to be read. @public */
export interface ColumnReading {
  dateFormat?: DateFormat;
  decimal?: DecimalMark;
  /** The currency of amounts that name none. */
  currency?: string;
}

/** What a cell says: a value, or what is wrong and what would be right. @public */
export type CellReading =
  | { value: unknown; problem?: undefined }
  | { problem: string; value?: undefined };

/** Numbers a spreadsheet has rounded: their last digits are gone. */
const rounded = /^[+-]?\d([.,]\d+)?E\+\d+$/i;

const yes = ['true', 'yes', 'y', '1', 'on', 'x'];
const no = ['false', 'no', 'n', '0', 'off'];

/**
 * Reads the text of a cell in the form of its field. Refs, assets and records
 * are left as words; who knows them checks them.
 *
 * @public
 */
export function readCell(
  field: Pick<AssetField, 'form' | 'multi'>,
  cell: { text: string; marked: boolean },
  reading: ColumnReading = {},
): CellReading {
  if (!field.multi) {
    return readValue(field.form, cell, reading);
  }
  const values: unknown[] = [];
  for (const text of splitList(cell.text)) {
    const read = readValue(field.form, { ...cell, text }, reading);
    if (read.problem !== undefined) {
      return read;
    }
    values.push(read.value);
  }
  return { value: values };
}

function readValue(
  form: CellForm,
  { text, marked }: { text: string; marked: boolean },
  reading: ColumnReading,
): CellReading {
  switch (form.kind) {
    case 'text':
      return readTextValue(form.maxLength, text, marked);
    case 'number':
      return readNumber(form, text, marked, reading);
    case 'date':
      return readDate(text, reading);
    case 'money':
      return readMoney(text, reading);
    case 'currency':
      return /^[A-Za-z]{3}$/.test(text)
        ? { value: text.toUpperCase() }
        : { problem: `'${text}' is no currency; write a code such as EUR` };
    case 'boolean':
      return readBoolean(text);
    case 'enum':
      return readEnum(form.values, text);
    case 'url':
      return URL.canParse(text)
        ? { value: text }
        : { problem: `'${text}' is no URL; write it with https://` };
    default:
      return { value: text };
  }
}

function readTextValue(
  maxLength: number | undefined,
  text: string,
  marked: boolean,
): CellReading {
  if (!marked && rounded.test(text)) {
    return {
      problem: `'${text}' is what a spreadsheet made of a long number, its last digits are lost; format the column as text and enter it again`,
    };
  }
  return maxLength !== undefined && text.length > maxLength
    ? {
        problem: `is ${text.length} characters long; at most ${maxLength} are kept`,
      }
    : { value: text };
}

function readNumber(
  form: Extract<CellForm, { kind: 'number' }>,
  text: string,
  marked: boolean,
  { decimal = 'point' }: ColumnReading,
): CellReading {
  const bare = withoutUnit(text, form.unit);
  const value =
    marked && /^[+-]?\d/.test(bare)
      ? Number(bare)
      : Number(readDecimal(bare, decimal) ?? Number.NaN);
  if (!Number.isFinite(value)) {
    return {
      problem: `'${text}' is no number${
        form.unit ? ` of ${form.unit}` : ''
      }; write digits, decimals behind a ${decimal}`,
    };
  }
  const { integer } = form;
  return integer &&
    (!Number.isInteger(value) || value < integer.min || value > integer.max)
    ? { problem: `must be a whole number, ${integer.min} to ${integer.max}` }
    : { value };
}

function withoutUnit(text: string, unit: string | undefined): string {
  return unit && text.toLowerCase().endsWith(unit.toLowerCase())
    ? text.slice(0, -unit.length).trim()
    : text;
}

function readDate(
  text: string,
  { dateFormat = 'YYYY-MM-DD' }: ColumnReading,
): CellReading {
  const day = readDay(text, dateFormat);
  return day === undefined
    ? { problem: `'${text}' is no day; write ${dateFormat}` }
    : { value: day };
}

const signs: Record<string, string> = { '€': 'EUR', '£': 'GBP' };

/** Several countries call their money so: the currency has to be told. */
const sharedSigns = /[$¥]/;

function readMoney(
  text: string,
  { decimal = 'point', currency }: ColumnReading,
): CellReading {
  const parts =
    /^(?<before>[^\d+\-.,]*)\s*(?<amount>[+-]?[\d.,' \u00a0\u202f]*\d)\s*(?<after>\D*)$/.exec(
      text,
    )?.groups;
  const amount = parts && readDecimal(parts.amount.trim(), decimal);
  if (!parts || amount === undefined) {
    return {
      problem: `'${text}' is no amount; write digits, decimals behind a ${decimal}`,
    };
  }
  const word = `${parts.before}${parts.after}`.trim();
  const said = sharedSigns.test(word)
    ? word.replace(sharedSigns, '').trim()
    : signs[word] ?? word.toUpperCase();
  if (said !== '' && currency !== undefined && said !== currency) {
    return {
      problem: `'${text}' is not in ${currency}, as the row or the option currency says`,
    };
  }
  const code = said || currency;
  if (code === undefined) {
    return {
      problem: `'${text}' has no currency; add a column with it, or set the option currency`,
    };
  }
  const places = amount.split('.')[1] ?? '';
  return places.length > 6
    ? { problem: `'${text}' has more than 6 decimals` }
    : { value: { amount, currency: code } };
}

function readBoolean(text: string): CellReading {
  const word = text.toLowerCase();
  if (yes.includes(word)) {
    return { value: true };
  }
  return no.includes(word)
    ? { value: false }
    : { problem: `'${text}' is neither; write true or false` };
}

function readEnum(values: readonly string[], text: string): CellReading {
  const word = spelling(text);
  const value = values.find(known => spelling(known) === word);
  return value === undefined
    ? { problem: `'${text}' is not known; write one of ${values.join(', ')}` }
    : { value };
}

/** Words apart from their case and from what stands between them. @public */
export function spelling(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '-');
}
