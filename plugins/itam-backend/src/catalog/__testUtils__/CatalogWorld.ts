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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  AssetTypeLibrary,
  CATALOG_CONSUMER,
  RelationLibrary,
  type AssetState,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../../database';
import type { Caller } from '../../http';
import { CatalogSlice } from '../CatalogSlice';

type DatabaseId = Parameters<TestDatabases['init']>[0];

/**
 * A catalog slice over a database, a register that holds states in memory, and
 * a catalog that is a list of entities.
 */
export class CatalogWorld {
  readonly states = new Map<string, AssetState>();
  readonly entities: Entity[] = [];
  readonly accessRefreshed: string[][] = [];
  readonly logger = mockServices.logger.mock();
  readonly knex: Knex;
  slice: CatalogSlice;
  now = new Date('2026-06-01T00:00:00.000Z');

  static async create(
    databases: TestDatabases,
    id: DatabaseId,
    itamCatalog: JsonObject = {},
  ): Promise<CatalogWorld> {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory() });
    return new CatalogWorld(knex, itamCatalog);
  }

  private constructor(knex: Knex, itamCatalog: JsonObject) {
    this.knex = knex;
    this.slice = this.#slice(itamCatalog);
  }

  /** The portal starts again, with another configuration. */
  restart(itamCatalog: JsonObject): void {
    this.slice = this.#slice(itamCatalog);
  }

  /** Registers or changes an asset, as the register would. */
  async change(id: string, change: Partial<AssetState> = {}): Promise<void> {
    await this.changeAll([[id, change]]);
  }

  async changeAll(
    changes: Array<[id: string, change: Partial<AssetState>]>,
  ): Promise<void> {
    await this.knex.transaction(async transaction => {
      const applied = [];
      for (const [id, change] of changes) {
        const before = this.states.get(id);
        const after = {
          ...(before ?? newAsset(id)),
          ...change,
          version: (before?.version ?? 0) + 1,
        };
        await writeAsset(transaction, after);
        this.states.set(id, after);
        applied.push({ before, after });
      }
      await this.slice.follower.follow(transaction, applied);
    });
  }

  /** What the feed offers now. */
  async pending() {
    return this.slice.handlers.listPublications({
      ...this.#call,
      query: { view: 'pending', limit: 500 },
      body: undefined,
    });
  }

  /** What the catalog should hold, a page at a time. */
  async wanted(limit: number = 500, after?: string) {
    return this.slice.handlers.listPublications({
      ...this.#call,
      query: { view: 'all', limit, after },
      body: undefined,
    });
  }

  async ack(
    ...items: Array<{
      assetId: string;
      version: number;
      error?: string;
      entityRef?: string;
    }>
  ) {
    return this.slice.handlers.ackPublications({
      ...this.#call,
      query: {},
      body: { items },
    });
  }

  async republish(...assetIds: string[]) {
    return this.slice.handlers.republish({
      ...this.#call,
      query: {},
      body: { assetIds },
    });
  }

  /** The catalog takes everything that is offered. Gives the assets concerned. */
  async takeAll(): Promise<string[]> {
    const { items } = await this.pending();
    await this.ack(
      ...items.map(({ assetId, version, tag, tombstone }) => ({
        assetId,
        version,
        ...(tombstone ? {} : { entityRef: `resource:default/${tag}` }),
      })),
    );
    return items.map(({ assetId }) => assetId).sort();
  }

  get #call() {
    const caller: Caller = {
      kind: 'service',
      ref: 'plugin:catalog',
      credentials: {
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'plugin:catalog' },
      },
    };
    return {
      params: { consumer: CATALOG_CONSUMER },
      caller,
      access: 'all' as const,
      accessTo: async () => 'all' as const,
      accessToEach: async () => new Map(),
    };
  }

  #slice(itamCatalog: JsonObject): CatalogSlice {
    return CatalogSlice.create({
      knex: this.knex,
      config: mockServices.rootConfig({
        data: { itam: { catalog: itamCatalog } },
      }),
      assetTypes: AssetTypeLibrary.create(),
      relationKinds: RelationLibrary.create({
        assetTypes: AssetTypeLibrary.create(),
      }),
      register: () => ({
        states: async ids =>
          new Map(
            ids.flatMap(id => {
              const state = this.states.get(id);
              return state ? [[id, state] as const] : [];
            }),
          ),
      }),
      refreshAccess: async refs => {
        this.accessRefreshed.push([...refs]);
      },
      // reads the list anew each time, because tests change it
      catalog: {
        queryEntities: (...call) =>
          catalogServiceMock({ entities: this.entities }).queryEntities(
            ...call,
          ),
        getEntitiesByRefs: (...call) =>
          catalogServiceMock({ entities: this.entities }).getEntitiesByRefs(
            ...call,
          ),
      },
      auth: mockServices.auth(),
      scheduler: mockServices.scheduler.mock(),
      logger: this.logger,
      now: () => this.now,
    });
  }
}

/** A cloud database in use, which the default rules publish. */
function newAsset(id: string): AssetState {
  return {
    id,
    tag: `tag-${id}`,
    type: 'cloud-database',
    category: 'cloud',
    name: id,
    status: 'in-use',
    stage: 'use',
    attributes: {},
    labels: {},
    keys: [],
    relations: [],
    fields: [],
    version: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'test',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'test',
  };
}

/** What the slice's own SQL reads of an asset. */
async function writeAsset(transaction: Knex.Transaction, asset: AssetState) {
  await transaction('asset_keys').where({ asset_id: asset.id }).delete();
  await transaction('asset_relations')
    .where({ from_asset_id: asset.id })
    .delete();
  await transaction('assets')
    .insert({
      id: asset.id,
      tag: asset.tag,
      type: asset.type,
      category: asset.category,
      name: asset.name,
      name_sort: asset.name,
      status: asset.status,
      stage: asset.stage,
      attributes: '{}',
      labels: '{}',
      version: asset.version,
      created_at: asset.createdAt,
      created_by: asset.createdBy,
      updated_at: asset.updatedAt,
      updated_by: asset.updatedBy,
    })
    .onConflict('id')
    .merge();
  for (const key of asset.keys) {
    await transaction('asset_keys').insert({
      asset_id: asset.id,
      key_type: key.type,
      key_value: key.value,
      strong: true,
    });
  }
  for (const [index, relation] of asset.relations.entries()) {
    await transaction('asset_relations').insert({
      id: `${asset.id}-${index}`,
      from_asset_id: asset.id,
      type: relation.type,
      to_asset_id: relation.toAssetId ?? null,
      to_entity_ref: relation.toEntityRef ?? null,
      origin: relation.origin,
      since: asset.createdAt,
    });
  }
}
