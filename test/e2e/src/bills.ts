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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CostFigures } from '@itam/plugin-itam-common';
import { ROOT } from './portal';

const FOLDER = join(ROOT, 'examples', 'focus');

/** Places of the amounts in sums of bills: more than any bill has. */
const PLACES = 20;

/** A bill of the demo organisation, as text. */
export function billText(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/**
 * What the bills of the demo organisation add up to, exactly, in micros: keys
 * are month, currency and amount.
 */
export function sumsOfBills(): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const name of readdirSync(FOLDER).filter(file => /\.csv$/.test(file))) {
    const rows: Array<Record<string, string>> = parse(billText(name), {
      columns: true,
      bom: true,
    });
    for (const row of rows) {
      for (const amount of ['Billed', 'Effective']) {
        const key = [
          row.BillingPeriodStart.slice(0, 7),
          row.BillingCurrency,
          amount.toLowerCase(),
        ].join(' ');
        sums.set(
          key,
          (sums.get(key) ?? 0n) + scaled(row[`${amount}Cost`], PLACES),
        );
      }
    }
  }
  return new Map(
    [...sums].map(([key, sum]) => [key, rounded(sum, PLACES - 6)]),
  );
}

/** Adds figures of a month to sums like those of the bills. */
export function addFigures(
  sums: Map<string, bigint>,
  month: string,
  figures: CostFigures,
): void {
  for (const amount of ['billed', 'effective'] as const) {
    const key = `${month} ${figures.currency} ${amount}`;
    sums.set(key, (sums.get(key) ?? 0n) + scaled(figures[amount], 6));
  }
}

function scaled(text: string, places: number): bigint {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Without the last places, half away from zero. */
function rounded(value: bigint, places: number): bigint {
  const step = 10n ** BigInt(places);
  const size = value < 0n ? -value : value;
  const result = (size + step / 2n) / step;
  return value < 0n ? -result : result;
}
