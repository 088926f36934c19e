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

import type { Knex } from 'knex';
import { allOf, isOneOf, rowsOf, sql, touchedBy } from '../database';
import type { LibraryStore, SeenVersion, StatusCount } from './LibraryStore';

/** The library's side of the database. */
export class DatabaseLibraryStore implements LibraryStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async counts(types?: string[]): Promise<StatusCount[]> {
    if (types?.length === 0) {
      return [];
    }
    const rows = await rowsOf<{
      type: string;
      status: string;
      assets: number | string;
    }>(
      this.#knex,
      sql`SELECT type, status, count(*) AS assets FROM assets
          WHERE ${allOf(types ? [isOneOf(this.#knex, 'type', types)] : [])}
          GROUP BY type, status ORDER BY type, status`,
    );
    return rows.map(row => ({ ...row, assets: Number(row.assets) }));
  }

  assetsIn(scope: {
    types: string[];
    status: string;
    limit: number;
  }): Promise<Array<{ id: string; version: number }>> {
    return rowsOf(
      this.#knex,
      sql`SELECT id, version FROM assets
          WHERE status = ${scope.status}
            AND ${isOneOf(this.#knex, 'type', scope.types)}
          ORDER BY id LIMIT ${scope.limit}`,
    );
  }

  async remember(versions: SeenVersion[]): Promise<SeenVersion[]> {
    for (const { modelId, version, hash, firstSeenAt } of versions) {
      await touchedBy(
        this.#knex,
        sql`INSERT INTO lifecycle_versions
              (model_id, version, hash, first_seen_at)
            VALUES (${modelId}, ${version}, ${hash}, ${firstSeenAt})
            ON CONFLICT (model_id, version) DO NOTHING`,
      );
    }
    const rows = await rowsOf<{
      model_id: string;
      version: number;
      hash: string;
      first_seen_at: string;
    }>(this.#knex, sql`SELECT * FROM lifecycle_versions`);
    return rows.map(row => ({
      modelId: row.model_id,
      version: row.version,
      hash: row.hash,
      firstSeenAt: row.first_seen_at,
    }));
  }
}
