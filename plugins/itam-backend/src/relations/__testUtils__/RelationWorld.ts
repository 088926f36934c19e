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

import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  AssetChange,
  CostReport,
  EntityCosts,
  NewRelation,
} from '@itam/plugin-itam-common';
import { RelationLibrary } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../../database';
import {
  aRegister,
  anEdit,
  indexEntity,
  registered,
  TestGround,
} from '../../register/__testUtils__/ground';
import type { AssetAccess } from '../../register/access';
import { DatabaseEntityIndexStore } from '../../catalog/EntityIndexStore';
import { DatabaseRelationStore } from '../DatabaseRelationStore';
import { ImpactService, ServiceCosts } from '../ImpactService';
import { RelationGuard } from '../RelationGuard';
import { RelationReader } from '../RelationReader';
import { RelationRights, RelationService } from '../RelationService';
import { RollUpFollower } from '../RollUpFollower';

/** What tests expect a thing to be, a server unless they say so. */
export interface Thing {
  type?: string;
  owner?: string;
  location?: string;
  relations?: AssetChange['relations'];
  /** The source that registers it, instead of a person. */
  source?: string;
}

const all: RelationRights = { read: 'all', update: 'all' };

/** A register with relations, on an empty database. */
export class RelationWorld {
  readonly ground: TestGround;
  readonly store: DatabaseRelationStore;
  readonly library: RelationLibrary;
  readonly relations: RelationService;
  readonly reader: RelationReader;
  readonly impact: ImpactService;
  /** What the costs slice would answer. */
  readonly costs: Record<string, string> = {};

  static async create(knex: Knex): Promise<RelationWorld> {
    return new RelationWorld(await aRegister(knex));
  }

  private constructor(ground: TestGround) {
    this.ground = ground;
    const { knex, register, types } = ground;
    this.library = RelationLibrary.create({
      assetTypes: types,
      overrides: new ConfigReader({
        relations: [
          {
            type: 'backed-up-by',
            inverseTitle: 'backs up',
            to: { types: ['backup-vault'] },
          },
        ],
      }).getOptional('relations'),
    });
    this.store = new DatabaseRelationStore({ knex });
    const index = new DatabaseEntityIndexStore({ knex });
    const parts = {
      store: this.store,
      library: this.library,
      register,
      assets: ground.store,
      entities: {
        find: (refs: string[]) => index.find(refs),
        digest: async () => 'read',
      },
    };
    this.relations = new RelationService(parts);
    this.reader = new RelationReader(parts);
    this.impact = new ImpactService({
      ...parts,
      reader: this.reader,
      costs: costsFrom(this.costs),
    });
    register.addFollower(new RollUpFollower(parts));
    register.addFollower(new RelationGuard(parts));
  }

  /** Registers things by tag; answers their ids by tag. */
  async things(things: Record<string, Thing>): Promise<Record<string, string>> {
    const entries = Object.entries(things);
    const ids = await registered(
      this.ground,
      entries.map(([tag, thing]) => registrationOf(tag, thing)),
    );
    return Object.fromEntries(entries.map(([tag], at) => [tag, ids[at]]));
  }

  async entity(entity: Parameters<typeof indexEntity>[1]): Promise<void> {
    await indexEntity(this.ground.knex, entity);
  }

  relate(
    from: string,
    type: string,
    to: string,
    more: Partial<NewRelation> & {
      rights?: RelationRights;
      expectedVersion?: number;
    } = {},
  ) {
    const { rights = all, expectedVersion, ...rest } = more;
    return this.relations.add(
      from,
      {
        wanted: { type, ...targetOf(to), ...rest },
        actor: 'user:default/ann',
        expectedVersion,
      },
      rights,
    );
  }

  unrelate(
    from: string,
    type: string,
    to: string,
    more: { expectedVersion?: number } = {},
  ) {
    return this.relations.end(
      from,
      {
        wanted: { type, ...targetOf(to) },
        actor: 'user:default/ann',
        ...more,
      },
      all,
    );
  }

