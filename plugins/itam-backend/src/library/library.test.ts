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
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AssetTypeLibrary,
  LifecycleLibrary,
  LifecycleModelDefinition,
} from '@itam/plugin-itam-common';
import {
  aRegister,
  aRegistration,
  registered,
  TestGround,
} from '../register/__testUtils__/ground';
import { RegisterService } from '../register/RegisterService';
import { LibraryAdditions } from './LibraryAdditions';
import { LibrarySlice } from './LibrarySlice';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A model of a drone's life: two statuses, and one more if wanted. */
function aDroneModel(
  version: number,
  flying: string[],
  title?: string,
): LifecycleModelDefinition {
  return {
    id: 'drone-life',
    version,
    title,
    statuses: {
      ...Object.fromEntries(flying.map(status => [status, 'use' as const])),
      lost: { stage: 'dispose', terminal: true },
    },
    transitions: [
      { id: 'buy', from: [], to: flying, roles: ['AM'] },
      { id: 'lose', from: flying, to: 'lost', roles: ['AM'] },
    ],
  };
}

const droneType = { id: 'drone', category: 'hardware', model: 'drone-life' };

describe.each(databases.eachSupportedId())('the library on %s', id => {
  let ground: TestGround;

  beforeEach(async () => {
    ground = await aRegister(await databases.init(id));
  });

  /** The portal as it starts with these models and types. */
  function aPortal(options: {
    models?: LifecycleModelDefinition[];
    types?: object[];
    migrations?: object[];
  }) {
    const models = LifecycleLibrary.create({ overrides: options.models });
    const types = AssetTypeLibrary.create({
      overrides: options.types ?? [],
      lifecycleModels: models,
    });
    const { knex, store, clock } = ground;
    const register = new RegisterService({
      ...{ store, types, models },
      now: clock.now,
    });
    const slice = LibrarySlice.create({
      config: mockServices.rootConfig({
        data: { itam: { lifecycleMigrations: options.migrations ?? [] } },
      }),
      logger: mockServices.logger.mock(),
      ...{ knex, types, models, register },
      now: clock.now,
    });
    const call = <O extends keyof LibrarySlice['handlers']>(
      operation: O,
      given: object,
    ): Promise<Awaited<ReturnType<LibrarySlice['handlers'][O]>>> =>
      // the tests give what the contract of the operation asks for
      slice.handlers[operation]({
        query: {},
        caller: {
          kind: 'user',
          ref: 'user:default/ann',
          credentials: mockCredentials.user(),
        },
        ...given,
      } as never) as never;
    return { slice, register, call };
  }

  /** A portal in which some drones fly already. */
  async function someDrones(...statuses: string[]) {
    const portal = aPortal({
      models: [aDroneModel(1, [...new Set(statuses)])],
      types: [droneType],
    });
    await portal.slice.start();
    const ids = await registered(
      portal,
      statuses.map((status, index) =>
        aRegistration(`drone-${index}`, {
          origin: { kind: 'person', ref: 'user:default/ann' },
          type: 'drone',
          keys: [],
          facts: { status, attributes: {} },
        }),
      ),
    );
    return { ...portal, ids };
  }

  const statusesOf = async (ids: string[]) => {
    const states = await ground.store.states(ids);
    return ids.map(each => {
      const state = states.get(each);
      return `${state?.status} (${state?.stage})`;
    });
  };

  it('starts with what is built in, and as often as wanted', async () => {
    await aPortal({}).slice.start();
    await expect(aPortal({}).slice.start()).resolves.toBeUndefined();
  });

  it('refuses to start without a type that assets have, and counts them', async () => {
    await someDrones('flying', 'flying');
    await expect(
      aPortal({ models: [aDroneModel(1, ['flying'])] }).slice.start(),
    ).rejects.toThrow(
      "asset type 'drone' is gone from the library but 2 assets have it; put it back into itam.assetTypes",
    );
  });

  it('refuses to start without a status that assets have, and counts them', async () => {
    await someDrones('flying', 'racing');
    await expect(
      aPortal({
        models: [aDroneModel(2, ['flying'])],
        types: [droneType],
      }).slice.start(),
    ).rejects.toThrow(
      "status 'racing' is gone from the lifecycle model 'drone-life' but 1 asset has it (type drone); put back the version that had it, or say in itam.lifecycleMigrations",
    );
  });

  it('refuses a version that is not what it was, unless only titles differ', async () => {
    await someDrones('flying');
    const withModel = (model: LifecycleModelDefinition) =>
      aPortal({ models: [model], types: [droneType] }).slice.start();
    await withModel(aDroneModel(1, ['flying'], 'Life of a drone'));
    await expect(
      withModel(aDroneModel(1, ['flying', 'racing'])),
    ).rejects.toThrow(
      "lifecycle model 'drone-life': version 1 is not what it was when it was first used on 2026-03-01; a version never changes, so put it back as it was and give the changed model version 2",
    );
  });

  it('moves assets at start as the configuration says', async () => {
    const { ids } = await someDrones('flying', 'racing');
    const portal = aPortal({
      models: [aDroneModel(2, ['flying', 'hovering'])],
      types: [droneType],
      migrations: [{ model: 'drone-life', statuses: { racing: 'hovering' } }],
    });
    await portal.slice.start();

    expect(await statusesOf(ids)).toEqual(['flying (use)', 'hovering (use)']);
  });

  it('previews a move to a new version, makes it, and says why in the history', async () => {
    const { ids } = await someDrones('flying', 'racing', 'racing', 'parked');
    const portal = aPortal({
      models: [
        aDroneModel(1, ['flying', 'racing', 'parked']),
        aDroneModel(2, ['flying', 'hovering']),
      ],
      types: [droneType],
    });
    await portal.slice.start();
    const model = await portal.call('getLifecycleModel', {
      params: { id: 'drone-life' },
    });
    expect(model).toMatchObject({
      version: 2,
      versions: [1, 2],
      types: [{ id: 'drone' }],
      leftBehind: [
        { id: 'parked', title: 'Parked', version: 1, assets: 1 },
        { id: 'racing', title: 'Racing', version: 1, assets: 2 },
      ],
    });

    const move = (dryRun: boolean) =>
      portal.call('moveStatuses', {
        params: { id: 'drone-life' },
        query: { dryRun },
        body: { statuses: { racing: 'hovering' }, reason: 'No more races' },
      });
    const preview = await move(true);
    expect(preview).toEqual({
      dryRun: true,
      model: 'drone-life',
      toVersion: 2,
      items: [{ type: 'drone', from: 'racing', to: 'hovering', assets: 2 }],
      moved: 0,
      remaining: 2,
      unmapped: [{ status: 'parked', assets: 1 }],
    });
    expect(await statusesOf(ids)).toContain('racing (use)');

    expect(await move(false)).toEqual({
      ...preview,
      dryRun: false,
      moved: 2,
      remaining: 0,
    });
    expect(await statusesOf(ids)).toEqual([
      'flying (use)',
      'hovering (use)',
      'hovering (use)',
      'parked (use)',
    ]);
    const { items } = await ground.store.history(ids[1], { limit: 1 });
    expect(items[0]).toMatchObject({
      actor: 'user:default/ann',
      action: 'update',
      reason: 'No more races',
    });
  });

  it('refuses a map of statuses that are not left behind, or lead nowhere', async () => {
    await someDrones('flying', 'racing');
    const portal = aPortal({
      models: [
        aDroneModel(1, ['flying', 'racing']),
        aDroneModel(2, ['flying']),
      ],
      types: [droneType],
    });
    const moving = (body: object) =>
      portal.call('moveStatuses', { params: { id: 'drone-life' }, body });
    await expect(moving({ statuses: { flying: 'lost' } })).rejects.toThrow(
      "body.statuses.flying: version 2 of 'drone-life' has this status; assets leave it by a transition",
    );
    await expect(moving({ statuses: { racing: 'swimming' } })).rejects.toThrow(
      "body.statuses.racing: 'swimming' is no status of version 2 of 'drone-life'; it has flying, lost",
    );
    await expect(
      moving({ statuses: { racing: 'flying' }, types: ['laptop'] }),
    ).rejects.toThrow(
      "body.types: 'laptop' does not follow the lifecycle model 'drone-life'",
    );
  });

  it('tells a type in full, with its assets counted', async () => {
    await someDrones('flying');
    const { call } = aPortal({});
    const server = await call('getAssetType', { params: { id: 'server' } });
    expect(server).toMatchObject({
      category: 'hardware',
      lifecycleModel: { id: 'datacentre-hardware' },
      assets: 0,
    });
    expect(server.keyDates[0]).toMatchObject({ title: expect.any(String) });
    await expect(
      call('getAssetType', { params: { id: 'drone' } }),
    ).rejects.toThrow("There is no asset type 'drone'");
  });

  it('tells every model in words: roles, facts, evidence, guards and effects', async () => {
    const { call } = aPortal({});
    for (const { id: model } of LifecycleLibrary.create().list()) {
      const { transitions } = await call('getLifecycleModel', {
        params: { id: model },
      });
      const words = transitions.flatMap(each => [
        ...each.roles.map(({ title }) => title),
        ...each.facts.map(({ title }) => title),
        ...each.evidence.map(({ title }) => title),
        ...each.guards.flatMap(({ holds, wayOut }) => [holds, wayOut]),
        ...each.effects.map(({ does }) => does),
      ]);
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter(word => !word)).toEqual([]);
    }
  });
});

