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
  AssetChange,
  AssetTypeLibrary,
  LifecycleLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  migrationsDirectory,
  newId,
  sql,
  touchedBy,
} from '../../database';
import { DatabaseAssetStore } from '../DatabaseAssetStore';
import { HistorySealer } from '../history/HistorySealer';
import { HistoryVerifier } from '../history/HistoryVerifier';
import type { RegisterFollower } from '../Register';
import { RegisterService } from '../RegisterService';

const models = LifecycleLibrary.create();
const types = AssetTypeLibrary.create({ lifecycleModels: models });

/** A clock that stands still until it is moved on. */
export class TestClock {
  #at = Date.parse('2026-03-01T12:00:00.000Z');

  readonly now = () => new Date(this.#at);

  tick(milliseconds = 1): void {
    this.#at += milliseconds;
  }
}

/** The register on an empty, migrated database. */
export async function aRegister(
  knex: Knex,
  options: { followers?: RegisterFollower[]; batchSize?: number } = {},
) {
  await knex.migrate.latest({ directory: migrationsDirectory() });
  const clock = new TestClock();
  const database = {
    knex,
    batchSize: options.batchSize ?? (isPostgres(knex) ? 5_000 : 500),
  };
  const store = new DatabaseAssetStore({ database, now: clock.now });
  const register = new RegisterService({
    store,
    types,
    models,
    followers: options.followers,
    now: clock.now,
  });
  const sealer = new HistorySealer({ database, now: clock.now });
  const verifier = new HistoryVerifier({ knex });
  return { knex, clock, store, register, sealer, verifier, types, models };
}

export type TestGround = Awaited<ReturnType<typeof aRegister>>;

/** A change by which a source registers a cloud database. */
export function aRegistration(
  name: string,
  differences: Partial<AssetChange> = {},
): AssetChange {
  return {
    origin: { kind: 'source', sourceId: 'terraform', runId: newId() },
    action: 'register',
    type: 'cloud-database',
    tag: `${name}-tag`,
    keys: [{ type: 'provider-id', value: `arn:aws:rds:::${name}` }],
    ...differences,
    facts: { name, attributes: { engine: 'postgres' }, ...differences.facts },
  };
}

/** A change by a person. */
export function anEdit(
  facts: AssetChange['facts'],
  differences: Partial<AssetChange> = {},
): AssetChange {
  return {
    origin: { kind: 'person', ref: 'user:default/ann' },
    action: 'update',
    facts,
    ...differences,
  };
}

/** Registers assets, answers their ids in the same order. */
export async function registered(
  ground: Pick<TestGround, 'register'>,
  changes: AssetChange[],
): Promise<string[]> {
  const ids = changes.map(() => newId());
  await ground.register.apply({
    changes: changes.map((change, index) => ({ assetId: ids[index], change })),
  });
  return ids;
}

/** What the register knows of a catalog entity. */
export async function indexEntity(
  knex: Knex,
  entity: {
    ref: string;
    owner?: string;
    system?: string;
    domain?: string;
    parent?: string;
  },
): Promise<void> {
  await touchedBy(
    knex,
    sql`INSERT INTO entity_index
          (ref, kind, owner_ref, system_ref, domain_ref, parent_ref, present, updated_at)
        VALUES (${entity.ref}, ${entity.ref.split(':')[0]},
          ${entity.owner ?? ''}, ${entity.system ?? ''},
          ${entity.domain ?? ''}, ${entity.parent ?? ''}, ${true},
          '2026-01-01T00:00:00.000Z')`,
  );
}

/** Relations that say an asset supports these entities. */
export function supporting(...refs: string[]): AssetChange['relations'] {
  return refs.map(toEntityRef => ({ type: 'supports' as const, toEntityRef }));
}
