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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { countsAddUp, noCounts } from '@itam/plugin-itam-common';
import { Portal } from './portal';
import { samplesOf } from './samples';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const folder = samplesOf('terraform') ?? '';
const describeSamples = folder ? describe : describe.skip;

describeSamples('samples of terraform', () => {
  describe.each(databases.eachSupportedId())('in a register on %s', id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await Portal.start({
        knex: await databases.init(id),
        kind: 'terraform',
        locations: [`${folder}/*.tfstate`],
      });
    });

    afterAll(async () => {
      await portal?.stop();
    });

    it('are all accounted for, and the same when read again', async () => {
      const first = await portal.read();
      expect(first.status).toBe('succeeded');
      // 39 sightings of 36 assets and groups, 75 of 36 stacks. One of the
      // buckets is met again in a stack of another lineage: that updates it.
      expect(first.counts).toEqual({
        ...noCounts,
        read: 160,
        assets: 37,
        grouped: 2,
        folded: 121,
        derived: 75,
        created: 72,
        matched: 42,
        updated: 1,
        unchanged: 41,
        documents: 75,
        documentsRefused: 1,
      });
      expect(countsAddUp(first.counts)).toBe(true);
      expect(await portal.rejectsOf(first)).toEqual([
        expect.objectContaining({
          kind: 'document',
          place: expect.stringContaining('v4_invalid.tfstate'),
          reason:
            'the file is not valid JSON: the mistake is at line 16, column 7',
        }),
      ]);
      expect(await portal.assets()).toBe(72);

      const second = await portal.read();
      expect(second.counts).toMatchObject({
        read: 160,
        matched: 114,
        created: 0,
        updated: 0,
        unchanged: 114,
        documentsUnchanged: 75,
      });
      expect(await portal.assets()).toBe(72);
    });

    it('take the output of show when it is pushed', async () => {
      const name = 'show-json_v0.14.json';
      const run = await portal.read({
        name,
        content: await readFile(join(folder, name), 'utf8'),
      });
      expect(run).toMatchObject({
        status: 'succeeded',
        fileName: name,
        // the default network is in two modules
        counts: { read: 14, assets: 9, folded: 5, created: 9, matched: 1 },
      });
    });
  });
});
