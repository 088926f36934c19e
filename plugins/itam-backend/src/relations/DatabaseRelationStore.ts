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

import type { RelatedAsset, RolledUpField } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isPostgres, raw, rowsOf, sql } from '../database';
import type { AssetAccess } from '../register/access';
import type { PageQuery } from '../register/AssetStore';
import type { RelationStore } from './RelationStore';
import { loadEdges, loadNeighbours } from './sql/neighbours';
import {
  AssetColumns,
  assetColumns,
  assetOf,
  listRelations,
} from './sql/relationList';
import {
  loadFollowingParts,
  loadRollUp,
  Stated,
  writeRollUp,
} from './sql/rollUps';
import { findCircle, findCrowd, leadsTo, lockStructure } from './sql/structure';

/** Relations in SQL, on SQLite and PostgreSQL. */
export class DatabaseRelationStore implements RelationStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  list(assetId: string, page: PageQuery, access: AssetAccess) {
    return listRelations(this.#knex, assetId, page, access);
  }

  async asset(assetId: string): Promise<RelatedAsset | undefined> {
    const [row] = await rowsOf<AssetColumns>(
      this.#knex,
      sql`SELECT ${assetColumns} FROM assets a WHERE a.id = ${assetId}`,
    );
    return row && assetOf(assetId, row);
  }

  neighbours(question: Parameters<RelationStore['neighbours']>[0]) {
    return loadNeighbours(this.#knex, question);
  }

  edges(question: Parameters<RelationStore['edges']>[0]) {
    return loadEdges(this.#knex, question);
  }

  leadsTo(type: string, from: string, to: string) {
    return leadsTo(this.#knex, type, from, to);
  }

  lockStructure(transaction: Knex.Transaction) {
    return lockStructure(transaction);
  }

  findCircle(
    transaction: Knex.Transaction,
    among: { from: string[]; to: string[]; types: string[] },
  ) {
    return findCircle(transaction, among);
  }

  findCrowd(
    transaction: Knex.Transaction,
    among: { from: string[]; types: string[] },
  ) {
    return findCrowd(transaction, among);
  }

  rollUpOf(relation: Stated) {
    return loadRollUp(this.#knex, relation);
  }

  setRollUp(
    transaction: Knex.Transaction,
    relation: Stated,
    fields: RolledUpField[],
  ) {
    return writeRollUp(transaction, relation, fields);
  }

  followingParts(transaction: Knex.Transaction, containerIds: string[]) {
    return loadFollowingParts(transaction, containerIds);
  }

  async heldVersion(
    transaction: Knex.Transaction,
    assetId: string,
  ): Promise<number | undefined> {
    const held = raw(isPostgres(transaction) ? 'FOR SHARE' : '');
    const [row] = await rowsOf<{ version: number }>(
      transaction,
      sql`SELECT version FROM assets WHERE id = ${assetId} ${held}`,
    );
    return row?.version;
  }
}
