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

import type { AssetTypeLibrary } from '../assetTypes/AssetTypeLibrary';
import { moneySchema } from '../costs/money';
import type { AssetState } from '../register/asset';
import { valueOfField } from './assetFields';
import { joinList, writeText } from './cells';

/** The columns of dates and attributes start with these. @public */
export const datePrefix = 'dates.';
/** @public */
export const attributePrefix = 'attributes.';
/** The column of the currency of an amount ends with this. @public */
export const currencySuffix = '.currency';

/** Words for records that cells name by code: id → code. @public */
export type RecordCodes = ReadonlyMap<string, string>;

const recordFields = new Set(['location', 'legalEntity', 'modelId']);

/**
 * The text of one cell of an asset, as an export writes it: empty where the
 * asset has no value.
 *
 * @public
 */
export function cellTextOf(
  state: AssetState,
  column: string,
  context: { types: Pick<AssetTypeLibrary, 'find'>; codes?: RecordCodes },
): string {
  if (column.startsWith(datePrefix)) {
    return state.dates?.[column.slice(datePrefix.length)] ?? '';
  }
  if (column.startsWith(attributePrefix)) {
    return attributeCell(state, column.slice(attributePrefix.length));
  }
  const value = valueOfField(state, column);
  if (recordFields.has(column) && typeof value === 'string') {
    return writeText(context.codes?.get(value) ?? value);
  }
  return writeValue(value);
}

function attributeCell(state: AssetState, name: string): string {
  if (name.endsWith(currencySuffix)) {
    const amount = moneyOf(
      state.attributes[name.slice(0, -currencySuffix.length)],
    );
    return amount?.currency ?? '';
  }
  return writeValue(state.attributes[name]);
}

/** A value as the text of a cell. */
export function writeValue(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? '' : writeText(joinList(value.map(plainText)));
  }
  const money = moneyOf(value);
  return money ? money.amount : writeText(plainText(value));
}

function plainText(value: unknown): string {
  const money = moneyOf(value);
  if (money) {
    return `${money.amount} ${money.currency}`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function moneyOf(value: unknown) {
  return typeof value === 'object' && value !== null && 'amount' in value
    ? moneySchema.safeParse(value).data
    : undefined;
}
