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
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  bulkRoutes,
  recordRoutes,
  relationRoutes,
  type RouteContract,
} from '@itam/plugin-itam-common';
import { ItamPermissionPolicy } from '@itam/plugin-permission-backend-module-itam';
import type { Knex } from 'knex';
import request from 'supertest';
import { newId, sql, touchedBy } from '../../database';
import { itamPlugin } from '../../plugin';
import {
  anEdit,
  aRegister,
  registered,
  TestGround,
} from '../../register/__testUtils__/ground';
import {
  bindings,
  claimsOf,
  foreignKind,
  Kind,
  nearKinds,
  otherTeamOf,
  people,
  Person,
  Situation,
  SOMEBODY,
  STORE,
  STRANGERS,
  teamOf,
  userOf,
} from './people';

/** What stands in the name of an asset nobody else may learn of. */
export const SECRET_NAME = 'Nameless';

/** What an asset costs, written so that it is found anywhere. */
export const SECRET_AMOUNT = '987654.32';

/** A request, as a sample tells it. */
export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string | object;
}

/** An asset of the matrix. */
export interface MatrixAsset {
  id: string;
  tag: string;
  type: string;
  version: number;
}

/** What sign-in says of people. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const person = personOf(credentials);
      return {
        userEntityRef: userOf(person),
        ownershipEntityRefs: claimsOf(person),
      };
    },
  }),
});

/**
 * A portal with the real plugin and the real policy, and people of every role.
 * Services may do everything, as in any portal.
 */
export class MatrixPortal {
  readonly ground: TestGround;
  readonly #api: ReturnType<typeof request>;
  readonly #location: string;
  #count = 0;

  static async start(knex: Knex, options: { config?: object } = {}) {
    const ground = await aRegister(knex);
    const { server } = await startTestBackend({
      features: [
        itamPlugin,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
        catalogServiceMock.factory({ entities: organisation() }),
        mockServices.rootConfig.factory({
          data: options.config ?? {},
        }),
        mockServices.scheduler.mock().factory,
        userInfo,
        mockServices.permissions.mock({
          // the policy never answers a basic permission with a condition
          authorize: decideAll as never,
          authorizeConditional: decideAll as never,
        }).factory,
      ],
    });
    const portal = new MatrixPortal(ground, request(server), '');
    const location = await portal.as('service', recordRoutes.createLocation, {
      body: { code: STORE, name: 'Store', kind: 'stockroom' },
    });
    return new MatrixPortal(ground, request(server), location.body.id);
  }

  private constructor(
    ground: TestGround,
    api: ReturnType<typeof request>,
    location: string,
  ) {
    this.ground = ground;
    this.#api = api;
    this.#location = location;
  }

