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

import { Field } from './field';

/** Money as it is typed. */
export interface MoneyEntry {
  amount: string;
  currency: string;
}

/** A record as it is typed: in words, and as named values. */
export interface RecordEntry {
  text: string;
  pairs: Array<{ name: string; value: string }>;
}

/** What stands in a field; checked and read only by {@link valueOf}. */
export type Entry = string | string[] | MoneyEntry | RecordEntry;

const NOTE = 'note';

export function isMoneyEntry(entry: Entry): entry is MoneyEntry {
  return (
    typeof entry === 'object' && !Array.isArray(entry) && 'amount' in entry
  );
}

export function isRecordEntry(entry: Entry): entry is RecordEntry {
  return typeof entry === 'object' && !Array.isArray(entry) && 'pairs' in entry;
}

/** A value as a field shows it; the empty entry for no value. */
export function entryOf(field: Field, value: unknown): Entry {
  if (field.many) {
    return value === undefined || value === null
      ? []
      : [value].flat().map(textOf);
  }
  switch (field.kind) {
    case 'money':
      return {
        amount: textOf(part(value, 'amount')),
        currency: textOf(part(value, 'currency')),
      };
    case 'record':
      return recordEntryOf(value);
    default:
      // A reference may be kept as a record with an id.
      return textOf(part(value, 'id') ?? value);
  }
}

/** The value of an entry as the API wants it; nothing if it is empty. */
export function valueOf(field: Field, entry: Entry): unknown {
  if (Array.isArray(entry)) {
    const values = entry.flatMap(text => oneValue(field, text) ?? []);
    return values.length > 0 ? values : undefined;
  }
  if (typeof entry === 'string') {
    return oneValue(field, entry);
  }
  return isMoneyEntry(entry) ? moneyOf(entry) : recordOf(entry);
}

function oneValue(field: Field, given: string): unknown {
  const text = given.trim();
  if (text === '') {
    return undefined;
  }
  switch (field.kind) {
    case 'number':
      // What is no number stays as it is, so that the check can say so.
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return text === 'true';
    case 'choice':
      return (
        field.choices?.find(({ value }) => String(value) === text)?.value ??
        text
      );
    default:
      return text;
  }
}

function moneyOf({ amount, currency }: MoneyEntry): unknown {
  return amount.trim() === ''
    ? undefined
    : {
        amount: amount.trim().replace(',', '.'),
        currency: currency.trim().toUpperCase(),
      };
}

function recordOf({ text, pairs }: RecordEntry): unknown {
  const named = pairs.filter(({ name, value }) => name.trim() && value.trim());
  if (named.length === 0) {
    return text.trim() || undefined;
  }
  return {
    ...(text.trim() && { [NOTE]: text.trim() }),
    ...Object.fromEntries(
      named.map(({ name, value }) => [name.trim(), value.trim()]),
    ),
  };
}

function recordEntryOf(value: unknown): RecordEntry {
  if (typeof value !== 'object' || value === null) {
    return { text: textOf(value), pairs: [] };
  }
  const { [NOTE]: note, ...rest }: Record<string, unknown> = { ...value };
  return {
    text: textOf(note),
    pairs: Object.entries(rest).map(([name, one]) => ({
      name,
      value: textOf(one),
    })),
  };
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, name)
    : undefined;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
