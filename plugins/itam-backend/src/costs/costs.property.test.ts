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

import { TestDatabases } from '@backstage/backend-test-utils';
import type { CostFigures } from '@itam/plugin-itam-common';
import { microsOf } from '@itam/plugin-itam-common';
import fc from 'fast-check';
import { CostWorld } from './__testUtils__/CostWorld';
import { BilledRow, micros, sum } from './__testUtils__/statements';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const refs = ['checkout', 'orders', 'search'].map(
  name => `component:default/${name}`,
);
const teams = ['payments', 'storefront'].map(name => `group:default/${name}`);
const resources = ['a', 'b', 'c', 'd', 'e'];

/** Amounts as bills have them: up to 18 places, either sign, some tiny. */
const amount = fc
  .record({
    negative: fc.boolean(),
    whole: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 999_999n })),
    places: fc.stringMatching(/^\d{1,18}$/),
  })
  .map(
    ({ negative, whole, places }) => `${negative ? '-' : ''}${whole}.${places}`,
  );

const row: fc.Arbitrary<BilledRow> = fc.record({
  month: fc.constantFrom('2026-08', '2026-09', '2026-10'),
  currency: fc.constantFrom('EUR', 'USD'),
  resource: fc.option(
    fc.constantFrom(...resources, 'x').map(key => `arn:${key}`),
    {
      nil: undefined,
    },
  ),
  category: fc.constantFrom(
    ...(['usage', 'usage', 'tax', 'credit', 'adjustment'] as const),
  ),
  service: fc.constantFrom('Compute', 'Storage'),
  billed: amount,
  effective: amount,
});

const estate = fc.tuple(
  ...resources.map(() =>
    fc.record({
      owner: fc.option(fc.constantFrom(...teams), { nil: undefined }),
      supports: fc.subarray(refs),
    }),
  ),
);

const bills = fc.array(fc.array(row, { minLength: 1, maxLength: 30 }), {
  minLength: 1,
  maxLength: 3,
});

describe.each(databases.eachSupportedId())('whatever bills say on %s', id => {
  it('the services and what goes to none, the teams and what goes to none, and the files add up to the same, per month and currency, to the micro', async () => {
    const world = await CostWorld.create(databases, id);
    try {
      await fc.assert(
        fc.asyncProperty(estate, bills, async (things, files) => {
          await world.register(
            Object.fromEntries(
              resources.map((key, index) => [key, things[index]]),
            ),
          );
          const parts = [0, 1, 2].map(part => ({
            scope: `part-${part}.csv`,
            rows: files[part] ?? [],
          }));
          world.bills(...parts);
          const run = await world.read();
          expect(run.status).toBe('succeeded');
          await world.follow();

          const expected = sumsOfFiles(files.flat());
          for (const groupBy of ['entity', 'owner'] as const) {
            const report = await world.report(groupBy, { from: '2026-08' });
            const added = new Map<string, bigint>();
            for (const { months } of [...report.items, report.unattributed]) {
              for (const { month, costs } of months) {
                costs.forEach(figures => addTo(added, month, figures));
              }
            }
            expect(added).toEqual(expected);
          }
        }),
        { numRuns: id === 'SQLITE_3' ? 25 : 8 },
      );
    } finally {
      await world.stop();
    }
  });
});

function sumsOfFiles(rows: BilledRow[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const kind of ['billed', 'effective'] as const) {
    const groups = new Map<string, string[]>();
    for (const each of rows) {
      const key = `${each.month} ${each.currency} ${kind}`;
      groups.set(key, [...(groups.get(key) ?? []), each[kind] ?? '0']);
    }
    for (const [key, amounts] of groups) {
      sums.set(key, micros(sum(amounts)));
    }
  }
  return new Map([...sums].sort());
}

function addTo(
  sums: Map<string, bigint>,
  month: string,
  figures: CostFigures,
): void {
  for (const kind of ['billed', 'effective'] as const) {
    const key = `${month} ${figures.currency} ${kind}`;
    sums.set(key, (sums.get(key) ?? 0n) + microsOf(figures[kind]));
  }
}
