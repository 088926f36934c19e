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

import type {
  AssetFacets,
  AssetFilter,
  AssetListQuery,
} from '@itam/plugin-itam-common';
import { assetFacetFields } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  CursorValues,
  joinSql,
  orderBy,
  PageOrder,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../access';
import type { Page, StoredItem } from '../AssetStore';
import { accessCondition, Claim, fewClaims } from './accessFilter';
import { filterColumn, filterConditions, NONE } from './assetFilter';
import { itemOf } from './assetRows';
import { loadStates } from './loadStates';

/** Values of a facet beyond these are not worth a choice. */
const MAX_FACET_VALUES = 100;

/** What the columns of each sort are; the id breaks ties. */
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

/** Sorts that the rows of `asset_access` have an index for. */
const claimSorts = ['name', 'updatedAt'];

type KeyRow = Record<string, string> & { id: string };

/** One page of the assets of an access, filtered and sorted in SQL. */
export async function listAssets(
  knex: Knex,
  query: AssetListQuery,
  access: AssetAccess,
  scope?: Sql,
): Promise<Page<StoredItem>> {
  const columns = sortColumns[query.sort.replace('-', '')];
  const descending = query.sort.startsWith('-');
  const claims = claimSorts.includes(query.sort.replace('-', ''))
    ? fewClaims(access)
    : undefined;
  const plan = { knex, query, columns, descending, scope };
  const rows = await rowsOf<KeyRow>(
    knex,
    claims ? byClaims(plan, claims) : byAssets(plan, access),
  );
  const page = pageOf(rows, query.limit, row =>
    columns.map((column): CursorValues[number] => row[column]),
  );
  const states = await loadStates(
    knex,
    page.items.map(({ id }) => id),
  );
  return {
    ...page,
    items: page.items.flatMap(({ id }) => {
      const state = states.get(id);
      return state ? [itemOf(state)] : [];
    }),
    ...(query.total && {
      totalItems: await countAssets(knex, query, access, scope),
    }),
  };
}

/** How many assets each value of each filter would show. */
export async function countFacets(
  knex: Knex,
  filter: AssetFilter,
  access: AssetAccess,
): Promise<AssetFacets> {
  const facets: Array<[string, Array<{ value: string; count: number }>]> = [];
  for (const field of assetFacetFields) {
    const column = raw(`a.${filterColumn(field)}`);
    const rows = await rowsOf<{ value: string | null; count: number | string }>(
      knex,
      sql`SELECT ${column} AS value, count(*) AS count FROM assets a
          WHERE ${condition(knex, { ...filter, [field]: undefined }, access)}
          GROUP BY ${column} ORDER BY count(*) DESC, ${column}
          LIMIT ${MAX_FACET_VALUES}`,
    );
    facets.push([
      field,
      rows.map(({ value, count }) => ({
        value: value || NONE,
        count: Number(count),
      })),
    ]);
  }
  // the loop goes over all the fields there are
  return Object.fromEntries(facets) as AssetFacets;
}

interface ListPlan {
  knex: Knex;
  query: AssetListQuery;
  columns: string[];
  descending: boolean;
  scope?: Sql;
}

/** Walks an index of `assets`, checking the access row by row. */
function byAssets(plan: ListPlan, access: AssetAccess): Sql {
  const { knex, query } = plan;
  const order = orderOf(plan, column => `a.${column}`);
  return sql`SELECT ${raw(order.columns.join(', '))} FROM assets a
    WHERE ${allOf([
      condition(knex, query, access, plan.scope),
      ...present(afterCursor(order, query.cursor)),
    ])}
    ${orderBy(order)} LIMIT ${query.limit + 1}`;
}

/**
 * One ordered, limited sub-select per claim, united: each walks
 * asset_access_name_idx or asset_access_updated_idx from the cursor on.
 */
function byClaims(plan: ListPlan, claims: Claim[]): Sql {
  const { knex, query } = plan;
  const order = orderOf(plan, column =>
    column === 'id' ? 'x.asset_id' : `x.${column}`,
  );
  const columns = raw(
    plan.columns
      .map((column, index) => `${order.columns[index]} AS ${column}`)
      .join(', '),
  );
  const places = { category: 'x.category', type: 'x.type', status: 'x.status' };
  const branches = claims.map(
    ({ ref, reason }, index) => sql`SELECT * FROM (
      SELECT ${columns} FROM asset_access x JOIN assets a ON a.id = x.asset_id
      WHERE ${allOf([
        sql`x.ref = ${ref}`,
        sql`x.reason = ${reason}`,
        ...filterConditions(knex, query, places),
        ...present(plan.scope),
        ...present(afterCursor(order, query.cursor)),
      ])}
      ${orderBy(order)} LIMIT ${query.limit + 1}) ${raw(`branch_${index}`)}`,
  );
  return sql`SELECT * FROM (${joinSql(branches, ' UNION ')}) united
    ${orderBy(orderOf(plan, column => column))} LIMIT ${query.limit + 1}`;
}

function orderOf(
  plan: ListPlan,
  placeOf: (column: string) => string,
): PageOrder {
  return {
    columns: plan.columns.map(placeOf),
    descending: plan.descending,
  };
}

async function countAssets(
  knex: Knex,
  filter: AssetFilter,
  access: AssetAccess,
  scope?: Sql,
): Promise<number> {
  const [row] = await rowsOf<{ count: number | string }>(
    knex,
    sql`SELECT count(*) AS count FROM assets a
        WHERE ${condition(knex, filter, access, scope)}`,
  );
  return Number(row.count);
}

function condition(
  knex: Knex,
  filter: AssetFilter,
  access: AssetAccess,
  scope?: Sql,
): Sql {
  return allOf([
    ...filterConditions(knex, filter),
    ...present(scope),
    ...present(accessCondition(knex, access)),
  ]);
}

function present(piece: Sql | undefined): Sql[] {
  return piece ? [piece] : [];
}
