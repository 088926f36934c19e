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

import { readFileSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { BulkRow, bulkRoutes, BulkRun } from '@itam/plugin-itam-common';
import { Portal } from './portal';
import { samplesOf } from './samples';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const folder = samplesOf('snipe-it') ?? '';
const describeSamples = folder ? describe : describe.skip;

const ended = ['succeeded', 'failed', 'cancelled'];

describeSamples('the sample files of Snipe-IT', () => {
  describe.each(databases.eachSupportedId())('in a register on %s', id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await Portal.start({
        knex: await databases.init(id),
        kind: 'focus',
        locations: ['none.csv'],
      });
    });

    afterAll(async () => {
      await portal?.stop();
    });

    async function imported(
      file: string,
      query: Record<string, string>,
    ): Promise<{ run: BulkRun; refused: BulkRow[] }> {
      let run = await portal.client.call(bulkRoutes.importAssets, {
        query,
        file: {
          name: file,
          content: readFileSync(`${folder}/${file}`, 'utf8'),
        },
      });
      const params = { id: run.id };
      while (!ended.includes(run.status)) {
        await new Promise(resolve => setTimeout(resolve, 50));
        run = await portal.client.call(bulkRoutes.getBulkRun, { params });
      }
      const { items } = await portal.client.call(bulkRoutes.listBulkRows, {
        params,
        query: { outcome: 'rejected', limit: 200 },
      });
      return { run, refused: items };
    }

    it('say of every row who or what the portal does not know', async () => {
      const { run, refused } = await imported('assets-sample.csv', {
        mapping: 'snipe-it-assets',
        dryRun: 'true',
        currency: 'USD',
      });
      expect(run).toMatchObject({
        status: 'succeeded',
        counts: { created: 0 },
      });
      expect(refused).toHaveLength(run.counts.read);
      for (const { problems } of refused) {
        expect(problems[0]).toMatchObject({
          field: 'Category',
          reason: expect.stringContaining('there is no asset type'),
        });
      }
    });

    it('come in once it is told what is what', async () => {
      const { run, refused } = await imported('assets-sample.csv', {
        mapping: 'snipe-it-assets',
        type: 'laptop',
        currency: 'USD',
        columns: JSON.stringify({
          Category: null,
          Company: null,
          Location: null,
          'Checked Out To: Username': null,
          'Checked Out To: Email': null,
        }),
      });
      expect(refused).toEqual([]);
      expect(run.counts.created).toBe(run.counts.read);
      expect(run.counts.read).toBeGreaterThan(15);
    });

    it('have licences with US days, dollars and notes of several lines', async () => {
      const { run, refused } = await imported('licenses-sample.csv', {
        mapping: 'snipe-it-licences',
        currency: 'USD',
        columns: JSON.stringify({ company: null, 'Licensed to Email': null }),
      });
      expect(run.error).toBeUndefined();
      expect(refused.flatMap(({ problems }) => problems)).toEqual([]);
      expect(run.counts.created).toBe(run.counts.read);
    });

    it('have locations, some of them twice', async () => {
      const { run, refused } = await imported('locations-sample.csv', {
        mapping: 'snipe-it-locations',
      });
      expect(refused).toEqual([]);
      expect(run.counts.unchanged).toBe(2);
      expect(run.counts.created).toBe(run.counts.read - 2);
    });

    it('have users, which belong to the catalog', async () => {
      const { run, refused } = await imported('users-sample.csv', {
        mapping: 'snipe-it-users',
      });
      expect(run.counts).toMatchObject({ created: 0, updated: 0 });
      expect(refused[0].problems[0].reason).toContain('belong to the catalog');
    });
  });
});
