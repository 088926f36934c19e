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
import {
  addMonths,
  amountOf,
  evenShares,
  microsOf,
  microsOfSum,
  monthsBetween,
} from './money';

const anyMicros = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

describe('amounts', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.000001'],
    [-1_500_000n, '-1.50'],
    [1_234_567_890n, '1234.56789'],
  ])('%s micros are %s', (micros, amount) => {
    expect(amountOf(micros)).toBe(amount);
    expect(microsOf(amount)).toBe(micros);
  });

  it.each([
    ['0.0000005', 1n],
    ['-0.0000005', -1n],
    ['0.00000049999', 0n],
    ['7', 7_000_000n],
  ])('%s rounds half away from zero to %s micros', (amount, micros) => {
    expect(microsOf(amount)).toBe(micros);
  });

  it.each(['', '1,5', '1e3', '--1', '.5', '1.'])('%p is no amount', amount => {
    expect(() => microsOf(amount)).toThrow(RangeError);
  });

  it('come back as they went', () => {
    fc.assert(
      fc.property(anyMicros, micros => {
        expect(microsOf(amountOf(micros))).toBe(micros);
      }),
    );
  });
});

describe('microsOfSum', () => {
  it('adds first and rounds last', () => {
    expect(microsOfSum(['0.0000004', '0.0000004'])).toBe(1n);
    expect(microsOfSum(['1.0000004', '-1.0000004', '0.1'])).toBe(100_000n);
    expect(microsOfSum([])).toBe(0n);
    expect(microsOfSum(['-0.0000004', '-3'])).toBe(-3_000_000n);
  });

  it('is the sum where nothing has to be rounded', () => {
    fc.assert(
      fc.property(fc.array(anyMicros), amounts => {
        expect(microsOfSum(amounts.map(amountOf))).toBe(
          amounts.reduce((total, micros) => total + micros, 0n),
        );
      }),
    );
  });
});

describe('evenShares', () => {
  it('gives what is left over to the first shares', () => {
    expect(evenShares(11n, 3)).toEqual([4n, 4n, 3n]);
    expect(evenShares(-5n, 3)).toEqual([-2n, -2n, -1n]);
  });

  it('adds up, with shares that differ by one micro at most', () => {
    fc.assert(
      fc.property(anyMicros, fc.integer({ min: 1, max: 50 }), (micros, n) => {
        const shares = evenShares(micros, n);
        const sorted = [...shares].sort((one, other) =>
          one < other ? -1 : Number(one > other),
        );
        expect(shares).toHaveLength(n);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(micros);
        expect(sorted[n - 1] - sorted[0] <= 1n).toBe(true);
      }),
    );
  });
});

describe('months', () => {
  it('go over the turn of the year in both directions', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-02', -3)).toBe('2025-11');
    expect(monthsBetween('2025-12', '2026-02')).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });
});
