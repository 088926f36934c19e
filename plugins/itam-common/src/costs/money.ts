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

import { z } from 'zod';

/** A month of the calendar, `2026-10`. @public */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10');

/** A month as a query parameter: also by one of its days. @public */
export const monthParameter = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/,
    'must be a month such as 2026-10, or a day of it',
  )
  .transform(text => text.slice(0, 7));

/** An ISO 4217 code. @public */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code of three capitals such as EUR');

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * Money as people and other programs give it: a decimal string of at most six
 * places, and a currency of ISO 4217.
 *
 * @public
 */
export const moneySchema = z.strictObject({
  amount: z
    .string()
    .regex(
      /^-?\d{1,12}(\.\d{1,6})?$/,
      'must be a decimal string with at most 6 decimals, such as 1234.56',
    ),
  currency: z
    .string()
    .refine(
      code => knownCurrencies.has(code),
      'must be a currency code of ISO 4217 such as EUR',
    ),
});

/** @public */
export type Money = z.infer<typeof moneySchema>;

/**
 * An amount as a decimal number in plain notation, in units of its currency.
 *
 * @public
 */
export const amountSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

const MICROS_PER_UNIT = 1_000_000n;

/**
 * Micros (1e-6 of the unit of a currency) as a decimal number: at least two
 * and at most six places, nothing rounded.
 *
 * @public
 */
export function amountOf(micros: bigint): string {
  const size = micros < 0n ? -micros : micros;
  const places = String(size % MICROS_PER_UNIT)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${micros < 0n ? '-' : ''}${size / MICROS_PER_UNIT}.${places}`;
}

/**
 * The micros of a decimal number in plain notation, rounded half away from
 * zero where it has more than six places.
 *
 * @throws RangeError when the text is no decimal number.
 * @public
 */
export function microsOf(amount: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!parts) {
    throw new RangeError(`'${amount}' is no decimal number`);
  }
  const [, sign, whole, places = ''] = parts;
  const kept = BigInt(whole + places.slice(0, 6).padEnd(6, '0'));
  const size = kept + (places.charAt(6) >= '5' ? 1n : 0n);
  return sign ? -size : size;
}

/**
 * The exact sum of decimal numbers in plain notation, in micros: added first,
 * rounded last, half away from zero.
 *
 * @throws RangeError when a text is no decimal number.
 * @public
 */
export function microsOfSum(amounts: string[]): bigint {
  const places = Math.max(
    0,
    ...amounts.map(amount => amount.split('.')[1]?.length ?? 0),
  );
  const sum = amounts.reduce((total, amount) => {
    const [whole, fraction = ''] = amount.split('.');
    return total + BigInt(whole + fraction.padEnd(places, '0'));
  }, 0n);
  const size = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const point = size.length - places;
  return microsOf(
    `${sum < 0n ? '-' : ''}${size.slice(0, point)}${
      places > 0 ? `.${size.slice(point)}` : ''
    }`,
  );
}

/**
 * One amount in equal shares that add up to it to the micro: what division
 * leaves over goes to the first shares, one micro each.
 *
 * @public
 */
export function evenShares(micros: bigint, shares: number): bigint[] {
  const count = BigInt(shares);
  const share = micros / count;
  const left = micros % count;
  const step = left < 0n ? -1n : 1n;
  return Array.from(
    { length: shares },
    (_, position) => share + (BigInt(position) < left * step ? step : 0n),
  );
}

/** The month after or before, by a number of months. @public */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String(
    (((index % 12) + 12) % 12) + 1,
  ).padStart(2, '0')}`;
}

/** All months from the first to the last one, both included. @public */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    months.push(month);
  }
  return months;
}