  /** A relation of a person that comes past the service, as from a file. */
  async writeRelation(from: string, type: string, to: string): Promise<void> {
    const [state, target] = [await this.state(from), await this.state(to)];
    await this.ground.register.apply({
      changes: [
        {
          assetId: state.id,
          change: anEdit(
            {},
            {
              relations: [...state.relations, { type, toAssetId: target.id }],
            },
          ),
        },
      ],
      // what the register finds wrong with a row is wrong with the whole here
      alongside: async (_, [{ problems }]) => {
        if (problems.length > 0) {
          throw new InputError(problems[0].reason);
        }
      },
    });
  }

  /** What a person sets of an asset. */
  async edit(tag: string, facts: AssetChange['facts']): Promise<void> {
    const { id } = await this.state(tag);
    await this.ground.register.apply({
      changes: [{ assetId: id, change: anEdit(facts) }],
    });
  }

  /** What a source says of an asset's relations. */
  async declare(
    tag: string,
    relations: AssetChange['relations'],
    source = 'terraform',
  ): Promise<void> {
    const { id } = await this.state(tag);
    await this.ground.register.apply({
      changes: [
        {
          assetId: id,
          change: {
            origin: { kind: 'source', sourceId: source, runId: newId() },
            action: 'observe',
            facts: {},
            relations,
          },
        },
      ],
    });
  }

  async state(tag: string) {
    const id = await this.ground.store.locate(tag, 'all');
    const state = id && (await this.ground.register.states([id])).get(id);
    if (!state) {
      throw new Error(`the test has no asset ${tag}`);
    }
    return state;
  }

  /** The relations of an asset as `out part-of CHASSIS (person)`. */
  async seen(tag: string, access: AssetAccess = 'all'): Promise<string[]> {
    const { items } = await this.reader.list(tag, { limit: 50 }, access);
    return items.map(
      ({ direction, type, asset, entityRef, origin }) =>
        `${direction} ${type} ${asset?.tag ?? entityRef ?? '?'} (${origin})`,
    );
  }

  /** The history of an asset, oldest first. */
  async history(tag: string) {
    const { id } = await this.state(tag);
    const { items } = await this.ground.store.history(id, { limit: 50 });
    return items.reverse();
  }

  /** Relations of a kind that go in a circle, whoever states them. */
  async circles(type: string): Promise<number> {
    const rows = await this.ground
      .knex('asset_relations')
      .where({ type })
      .whereNotNull('to_asset_id')
      .select('from_asset_id', 'to_asset_id');
    const next = new Map<string, string[]>();
    for (const { from_asset_id: from, to_asset_id: to } of rows) {
      next.set(from, [...(next.get(from) ?? []), to]);
    }
    return [...next.keys()].filter(start => leadsBack(start, next)).length;
  }
}

function leadsBack(start: string, next: Map<string, string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(next.get(start) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === start) {
      return true;
    }
    if (!seen.has(at)) {
      seen.add(at);
      waiting.push(...(next.get(at) ?? []));
    }
  }
  return false;
}

function targetOf(to: string) {
  return to.includes(':') ? { toEntityRef: to } : { to };
}

function registrationOf(tag: string, thing: Thing): AssetChange {
  const { type = 'server', owner, location, relations, source } = thing;
  return {
    origin: source
      ? { kind: 'source', sourceId: source, runId: newId() }
      : { kind: 'person', ref: 'user:default/ann' },
    action: 'register',
    type,
    tag,
    facts: { name: tag.toLocaleLowerCase('en-US'), owner, location },
    relations,
  };
}

function costsFrom(costs: Record<string, string>): ServiceCosts {
  const figure = (amount: string) => ({
    currency: 'EUR',
    billed: amount,
    effective: amount,
    list: amount,
    contracted: amount,
  });
  return {
    ofEntity: async (): Promise<EntityCosts | undefined> =>
      Object.keys(costs).length === 0
        ? undefined
        : { month: '2026-02', months: [], rates: [], missingRates: [] },
    report: async ({
      entity = [],
      from = '',
      to = '',
    }): Promise<CostReport> => {
      const known = entity.filter(ref => costs[ref] !== undefined);
      const sum = known.reduce((total, ref) => total + Number(costs[ref]), 0);
      return {
        from,
        to,
        items: known.map(key => ({
          key,
          costs: [figure(costs[key])],
          months: [],
        })),
        total: { costs: [figure(String(sum))], months: [] },
        unattributed: { costs: [], months: [], reasons: [] },
        rates: [],
        missingRates: [],
        rejectedRows: 0,
      };
    },
  };
}