  /** Calls a route as a person, or as a service. */
  async as(
    caller: Person | 'service',
    route: Pick<RouteContract, 'method' | 'path'>,
    asked: Asked,
  ) {
    const path = route.path.replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent(asked.params?.[name] ?? 'missing'),
    );
    let call = this.#api
      [route.method](`/api/itam${path}`)
      .query(asked.query ?? {})
      .set(
        'authorization',
        caller === 'service'
          ? mockCredentials.service.header()
          : mockCredentials.user.header(userOf(caller)),
      )
      .set(asked.headers ?? {});
    if (asked.body !== undefined) {
      call = call.send(asked.body);
    }
    return call;
  }

  userOf(person: Person): string {
    return userOf(person);
  }

  otherTeamOf(person: Person): string {
    return otherTeamOf(person);
  }

  /** Who owns an asset that stands so to this person. */
  ownerFor(person: Person, situation: Situation): string {
    return situation === 'own' ? teamOf(person) : STRANGERS;
  }

  /** Where an asset is that stands so to this person. */
  placeFor(person: Person, situation: Situation): { location?: string } {
    return kindFor(person, situation).location
      ? { location: this.#location }
      : {};
  }

  /** A new asset that stands so to this person. */
  async anAsset(person: Person, situation: Situation): Promise<MatrixAsset> {
    this.#count += 1;
    const { type, status } = kindFor(person, situation);
    const tag = `MX-${this.#count}`;
    const [id] = await registered(this.ground, [
      anEdit(
        {
          name: `${SECRET_NAME} ${this.#count}`,
          status,
          owner: this.ownerFor(person, situation),
          custodian: situation === 'kept' ? userOf(person) : undefined,
          consumer: situation === 'used' ? userOf(person) : undefined,
          ...this.placeFor(person, situation),
          purchaseCost: { amount: SECRET_AMOUNT, currency: 'EUR' },
          attributes: type === 'cloud-database' ? { engine: 'postgres' } : {},
        },
        {
          action: 'register',
          type,
          tag,
          origin: { kind: 'person', ref: SOMEBODY },
        },
      ),
    ]);
    await this.#tellProceeds(id);
    return { id, tag, type, version: 1 };
  }

  /** A fact told with a transition, with an amount of money. */
  async #tellProceeds(assetId: string): Promise<void> {
    const value = JSON.stringify({ amount: SECRET_AMOUNT, currency: 'EUR' });
    await touchedBy(
      this.ground.knex,
      sql`INSERT INTO asset_facts (asset_id, fact, value, given_at, given_by)
          VALUES (${assetId}, 'disposal.money', ${value},
            '2026-01-01T00:00:00.000Z', ${newId()})`,
    );
  }

  /** The ref of somebody who changed something, and nothing else. */
  async aName(): Promise<string> {
    this.#count += 1;
    const ref = `user:default/gone-${this.#count}`;
    await registered(this.ground, [
      anEdit(
        { name: 'their work' },
        {
          action: 'register',
          type: 'laptop',
          tag: `MX-${this.#count}`,
          origin: { kind: 'person', ref },
        },
      ),
    ]);
    return ref;
  }

  /** The id of an entry of the model catalogue for a type. */
  async aModel(type: string): Promise<string> {
    const code = `STANDARD-${type}`;
    const known = await this.as('service', recordRoutes.getModel, {
      params: { id: code },
    });
    if (known.status === 200) {
      return known.body.id;
    }
    const made = await this.as('service', recordRoutes.createModel, {
      body: { code, name: code, type, manufacturer: 'Tarn', approved: true },
    });
    return made.body.id;
  }

  /** The id of a move of an asset that is planned. */
  async aPlan(asset: MatrixAsset): Promise<string> {
    const id = newId();
    await touchedBy(
      this.ground.knex,
      sql`INSERT INTO planned_transitions
            (id, asset_id, transition, to_status, planned_for, planned_by,
             request, roles, state, created_at)
          VALUES (${id}, ${asset.id}, 'report-lost', 'lost',
            '2998-01-01T00:00:00.000Z', ${newId()}, '{}', '[]', 'waiting',
            '2026-01-01T00:00:00.000Z')`,
    );
    return id;
  }

  /** The id of a fact that has to follow on an asset. */
  async anOpenFact(asset: MatrixAsset): Promise<string> {
    const id = newId();
    await touchedBy(
      this.ground.knex,
      sql`INSERT INTO open_facts
            (id, asset_id, kind, fact, due, state, opened_at)
          VALUES (${id}, ${asset.id}, 'fact', 'loss.report', '2998-01-01',
            'open', '2026-01-01T00:00:00.000Z')`,
    );
    return id;
  }

  /** The id of an exception somebody made on an asset. */
  async anException(asset: MatrixAsset): Promise<string> {
    const [id, transition, actor] = [newId(), newId(), newId()];
    const at = '2026-01-01T00:00:00.000Z';
    await touchedBy(
      this.ground.knex,
      sql`INSERT INTO asset_transitions
            (id, asset_id, version, model, model_version, transition,
             from_status, to_status, from_stage, to_stage, effective_at,
             recorded_at, actor_id, facts, effects, forced)
          VALUES (${transition}, ${asset.id}, 1, 'end-user-device', 1, 'deploy',
            'in-stock', 'in-use', 'acquire', 'use', ${at}, ${at}, ${actor},
            '{}', '[]', ${true})`,
    );
    await touchedBy(
      this.ground.knex,
      sql`INSERT INTO lifecycle_exceptions
            (id, asset_id, transition_id, missing, reason, state)
          VALUES (${id}, ${asset.id}, ${transition}, '[]', 'urgent', 'open')`,
    );
    return id;
  }

  /** States a relation of an asset; answers what ends it. */
  async aRelation(asset: MatrixAsset, relation: object): Promise<object> {
    await this.as('service', relationRoutes.addRelation, {
      params: { id: asset.tag },
      body: relation,
    });
    return relation;
  }

  /** What became of the only row of a bulk run, once it has ended. */
  async outcomeOfRun(id: string): Promise<string> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const run = await this.as('service', bulkRoutes.getBulkRun, {
        params: { id },
      });
      if (!['queued', 'running'].includes(run.body.status)) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    const rows = await this.as('service', bulkRoutes.listBulkRows, {
      params: { id },
    });
    return rows.body.items?.[0]?.outcome ?? 'none';
  }
}

function kindFor(person: Person, situation: Situation): Kind {
  return (situation === 'near' && nearKinds[person]) || foreignKind(person);
}

/** @throws Error when it is a service. */
function personOf(credentials: BackstageCredentials): Person {
  // the credentials of a user carry who they are
  const { userEntityRef } = credentials.principal as { userEntityRef?: string };
  const person = people.find(each => userOf(each) === userEntityRef);
  if (!person) {
    throw new Error('not a person');
  }
  return person;
}

const policy = ItamPermissionPolicy.create({ roles: bindings });

async function decideAll(
  asked: Array<{ permission: Permission }>,
  { credentials }: { credentials: BackstageCredentials },
) {
  // services carry no permissions in this portal
  const { type } = credentials.principal as { type: string };
  return Promise.all(
    asked.map(async ({ permission }) => {
      if (type === 'service') {
        return { result: AuthorizeResult.ALLOW };
      }
      const person = personOf(credentials);
      return policy.handle(
        { permission },
        {
          credentials,
          info: {
            userEntityRef: userOf(person),
            ownershipEntityRefs: claimsOf(person),
          },
        },
      );
    }),
  );
}

function organisation() {
  const group = (ref: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: ref.split('/')[1] },
    spec: { type: 'team', children: [] },
  });
  const user = (ref: string, team: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: ref.split('/')[1] },
    spec: { memberOf: [team.split('/')[1]] },
  });
  return [
    group(STRANGERS),
    group('group:default/receivers'),
    user(SOMEBODY, STRANGERS),
    ...people.flatMap(person => [
      group(teamOf(person)),
      group(otherTeamOf(person)),
      user(userOf(person), teamOf(person)),
    ]),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'shop' },
      spec: { type: 'service', lifecycle: 'production', owner: STRANGERS },
    },
  ];
}
