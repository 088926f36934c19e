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
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { AssetState, Holding } from '@itam/plugin-itam-common';
import { sql, touchedBy } from '../../database';
import type {
  AssetNotification,
  AssetsNotification,
} from '../../portal/Notifier';
import {
  aRegister,
  aRegistration,
  indexEntity,
  registered,
  TestGround,
} from '../../register/__testUtils__/ground';
import type { CustodyCaller } from '../claims';
import { CustodySlice } from '../CustodySlice';

type DatabaseId = Parameters<TestDatabases['init']>[0];

/** People and teams of the tests. */
export const ann = 'user:default/ann';
export const bob = 'user:default/bob';
export const cid = 'user:default/cid';
export const payments = 'group:default/payments';
export const platform = 'group:default/platform';

const teams: Record<string, string[]> = {
  [ann]: [payments],
  [bob]: [platform],
  [cid]: [platform],
};

/** Somebody who calls, with the teams they belong to. */
export function caller(ref: string): CustodyCaller {
  return { ref, claims: [ref, ...(teams[ref] ?? [])] };
}

/** Who may do everything. */
export const everything = { read: 'all', move: 'all', resolve: 'all' } as const;

/** A register whose assets have people. */
export class CustodyWorld {
  readonly slice: CustodySlice;
  readonly ground: TestGround;
  readonly told: Array<{
    notification: AssetNotification | AssetsNotification;
    recipients: string[];
  }> = [];

  static async create(
    databases: TestDatabases,
    id: DatabaseId,
    itam: JsonObject = {},
  ): Promise<CustodyWorld> {
    const knex = await databases.init(id);
    const ground = await aRegister(knex);
    const world = new CustodyWorld(ground, itam);
    for (const ref of [ann, bob, cid, payments, platform]) {
      await indexEntity(knex, { ref });
    }
    await indexEntity(knex, { ref: 'component:default/till' });
    return world;
  }

  private constructor(ground: TestGround, itam: JsonObject) {
    const { knex, clock } = ground;
    const book = CustodySlice.book({ knex, now: clock.now });
    ground.register.addFollower(CustodySlice.follower({ book }));
    this.ground = ground;
    this.slice = CustodySlice.create({
      config: mockServices.rootConfig({ data: { itam } }),
      knex,
      book,
      register: ground.register,
      assets: ground.store,
      entities: {
        digest: async () => 'read',
        find: refs => this.#find(refs),
      },
      userInfo: mockServices.userInfo.mock(),
      notifier: {
        notify: (notification, { recipients }) => {
          this.told.push({ notification, recipients });
        },
      },
      scheduler: mockServices.scheduler.mock(),
      logger: mockServices.logger.mock(),
      now: clock.now,
    });
  }

  /** Registers laptops by a source; answers their ids. */
  async laptops(
    ...facts: Array<Partial<AssetState> & { name: string }>
  ): Promise<string[]> {
    const ids = await registered(
      this.ground,
      facts.map(({ name, ...others }) =>
        aRegistration(name, { type: 'laptop', facts: { name, ...others } }),
      ),
    );
    this.ground.clock.tick(60_000);
    return ids;
  }

  async state(id: string): Promise<AssetState> {
    const state = (await this.ground.register.states([id])).get(id);
    if (!state) {
      throw new Error(`no asset ${id}`);
    }
    return state;
  }

  /** `holder from–to` of each assignment, oldest first. */
  async timeline(id: string): Promise<string[]> {
    const page = await this.slice.custody.assignments(
      id,
      { limit: 100 },
      'all',
    );
    return page.items
      .map(
        ({ kind, holder, from, to }) =>
          `${kind} ${nameOf(holder)} ${time(from)}–${to ? time(to) : ''}`,
      )
      .reverse();
  }

  async custody(id: string, ref: string = ann) {
    return this.slice.custody.custody(id, caller(ref), everything);
  }

  /** The catalog no longer has somebody. */
  async gone(ref: string): Promise<void> {
    await touchedBy(
      this.ground.knex,
      sql`UPDATE entity_index SET present = ${false}, updated_at = ${this.now}
          WHERE ref = ${ref}`,
    );
  }

  /** Somebody has a last day. */
  async endsOn(ref: string, day: string): Promise<void> {
    await touchedBy(
      this.ground.knex,
      sql`UPDATE entity_index SET ends_on = ${day} WHERE ref = ${ref}`,
    );
  }

  /** The present moment. */
  get now(): string {
    return this.ground.clock.now().toISOString();
  }

  /** What somebody holds, by name and how. */
  async holdings(ref: string): Promise<Record<string, Holding[]>> {
    const [kind, rest] = ref.split(':');
    const [namespace, name] = rest.split('/');
    const page = await this.slice.leavers.holdings(
      { kind, namespace, name },
      { limit: 100 },
      'all',
    );
    return Object.fromEntries(page.items.map(item => [item.name, item.as]));
  }

  async #find(refs: string[]) {
    const rows: Array<{
      ref: string;
      kind: string;
      title: string | null;
      ends_on: string | null;
    }> = await this.ground
      .knex('entity_index')
      .whereIn('ref', refs)
      .where('present', true);
    return new Map(
      rows.map(({ ref, kind, title, ends_on: endsOn }) => [
        ref,
        {
          ref,
          kind,
          title: title ?? undefined,
          endsOn: endsOn ?? undefined,
          present: true,
        },
      ]),
    );
  }
}

/** The path of somebody in the routes of leavers. */
export function pathOf(ref: string) {
  const [kind, rest] = ref.split(':');
  const [namespace, name] = rest.split('/');
  return { kind, namespace, name };
}

function nameOf(ref: string): string {
  return ref.split('/')[1];
}

/** The hour and minute of an instant. */
function time(instant: string): string {
  return instant.slice(11, 16);
}
