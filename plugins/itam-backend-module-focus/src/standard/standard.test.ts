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

import fc from 'fast-check';
import { microsOf } from '@itam/plugin-itam-common';
import { ColumnNames } from './columns';
import { dayIn } from './dates';
import { exactOf, exactText, roundedMicros } from './exact';
import { checkPeriods, monthInPath } from './periods';
import { versionOf } from './versions';
import { aRow, without } from '../__testUtils__/exports';

describe('a day', () => {
  it.each([
    ['2026-09-01', '2026-09-01'],
    ['2026-09-01 00:00:00', '2026-09-01'],
    ['2026-09-01T00:00:00Z', '2026-09-01'],
    ['2026-09-01T00:00Z', '2026-09-01'],
    ['2026-09-01T00:00:00.0000000Z', '2026-09-01'],
    ['2026-09-01 00:00:00 UTC', '2026-09-01'],
    ['2026-09-01 00:00:00+00', '2026-09-01'],
    ['2026-09-01T00:00:00+02:00', '2026-09-01'],
    ['2026-02-30', undefined],
    ['2026-09-01T24:00:00Z', undefined],
    ['09/01/2026', undefined],
    ['2026-09', undefined],
    ['', undefined],
  ])('of %s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});

describe('an exact amount', () => {
  it('is rounded to micros half away from zero', () => {
    const micros = (units: bigint) => roundedMicros(exactOf(units, 0n));
    expect(micros(500_000_000_000n)).toBe(1n);
    expect(micros(-500_000_000_000n)).toBe(-1n);
    expect(micros(499_999_999_999n)).toBe(0n);
    expect(micros(-499_999_999_999n)).toBe(0n);
    expect(roundedMicros(exactOf(500_000_000_000n, -1n))).toBe(0n);
  });

  it('is written without an exponent and without superfluous places', () => {
    expect(exactText(0n)).toBe('0');
    expect(exactText(exactOf(-(10n ** 18n), 0n))).toBe('-1');
    expect(exactText(exactOf(1n, 0n))).toBe('0.000000000000000001');
    expect(exactText(exactOf(15n * 10n ** 17n, 0n))).toBe('1.5');
  });

  it('is rounded as its text is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), exact => {
        expect(roundedMicros(exact)).toBe(microsOf(exactText(exact)));
      }),
    );
  });
});

describe('the version', () => {
  const names = Object.keys(aRow());
  const version = (
    columns: string[],
    further: { stated?: string; configured?: '1.0' | '1.2' } = {},
  ) => versionOf({ columns: ColumnNames.create(columns), ...further });

  it.each([
    ['1.0', names],
    ['1.0', [...names, 'Id', 'x_Discount']],
    ['1.1', [...names, 'SkuMeter']],
    ['1.2', [...names, 'SkuMeter', 'InvoiceId']],
    ['1.3', [...names, 'SkuMeter', 'InvoiceId', 'HostProviderName']],
    ['1.3', [...names, 'serviceprovidername']],
  ])('%s is told by its columns', (expected, columns) => {
    expect(version(columns)).toBe(expected);
  });

  it.each([
    ['1.2', '1.2'],
    ['v1.1', '1.1'],
    ['1.0r2', '1.0'],
    [' 1.3.0 ', '1.3'],
  ])('%s is what the file states', (stated, expected) => {
    expect(version(names, { stated })).toBe(expected);
  });

  it.each(['0.5', '1.0-preview', '1.2-preview', '1.4', '2.0', 'latest'])(
    '%s is refused',
    stated => {
      expect(() => version(names, { stated })).toThrow(
        `states FOCUS '${stated}', and the versions that can be read are 1.0, 1.1, 1.2, 1.3`,
      );
    },
  );

  it('before 1.0 is refused by the column that gives it away', () => {
    const old = names.filter(name => name !== 'ChargeClass');
    expect(() => version([...old, 'ChargeSubcategory'])).toThrow(
      'column ChargeSubcategory is of FOCUS 1.0-preview',
    );
    expect(() => version([...old, 'ChargeType'])).toThrow(
      'column ChargeType is of FOCUS 0.5',
    );
  });

  it('is the configured one where the file states none', () => {
    expect(version(names, { configured: '1.2' })).toBe('1.2');
    expect(() => version(names, { stated: '1.1', configured: '1.2' })).toThrow(
      'states FOCUS 1.1 and its source is configured for FOCUS 1.2',
    );
  });
});

