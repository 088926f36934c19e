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

import { ConflictError, isError } from '@backstage/errors';
import type {
  AssetFilter,
  AssetKey,
  AssetListQuery,
  HistoryFilter,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  allOf,
  isId,
  isOneOf,
  ItamDatabase,
  rowsOf,
  Sql,
  sql,
} from '../database';
import type { AssetAccess } from './access';
import type {
  AssetStore,
  AssetWrite,
  EntityScope,
  PageQuery,
} from './AssetStore';
import { DatabaseHistoryStore } from './history/DatabaseHistoryStore';
import { accessCondition } from './sql/accessFilter';
import { loadAccessFacts, placesOf, rebuildSupports } from './sql/accessRows';
import { loadActorIds } from './sql/actors';
import { loadDetail, loadFolded } from './sql/assetParts';
import { loadFigures, scopeCondition } from './sql/entityScope';
import { countFacets, listAssets } from './sql/listAssets';
import { identify, loadStates } from './sql/loadStates';
import { writeAssets } from './sql/writeAssets';

/** Entity refs whose assets are brought in line in one transaction. */
const REFRESH_BATCH = 500;

/** Messages of the databases when two writers got in each other's way. */
const conflictCodes = new Set([
  '23505',
  '40001',
  '40P01',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/** The register in SQL, on SQLite and PostgreSQL. */
export class DatabaseAssetStore implements AssetStore {
  readonly #knex: Knex;
  readonly batchSize: number;
  readonly #now: () => Date;
  readonly #history: DatabaseHistoryStore;

  constructor(options: {
    database: Pick<ItamDatabase, 'knex' | 'batchSize'>;
    now?: () => Date;
  }) {
    this.#knex = options.database.knex;
    this.batchSize = options.database.batchSize;
    this.#now = options.now ?? (() => new Date());
    this.#history = new DatabaseHistoryStore({ knex: this.#knex });
  }

  async transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#knex.transaction(work);
    } catch (error) {
      throw isConflict(error)
        ? new ConflictError(
            'somebody else wrote the same asset, tag or key at the same time; try again',
            error,
          )
        : error;
    }
  }

  states(ids: string[], transaction?: Knex.Transaction) {
    return loadStates(transaction ?? this.#knex, ids);
  }

  identify(keys: AssetKey[]) {
    return identify(this.#knex, keys);
  }

  async write(
    transaction: Knex.Transaction,
    writes: AssetWrite[],
  ): Promise<void> {
    const actorIds = await this.actorIds(
      transaction,
      writes.flatMap(({ before, after }) =>
        before ? after.updatedBy : [after.createdBy, after.updatedBy],
      ),
    );
    await writeAssets(transaction, writes, actorIds);
  }

  actorIds(transaction: Knex.Transaction, refs: string[]) {
    return loadActorIds(
      transaction,
      [...new Set(refs)].sort(),
      this.#now().toISOString(),
    );
  }

  list(query: AssetListQuery, access: AssetAccess, scope?: EntityScope) {
    return listAssets(
      this.#knex,
      query,
      access,
      scope && scopeCondition(scope),
    );
  }

  facets(filter: AssetFilter, access: AssetAccess) {
    return countFacets(this.#knex, filter, access);
  }

  async locate(
    idOrTag: string,
    access: AssetAccess,
  ): Promise<string | undefined> {
    const named = isId(idOrTag)
      ? sql`a.id = ${idOrTag}`
      : sql`a.tag = ${idOrTag}`;
    const [row] = await this.#idsOf(named, access);
    return row?.id;
  }

  async within(ids: string[], access: AssetAccess): Promise<Set<string>> {
    if (access === 'all' || ids.length === 0) {
      return new Set(ids);
    }
    const rows = await this.#idsOf(isOneOf(this.#knex, 'a.id', ids), access);
    return new Set(rows.map(({ id }) => id));
  }

  detail(id: string) {
    return loadDetail(this.#knex, id);
  }

  history(id: string, query: PageQuery & HistoryFilter) {
    return this.#history.page(id, query);
  }

  folded(id: string, query: PageQuery & { q?: string }) {
    return loadFolded(this.#knex, id, query);
  }

  figures(scope: EntityScope, access: AssetAccess) {
    return loadFigures(this.#knex, scope, access);
  }

  placesOf(locationIds: string[]) {
    return placesOf(this.#knex, locationIds);
  }

  accessFacts(ids: string[]) {
    return loadAccessFacts(this.#knex, ids);
  }

  async refreshAccess(
    entityRefs: string[],
    transaction?: Knex.Transaction,
  ): Promise<void> {
    for (let start = 0; start < entityRefs.length; start += REFRESH_BATCH) {
      const refs = entityRefs.slice(start, start + REFRESH_BATCH);
      await (transaction
        ? rebuildSupports(transaction, refs)
        : this.transaction(inner => rebuildSupports(inner, refs)));
    }
  }

  #idsOf(named: Sql, access: AssetAccess): Promise<Array<{ id: string }>> {
    const permitted = accessCondition(this.#knex, access);
    return rowsOf(
      this.#knex,
      sql`SELECT a.id FROM assets a
          WHERE ${allOf(permitted ? [named, permitted] : [named])}`,
    );
  }
}

function isConflict(error: unknown): error is Error {
  return (
    isError(error) &&
    'code' in error &&
    typeof error.code === 'string' &&
    conflictCodes.has(error.code)
  );
}
