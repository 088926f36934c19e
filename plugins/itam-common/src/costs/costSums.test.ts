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

import { costGroups, unattributedCosts } from './costReport';
import { CostSum, MonthCell } from './CostSum';
import { RateTable } from './rates';

const aCell = (
  cell: Partial<MonthCell> & { effective: bigint },
): MonthCell => ({
  month: '2026-10',
  currency: 'EUR',
  billed: 0n,
  list: 0n,
  contracted: 0n,
  ...cell,
});

const noRates = { rates: new RateTable([]) };
const inEuro = (...rates: ConstructorParameters<typeof RateTable>[0]) => ({
  rates: new RateTable(rates),
  currency: 'EUR',
});

describe('a rate', () => {
  it('is the latest one up to the end of the month', () => {
    const table = new RateTable([
      { date: '2026-09-30', from: 'USD', to: 'EUR', rate: '0.9' },
      { date: '2026-10-15', from: 'USD', to: 'EUR', rate: '0.8' },
      { date: '2026-11-01', from: 'USD', to: 'EUR', rate: '0.7' },
    ]);
    const ten = aCell({ currency: 'USD', effective: 10_000_000n });
    expect(table.convert(ten, '2026-10', 'EUR')?.effective).toBe(8_000_000n);
    expect(table.convert(ten, '2026-09', 'EUR')?.effective).toBe(9_000_000n);
    expect(table.convert(ten, '2026-08', 'EUR')).toBeUndefined();
    expect(table.used().map(({ date }) => date)).toEqual([
      '2026-10-15',
      '2026-09-30',
    ]);
    expect(table.missing()).toEqual([
      { month: '2026-08', from: 'USD', to: 'EUR' },
    ]);
  });

  it('works the other way round, exactly', () => {
    const table = new RateTable([
      { date: '2026-10-01', from: 'EUR', to: 'USD', rate: '1.25' },
    ]);
    const five = aCell({ currency: 'USD', effective: -5_000_001n });
    expect(table.convert(five, '2026-10', 'EUR')?.effective).toBe(-4_000_001n);
    expect(table.weight('2026-10', 'USD', 'EUR')).toBe(0.8);
  });
});

describe('a sum of costs', () => {
  const cells = [
    aCell({ effective: 1_000_000n }),
    aCell({ effective: 2_000_000n, currency: 'USD' }),
    aCell({ effective: 4_000_000n, month: '2026-09' }),
  ];

  it('keeps currencies and months apart', () => {
    expect(CostSum.of(cells).months(noRates)).toMatchObject([
      { month: '2026-09', costs: [{ currency: 'EUR', effective: '4.00' }] },
      {
        month: '2026-10',
        costs: [
          { currency: 'EUR', effective: '1.00' },
          { currency: 'USD', effective: '2.00' },
        ],
      },
    ]);
  });

  it('is not converted in part', () => {
    const sum = CostSum.of(cells);
    expect(sum.costs(inEuro()).converted).toBeUndefined();
    expect(sum.months(inEuro())[0].converted?.effective).toBe('4.00');
    expect(
      sum.costs(
        inEuro({ date: '2026-10-01', from: 'USD', to: 'EUR', rate: '0.5' }),
      ).converted?.effective,
    ).toBe('6.00');
  });
});

describe('groups of costs', () => {
  it('come with the most expensive first, and tell their part', () => {
    const cells = [
      { ...aCell({ effective: 1_000_000n }), key: 'small' },
      { ...aCell({ effective: 3_000_000n }), key: 'large' },
      { ...aCell({ effective: -1_000_000n }), key: 'credit' },
    ];
    const total = CostSum.of(cells);
    expect(
      costGroups(cells, { total, conversion: noRates }).map(
        ({ key, share }) => [key, share],
      ),
    ).toEqual([
      ['large', 1],
      ['small', 0.333333],
      ['credit', undefined],
    ]);
  });

  it('tell of what went to nothing the reasons, the largest first', () => {
    const cells = [
      { ...aCell({ effective: 1_000_000n }), reason: 'no-resource' as const },
      { ...aCell({ effective: 2_000_000n }), reason: 'no-entity' as const },
    ];
    const total = CostSum.of([...cells, aCell({ effective: 7_000_000n })]);
    expect(
      unattributedCosts(cells, { total, conversion: noRates }),
    ).toMatchObject({
      share: 0.3,
      costs: [{ effective: '3.00' }],
      reasons: [{ reason: 'no-entity' }, { reason: 'no-resource' }],
    });
  });
});