describe('policies', () => {
  it('are told as configured, without what only a source needs to know', async () => {
    const models = LifecycleLibrary.create();
    const slice = LibrarySlice.create({
      config: mockServices.rootConfig({
        data: {
          itam: {
            reportingCurrency: 'EUR',
            ownership: [
              { match: { tag: 'owner' }, then: { owner: '{{value}}' } },
            ],
            sources: {
              terraform: {
                stacks: { title: 'Stacks', token: 'hunter2', missingAfter: 3 },
                broken: { missingAfter: 0 },
              },
            },
          },
        },
      }),
      logger: mockServices.logger.mock(),
      types: AssetTypeLibrary.create({ lifecycleModels: models }),
      models,
      // policies ask neither the database nor the register
      knex: undefined as never,
      register: undefined as never,
    });

    const policies = await slice.handlers.getPolicies({} as never);

    expect(policies).toMatchObject({
      publish: { enabled: true, maximum: 50_000 },
      ownership: [{ match: { tag: 'owner' }, then: { owner: '{{value}}' } }],
      sources: [
        { id: 'stacks', title: 'Stacks', missingAfter: 3, missingShare: 0.2 },
        { id: 'broken', error: expect.stringContaining('missingAfter') },
      ],
      costs: { reportingCurrency: 'EUR' },
    });
    expect(JSON.stringify(policies)).not.toContain('hunter2');
  });
});