describe('the columns', () => {
  it('are found whatever their case', () => {
    const names = Object.keys(aRow()).map(name => name.toLowerCase());
    const positions = ColumnNames.create(names).positionsOf('1.0');
    expect(positions.get('BilledCost')).toBe(names.indexOf('billedcost'));
    expect(positions.get('Provider')).toBe(names.indexOf('providername'));
  });

  it('that are mandatory are missed by name', () => {
    const names = Object.keys(without(aRow(), 'BilledCost', 'ServiceName'));
    expect(() => ColumnNames.create(names).positionsOf('1.1')).toThrow(
      'the file has no column BilledCost, ServiceName, which FOCUS 1.1 makes mandatory',
    );
  });

  it('name the provider as their version does', () => {
    const names = Object.keys(aRow());
    expect(() => ColumnNames.create(names).positionsOf('1.3')).toThrow(
      'no column ServiceProviderName',
    );
  });

  it('may not be there twice', () => {
    const names = [...Object.keys(aRow()), 'BILLEDCOST'];
    expect(() => ColumnNames.create(names).positionsOf('1.0')).toThrow(
      'two columns BilledCost',
    );
  });
});

describe('billing periods', () => {
  const september = { start: '2026-09-01', end: '2026-10-01' };
  const october = { start: '2026-10-01', end: '2026-11-01' };
  const expected = { path: 'bill.csv', billingPeriods: 'several' as const };

  it('may be several that follow each other', () => {
    expect(() =>
      checkPeriods([october, september, september], expected),
    ).not.toThrow();
  });

  it.each([
    [
      'overlap',
      [september, { start: '2026-09-15', end: '2026-10-15' }],
      '2026-09-01 to 2026-10-01 and 2026-09-15 to 2026-10-15 overlap',
    ],
    [
      'begin together and end apart',
      [september, { start: '2026-09-01', end: '2026-09-30' }],
      '2026-09-01 to 2026-09-30 and 2026-09-01 to 2026-10-01 overlap',
    ],
    [
      'end where they begin',
      [{ start: '2026-09-01', end: '2026-09-01' }],
      'does not end after its start',
    ],
    [
      'end before they begin',
      [{ start: '2026-09-01', end: '2026-08-01' }],
      'does not end after its start',
    ],
  ])('that %s are refused', (_, periods, reason) => {
    expect(() => checkPeriods(periods, expected)).toThrow(reason);
  });

  it('are one where the source expects one', () => {
    const one = { ...expected, billingPeriods: 'one' as const };
    expect(() => checkPeriods([september, september], one)).not.toThrow();
    expect(() => checkPeriods([september, october], one)).toThrow(
      'the file has 2 billing periods',
    );
  });

  it('are the one the path says', () => {
    const path = 'export/billing_period=2026-09/part-1.parquet';
    expect(() =>
      checkPeriods([september], { ...expected, path }),
    ).not.toThrow();
    expect(() =>
      checkPeriods([september, october], { ...expected, path }),
    ).toThrow('2026-10-01 to 2026-11-01, and the path says 2026-09');
  });

  it.each([
    ['a/billing_period=2026-09/b.csv', '2026-09'],
    ['a/BILLING_PERIOD=2026-09/b.csv', '2026-09'],
    ['a/billing_period=2026-09-01/b.csv', '2026-09'],
    ['https://s3.example/a/BILLING_PERIOD%3D2026-09/b.csv', '2026-09'],
    ['a/last_billing_period=2026-09/b.csv', undefined],
    ['a/2026-09/b.csv', undefined],
  ])('in the path %s are %s', (path, month) => {
    expect(monthInPath(path)).toBe(month);
  });
});
