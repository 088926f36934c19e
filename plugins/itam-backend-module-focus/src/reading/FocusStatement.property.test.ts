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

import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { aCsv, aRow, ExportRow, writeParquet } from '../__testUtils__/exports';
import { ReadFile, readLocation } from '../__testUtils__/reading';

const files = createMockDirectory();

jest.setTimeout(60_000);

const PLACES = 18;
const UNITS_PER_MICRO = 10n ** BigInt(PLACES - 6);

/** An amount in units of 1e-18, and one of the ways to write it. */
const amount = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
      fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
      // The middle between two micros, where rounding decides.
      fc
        .bigInt({ min: -1000n, max: 1000n })
        .map(micros => micros * UNITS_PER_MICRO + UNITS_PER_MICRO / 2n),
    ),
    fc.constantFrom('plain', 'padded', 'scientific'),
  )
  .map(([units, style]) => ({ units, text: written(units, style) }));

function written(units: bigint, style: string): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  if (style === 'scientific' && units !== 0n) {
    const mantissa = digits.replace(/^0+/, '');
    const exponent = mantissa.length - 1 - PLACES;
    return `${sign}${mantissa[0]}.${mantissa.slice(1)}0e${exponent}`;
  }
  const plain = `${sign}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
  return style === 'padded' ? `${plain}0000` : plain.replace(/\.?0+$/, '');
}

const months = [
  ['2026-08-01', '2026-09-01'],
  ['2026-09-01 00:00:00', '2026-10-01 00:00:00'],
  ['2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z'],
];

const charge = fc
  .record({
    billed: amount,
    effective: amount,
    list: amount,
    contracted: amount,
    month: fc.constantFrom(...months),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    category: fc.constantFrom('Usage', 'Purchase', 'Tax', 'Credit'),
    chargeClass: fc.constantFrom(undefined, 'Correction'),
    resource: fc.constantFrom(
      undefined,
      'i-0123456789abcdef0',
      'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0',
      'vol-0123456789abcdef0',
      'acme-invoices',
      'arn:aws:s3:::acme-invoices',
    ),
    service: fc.constantFrom('Amazon S3', 'Amazon EC2'),
    region: fc.constantFrom('eu-west-1', undefined),
  })
  .map(made => ({
    ...made,
    row: aRow({
      BilledCost: made.billed.text,
      EffectiveCost: made.effective.text,
      ListCost: made.list.text,
      ContractedCost: made.contracted.text,
      BillingCurrency: made.currency,
      BillingPeriodStart: made.month[0],
      BillingPeriodEnd: made.month[1],
      ChargeCategory: made.category,
      ChargeClass: made.chargeClass,
      ResourceId: made.resource,
      ServiceName: made.service,
      RegionId: made.region,
    }),
  }));

const names = ['billed', 'effective', 'list', 'contracted'] as const;

type Charge = typeof charge extends fc.Arbitrary<infer T> ? T : never;

function unitsOf(text: string): bigint {
  const [whole, places = ''] = text.split('.');
  return BigInt(whole + places.padEnd(PLACES, '0'));
}

function roundedUnits(units: bigint): bigint {
  const size = units < 0n ? -units : units;
  const micros =
    size / UNITS_PER_MICRO +
    (size % UNITS_PER_MICRO >= UNITS_PER_MICRO / 2n ? 1n : 0n);
  return units < 0n ? -micros : micros;
}

/** Who a charge is summed up with, by what the rows were made of. */
function groupOf(made: Charge): string {
  const inEurope = made.region !== undefined;
  const keys: Record<string, string> = {
    'i-0123456789abcdef0': inEurope
      ? 'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0'
      : 'i-0123456789abcdef0',
    'vol-0123456789abcdef0': inEurope
      ? 'arn:aws:ec2:eu-west-1:123456789012:volume/vol-0123456789abcdef0'
      : 'vol-0123456789abcdef0',
    'acme-invoices':
      made.service === 'Amazon S3'
        ? 'arn:aws:s3:::acme-invoices'
        : 'acme-invoices',
  };
  const { resource } = made;
  // Of S3 every short name is a bucket.
  const s3 =
    made.service === 'Amazon S3' && resource && !resource.startsWith('arn:')
      ? `arn:aws:s3:::${resource}`
      : undefined;
  return [
    made.month[0].slice(0, 10),
    made.currency,
    s3 ?? (resource && (keys[resource] ?? resource)),
    made.category.toLowerCase(),
    made.chargeClass !== undefined,
    made.service,
  ].join(' ');
}

/** Everything that is added up: facts by their group, totals by theirs. */
interface Sums {
  facts: Record<string, [number, ...bigint[]]>;
  totals: Record<string, bigint[]>;
}

function sumsOf({ statement, facts }: ReadFile): Sums {
  const groups = facts.map(fact =>
    [
      fact.periodStart,
      fact.currency,
      fact.resourceKey,
      fact.category,
      fact.correction,
      fact.service,
    ].join(' '),
  );
  if (new Set(groups).size !== groups.length) {
    throw new Error('two facts have the same keys');
  }
  return {
    facts: Object.fromEntries(
      facts.map((fact, index) => [
        groups[index],
        [fact.rows, ...names.map(name => fact[name])],
      ]),
    ),
    totals: Object.fromEntries(
      (statement?.totals ?? []).map(total => [
        `${total.periodStart} ${total.currency}`,
        names.map(name => unitsOf(total[name])),
      ]),
    ),
  };
}

function expectedSums(made: Charge[]): Sums {
  const facts = new Map<string, Charge[]>();
  const totals = new Map<string, Charge[]>();
  for (const one of made) {
    const group = groupOf(one);
    const total = `${one.month[0].slice(0, 10)} ${one.currency}`;
    facts.set(group, [...(facts.get(group) ?? []), one]);
    totals.set(total, [...(totals.get(total) ?? []), one]);
  }
  const sums = (charges: Charge[]) =>
    names.map(name => charges.reduce((sum, one) => sum + one[name].units, 0n));
  return {
    facts: Object.fromEntries(
      [...facts].map(([group, charges]) => [
        group,
        [charges.length, ...sums(charges).map(roundedUnits)],
      ]),
    ),
    totals: Object.fromEntries(
      [...totals].map(([total, charges]) => [total, sums(charges)]),
    ),
  };
}

it('sums up every file exactly, and rounds every fact once', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(charge, { minLength: 1, maxLength: 40 }),
      async made => {
        const name = `bill-${count++}.csv`;
        files.setContent({ [name]: aCsv(made.map(({ row }) => row)) });
        const [read] = await readLocation(files.resolve(name));
        expect(sumsOf(read)).toEqual(expectedSums(made));
      },
    ),
    { numRuns: 25 },
  );
});

it('reads Parquet of decimals as it reads CSV', async () => {
  let count = 0;
  const types = Object.fromEntries(
    ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'].map(name => [
      name,
      'DECIMAL(38, 18)',
    ]),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(charge, { minLength: 1, maxLength: 20 }),
      async made => {
        const path = files.resolve(`bill-${count++}.parquet`);
        await writeParquet(
          path,
          made.map(({ row }) => row),
          { types },
        );
        const [read] = await readLocation(path);
        expect(sumsOf(read)).toEqual(expectedSums(made));
      },
    ),
    { numRuns: 12 },
  );
});

it('reads a double as the shortest number that means it', async () => {
  const doubles = fc.array(
    fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -1e9, max: 1e9 }).map(cents => cents / 100),
      fc.integer({ min: -1e6, max: 1e6 }).map(small => small / 1e11),
    ),
    { minLength: 1, maxLength: 30 },
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(doubles, async values => {
      const kept = values.filter(
        value => value === 0 || Math.abs(value) > 1e-18,
      );
      fc.pre(kept.length > 0);
      const rows: ExportRow[] = kept.map(value =>
        aRow({ BilledCost: String(value) }),
      );
      const path = files.resolve(`double-${count++}.parquet`);
      await writeParquet(path, rows, { types: { BilledCost: 'DOUBLE' } });
      const [{ statement }] = await readLocation(path);
      const places = 36;
      const exact = kept.reduce(
        (sum, value) => sum + scaled(value, places),
        0n,
      );
      const [whole, decimals = ''] = (statement?.totals[0].billed ?? '').split(
        '.',
      );
      expect(BigInt(whole + decimals.padEnd(places, '0'))).toBe(exact);
    }),
    { numRuns: 25 },
  );
});

/** The number JavaScript writes for a double, in units of its last place. */
function scaled(value: number, places: number): bigint {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const zeros = places - decimals.length + Number(exponent);
  return BigInt(whole + decimals) * 10n ** BigInt(zeros);
}
