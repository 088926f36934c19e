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

import type { AssetCategory, WithdrawalCause } from '@itam/plugin-itam-common';
import { dependencyRelationTypes } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  isOneOf,
  isPostgres,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../database';
import { acknowledge } from './acknowledge';
import { grantWishes } from './grantWishes';
import type {
  Acknowledgement,
  Dependency,
  GrantOptions,
  PublicationRow,
  PublicationStore,
  PublicationTotals,
  PublicationWish,
} from './PublicationStore';

interface RawRow {
  asset_id: string;
  tag: string | null;
  wanted_version: number;
  acked_version: number;
  tombstone: boolean | number;
  cause: WithdrawalCause | null;
  entity_ref: string | null;
  error: string | null;
}

const columns = raw(
  'p.asset_id, a.tag, p.wanted_version, p.acked_version, p.tombstone, p.cause, p.entity_ref, p.error',
);

/** The publications of one consumer, in SQL. */
export class DatabasePublicationStore implements PublicationStore {
  readonly #knex: Knex;
  readonly #consumer: string;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; consumer: string; now?: () => Date }) {
    this.#knex = options.knex;
    this.#consumer = options.consumer;
    this.#now = options.now ?? (() => new Date());
  }

  transaction<T>(
    use: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(use);
  }

  grant(
    transaction: Knex.Transaction,
    wishes: PublicationWish[],
    options: GrantOptions,
  ): Promise<{ waiting: number }> {
    return grantWishes(transaction, {
      ...options,
      wishes,
      consumer: this.#consumer,
      now: this.#now().toISOString(),
    });
  }

  async lockVersions(
    transaction: Knex.Transaction,
    assetIds: string[],
  ): Promise<Map<string, number>> {
    const rows = await rowsOf<{ id: string; version: number }>(
      transaction,
      sql`SELECT id, version FROM assets
          WHERE ${isOneOf(transaction, 'id', assetIds)} ORDER BY id
          ${raw(isPostgres(transaction) ? 'FOR SHARE' : '')}`,
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** Rides on entity_index_provider_idx. */
  async foreignEntities(
    connection: Knex,
    providerIds: string[],
  ): Promise<Map<string, string>> {
    if (providerIds.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<{ provider_id: string; ref: string }>(
      connection,
      sql`SELECT provider_id, MIN(ref) AS ref FROM entity_index
          WHERE provider_id IS NOT NULL AND present
            AND ${isOneOf(connection, 'provider_id', providerIds)}
          GROUP BY provider_id`,
    );
    return new Map(rows.map(row => [row.provider_id, row.ref]));
  }

  async wronglyAttached(limit: number): Promise<string[]> {
    const rows = await rowsOf<{ asset_id: string }>(
      this.#knex,
      sql`SELECT k.asset_id FROM entity_index e
            JOIN asset_keys k
              ON k.key_type = 'provider-id' AND k.key_value = e.provider_id
            JOIN publications p ON p.asset_id = k.asset_id
          WHERE e.provider_id IS NOT NULL AND e.present
            AND p.consumer = ${this.#consumer}
            AND NOT p.tombstone AND p.attached_ref IS NULL
          UNION
          SELECT p.asset_id FROM publications p
          WHERE p.consumer = ${this.#consumer} AND p.attached_ref IS NOT NULL
            AND NOT EXISTS (
              SELECT 1 FROM asset_keys k
                JOIN entity_index e ON e.provider_id = k.key_value
              WHERE k.asset_id = p.asset_id AND k.key_type = 'provider-id'
                AND e.present AND e.ref = p.attached_ref)
          LIMIT ${limit}`,
    );
    return rows.map(row => row.asset_id);
  }

  async assetIds(after: string, limit: number): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.#knex,
      sql`SELECT id FROM assets WHERE id > ${after} ORDER BY id LIMIT ${limit}`,
    );
    return rows.map(({ id }) => id);
  }

  async published(assetIds: string[]): Promise<Set<string>> {
    const rows = await rowsOf<{ asset_id: string }>(
      this.#knex,
      sql`SELECT asset_id FROM publications
          WHERE consumer = ${this.#consumer}
            AND ${isOneOf(this.#knex, 'asset_id', assetIds)}
            AND NOT tombstone AND attached_ref IS NULL`,
    );
    return new Set(rows.map(row => row.asset_id));
  }

  async totals(): Promise<PublicationTotals> {
    const [row] = await rowsOf<Record<keyof PublicationTotals, unknown>>(
      this.#knex,
      sql`SELECT
            COUNT(*) AS published,
            COUNT(CASE WHEN tombstone AND cause = 'asset' THEN 1 END)
              AS withdrawing
          FROM publications
          WHERE consumer = ${this.#consumer}
            AND (tombstone OR attached_ref IS NULL)`,
    );
    return {
      published: Number(row.published),
      withdrawing: Number(row.withdrawing),
    };
  }

  /** Rides on publications_pending_idx. */
  async pending(limit: number): Promise<PublicationRow[]> {
    const rows = await rowsOf<RawRow>(
      this.#knex,
      sql`SELECT ${columns} FROM publications p
            LEFT JOIN assets a ON a.id = p.asset_id
          WHERE p.consumer = ${this.#consumer}
            AND p.wanted_version > p.acked_version
            AND (p.retry_at IS NULL OR p.retry_at <= ${this.#now().toISOString()})
          ORDER BY p.wanted_at, p.asset_id LIMIT ${limit}`,
    );
    return rows.map(rowOf);
  }

  async wanted(after: string, limit: number): Promise<PublicationRow[]> {
    const rows = await rowsOf<RawRow>(
      this.#knex,
      sql`SELECT ${columns} FROM publications p
            LEFT JOIN assets a ON a.id = p.asset_id
          WHERE p.consumer = ${this.#consumer} AND p.asset_id > ${after}
            AND NOT p.tombstone AND p.attached_ref IS NULL
          ORDER BY p.asset_id LIMIT ${limit}`,
    );
    return rows.map(rowOf);
  }

  /** Rides on asset_relations_from_idx. */
  async dependencies(assetIds: string[]): Promise<Map<string, Dependency[]>> {
    const rows = await rowsOf<{
      from_asset_id: string;
      tag: string;
      category: AssetCategory;
      attached_ref: string | null;
    }>(
      this.#knex,
      sql`SELECT DISTINCT r.from_asset_id, a.tag, a.category, p.attached_ref
          FROM asset_relations r
            JOIN publications p
              ON p.asset_id = r.to_asset_id AND p.consumer = ${this.#consumer}
            JOIN assets a ON a.id = r.to_asset_id
          WHERE ${isOneOf(this.#knex, 'r.from_asset_id', assetIds)}
            AND ${isOneOf(this.#knex, 'r.type', dependencyRelationTypes)}
            AND (NOT p.tombstone OR p.attached_ref IS NOT NULL)
          ORDER BY r.from_asset_id, a.tag`,
    );
    const found = new Map<string, Dependency[]>();
    for (const row of rows) {
      const dependencies = found.get(row.from_asset_id) ?? [];
      dependencies.push({
        tag: row.tag,
        category: row.category,
        attachedRef: row.attached_ref ?? undefined,
      });
      found.set(row.from_asset_id, dependencies);
    }
    return found;
  }

  acknowledge(items: Acknowledgement[]): Promise<number> {
    return this.#knex.transaction(transaction =>
      acknowledge(transaction, {
        items,
        consumer: this.#consumer,
        now: this.#now(),
      }),
    );
  }

  offerAgain(assetIds: string[]): Promise<number> {
    return this.#knex.transaction(transaction =>
      withStage(
        transaction,
        {
          columns: { asset_id: 'text' },
          rows: [...new Set(assetIds)].map(id => ({ asset_id: id })),
        },
        stage =>
          touchedBy(
            transaction,
            sql`UPDATE publications
                SET wanted_version = wanted_version + 1,
                    wanted_at = ${this.#now().toISOString()},
                    error = NULL, retry_at = NULL, attempts = 0
                WHERE consumer = ${this.#consumer}
                  AND asset_id IN (SELECT asset_id FROM ${raw(stage)})
                  AND (tombstone OR attached_ref IS NULL)`,
          ),
      ),
    );
  }
}

function rowOf(row: RawRow): PublicationRow {
  return {
    assetId: row.asset_id,
    tag: row.tag ?? row.asset_id,
    version: row.wanted_version,
    // an asset that is gone altogether is withdrawn
    tombstone: Boolean(row.tombstone) || row.tag === null,
    cause: row.cause ?? undefined,
    pending: row.wanted_version > row.acked_version,
    entityRef: row.entity_ref ?? undefined,
    error: row.error ?? undefined,
  };
}
