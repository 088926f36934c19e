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

// Exact decimals: a quantity counts ten-thousandths, a unit price millionths,
// so that their product counts 1e-10 and nothing is ever rounded.

const QUANTITY_DIGITS = 4;
const PRICE_DIGITS = 6;
const AMOUNT_DIGITS = 10;

const scaled = (text, digits) => {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  if (fraction.length > digits) {
    throw new Error(`${text} has more than ${digits} decimals`);
  }
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return text.startsWith('-') ? -value : value;
};

const written = (value, digits) => {
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const sign = value < 0n ? '-' : '';
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** Without the zeros at the end: `12.5000` becomes `12.5`. */
export const shortest = text => text.replace(/\.?0+$/, '') || '0';

export const quantityOf = number => BigInt(Math.round(number * 1e4));
export const quantityText = value => shortest(written(value, QUANTITY_DIGITS));

export const priceOf = text => scaled(text, PRICE_DIGITS);
export const priceText = value => shortest(written(value, PRICE_DIGITS));

/** A price less so many per cent, to the millionth. */
export const discounted = (price, percent) =>
  (price * BigInt(1000 - Math.round(percent * 10)) + 500n) / 1000n;

export const amountOf = text => scaled(text, AMOUNT_DIGITS);
export const amountText = value => written(value, AMOUNT_DIGITS);
export const sumOf = amounts => amounts.reduce((sum, one) => sum + one, 0n);

/** So many per cent of an amount, to the cent as invoices have it. */
export const shareOf = (amount, percent) => {
  const cent = 10n ** 8n;
  const share = (amount * BigInt(Math.round(percent * 100))) / 10_000n;
  return ((share + cent / 2n) / cent) * cent;
};
