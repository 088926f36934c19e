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
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The plugin's database, at the schema this version needs. */
export class ItamDatabase {
  readonly knex: Knex;

  private constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Connects, and migrates unless the portal skips migrations. */
  static async create(database: DatabaseService): Promise<ItamDatabase> {
    const knex = await database.getClient();
    // or the message of every failing statement repeats the values bound to it
    knex.client.config.compileSqlOnError = false;
    await tuneSqlite(knex);
    if (!database.migrations?.skip) {
      await knex.migrate.latest({ directory: migrationsDirectory() });
    }
    return new ItamDatabase(knex);
  }

  get isPostgres(): boolean {
    return isPostgres(this.knex);
  }

  /**
   * How many changes one transaction takes: on SQLite few, because they hold
   * the event loop; on PostgreSQL no more than memory likes.
   */
  get batchSize(): number {
    return this.isPostgres ? 2_000 : 500;
  }
}

/**
 * A file of SQLite takes a bulk several times as fast with a write-ahead log,
 * with stages in memory, and with the indexes of a register of some size in its
 * cache. The plugin has one connection, which keeps these settings.
 */
async function tuneSqlite(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    return;
  }
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA temp_store = MEMORY');
  await knex.raw('PRAGMA cache_size = -65536');
}

/** Whether statements of this connection run on PostgreSQL. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Where the migrations of the plugin are. */
export function migrationsDirectory(): string {
  return resolvePackagePath('@itam/plugin-itam-backend', 'migrations');
}
