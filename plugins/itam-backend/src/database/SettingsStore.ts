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
import { rowsOf, sql, touchedBy } from './sql';

/** What replicas remember together: a value per key. */
export class SettingsStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async get(key: string): Promise<string | undefined> {
    const [row] = await rowsOf<{ value: string }>(
      this.#knex,
      sql`SELECT value FROM settings WHERE key = ${key}`,
    );
    return row?.value;
  }

  async set(
    key: string,
    value: string,
    connection: Knex = this.#knex,
  ): Promise<void> {
    await touchedBy(
      connection,
      sql`INSERT INTO settings (key, value, updated_at)
          VALUES (${key}, ${value}, ${new Date().toISOString()})
          ON CONFLICT (key) DO UPDATE
          SET value = excluded.value, updated_at = excluded.updated_at
          WHERE settings.value <> excluded.value`,
    );
  }
}
