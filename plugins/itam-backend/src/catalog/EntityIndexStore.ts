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
import { isOneOf, raw, rowsOf, sql, touchedBy, withStage } from '../database';
import type { IndexedEntity } from './EntityIndex';
import type { IndexRow } from './indexRow';

const indexed = [
  'kind',
  'title',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'parent_ref',
  'provider_id',
  'ends_on',
] as const;

/** The rows of the entity index. */
export interface EntityIndexStore {
  /** Present entities, by the refs as they were asked for. */
  find(refs: string[]): Promise<Map<string, IndexedEntity>>;
  /** Writes what is new or different; unchanged rows are left alone. */
  upsert(rows: IndexRow[], now: Date): Promise<void>;
  markGone(refs: string[], now: Date): Promise<void>;
  presentRefs(): Promise<string[]>;
  holdsAny(): Promise<boolean>;
  /** Whether any entity came, went or changed owner and was not handed on yet. */
  hasChanges(): Promise<boolean>;
  changes(limit: number): Promise<string[]>;
  forgetChanges(refs: string[]): Promise<void>;
}

/** The entity index, in SQL. */
export class DatabaseEntityIndexStore implements EntityIndexStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async find(refs: string[]): Promise<Map<string, IndexedEntity>> {
    if (refs.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<Record<string, string>>(
      this.#knex,
      sql`SELECT * FROM entity_index
          WHERE present AND ${isOneOf(this.#knex, 'ref', [
            ...new Set(refs.map(lowerCase)),
          ])}`,
    );
    const found = new Map(rows.map(row => [row.ref, entityOf(row)]));
    return new Map(
      refs.flatMap(ref => {
        const entity = found.get(lowerCase(ref));
        return entity ? [[ref, entity] as const] : [];
      }),
    );
  }

  async upsert(rows: IndexRow[], now: Date): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    const names = raw(indexed.join(', '));
    const different = raw(
      ['NOT entity_index.present']
        .concat(
          indexed.map(
            name =>
              `COALESCE(entity_index.${name}, '') <> COALESCE(excluded.${name}, '')`,
          ),
        )
        .join(' OR '),
    );
    await this.#knex.transaction(transaction =>
      withStage(
        transaction,
        {
          columns: {
            ref: 'text',
            ...Object.fromEntries(indexed.map(name => [name, 'text' as const])),
          },
          rows: [...new Map(rows.map(row => [row.ref, { ...row }])).values()],
        },
        stage =>
          touchedBy(
            transaction,
            sql`INSERT INTO entity_index
                  (ref, ${names}, present, owner_changed, updated_at)
                SELECT ref, ${names}, true, true, CAST(${now.toISOString()} AS text)
                FROM ${raw(stage)} WHERE true ORDER BY ref
                ON CONFLICT (ref) DO UPDATE SET
                  ${raw(
                    indexed
                      .map(name => `${name} = excluded.${name}`)
                      .join(', '),
                  )},
                  owner_changed = (entity_index.owner_changed
                    OR NOT entity_index.present
                    OR entity_index.owner_ref <> excluded.owner_ref),
                  present = true, updated_at = excluded.updated_at
                WHERE ${different}`,
          ),
      ),
    );
  }

  async markGone(refs: string[], now: Date): Promise<void> {
    if (refs.length > 0) {
      await touchedBy(
        this.#knex,
        sql`UPDATE entity_index
            SET present = false, owner_changed = true,
                updated_at = ${now.toISOString()}
            WHERE present AND ${isOneOf(this.#knex, 'ref', refs)}`,
      );
    }
  }

  async presentRefs(): Promise<string[]> {
    const rows = await rowsOf<{ ref: string }>(
      this.#knex,
      sql`SELECT ref FROM entity_index WHERE present`,
    );
    return rows.map(({ ref }) => ref);
  }

  async holdsAny(): Promise<boolean> {
    return this.#exists('present');
  }

  async hasChanges(): Promise<boolean> {
    return this.#exists('owner_changed');
  }

  async changes(limit: number): Promise<string[]> {
    const rows = await rowsOf<{ ref: string }>(
      this.#knex,
      sql`SELECT ref FROM entity_index
          WHERE owner_changed ORDER BY ref LIMIT ${limit}`,
    );
    return rows.map(({ ref }) => ref);
  }

  async forgetChanges(refs: string[]): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`UPDATE entity_index SET owner_changed = false
          WHERE ${isOneOf(this.#knex, 'ref', refs)}`,
    );
  }

  async #exists(column: 'present' | 'owner_changed'): Promise<boolean> {
    const rows = await rowsOf(
      this.#knex,
      sql`SELECT 1 FROM entity_index WHERE ${raw(column)} LIMIT 1`,
    );
    return rows.length > 0;
  }
}

/** Refs compare without case; the index holds them in lower case. */
function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function entityOf(row: Record<string, string>): IndexedEntity {
  return {
    ref: row.ref,
    kind: row.kind,
    title: row.title ?? undefined,
    owner: row.owner_ref || undefined,
    system: row.system_ref || undefined,
    domain: row.domain_ref || undefined,
    parent: row.parent_ref || undefined,
    endsOn: row.ends_on ?? undefined,
    present: true,
  };
}
