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
import { indexEntity } from '../register/__testUtils__/ground';
import { BulkWorld } from './__testUtils__/BulkWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('an import on %s', id => {
  let world: BulkWorld;

  beforeEach(async () => {
    world = await BulkWorld.create(await databases.init(id));
  });

  afterEach(() => world.stop());

  it('registers what the file holds, each with the next number of its category', async () => {
    const run = await world.import(
      [
        'Type,Name,Serial Number,Manufacturer,Purchase Date,Purchase Cost',
        'laptop,Anna’s laptop,PF3ABC12,Lenovo,2026-01-31,"1,299.00 EUR"',
        'Server,db-1,7XK2P01,Dell,2026-02-01,8000.5 EUR',
      ].join('\n'),
    );
    expect(await world.refusals(run)).toEqual([]);
    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { read: 2, created: 2, rejected: 0 },
    });
    const [laptop, server] = await world.assets();
    expect(laptop).toMatchObject({
      tag: 'HW-000001',
      type: 'laptop',
      name: 'Anna’s laptop',
      serial: 'PF3ABC12',
      acquiredOn: '2026-01-31',
      purchaseCost: { amount: '1299.00', currency: 'EUR' },
      keys: [{ type: 'serial', value: 'PF3ABC12@lenovo' }],
      createdBy: 'user:default/ann',
    });
    expect(server).toMatchObject({ tag: 'HW-000002', type: 'server' });
  });

  it('says row by row what a real run then does', async () => {
    const file = [
      'tag,type,name,serial,manufacturer,status,criticality',
      'A-1,laptop,one,S1,Dell,,1',
      'A-2,laptop,two,S1,Dell,,2',
      'A-3,spaceship,three,,,,1',
      'A-4,laptop,four,,,flying,1',
      'A-5,laptop,,,,,1',
      'A-6,laptop,six,,,,9',
      'A-1,laptop,again,,,,1',
      ',laptop,no tag,S8,Dell,,3',
      'A-9,laptop,nine,6.37702E+15,Dell,,3',
      'A-10,laptop,ten,a,b,c,d,e',
    ].join('\n');
    const dry = await world.import(file, { dryRun: true });
    expect(await world.assets()).toEqual([]);
    const real = await world.import(file);
    const [dryRows, realRows] = [await world.rows(dry), await world.rows(real)];
    expect(dry.counts).toEqual(real.counts);
    expect(real.counts).toEqual({
      read: 10,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 8,
    });
    expect(dryRows.map(({ assetId, tag, ...row }) => row)).toEqual(
      realRows.map(({ assetId, tag, ...row }) => row),
    );
    expect(await world.refusals(real)).toEqual([
      '2 serial: row 1 of the file has the same',
      expect.stringContaining("3 type: there is no asset type 'spaceship'"),
      expect.stringContaining("4 status: 'flying' is not a status of"),
      '5 name: needed to register an asset; give it a name',
      '6 criticality: must be a whole number, 1 to 4',
      '7 tag: row 1 of the file has the same',
      expect.stringContaining("9 serial: '6.37702E+15' is what a spreadsheet"),
      expect.stringContaining('10 has 8 cells, the header 7'),
    ]);
  });

  it('changes what it finds by id, tag or serial, and leaves the rest', async () => {
    await world.import(
      'tag,type,name,serial,manufacturer,notes\nA-1,laptop,one,S1,Dell,old\nA-2,laptop,two,S2,Dell,old',
    );
    const before = await world.asset('A-1');
    const run = await world.import(
      'serial,manufacturer,notes,name\nS1,Dell,new,\nS2,Dell,,\nS3,Dell,x,',
      { mode: 'update' },
    );
    expect(await world.refusals(run)).toEqual([
      '3 serial: the register has no such asset; give its id, tag, serial or a key',
    ]);
    expect(run.counts).toMatchObject({ updated: 1, unchanged: 1, rejected: 1 });
    const after = await world.asset('A-1');
    expect(after).toMatchObject({
      name: 'one',
      notes: 'new',
      version: before.version + 1,
    });
    const [row] = await world.rows(run);
    expect(row).toMatchObject({
      tag: 'A-1',
      changes: { notes: { from: 'old', to: 'new' } },
      versionBefore: 1,
      versionAfter: 2,
    });
  });

  it('empties what is blank only if told so', async () => {
    await world.import('tag,type,name,notes\nA-1,laptop,one,old');
    const file = 'tag,notes\nA-1,';
    expect((await world.import(file)).counts.unchanged).toBe(1);
    const run = await world.import(file, { blank: 'clear' });
    expect(run.counts.updated).toBe(1);
    expect((await world.asset('A-1')).notes).toBeUndefined();
  });

  it('does nothing at all when one row is wrong and all or nothing is wanted', async () => {
    const file = 'tag,type,name\nA-1,laptop,one\nA-2,spaceship,two';
    for (const dryRun of [true, false]) {
      const run = await world.import(file, {
        dryRun,
        onError: 'all-or-nothing',
      });
      expect(run).toMatchObject({
        status: 'failed',
        error: expect.stringContaining('nothing was changed: 1 rows'),
        counts: { read: 2, created: 0, unchanged: 1, rejected: 1 },
      });
      expect(await world.refusals(run)).toHaveLength(1);
    }
    expect(await world.assets()).toEqual([]);
    const good = await world.import(file.replace('spaceship', 'laptop'), {
      onError: 'all-or-nothing',
    });
    expect(good).toMatchObject({ status: 'succeeded', counts: { created: 2 } });
  });

  it('lets nobody in whom the catalog does not know', async () => {
    world.entities.add('group:default/payments');
    const run = await world.import(
      'type,name,owner,supports\nlaptop,one,group:payments,\nlaptop,two,group:nobody,\nlaptop,three,component:default/x,\nlaptop,four,,component:default/gone',
    );
    expect(await world.refusals(run)).toEqual([
      '2 owner: the catalog has no group:default/nobody; register it there first',
      expect.stringContaining(
        "3 owner: 'component:default/x' is no group or user",
      ),
      '4 supports: the catalog has no component:default/gone; register it there first',
    ]);
  });

  it('names a location by its code and refuses an unknown one', async () => {
    world.records.set('AMS', {
      id: 'id-of-ams',
      code: 'AMS',
      name: 'Amsterdam',
      retired: false,
    });
    const run = await world.import(
      'tag,type,name,location\nA-1,laptop,one,AMS\nA-2,laptop,two,MARS',
    );
    expect(await world.refusals(run)).toEqual([
      "2 location: there is no location 'MARS'; give its code, or add it first",
    ]);
    expect((await world.asset('A-1')).location).toBe('id-of-ams');
    expect(await world.export()).toContain(',AMS,');
  });

  it('changes no status of what is there', async () => {
    await world.import('tag,type,name,status\nA-1,laptop,one,In stock');
    const { status } = await world.asset('A-1');
    const run = await world.import(
      `tag,status\nA-1,${status === 'in-use' ? 'in-stock' : 'in-use'}`,
    );
    expect(await world.refusals(run)).toEqual([
      expect.stringContaining('its status changes by a transition'),
    ]);
  });

  it('takes rows outside the rights of the caller for refused', async () => {
    await world.import(
      'tag,type,name,notes\nA-1,laptop,one,a\nA-2,server,two,b',
    );
    const run = await world.import(
      'tag,notes\nA-1,new\nA-2,new',
      {},
      { update: { kind: 'type', values: ['laptop'] } },
    );
    expect(run.counts).toMatchObject({ updated: 1, rejected: 1 });
    expect(await world.refusals(run)).toEqual([
      expect.stringContaining('2 you may not change this asset'),
    ]);
  });

  it('takes locations, and looks users up', async () => {
    const locations = await world.import(
      'name,address,address2,city,state,country,zip,manager,manager username,currency\nPeace River,8 Brentwood Court,,Birendranagar,AB,CA,T8S,Danika,d0,CAD\nPeace River,,,,,,,,,',
      { mapping: 'snipe-it-locations' },
    );
    expect(await world.refusals(locations)).toEqual([]);
    expect(locations.counts).toMatchObject({ created: 1, unchanged: 1 });
    expect(world.records.get('peace-river')).toMatchObject({
      name: 'Peace River',
      country: 'CA',
      address: '8 Brentwood Court, T8S, Birendranagar, AB',
    });
    const users = await world.import(
      'First Name,Last Name,Email,Username\nReagen,Tenant,r@example.com,rtenant0',
      { mapping: 'snipe-it-users' },
    );
    expect(await world.refusals(users)).toEqual([
      '1 the catalog has no such user; users belong to the catalog and are not imported',
    ]);
  });

  it('refuses a file whose days can be read in two ways, until it is told', async () => {
    const file = 'tag,type,name,Purchase Date\nA-1,laptop,one,01/02/2026';
    const run = await world.import(file);
    expect(run).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(
        /column 'Purchase Date': day and month cannot be told apart .*row 1/,
      ),
      counts: { read: 0 },
    });
    const told = await world.import(file, { dateFormat: 'MM/DD/YYYY' });
    expect(told.status).toBe('succeeded');
    expect((await world.asset('A-1')).acquiredOn).toBe('2026-01-02');
  });

  it('refuses days in mixed orders, and reads none of the rows', async () => {
    const run = await world.import(
      'tag,type,name,Purchase Date\nA-1,laptop,a,13/01/2026\nA-2,laptop,b,01/13/2026',
    );
    expect(run.error).toContain("row 2 writes '01/13/2026'");
    expect(await world.assets()).toEqual([]);
  });

  it('reads decimals behind a comma where the column tells so', async () => {
    const run = await world.import(
      'tag;type;name;purchaseCost;currency\nA-1;laptop;a;1.299,50;EUR\nA-2;laptop;b;12;eur\nA-3;laptop;c;12;XXQ',
    );
    expect(await world.refusals(run)).toEqual([
      expect.stringContaining('3 purchaseCost: '),
    ]);
    expect((await world.asset('A-1')).purchaseCost).toEqual({
      amount: '1299.50',
      currency: 'EUR',
    });
  });

  it('reads UTF-16 with carriage returns only, and cells with line breaks', async () => {
    const text = '\ufefftag\ttype\tname\tnotes\rA-1\tlaptop\tü\t"a\rb"\r';
    const run = await world.import(Buffer.from(text, 'utf16le'));
    expect(await world.refusals(run)).toEqual([]);
    expect(await world.asset('A-1')).toMatchObject({
      name: 'ü',
      notes: 'a\rb',
    });
  });

  it('takes one row for an asset, whatever the others call it', async () => {
    await world.import(
      'tag,type,name,serial,manufacturer\nA-1,laptop,one,S1,Dell',
    );
    const file = 'tag,serial,manufacturer,notes\nA-1,,,x\n,S1,Dell,y';
    const dry = await world.import(file, { dryRun: true });
    const real = await world.import(file);
    expect(await world.rows(dry)).toEqual(await world.rows(real));
    expect(await world.refusals(real)).toEqual([
      '2 row 1 of the file is about the same asset',
    ]);
  });

  it('tells the history which run changed what', async () => {
    const run = await world.import('tag,type,name\nA-1,laptop,one');
    const { id: assetId } = await world.asset('A-1');
    const { items } = await world.ground.store.history(assetId, { limit: 5 });
    expect(items[0]).toMatchObject({
      action: 'import',
      actor: 'user:default/ann',
      runId: run.id,
    });
  });

  it('takes the assets of Snipe-IT by its own headers', async () => {
    world.entities.add('user:default/ann');
    await indexEntity(world.knex, { ref: 'user:default/ann' });
    const header =
      'Company,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,Asset EOL Date';
    const rows = [
      ',Anns,ABC-1,Laptops,Shop,Dell,,4711,"Latitude 13""",,L13,good,1/23/23,2266.13,User,ann,Ann,Example,,,10/27/28',
      ',Bens,ABC-2,Gadgets,,Dell,,,,,,,3/1/23,10,User,ben,Ben,,,,10/27/28',
    ];
    const run = await world.import(`\ufeff${[header, ...rows].join('\n')}`, {
      mapping: 'snipe-it-assets',
      currency: 'EUR',
    });
    expect(await world.refusals(run)).toEqual([
      expect.stringContaining("2 Category: there is no asset type 'Gadgets'"),
    ]);
    expect(await world.asset('ABC-1')).toMatchObject({
      type: 'laptop',
      name: 'Anns',
      model: 'Latitude 13"',
      sku: 'L13',
      supplier: 'Shop',
      orderNumber: '4711',
      consumer: 'user:default/ann',
      acquiredOn: '2023-01-23',
      purchaseCost: { amount: '2266.13', currency: 'EUR' },
      dates: { 'end-of-life': '2028-10-27' },
    });
    expect(run.notes.join()).toContain("Not imported: 'Model Notes'");
  });
});
