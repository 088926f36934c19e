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
import {
  addCells,
  CostFigures,
  costRoutes,
  cellOf,
  figuresOf,
} from '@itam/plugin-itam-common';
import { Portal } from './portal';
import { samplesOf } from './samples';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const folder = samplesOf('focus') ?? '';
const describeSamples = folder ? describe : describe.skip;

describeSamples('the sample of FOCUS 1.0', () => {
  describe.each(databases.eachSupportedId())('in a register on %s', id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await Portal.start({
        knex: await databases.init(id),
        kind: 'focus',
        locations: [`${folder}/focus-1.0_sample.csv`],
      });
    });

    afterAll(async () => {
      await portal?.stop();
    });

    const report = (groupBy: 'entity' | 'owner' | 'month') =>
      portal.client.call(costRoutes.listCosts, {
        query: { groupBy, from: '2024-09', to: '2024-10', limit: 200 },
      });

    it('adds up to what its publisher says, to the micro', async () => {
      const run = await portal.read();
      expect(run).toMatchObject({
        status: 'succeeded',
        counts: { read: 1000, charges: 1000, rejected: 0 },
      });
      const { total, items } = await report('month');
      const published = {
        currency: 'USD',
        billed: '20.520227',
        effective: '14.976514',
        list: '20.390906',
      };
      expect(total.costs).toMatchObject([published]);
      expect(items.map(({ key }) => key).sort()).toEqual([
        '2024-09',
        '2024-10',
      ]);
      // the register knows none of these resources: all goes to nothing
      for (const groupBy of ['entity', 'owner'] as const) {
        const { unattributed } = await report(groupBy);
        expect(unattributed.costs).toEqual(total.costs);
        expect(
          sumOf(unattributed.reasons.map(({ costs }) => costs[0])),
        ).toEqual(total.costs[0]);
      }
      const statements = await portal.client.call(costRoutes.listStatements);
      expect(statements.items).toMatchObject([
        { standard: 'FOCUS 1.0', rows: 1000, rejectedRows: 0 },
      ]);
    });

    it('has 75 rows that name no resource, and negative lines', async () => {
      const lines = await allLines({ reason: 'no-resource' });
      expect(lines.reduce((rows, line) => rows + line.rows, 0)).toBe(75);
      const all = await allLines({});
      expect(
        all.some(
          line =>
            line.category !== 'rounding' && line.effective.startsWith('-'),
        ),
      ).toBe(true);
      expect(new Set(all.map(({ provider }) => provider))).toEqual(
        new Set(['aws', 'azure', 'oci', '']),
      );
    });

    it('changes nothing when it is read twice', async () => {
      const before = await report('month');
      const run = await portal.read();
      expect(run.counts).toMatchObject({
        read: 1000,
        charges: 1000,
        documentsUnchanged: 1,
      });
      expect(await report('month')).toEqual(before);
    });

    async function allLines(query: { reason?: 'no-resource' }) {
      const lines = [];
      let cursor: string | undefined;
      do {
        const page = await portal.client.call(costRoutes.listCharges, {
          query: {
            ...query,
            from: '2024-09',
            to: '2024-10',
            limit: 200,
            cursor,
          },
        });
        lines.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return lines;
    }
  });
});

function sumOf(figures: CostFigures[]): CostFigures {
  return figuresOf(figures.map(cellOf).reduce(addCells));
}
