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

import { InputError } from '@backstage/errors';

/** A billing period: its first day, and the first day after it. */
export interface BillingPeriod {
  start: string;
  end: string;
}

/** The month a path states, as in `billing_period=2024-09/part-1.csv`. */
export function monthInPath(path: string): string | undefined {
  return /(?:^|[/\\?&])billing_period(?:=|%3D)(\d{4}-\d{2})(?:-\d{2})?(?=[/\\&]|$)/i.exec(
    path,
  )?.[1];
}

/**
 * Makes sure that the billing periods of a file are what its place and its
 * source say, and that they do not contradict each other.
 *
 * @throws InputError when they do.
 */
export function checkPeriods(
  periods: BillingPeriod[],
  expected: { path: string; billingPeriods: 'one' | 'several' },
): void {
  const distinct = [
    ...new Map(periods.map(period => [textOf(period), period])).values(),
  ].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  for (const period of distinct) {
    if (period.end <= period.start) {
      throw new InputError(
        `column BillingPeriodEnd: the billing period ${textOf(
          period,
        )} does not end after its start`,
      );
    }
  }
  const month = monthInPath(expected.path);
  const other = distinct.find(({ start }) => start.slice(0, 7) !== month);
  if (month !== undefined && other) {
    throw new InputError(
      `column BillingPeriodStart: rows are of the billing period ${textOf(
        other,
      )}, and the path says ${month}`,
    );
  }
  if (expected.billingPeriods === 'one' && distinct.length > 1) {
    throw new InputError(
      `column BillingPeriodStart: the file has ${
        distinct.length
      } billing periods (${distinct
        .slice(0, 3)
        .map(textOf)
        .join(', ')}), and its source expects one`,
    );
  }
  distinct.slice(1).forEach((period, index) => {
    const before = distinct[index];
    if (period.start < before.end) {
      throw new InputError(
        `column BillingPeriodStart: the billing periods ${textOf(
          before,
        )} and ${textOf(period)} overlap`,
      );
    }
  });
}

function textOf({ start, end }: BillingPeriod): string {
  return `${start} to ${end}`;
}
