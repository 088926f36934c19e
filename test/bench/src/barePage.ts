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

import type { AssetListQuery } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AssetAccess } from './registerStore';

type Condition = Exclude<AssetAccess, 'all'>;

/** A statement with the values of its holes. */
export interface Statement {
  text: string;
  values: string[];
}

const sortColumns: Record<string, string[]> = {
  name: ['name_sort', 'id'],
  tag: ['tag', 'id'],
  type: ['type', 'name_sort', 'id'],
  category: ['category', 'name_sort', 'id'],
  status: ['status', 'name_sort', 'id'],
  owner: ['owner_ref', 'name_sort', 'id'],
  environment: ['environment', 'name_sort', 'id'],
  updatedAt: ['updated_at', 'id'],
};

const filterColumns = {
  category: 'category',
  type: 'type',
  status: 'status',
  environment: 'environment',
  account: 'account',
} as const;

/**
 * The page as somebody would write it by hand: one statement with the filters,
 * the permission predicate and the keyset, giving the columns of the list.
 */
export async function barePage(
  knex: Knex,
  query: AssetListQuery,
  access: AssetAccess,
): Promise<{ ids: string[]; milliseconds: number }> {
  const columns = sortColumns[query.sort.replace('-', '')];
  const descending = query.sort.startsWith('-');
  const names = columns.map(column => `a.${column}`);
  const postgres = knex.client.config.client === 'pg';
  // left alone, SQLite goes by the refs, which takes a minute for one page
  const refColumn = postgres ? 'x.ref' : '+x.ref';
  const conditions: Statement[] = [];
  for (const [field, column] of Object.entries(filterColumns)) {
    const values = query[field as keyof typeof filterColumns];
    if (values?.length) {
      conditions.push({ text: `a.${column} IN ${holes(values)}`, values });
    }
  }
  if (query.cursor !== undefined) {
    conditions.push({
      text: `(${names.join(', ')}) ${descending ? '<' : '>'} ${holes(columns)}`,
      values: JSON.parse(
        Buffer.from(query.cursor, 'base64url').toString('utf8'),
      ),
    });
  }
  if (access !== 'all') {
    conditions.push(predicate(access, refColumn));
  }
  const list = postgres ? 'json_agg' : 'json_group_array';
  const text = `SELECT a.id, a.tag, a.type, a.category, a.name, a.status,
      a.stage, a.owner_ref, a.custodian_ref, a.consumer_ref, a.location_id,
      a.environment, a.provider, a.account, a.region, a.entity_ref, a.disputed,
      a.source_id, a.last_verified_at, a.version, a.updated_at,
      (SELECT ${list}(r.to_entity_ref) FROM asset_relations r
       WHERE r.from_asset_id = a.id AND r.type = 'supports') AS supports
    FROM assets a
    ${conditions.length > 0 ? 'WHERE' : ''} ${conditions
    .map(condition => condition.text)
    .join(' AND ')}
    ORDER BY ${names
      .map(name => `${name} ${descending ? 'DESC' : 'ASC'}`)
      .join(', ')}
    LIMIT ${query.limit}`;
  const values = conditions.flatMap(condition => condition.values);
  const started = performance.now();
  const result = await knex.raw(text, values);
  const milliseconds = performance.now() - started;
  const rows: Array<{ id: string }> = result.rows ?? result;
  return { ids: rows.map(({ id }) => id), milliseconds };
}

/** What the reader may see, as a condition on `assets a`. */
export function predicate(condition: Condition, refColumn: string): Statement {
  const inner = (part: Condition) => predicate(part, refColumn);
  if ('anyOf' in condition) {
    return joined(condition.anyOf.map(inner), ' OR ');
  }
  if ('allOf' in condition) {
    return joined(condition.allOf.map(inner), ' AND ');
  }
  if ('not' in condition) {
    const { text, values } = inner(condition.not);
    return { text: `NOT ${text}`, values };
  }
  if (condition.kind === 'claim') {
    return {
      text: `EXISTS (SELECT 1 FROM asset_access x WHERE x.asset_id = a.id
        AND x.reason = '${condition.reason}'
        AND ${refColumn} IN ${holes(condition.refs)})`,
      values: condition.refs,
    };
  }
  return {
    text: `a.${condition.kind} IN ${holes(condition.values)}`,
    values: condition.values,
  };
}

function joined(parts: Statement[], operator: string): Statement {
  return {
    text: `(${parts.map(({ text }) => text).join(operator)})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function holes(values: unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}
