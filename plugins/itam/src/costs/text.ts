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

import { DateTime } from 'luxon';

const LOCALE = 'en-GB';
const MICRO_PLACES = 6;

/** How many places an amount is shown with. */
export interface AmountForm {
  /** As many places as it has, nothing rounded away. */
  exact?: boolean;
  /** At least six places, so that amounts below each other line up. */
  aligned?: boolean;
}

/**
 * An amount in its currency as people read it. What is not nothing but rounds
 * to it says so: `< €0.01`, credits too.
 */
export function moneyText(
  amount: string,
  currency: string,
  form: AmountForm = {},
): string {
  if (!isNumeric(amount) || !/^[A-Z]{3}$/.test(currency)) {
    return `${amount} ${currency}`;
  }
  if (!form.exact && isTiny(amount, currency)) {
    return `< ${smallestText(currency)}`;
  }
  const places = Math.max(
    placesOf(amount),
    placesOfCurrency(currency),
    form.aligned ? MICRO_PLACES : 0,
  );
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    ...(form.exact && { maximumFractionDigits: places }),
    ...(form.aligned && { minimumFractionDigits: places }),
  }).format(amount);
}

/** Whether an amount is something, yet too small to be told in its currency. */
export function isTiny(amount: string, currency: string): boolean {
  const size = Math.abs(Number(amount));
  return size > 0 && size < 10 ** -placesOfCurrency(currency) / 2;
}

/** The smallest amount a currency tells: `€0.01`. */
export function smallestText(currency: string): string {
  return moneyText(`${10 ** -placesOfCurrency(currency)}`, currency);
}

/**
 * An amount as text, cut where the places of its currency end: `€1.23` and
 * `4567`.
 */
export function cutAtItsPlaces(
  text: string,
  currency: string,
): [main: string, rest: string] {
  const point = text.lastIndexOf('.');
  const places = placesOfCurrency(currency);
  const end = point < 0 ? text.length : point + (places > 0 ? 1 + places : 0);
  return [text.slice(0, end), text.slice(end)];
}

/** Short money for the axis of a chart. */
export function axisText(value: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1,
    minimumFractionDigits: 0,
  }).format(value);
}

/** A part of a whole, 0 to 1, as a percentage. */
export function percentText(part: number): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'percent',
    maximumFractionDigits: Math.abs(part) < 0.1 ? 1 : 0,
  }).format(part);
}

/** A count with its thousands apart. */
export function countText(count: number): string {
  return new Intl.NumberFormat(LOCALE).format(count);
}

/** `2026-10` as "October 2026", or "Oct 2026" where room is short. */
export function monthText(month: string, form?: 'short'): string {
  return DateTime.fromFormat(month, 'yyyy-MM')
    .setLocale(LOCALE)
    .toFormat(form === 'short' ? 'MMM yyyy' : 'LLLL yyyy');
}

/** `2026-10-31` as "31 Oct 2026". */
export function dayText(date: string): string {
  return DateTime.fromISO(date)
    .setLocale(LOCALE)
    .toLocaleString(DateTime.DATE_MED);
}

function placesOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function placesOfCurrency(currency: string): number {
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function isNumeric(amount: string): amount is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(amount);
}
