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

import type { AssetFilter } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { anyOf, containing, isOneOf, raw, Sql, sql } from '../../database';
import type { AccessReason } from '../access';

/** The value of a filter that finds what has none. */
export const NONE = 'none';

/** Where the columns of a filter are: in `assets a` unless told otherwise. */
export type ColumnPlaces = Partial<Record<string, string>>;

interface FilterColumn {
  column: string;
  /** Refs are kept in lower case. */
  isRef?: boolean;
  /** Empty is '' in the database, not null. */
  emptyText?: boolean;
  /** Found by asset_access, which has an index that `assets` has not. */
  claim?: AccessReason;
}

const filterColumns: Partial<Record<keyof AssetFilter, FilterColumn>> = {
  category: { column: 'category' },
  type: { column: 'type' },
  status: { column: 'status' },
  stage: { column: 'stage' },
  tag: { column: 'tag' },
  owner: { column: 'owner_ref', isRef: true, emptyText: true },
  custodian: { column: 'custodian_ref', isRef: true, claim: 'custodian' },
  consumer: { column: 'consumer_ref', isRef: true, claim: 'consumer' },
  location: { column: 'location_id' },
  environment: { column: 'environment', emptyText: true },
  provider: { column: 'provider' },
  account: { column: 'account' },
  entityRef: { column: 'entity_ref', isRef: true },
  source: { column: 'source_id' },
};

/** The column a filter looks at. */
export function filterColumn(field: keyof AssetFilter): string | undefined {
  return filterColumns[field]?.column;
}

/** The filters as conditions on `assets a`. */
export function filterConditions(
  knex: Knex,
  filter: AssetFilter,
  places: ColumnPlaces = {},
): Sql[] {
  const conditions: Sql[] = [];
  for (const [field, { column, ...rules }] of Object.entries(filterColumns)) {
    const values: unknown = Reflect.get(filter, field);
    if (Array.isArray(values) && values.length > 0) {
      const place = places[column] ?? `a.${column}`;
      conditions.push(valueCondition(knex, place, values.map(String), rules));
    }
  }
  if (filter.supports?.length) {
    conditions.push(supportsCondition(knex, filter.supports));
  }
  if (filter.disputed !== undefined) {
    conditions.push(sql`a.disputed = ${filter.disputed}`);
  }
  if (filter.updatedSince) {
    conditions.push(
      sql`a.updated_at >= ${new Date(filter.updatedSince).toISOString()}`,
    );
  }
  return [...conditions, ...wordConditions(filter.q)];
}

function valueCondition(
  knex: Knex,
  place: string,
  values: string[],
  rules: Omit<FilterColumn, 'column'>,
): Sql {
  const wanted = values
    .filter(value => value !== NONE)
    .map(value => (rules.isRef ? value.toLowerCase() : value));
  const conditions: Sql[] = [];
  if (wanted.length > 0) {
    const { claim } = rules;
    conditions.push(
      claim
        ? sql`a.id IN (SELECT c.asset_id FROM asset_access c
            WHERE c.reason = ${claim} AND ${isOneOf(knex, 'c.ref', wanted)})`
        : isOneOf(knex, place, wanted),
    );
  }
  if (wanted.length < values.length) {
    conditions.push(
      raw(rules.emptyText ? `${place} = ''` : `${place} IS NULL`),
    );
  }
  return anyOf(conditions);
}

function supportsCondition(knex: Knex, values: string[]): Sql {
  const refs = values
    .filter(value => value !== NONE)
    .map(value => value.toLowerCase());
  const conditions: Sql[] = [];
  if (refs.length > 0) {
    // rides on asset_relations_entity_idx
    conditions.push(sql`a.id IN (SELECT r.from_asset_id FROM asset_relations r
      WHERE r.type = 'supports' AND ${isOneOf(
        knex,
        'r.to_entity_ref',
        refs,
      )})`);
  }
  if (refs.length < values.length) {
    conditions.push(sql`NOT EXISTS (SELECT 1 FROM asset_relations r
      WHERE r.from_asset_id = a.id AND r.type = 'supports')`);
  }
  return anyOf(conditions);
}

/** Each word has to be in the name, tag, serial or provider id. */
function wordConditions(q: string | undefined): Sql[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return words.map(word => {
    const pattern = containing(word);
    return sql`(a.name_sort LIKE ${pattern} ESCAPE '\\'
      OR lower(a.tag) LIKE ${pattern} ESCAPE '\\'
      OR lower(a.serial) LIKE ${pattern} ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM asset_keys k WHERE k.asset_id = a.id
           AND k.key_type = 'provider-id'
           AND lower(k.key_value) LIKE ${pattern} ESCAPE '\\'))`;
  });
}
