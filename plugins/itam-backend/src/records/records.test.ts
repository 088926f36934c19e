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
import { aRegistration, registered } from '../register/__testUtils__/ground';
import { RecordsWorld } from './__testUtils__/RecordsWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('shared records on %s', id => {
  let world: RecordsWorld;

  beforeEach(async () => {
    world = await RecordsWorld.create(await databases.init(id));
  });

  const amsterdam = async () => {
    const site = await world.addLocation({ code: 'AMS', name: 'Amsterdam' });
    const hall = await world.addLocation({
      code: 'AMS-1',
      name: 'Hall 1',
      kind: 'room',
      parent: 'ams',
    });
    const rack = await world.addLocation({
      code: 'AMS-1-A1',
      name: 'Rack A1',
      kind: 'rack',
      parent: hall.id,
    });
    return { site, hall, rack };
  };

  it('keep a tree of locations, each with its way from the outside', async () => {
    const { site, hall, rack } = await amsterdam();

    expect(rack.path.map(({ code }) => code)).toEqual(['AMS', 'AMS-1']);
    expect(await world.call('getLocation', { params: { id: 'AMS' } })).toEqual({
      ...site,
      children: 1,
    });
    const codesOf = async (query: object) =>
      (await world.call('listLocations', { query })).items.map(
        ({ code }) => code,
      );
    expect(await codesOf({ parent: 'none' })).toEqual(['AMS']);
    expect(await codesOf({ parent: site.id })).toEqual(['AMS-1']);
    expect(await codesOf({ within: [hall.id] })).toEqual(['AMS-1', 'AMS-1-A1']);
    expect(await codesOf({ q: 'rack a1' })).toEqual(['AMS-1-A1']);
    expect(await codesOf({ q: '%' })).toEqual([]);
    expect(await codesOf({ kind: ['rack', 'room'] })).toEqual([
      'AMS-1',
      'AMS-1-A1',
    ]);
  });

  it('are paged by name', async () => {
    await amsterdam();

    const first = await world.call('listLocations', { query: { limit: 2 } });
    expect(first.items.map(({ name }) => name)).toEqual([
      'Amsterdam',
      'Hall 1',
    ]);
    const rest = await world.call('listLocations', {
      query: { limit: 2, cursor: first.nextCursor },
    });
    expect(rest.items.map(({ name }) => name)).toEqual(['Rack A1']);
    expect(rest.nextCursor).toBeUndefined();
  });

  it('refuse a location in itself, in a wrong kind, or in none there is', async () => {
    const outer = await world.addLocation({ code: 'campus' });
    const inner = await world.addLocation({ code: 'north', parent: 'campus' });

    await expect(
      world.call('updateLocation', {
        params: { id: outer.id },
        version: 1,
        body: { parent: inner.id },
      }),
    ).rejects.toThrow(
      'body.parent: north lies in campus, which would then lie in itself',
    );
    await expect(
      world.call('updateLocation', {
        params: { id: outer.id },
        version: 1,
        body: { kind: 'rack' },
      }),
    ).rejects.toThrow('body.kind: a site lies in it');
    await expect(
      world.addLocation({ code: 'x', kind: 'site', parent: 'nowhere' }),
    ).rejects.toThrow("body.parent: there is no location 'nowhere'");
    const room = await world.addLocation({ code: 'r', kind: 'room' });
    await expect(
      world.addLocation({ code: 'b', kind: 'building', parent: room.id }),
    ).rejects.toThrow('body.parent: a building cannot lie in a room such as r');
  });

  it('name people the catalog knows, and keepers of stockrooms only', async () => {
    const store = await world.addLocation({
      code: 'S1',
      kind: 'stockroom',
      keeper: 'group:facilities',
      contacts: [{ ref: 'group:default/desk', phone: '+31 20 555 0100' }],
    });
    expect(store.keeper).toBe('group:default/facilities');
    expect(store.contacts).toEqual([
      { ref: 'group:default/desk', phone: '+31 20 555 0100' },
    ]);
    await expect(
      world.addLocation({
        code: 'S2',
        kind: 'site',
        keeper: 'user:default/nobody',
        contacts: [{ ref: 'component:default/x' }],
      }),
    ).rejects.toThrow(
      /body\.keeper: only a stockroom.*body\.contacts\.0\.ref: 'component:default\/x' is no ref.*body\.keeper: the catalog has no user:default\/nobody/,
    );
  });

  it('have one code each, whatever its case', async () => {
    await world.addLocation({ code: 'AMS', name: 'Amsterdam' });
    await expect(world.addLocation({ code: 'ams' })).rejects.toThrow(
      "body.code: 'AMS' is the code of Amsterdam already",
    );
  });

  it('change on the version they were read at only, and keep their history', async () => {
    const entity = await world.addLegalEntity();
    const changed = await world.call('updateLegalEntity', {
      params: { id: 'NL01' },
      version: entity.version,
      body: {
        capitalisationThreshold: { amount: '500', currency: 'EUR' },
        reason: 'Policy of 2026',
      },
    });
    expect(changed).toMatchObject({
      version: 2,
      capitalisationThreshold: { amount: '500.00', currency: 'EUR' },
    });
    await expect(
      world.call('updateLegalEntity', {
        params: { id: 'NL01' },
        version: entity.version,
        body: { name: 'Other' },
      }),
    ).rejects.toThrow('no longer at version 1 but at 2');
    const same = await world.call('updateLegalEntity', {
      params: { id: 'NL01' },
      version: 2,
      body: { name: 'Example B.V.' },
    });
    expect(same.version).toBe(2);

    const { items } = await world.call('legalEntityHistory', {
      params: { id: entity.id },
    });
    expect(
      items.map(({ version, actor, action, reason }) => ({
        version,
        actor,
        action,
        reason,
      })),
    ).toEqual([
      {
        version: 2,
        actor: 'user:default/ann',
        action: 'update',
        reason: 'Policy of 2026',
      },
      {
        version: 1,
        actor: 'user:default/ann',
        action: 'create',
        reason: undefined,
      },
    ]);
    expect(items[0].changes).toEqual({
      capitalisationThreshold: { to: { amount: '500.00', currency: 'EUR' } },
    });
  });

  it('keep a history that forgets names on demand', async () => {
    const entity = await world.addLegalEntity();
    await world.ground
      .knex('actors')
      .where({ ref: 'user:default/ann' })
      .update({ ref: null });

    const { items } = await world.call('legalEntityHistory', {
      params: { id: entity.id },
    });
    expect(items[0].actor).toBe('erased');
    const read = await world.call('getLegalEntity', {
      params: { id: entity.id },
    });
    expect(read.createdBy).toBe('erased');
  });

  it('refuse a threshold in another currency than that of the books', async () => {
    await expect(
      world.addLegalEntity({
        capitalisationThreshold: { amount: '500', currency: 'USD' },
      }),
    ).rejects.toThrow(
      'body.capitalisationThreshold.currency: must be the currency of the books, EUR',
    );
  });

  it('keep models whose attributes fit their type', async () => {
    const old = await world.addModel({ code: 'r750', name: 'PowerEdge R750' });
    const model = await world.addModel({
      substitutes: ['r750'],
      listPrice: { amount: '8123.5', currency: 'EUR' },
      listPriceOn: '2026-01-31',
      attributes: { memory: 512 },
    });
    expect(model).toMatchObject({
      substitutes: [{ id: old.id, code: 'r750', name: 'PowerEdge R750' }],
      listPrice: { amount: '8123.50', currency: 'EUR' },
      attributes: { memory: 512 },
    });
    await expect(
      world.addModel({
        code: 'x',
        type: 'sevrer',
        substitutes: ['y'],
        listPriceOn: '2026-01-31',
      }),
    ).rejects.toThrow(
      /body\.type: there is no asset type 'sevrer'.*body\.substitutes\.0: there is no catalogue model 'y'.*body\.listPriceOn/,
    );
    await expect(
      world.addModel({ code: 'x', attributes: { memory: 'much', wheels: 4 } }),
    ).rejects.toThrow(
      /body\.attributes\.memory: must be a number.*body\.attributes\.wheels: Server has no such attribute/,
    );
    await expect(
      world.call('updateModel', {
        params: { id: model.id },
        version: 1,
        body: { substitutes: [model.id] },
      }),
    ).rejects.toThrow(
      'body.substitutes.0: a model is no substitute for itself',
    );
    const emptied = await world.call('updateModel', {
      params: { id: model.id },
      version: 1,
      body: { listPrice: null, listPriceOn: null, attributes: null },
    });
    expect(emptied.listPrice).toBeUndefined();
    expect(emptied.attributes).toEqual({});
  });

  it('are not retired while assets name them, and can come back', async () => {
    const { site, hall, rack } = await amsterdam();
    await registered(world.ground, [
      aRegistration('one', { facts: { location: hall.id } }),
      aRegistration('two', { facts: { location: hall.id } }),
    ]);

    const retire = (location: string) =>
      world.call('retireLocation', { params: { id: location }, body: {} });
    await expect(retire(hall.id)).rejects.toThrow(
      'AMS-1 cannot be retired: 2 assets name this location',
    );
    expect(
      await world.call('locationUse', { params: { id: hall.id } }),
    ).toEqual({ assets: 2 });
    await expect(retire('AMS')).rejects.toThrow(
      'AMS cannot be retired: 1 location lies in it',
    );
    const retired = await retire(rack.id);
    expect(retired.retiredAt).toBe('2026-03-01T12:00:00.000Z');
    const inUse = await world.call('listLocations', {
      query: { retired: false },
    });
    expect(inUse.items.map(({ id: each }) => each)).toEqual([site.id, hall.id]);
    await expect(
      world.addLocation({ code: 'b', kind: 'rack', parent: 'AMS-1-A1' }),
    ).rejects.toThrow('body.parent');
    const back = await world.call('reinstateLocation', {
      params: { id: rack.id },
      body: { version: 2 },
    });
    expect(back.retiredAt).toBeUndefined();
    const history = await world.call('locationHistory', {
      params: { id: rack.id },
    });
    expect(history.items.map(({ action }) => action)).toEqual([
      'reinstate',
      'retire',
      'create',
    ]);
  });

  it('refuse two that would each put one location into the other', async () => {
    await world.addLocation({ code: 'a' });
    await world.addLocation({ code: 'b' });
    const put = (inner: string, outer: string) =>
      world.call('updateLocation', {
        params: { id: inner },
        version: 1,
        body: { parent: outer },
      });

    const outcomes = await Promise.allSettled([put('a', 'b'), put('b', 'a')]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('are known to other slices by id and code', async () => {
    const { site, hall, rack } = await amsterdam();
    await world.addModel();

    const known = await world.known.locations(['ams-1', rack.id, 'nowhere']);
    expect([...known.keys()]).toEqual(['ams-1', rack.id]);
    expect(known.get('ams-1')).toMatchObject({
      id: hall.id,
      code: 'AMS-1',
      name: 'Hall 1',
      retired: false,
    });
    expect(await world.known.models(['R760'])).toEqual(
      new Map([
        ['R760', expect.objectContaining({ type: 'server', approved: true })],
      ]),
    );
    const below = await world.known.locationsBelow([site.id]);
    expect(below.sort()).toEqual([site.id, hall.id, rack.id].sort());
    expect(await world.known.locationsBelow(['nowhere'])).toEqual([]);
  });

  it('of the configuration are loaded in any order, and changed there only', async () => {
    const records = {
      legalEntities: [
        {
          code: 'DE01',
          name: 'Beispiel GmbH',
          country: 'DE',
          currency: 'EUR',
          capitalisationThreshold: { amount: '800', currency: 'EUR' },
        },
      ],
      locations: [
        { code: 'R1', name: 'Room 1', kind: 'room', parent: 'BER' },
        { code: 'BER', name: 'Berlin', kind: 'site', country: 'DE' },
      ],
    };
    await world.addLocation({ code: 'ber', name: 'By hand' });
    await world.configure(records);
    await world.configure(records);

    const berlin = await world.call('getLocation', { params: { id: 'BER' } });
    expect(berlin).toMatchObject({
      name: 'Berlin',
      configured: true,
      version: 2,
      children: 1,
      updatedBy: 'config',
    });
    const entity = await world.call('getLegalEntity', {
      params: { id: 'DE01' },
    });
    expect(entity.version).toBe(1);
    await expect(
      world.call('updateLocation', {
        params: { id: 'BER' },
        version: 2,
        body: { name: 'Other' },
      }),
    ).rejects.toThrow('comes from itam.records in the configuration');

    await world.configure({ locations: [records.locations[1]] });
    const room = await world.call('getLocation', { params: { id: 'R1' } });
    expect(room).toMatchObject({ configured: false, version: 2 });
  });

  it('of the configuration stop the start when they are wrong, with the place', async () => {
    await expect(
      world.configure({
        locations: [{ code: 'A', name: 'A', kind: 'planet' }],
      }),
    ).rejects.toThrow(/itam\.records\.locations\[0\]\.kind: /);
    await expect(
      world.configure({
        legalEntities: [
          { code: 'A', name: 'A', country: 'XX', currency: 'EUR' },
        ],
      }),
    ).rejects.toThrow(
      'itam.records.legalEntities[0].country: must be a country code',
    );
    await expect(
      world.configure({
        locations: [
          { code: 'A', name: 'A', kind: 'site', parent: 'B' },
          { code: 'B', name: 'B', kind: 'site', parent: 'A' },
        ],
      }),
    ).rejects.toThrow(
      'itam.records.locations[0].parent: A would lie in itself',
    );
    await expect(
      world.configure({
        models: [
          { code: 'm', name: 'M', type: 'unicorn', manufacturer: 'Maker' },
        ],
      }),
    ).rejects.toThrow(
      "itam.records.models[0].type: there is no asset type 'unicorn'",
    );
  });
});
