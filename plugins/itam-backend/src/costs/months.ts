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
import type { KnownMonth } from './CostStore';

/** The month of a moment, in UTC as bills have it. */
export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}

/**
 * The month that stands for "a month": the last one that is over; while there
 * is none, the last one there is.
 */
export function monthShown(
  months: Array<Pick<KnownMonth, 'month'>>,
  now: Date,
): string | undefined {
  const over = months.filter(({ month }) => month < monthOf(now));
  return (over.at(-1) ?? months.at(-1))?.month;
}

/** The last month that is closed. */
export function closedThrough(months: KnownMonth[]): string | undefined {
  return months.filter(({ closedAt }) => closedAt).at(-1)?.month;
}

/**
 * The months whose attributions are to stay from now on: those that have been
 * over, and known to us, for long enough that the register had time to follow.
 */
export function monthsToClose(
  months: KnownMonth[],
  options: { now: Date; afterDays: number },
): string[] {
  const ripe = months.filter(({ month, firstReadAt }) => {
    const over = DateTime.fromISO(`${month}-01`, { zone: 'utc' }).plus({
      months: 1,
    });
    const known = DateTime.fromISO(firstReadAt, { zone: 'utc' });
    return (
      DateTime.max(over, known).plus({ days: options.afterDays }).toMillis() <=
      options.now.getTime()
    );
  });
  const last = ripe.at(-1)?.month;
  return last === undefined
    ? []
    : months
        .filter(({ month, closedAt }) => month <= last && !closedAt)
        .map(({ month }) => month);
}
