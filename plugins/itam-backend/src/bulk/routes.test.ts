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
import { ann, aPortal, Portal } from '../lifecycle/__testUtils__/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

async function ended({ get }: Portal, id: string) {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const { body } = await get(`/bulk-runs/${id}`);
    if (!['queued', 'running'].includes(body.status)) {
      return body;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`run ${id} does not end`);
}

const file = Buffer.from(
  'Type,Name,Serial Number,Owner\nlaptop,one,S1,\nrepository,two,,\n',
);

describe.each(databases.eachSupportedId())('bulk by HTTP on %s', id => {
  it('imports, exports what imports unchanged, and tells each row', async () => {
    const portal = await aPortal(await databases.init(id));
    const { body: queued, status } = await portal.upload(
      '/assets/import?mode=create&dryRun=false',
      'assets.csv',
      file,
    );
    expect({ status, queued }).toMatchObject({
      status: 202,
      queued: { kind: 'import', status: 'queued', fileName: 'assets.csv' },
    });
    expect(await ended(portal, queued.id)).toMatchObject({
      status: 'succeeded',
      counts: { read: 2, created: 2 },
    });
    const { body: rows } = await portal.get(
      `/bulk-runs/${queued.id}/rows?outcome=created&limit=1`,
    );
    expect(rows.items).toEqual([
      expect.objectContaining({ row: 1, tag: 'HW-000001' }),
    ]);
    expect(rows.nextCursor).toBeDefined();

    const exported = await portal.get('/assets/export?category=hardware');
    expect(exported.status).toBe(200);
    expect(exported.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(exported.headers['content-disposition']).toContain('assets.csv');
    expect(exported.text.split('\r\n')).toHaveLength(3);
    const { body: again } = await portal.upload(
      '/assets/import',
      'again.csv',
      Buffer.from(exported.text),
    );
    expect(await ended(portal, again.id)).toMatchObject({
      counts: { read: 1, unchanged: 1 },
    });
    const json = await portal.get('/assets/export?format=json');
    expect(json.body).toHaveLength(2);
  });

  it('moves many assets on, tells why others cannot, and takes it back', async () => {
    const portal = await aPortal(await databases.init(id));
    const { body: queued } = await portal.upload(
      '/assets/import?type=repository&status=experimental&columns=%7B%22n%22%3A%22name%22%7D',
      'r.csv',
      Buffer.from('n,owner\na,\nb,\nc,'),
    );
    const run = await ended(portal, queued.id);
    expect(run.counts).toMatchObject({ created: 3, rejected: 0 });
    const { body: list } = await portal.get('/assets?sort=name');
    const [tag] = list.items.map((item: { tag: string }) => item.tag);
    const change = {
      selection: { filter: { type: ['repository'] } },
      change: {
        transition: {
          transition: 'archive',
          facts: {
            'decommission.date': '2026-11-20',
            'decommission.operator': ann,
            'data.handling': { kind: 'media-kept' },
          },
        },
      },
      reason: 'all of them',
    };
    const { body: dry } = await portal.post('/assets/bulk', {
      ...change,
      dryRun: true,
    });
    expect(await ended(portal, dry.id)).toMatchObject({
      counts: { read: 3, updated: 3 },
    });
    const { body: real, status } = await portal.post('/assets/bulk', change);
    expect(status).toBe(202);
    expect(await ended(portal, real.id)).toMatchObject({
      kind: 'transition',
      counts: { read: 3, updated: 3 },
    });
    const { body: moved } = await portal.get(`/assets/${tag}`);
    expect(moved.status).toBe('archived');
    const { body: again } = await portal.post('/assets/bulk', change);
    expect(await ended(portal, again.id)).toMatchObject({
      counts: { read: 3, rejected: 3 },
    });
    const { body: undo } = await portal.post(`/bulk-runs/${real.id}/undo`, {});
    expect(await ended(portal, undo.id)).toMatchObject({
      counts: { read: 3, updated: 3 },
    });
    expect((await portal.get(`/assets/${tag}`)).body.status).toBe(
      'experimental',
    );
  });

  it('looks at a file, and keeps a mapping under a name', async () => {
    const portal = await aPortal(await databases.init(id));
    const { body: preview } = await portal.upload(
      '/assets/import/preview',
      'x.csv',
      Buffer.from(
        '\ufeffAsset Tag;Bought;Purchase Date;Colour\nA-1;x;31.01.2026;red',
      ),
    );
    expect(preview).toMatchObject({
      format: 'csv',
      delimiter: ';',
      encoding: 'utf-8',
      byteOrderMark: true,
      columns: [
        { header: 'Asset Tag', to: 'tag', confidence: 0.9, samples: ['A-1'] },
        { header: 'Bought', to: null, confidence: 0 },
        { header: 'Purchase Date', to: 'acquiredOn', dateFormat: 'DD.MM.YYYY' },
        { header: 'Colour' },
      ],
    });
    const put = await portal.put('/import-mappings/ours', {
      columns: { 'Asset Tag': 'tag', Colour: null, Bought: null },
    });
    expect(put.status).toBe(200);
    const { body } = await portal.get('/import-mappings');
    expect(body.items.map((item: { name: string }) => item.name)).toEqual([
      'ours',
      'snipe-it-assets',
      'snipe-it-licences',
      'snipe-it-locations',
      'snipe-it-users',
    ]);
  });

  it.each([
    ['mode=sometimes', 'a,b\n1,2', 'query.mode'],
    ['type=spaceship', 'name\nx', "there is no asset type 'spaceship'"],
    ['mapping=nobody', 'name\nx', "there is no mapping 'nobody'"],
    ['', 'name,name\nx,y', 'is there more than once'],
    ['', 'name,wibble\nx,red', "it is not known what 'wibble' is"],
    ['', '', 'the file is empty'],
    ['columns=x', 'name\nx', 'query.columns: no JSON'],
    ['dateFormat=DD', 'name\nx', 'query.dateFormat'],
  ])('refuses %s with %j', async (query, content, message) => {
    const portal = await aPortal(await databases.init(id));
    const { status, body } = await portal.upload(
      `/assets/import?${query}`,
      'x.csv',
      Buffer.from(content),
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });
});