describe('additions of modules', () => {
  it('come before those of the configuration, and name themselves when wrong', () => {
    const additions = new LibraryAdditions();
    additions.addLifecycleModels([aDroneModel(1, ['flying'])], {
      from: 'module drones',
    });
    additions.addAssetTypes(
      [{ ...droneType, category: 'hardware', attrs: { range: 'number(km)' } }],
      { from: 'module drones' },
    );
    const models = LifecycleLibrary.create({ additions: additions.models });
    const types = AssetTypeLibrary.create({
      additions: additions.types,
      overrides: [{ id: 'drone', title: 'Flying thing' }],
      lifecycleModels: models,
    });
    expect(types.get('drone')).toMatchObject({
      title: 'Flying thing',
      lifecycleModel: 'drone-life',
      attributes: [{ name: 'range', unit: 'km' }],
    });

    additions.addAssetTypes([{ id: 'drone', attrs: { speed: 'fast' } }], {
      from: 'module speed',
    });
    expect(() =>
      AssetTypeLibrary.create({
        additions: additions.types,
        lifecycleModels: models,
      }),
    ).toThrow("module speed: assetTypes[0].attrs.speed: 'fast' is not");
  });

  it('keep a status in its stage from version to version', () => {
    const moved = aDroneModel(2, ['flying']);
    expect(() =>
      LifecycleLibrary.create({
        overrides: [
          aDroneModel(1, ['flying']),
          { ...moved, statuses: { ...moved.statuses, flying: 'assign' } },
        ],
      }),
    ).toThrow(
      'itam.lifecycleModels[1].statuses.flying: belongs to the stage use in version 1; a status keeps its stage',
    );
  });
});
