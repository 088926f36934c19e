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

import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { migrationsDirectory } from '../database';
import { CostsSlice } from './CostsSlice';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const files = createMockDirectory();

async function aSlice(itam: object) {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ directory: migrationsDirectory() });
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  const slice = CostsSlice.create({
    config: mockServices.rootConfig({ data: { itam } }),
    knex,
    scheduler,
    urlReader: mockServices.urlReader.mock(),
    logger,
    assets: {
      locate: async () => undefined,
      within: async () => new Set(),
      placesOf: async () => new Map(),
    },
  });
  await slice.start();
  return { slice, scheduler, logger };
}

describe('exchange rates in the configuration', () => {
  it('are taken from every file that can be read', async () => {
    files.setContent({
      'rates.csv': 'date,from,to,rate\n2026-10-31,USD,EUR,0.86\nx,USD,EUR,1',
    });
    const { slice, scheduler, logger } = await aSlice({
      costs: {
        fxRates: {
          locations: [files.resolve('gone.csv'), files.resolve('*.csv')],
        },
      },
    });
    const task = scheduler.scheduleTask.mock.calls
      .map(([scheduled]) => scheduled)
      .find(({ id }) => id === 'itam-read-fx-rates');

    await task?.fn(new AbortController().signal);

    const rates = await slice.handlers.listFxRates({
      query: { limit: 10 },
      // the handler looks at nothing else
    } as never);
    expect(rates.items).toEqual([
      { date: '2026-10-31', from: 'USD', to: 'EUR', rate: '0.86' },
    ]);
    expect(logger.warn.mock.calls.map(([message]) => message)).toEqual([
      expect.stringContaining('gone.csv could not be read'),
      expect.stringContaining('line 3 was not taken'),
    ]);
  });

  it.each([
    [{ reportingCurrency: 'euro' }, 'itam.reportingCurrency'],
    [{ costs: { closeAfterDays: -1 } }, 'itam.costs.closeAfterDays'],
    [
      { costs: { fxRates: { locations: [7] } } },
      'itam.costs.fxRates.locations',
    ],
  ])('%j is a mistake that is told with its place', async (itam, place) => {
    await expect(aSlice(itam)).rejects.toThrow(place);
  });
});
