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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  CatalogueModelFacts,
  LegalEntityFacts,
  LocationFacts,
  recordRoutes,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { aRegister, TestGround } from '../../register/__testUtils__/ground';
import { RecordsSlice } from '../RecordsSlice';

type Routes = typeof recordRoutes;

/** What a test gives of a call; the rest is as usual. */
interface Given<O extends keyof Routes> {
  params?: z.input<Routes[O]['params']>;
  query?: Partial<z.output<Routes[O]['query']>>;
  body?: unknown;
  version?: number;
  as?: string;
}

/** The slice on an empty, migrated database, with a catalog of two teams. */
export class RecordsWorld {
  static async create(knex: Knex, records?: object): Promise<RecordsWorld> {
    const ground = await aRegister(knex);
    const world = new RecordsWorld(ground);
    await world.configure(records);
    return world;
  }

  #slice: RecordsSlice;

  private constructor(readonly ground: TestGround) {
    this.#slice = this.#sliceWith({});
  }

  /** Starts anew with another configuration. */
  async configure(records: object = {}): Promise<void> {
    this.#slice = this.#sliceWith(records);
    await this.#slice.start();
  }

  get known() {
    return this.#slice.known;
  }

  /** Calls a route, the body as the router would have parsed it. */
  async call<O extends keyof Routes>(
    operation: O,
    given: Given<O> = {},
  ): Promise<z.output<Routes[O]['response']>> {
    const handler = this.#slice.handlers[operation];
    const { params, query, body, version, as = 'user:default/ann' } = given;
    const answer = await handler({
      params: { id: '', ...params },
      query: { limit: 50, ...query },
      body,
      caller: { kind: 'user', ref: as, credentials: mockCredentials.user(as) },
      access: 'all',
      accessTo: async () => 'all',
      expectedVersion: version,
      // the test gives what the contract of the operation asks for
    } as never);
    return answer as never;
  }

  async addLocation(facts: Partial<LocationFacts> & { code: string }) {
    return this.call('createLocation', {
      body: { name: facts.code, kind: 'site', ...facts },
    });
  }

  async addLegalEntity(facts: Partial<LegalEntityFacts> = {}) {
    return this.call('createLegalEntity', {
      body: {
        code: 'NL01',
        name: 'Example B.V.',
        country: 'NL',
        currency: 'EUR',
        ...facts,
      },
    });
  }

  async addModel(facts: Partial<CatalogueModelFacts> = {}) {
    return this.call('createModel', {
      body: {
        code: 'r760',
        name: 'PowerEdge R760',
        type: 'server',
        manufacturer: 'Dell',
        approved: true,
        ...facts,
      },
    });
  }

  #sliceWith(records: object): RecordsSlice {
    const { knex, types, store, clock } = this.ground;
    return RecordsSlice.create({
      config: mockServices.rootConfig({ data: { itam: { records } } as never }),
      knex,
      types,
      entities: {
        digest: async () => 'read',
        find: async refs =>
          new Map(
            refs
              .filter(ref => ref.startsWith('group:default/'))
              .map(ref => [ref, { ref, present: true } as never]),
          ),
      },
      actorIds: (transaction, refs) => store.actorIds(transaction, refs),
      now: clock.now,
    });
  }
}
