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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { focusSourceKind } from '@itam/plugin-itam-backend-module-focus';
import { amountOf, AssetTypeLibrary, microsOf } from '@itam/plugin-itam-common';
import type { ChargeFact, ChargeStatement } from '@itam/plugin-itam-node';
import { samplesOf } from './samples';

const folder = samplesOf('focus') ?? '';
const describeSamples = folder ? describe : describe.skip;

/** Reads the one file of a location. */
async function readFile(location: string) {
  const source = focusSourceKind.create({
    id: 'samples',
    config: new ConfigReader({ locations: [location] }),
    logger: mockServices.logger.mock(),
    urlReader: mockServices.urlReader.mock(),
    assetTypes: AssetTypeLibrary.create(),
  });
  const context = { signal: new AbortController().signal };
  for await (const document of source.read(context)) {
    if (!('readCharges' in document)) {
      throw new Error(`${document.scope} gave no charges`);
    }
    const statement = await document.readCharges(context);
    const facts: ChargeFact[] = [];
    for await (const batch of statement.facts()) {
      facts.push(...batch);
    }
    await statement.close();
    return { statement, facts };
  }
  throw new Error(`nothing at ${location}`);
}

describeSamples('samples of focus', () => {
  let statement: ChargeStatement;
  let facts: ChargeFact[];

  beforeAll(async () => {
    ({ statement, facts } = await readFile(`${folder}/focus-1.0_sample.csv`));
  });

  it('is FOCUS 1.0 and read to its last row', () => {
    expect(statement).toMatchObject({
      standard: 'FOCUS 1.0',
      rows: 1000,
      rejectedRows: 0,
      missing: [],
    });
    expect(facts.reduce((rows, fact) => rows + fact.rows, 0)).toBe(1000);
  });

  it('has the sums that are published of it, to six places', () => {
    const sum = (amount: 'billed' | 'effective' | 'list') =>
      amountOf(microsOf(sumOf(statement.totals.map(totals => totals[amount]))));
    expect(sum('billed')).toBe('20.520227');
    expect(sum('effective')).toBe('14.976514');
    expect(sum('list')).toBe('20.390906');
  });

  it('has one row of the following billing period', () => {
    const periods = statement.totals.map(
      ({ periodStart, periodEnd, rows, currency }) => [
        periodStart,
        periodEnd,
        currency,
        rows,
      ],
    );
    expect(periods).toEqual([
      ['2024-09-01', '2024-10-01', 'USD', 999],
      ['2024-10-01', '2024-11-01', 'USD', 1],
    ]);
  });

  it('has 75 rows of no resource', () => {
    const none = facts.filter(({ resourceKey }) => resourceKey === undefined);
    expect(none.reduce((rows, fact) => rows + fact.rows, 0)).toBe(75);
  });

  it('adds up to the file but for what rounding leaves over', () => {
    const exact = microsOf(sumOf(statement.totals.map(({ billed }) => billed)));
    const rounded = facts.reduce((sum, { billed }) => sum + billed, 0n);
    expect(Math.abs(Number(exact - rounded))).toBeLessThan(facts.length / 2);
  });

  it('says the same of the same thing once', () => {
    const keys = facts.map(fact =>
      JSON.stringify([
        fact.periodStart,
        fact.currency,
        fact.provider,
        fact.account,
        fact.resourceKey,
        fact.category,
        fact.correction,
        fact.service,
      ]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** The sum of decimal numbers, all places kept. */
function sumOf(amounts: string[]): string {
  const places = 30;
  const units = amounts.reduce((sum, amount) => {
    const [whole, decimals = ''] = amount.split('.');
    return sum + BigInt(whole + decimals.padEnd(places, '0'));
  }, 0n);
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
