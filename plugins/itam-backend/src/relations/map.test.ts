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
import type { MapQuery } from '@itam/plugin-itam-common';
import type { AssetAccess } from '../register/access';
import { RelationWorld } from './__testUtils__/RelationWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function ownedBy(ref: string): AssetAccess {
  return { kind: 'claim', reason: 'owner', refs: [ref] };
}

/** What a map shows: names of boxes by distance, and edges between names. */
async function mapOf(
  world: RelationWorld,
  tag: string,
  query: Partial<MapQuery> = {},
  access: AssetAccess = 'all',
) {
  const map = await world.reader.map(
    tag,
    { depth: 2, limit: 200, ...query },
    access,
  );
  const names = new Map(
    map.nodes.map(({ id, asset }) => [id, asset?.tag ?? id]),
  );
  const nameOf = (id: string) => names.get(id) ?? '?';
  return {
    ...map,
    boxes: map.nodes
      .map(({ id, distance }) => `${distance} ${nameOf(id)}`)
      .sort(),
    arrows: map.edges
      .map(({ from, type, to }) => `${nameOf(from)} ${type} ${nameOf(to)}`)
      .sort(),
  };
}

describe.each(databases.eachSupportedId())('the relation map on %s', id => {
  async function aWorld() {
    const world = await RelationWorld.create(await databases.init(id));
    await world.things({
      HOST: { owner: 'group:default/infra' },
      RACK: { type: 'rack' },
      VM: { type: 'virtual-machine', owner: 'group:default/a' },
      APP: { type: 'server-application', owner: 'group:default/a' },
      DB: { type: 'cloud-database', owner: 'group:default/a' },
      FAR: { type: 'cloud-database' },
    });
    await world.entity({
      ref: 'component:default/orders',
      owner: 'group:default/shop',
      system: 'system:default/shop',
    });
    await world.relate('HOST', 'part-of', 'RACK');
    await world.relate('VM', 'runs-on', 'HOST');
    await world.relate('APP', 'runs-on', 'VM');
    await world.relate('APP', 'depends-on', 'DB');
    await world.relate('DB', 'depends-on', 'FAR');
    await world.relate('APP', 'supports', 'component:default/orders');
    return world;
  }

  it('reaches both ways, as far as it is asked to', async () => {
    const world = await aWorld();

    const near = await mapOf(world, 'VM', { depth: 1 });
    const wide = await mapOf(world, 'VM', { depth: 2 });

    expect(near.boxes).toEqual(['0 VM', '1 APP', '1 HOST']);
    expect(wide.boxes).toEqual([
      '0 VM',
      '1 APP',
      '1 HOST',
      '2 DB',
      '2 RACK',
      '2 component:default/orders',
    ]);
    expect(wide.arrows).toEqual([
      'APP depends-on DB',
      'APP runs-on VM',
      'APP supports component:default/orders',
      'HOST part-of RACK',
      'VM runs-on HOST',
    ]);
    expect(wide).toMatchObject({ truncated: false, hidden: 0 });
  });

  it('says of entities at its edge whose they are', async () => {
    const world = await aWorld();
    const { nodes } = await mapOf(world, 'APP', { depth: 1 });
    expect(nodes.flatMap(({ entity }) => entity ?? [])).toEqual([
      expect.objectContaining({
        ref: 'component:default/orders',
        owner: 'group:default/shop',
        system: 'system:default/shop',
        present: true,
      }),
    ]);
  });

  it('follows only the kinds asked for', async () => {
    const world = await aWorld();
    const map = await mapOf(world, 'APP', { types: ['depends-on'] });
    expect(map.boxes).toEqual(['0 APP', '1 DB', '2 FAR']);
    await expect(mapOf(world, 'APP', { types: ['made-of'] })).rejects.toThrow(
      /^query.types: there is no kind of relation 'made-of'; use supports/,
    );
  });

  it('counts what the caller may not see, and does not go on behind it', async () => {
    const world = await aWorld();
    const map = await mapOf(
      world,
      'VM',
      { depth: 4 },
      ownedBy('group:default/a'),
    );
    expect(map.boxes).toEqual([
      '0 VM',
      '1 APP',
      '2 DB',
      '2 component:default/orders',
    ]);
    // HOST, and FAR behind DB; RACK is not even looked for
    expect(map.hidden).toBe(2);
  });

  it('of an asset the caller may not see is not there', async () => {
    const world = await aWorld();
    await expect(
      mapOf(world, 'HOST', {}, ownedBy('group:default/a')),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('draws what is related in a circle once', async () => {
    const world = await aWorld();
    await world.relate('DB', 'depends-on', 'APP');
    const map = await mapOf(world, 'APP', { depth: 6, types: ['depends-on'] });
    expect(map.boxes).toEqual(['0 APP', '1 DB', '2 FAR']);
    expect(map.arrows).toContain('DB depends-on APP');
  });

  it('holds no more than the limit, and lets no hub crowd out the others', async () => {
    const world = await aWorld();
    const { STACK } = await world.things({ STACK: { type: 'iac-stack' } });
    await world.things(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [
          `R${n}`,
          {
            type: 'cloud-resource',
            source: 'terraform',
            relations: [{ type: 'provisioned-by', toAssetId: STACK }],
          },
        ]),
      ),
    );
    await world.relate('STACK', 'supports', 'component:default/orders');
    await world.relate('STACK', 'depends-on', 'FAR');

    const map = await mapOf(world, 'STACK', { depth: 3, limit: 10 });

    expect(map.nodes).toHaveLength(10);
    expect(map.truncated).toBe(true);
    expect(map.boxes).toEqual(
      expect.arrayContaining(['1 component:default/orders', '1 FAR']),
    );
  });

  it('is complete where everything fits exactly', async () => {
    const world = await aWorld();
    const map = await mapOf(world, 'VM', { depth: 6, limit: 7 });
    expect(map.nodes).toHaveLength(7);
    expect(map.truncated).toBe(false);
  });
});

describe.each(databases.eachSupportedId())('impact on %s', id => {
  async function aWorld() {
    const world = await RelationWorld.create(await databases.init(id));
    await world.things({
      RACK: { type: 'rack' },
      HOST: { owner: 'group:default/infra' },
      VM: { type: 'virtual-machine', owner: 'group:default/infra' },
      APP: { type: 'server-application', owner: 'group:default/shop' },
      DB: { type: 'cloud-database', owner: 'group:default/shop' },
      SUPPORT: { type: 'support-service' },
    });
    await world.entity({ ref: 'group:default/shop' });
    await world.entity({
      ref: 'system:default/shop',
      domain: 'domain:default/retail',
    });
    await world.entity({
      ref: 'component:default/orders',
      owner: 'group:default/shop',
      system: 'system:default/shop',
    });
    await world.relate('HOST', 'part-of', 'RACK');
    await world.relate('VM', 'runs-on', 'HOST');
    await world.relate('APP', 'runs-on', 'VM');
    await world.relate('APP', 'depends-on', 'DB');
    await world.relate('APP', 'supports', 'component:default/orders');
    await world.relate('HOST', 'covered-by', 'SUPPORT');
    return world;
  }

  const everything = { read: 'all' as const, costs: true };

  async function impactOf(
    world: RelationWorld,
    tag: string,
    rights = everything,
  ) {
    const impact = await world.impact.of(tag, { limit: 50 }, rights);
    return {
      ...impact,
      tags: impact.assets.items.map(asset => asset.tag),
      services: impact.entities.items.map(({ ref }) => ref),
    };
  }

  it('goes up from what stops to what stands on it, with the way there', async () => {
    const world = await aWorld();

    const impact = await impactOf(world, 'RACK');

    expect(impact.tags).toEqual(['HOST', 'VM', 'APP']);
    expect(impact.services).toEqual(['component:default/orders']);
    expect(
      impact.entities.items[0].path.map(
        ({ direction, type, title }) => `${direction} ${type} ${title}`,
      ),
    ).toEqual([
      'in part-of host',
      'in runs-on vm',
      'in runs-on app',
      'out supports orders',
    ]);
    expect(impact).toMatchObject({ hidden: 0, truncated: false });
  });

  it('does not go down, nor along what failure does not travel on', async () => {
    const world = await aWorld();
    const [app, support] = [
      await impactOf(world, 'APP'),
      await impactOf(world, 'SUPPORT'),
    ];
    expect([app.tags, app.services]).toEqual([
      [],
      ['component:default/orders'],
    ]);
    expect([support.tags, support.services]).toEqual([[], []]);
  });

  it('says whose it is: owners, systems and domains', async () => {
    const world = await aWorld();
    const impact = await impactOf(world, 'HOST');
    expect(impact.owners).toEqual([
      { ref: 'group:default/shop', entities: 1, assets: 1 },
      { ref: 'group:default/infra', entities: 0, assets: 1 },
    ]);
    expect(impact.systems).toEqual([
      { ref: 'system:default/shop', entities: 1, assets: 0 },
    ]);
    expect(impact.domains).toEqual([
      { ref: 'domain:default/retail', entities: 1, assets: 0 },
    ]);
  });

  it('says what the services cost, to those who may see it', async () => {
    const world = await aWorld();
    world.costs['component:default/orders'] = '120.50';

    const seen = await impactOf(world, 'DB');
    const unseen = await impactOf(world, 'DB', { read: 'all', costs: false });

    expect(seen.costs).toMatchObject({
      month: '2026-02',
      costs: [{ currency: 'EUR', effective: '120.5' }],
    });
    expect(seen.entities.items[0].costs).toMatchObject({
      costs: [{ effective: '120.50' }],
    });
    expect(unseen.costs).toBeUndefined();
    expect(unseen.entities.items[0].costs).toBeUndefined();
  });

  it('counts what the caller may not see, and does not go on behind it', async () => {
    const world = await aWorld();
    const impact = await world.impact.of(
      'HOST',
      { limit: 50 },
      { read: ownedBy('group:default/infra'), costs: false },
    );
    expect(impact.assets.items.map(({ tag }) => tag)).toEqual(['VM']);
    expect(impact.entities.total).toBe(0);
    expect(impact.hidden).toBe(1);
  });

  it('counts all and lists the nearest', async () => {
    const world = await aWorld();
    const impact = await world.impact.of('RACK', { limit: 1 }, everything);
    expect(impact.assets.total).toBe(3);
    expect(impact.assets.items.map(({ tag }) => tag)).toEqual(['HOST']);
  });
});
