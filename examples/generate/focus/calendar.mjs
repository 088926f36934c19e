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

// The billing periods and how they are cut into charge periods.

const YEAR = 2026;
const MONTHS = [5, 6, 7, 8, 9, 10];

const instant = (month, day) =>
  `${new Date(Date.UTC(YEAR, month - 1, day)).toISOString().slice(0, 19)}Z`;

const daysOf = month => new Date(Date.UTC(YEAR, month, 0)).getUTCDate();

/** A part of a month from the start of one day to the end of another. */
const part = (month, from, to) => ({
  start: instant(month, from),
  end: instant(month, to + 1),
  days: to - from + 1,
});

export const billingPeriods = MONTHS.map((month, index) => ({
  name: `${YEAR}-${String(month).padStart(2, '0')}`,
  index,
  ...part(month, 1, daysOf(month)),
  parts: {
    month: [part(month, 1, daysOf(month))],
    week: [
      part(month, 1, 7),
      part(month, 8, 14),
      part(month, 15, 21),
      part(month, 22, 28),
      part(month, 29, daysOf(month)),
    ],
    day: Array.from({ length: daysOf(month) }, (_, day) =>
      part(month, day + 1, day + 1),
    ),
  },
}));
