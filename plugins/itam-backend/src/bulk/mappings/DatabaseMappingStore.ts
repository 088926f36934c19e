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
  ImportMapping,
  ImportMappingItem,
  importMappingSchema,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { MappingStore } from './MappingStore';

/** {@link MappingStore} in SQL. */
export class DatabaseMappingStore implements MappingStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now?: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now ?? (() => new Date());
  }

  async list(): Promise<ImportMappingItem[]> {
    const rows = await this.#knex('import_mappings').orderBy('name');
    return rows.map(row => ({
      ...importMappingSchema.parse(JSON.parse(row.mapping)),
      name: row.name,
      ready: false,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
    }));
  }

  async find(name: string): Promise<ImportMapping | undefined> {
    const row = await this.#knex('import_mappings').where({ name }).first();
    return row && importMappingSchema.parse(JSON.parse(row.mapping));
  }

  async save(name: string, mapping: ImportMapping, by: string): Promise<void> {
    await this.#knex('import_mappings')
      .insert({
        name,
        mapping: JSON.stringify(mapping),
        updated_at: this.#now().toISOString(),
        updated_by: by,
      })
      .onConflict('name')
      .merge();
  }

  async delete(name: string): Promise<boolean> {
    return (await this.#knex('import_mappings').where({ name }).delete()) > 0;
  }
}
