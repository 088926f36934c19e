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
  isOneOf,
  isPostgres,
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
import {
  accessCondition,
  Claim,
  claimRows,
  claimsOnly,
  permittedIds,
} from './accessFilter';
import {
  ColumnPlaces,
  filterColumn,
  filterConditions,
  NONE,
} from './assetFilter';
import { facetsFromCounts, isCounted } from './assetCounts';
import { costCursor, listByCost } from './listByCost';
import { loadItems } from './loadItems';

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

/** Up to so many claims one sub-select for each is united. */
const MAX_UNITED_CLAIMS = 24;

/** Rows of `asset_access` that are collected and sorted rather than walked past. */
const MAX_COLLECTED = 10_000;

/** So many assets with a value make it a common one. */
const COMMON = 20_000;

/** Filters that the rows of `asset_access` answer. */
const claimPlaces = {
  category: 'x.category',
  type: 'x.type',
  status: 'x.status',
};

/** Columns of a sort that asset_access_name_idx holds. */
const claimColumns = ['id', 'name_sort', 'category', 'type', 'status'];

function claimFilters({ category, type, status }: AssetFilter): AssetFilter {
  return { category, type, status };
}

/** Filters that only `assets` answers. */
function otherFilters(filter: AssetFilter): AssetFilter {
  return {
    ...filter,
    category: undefined,
    type: undefined,
    status: undefined,
  };
}

type KeyRow = Record<string, string> & { id: string };

/** One page of the assets of an access, filtered and sorted in SQL. */
export async function listAssets(
  knex: Knex,
  query: AssetListQuery,
  access: AssetAccess,
  scope?: Sql,
): Promise<Page<StoredItem>> {
  const descending = query.sort.startsWith('-');
  const page = query.sort.endsWith('cost')
    ? pageOf(
        await listByCost(knex, condition(knex, query, access, scope), {
          ...query,
          descending,
        }),
        query.limit,
        costCursor,
      )
    : await listByColumns(knex, { query, descending, scope }, access);
  return {
    ...page,
    items: await loadItems(
      knex,
      page.items.map(({ id }) => id),
    ),
    ...(query.total && {
      totalItems: await countAssets(knex, query, access, scope),
    }),
  };
}

/** The keys of a page sorted by columns of `assets`. */
async function listByColumns(
  knex: Knex,
  asked: Pick<ListPlan, 'query' | 'descending' | 'scope'>,
  access: AssetAccess,
): Promise<{ items: KeyRow[]; nextCursor?: string }> {
  const { query } = asked;
  const columns = sortColumns[query.sort.replace('-', '')];
  const rows = await rowsOf<KeyRow>(
    knex,
    await statementOf({ ...asked, knex, columns }, access),
  );
  return pageOf(rows, query.limit, row =>
    columns.map((column): CursorValues[number] => row[column]),
  );
}

/** How many assets each value of each filter would show. */
export async function countFacets(
  knex: Knex,
  filter: AssetFilter,
  access: AssetAccess,
): Promise<AssetFacets> {
  const counted = isCounted(filter)
    ? await facetsFromCounts(knex, filter, access)
    : undefined;
  if (counted) {
    return counted;
  }
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

/**
 * Which way is the shortest depends on how much the access opens: little is
 * collected and sorted, much is met soon on a walk in the order of the list.
 */
async function statementOf(plan: ListPlan, access: AssetAccess): Promise<Sql> {
  const { knex, query } = plan;
  const claims = claimsOnly(access);
  if (
    claims &&
    claims.length <= MAX_UNITED_CLAIMS &&
    claimSorts.includes(query.sort.replace('-', '')) &&
    !plan.scope &&
    filterConditions(knex, otherFilters(query)).length === 0
  ) {
    return byClaims(plan, claims);
  }
  const permitted = permittedIds(knex, access);
  if (!permitted || !(await isNarrow(knex, permitted))) {
    return byAssets(plan, access);
  }
  return claims ? byPermitted(plan, claims) : byIds(plan, permitted);
}

/** Walks an index of `assets`, checking the access row by row. */
async function byAssets(plan: ListPlan, access: AssetAccess): Promise<Sql> {
  const { knex, query } = plan;
  const order = orderOf(plan, column => `a.${column}`);
  return sql`SELECT ${raw(order.columns.join(', '))} FROM assets a
    WHERE ${allOf([
      ...filterConditions(knex, query, await commonPlaces(plan)),
      ...present(plan.scope),
      ...present(accessCondition(knex, access)),
      ...present(afterCursor(order, query.cursor)),
    ])}
    ${orderBy(order)} LIMIT ${query.limit + 1}`;
}

/**
 * Collects what the claims open and sorts it: from asset_access_name_idx alone
 * if it answers everything. Otherwise each asset is looked up by its id; the
 * databases are told so, because they would rather read all of `assets`.
 */
function byPermitted(plan: ListPlan, claims: Claim[]): Sql {
  const { knex, query, columns, scope } = plan;
  const permitted = allOf([
    claimRows(knex, claims),
    ...filterConditions(knex, claimFilters(query), claimPlaces),
  ]);
  const others = filterConditions(knex, otherFilters(query));
  if (
    others.length === 0 &&
    !scope &&
    columns.every(column => claimColumns.includes(column))
  ) {
    const order = orderOf(plan, column => column);
    return sql`SELECT ${raw(columns.join(', '))} FROM (
        SELECT DISTINCT x.asset_id AS id, x.name_sort, x.category, x.type,
          x.status
        FROM asset_access x WHERE ${permitted}) found
      WHERE ${allOf(present(afterCursor(order, query.cursor)))}
      ${orderBy(order)} LIMIT ${query.limit + 1}`;
  }
  return amongPermitted(
    plan,
    sql`SELECT DISTINCT x.asset_id FROM asset_access x WHERE ${permitted}`,
    others,
  );
}

/** One page of the assets a query gives the ids of. */
function amongPermitted(plan: ListPlan, permitted: Sql, filters: Sql[]): Sql {
  const { knex, query, scope } = plan;
  const order = orderOf(plan, column => `a.${column}`);
  const sorted = raw(order.columns.join(', '));
  const conditions = allOf([
    raw('a.id = p.asset_id'),
    ...filters,
    ...present(scope),
    ...present(afterCursor(order, query.cursor)),
  ]);
  const found = isPostgres(knex)
    ? sql`permitted p CROSS JOIN LATERAL (
        SELECT ${sorted} FROM assets a WHERE ${conditions} OFFSET 0) a`
    : sql`permitted p CROSS JOIN assets a WHERE ${conditions}`;
  return sql`WITH permitted AS MATERIALIZED (${permitted})
    SELECT ${sorted} FROM ${found}
    ${orderBy(order)} LIMIT ${query.limit + 1}`;
}

/** The assets found by id first, then filtered and sorted. */
function byIds(plan: ListPlan, permitted: Sql[]): Sql {
  return amongPermitted(
    plan,
    joinSql(permitted, ' UNION '),
    filterConditions(plan.knex, plan.query),
  );
}

/** Whether the queries give no more than is collected in a few milliseconds. */
async function isNarrow(knex: Knex, permitted: Sql[]): Promise<boolean> {
  const [{ count }] = await rowsOf<{ count: number | string }>(
    knex,
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM (
          ${joinSql(permitted, ' UNION ALL ')}) permitted
        LIMIT ${MAX_COLLECTED + 1}) counted`,
  );
  return Number(count) <= MAX_COLLECTED;
}

/**
 * SQLite knows nothing of how common a value is, and rather sorts all that has
 * it than walk in the order of the list. For a common value the plus takes the
 * index of the filter out of its sight.
 */
async function commonPlaces({
  knex,
  query,
  columns,
}: ListPlan): Promise<ColumnPlaces> {
  const places: ColumnPlaces = {};
  if (isPostgres(knex)) {
    return places;
  }
  for (const column of ['category', 'type', 'status', 'environment']) {
    const values = query[column as 'category'];
    const servesOrder =
      columns[0] === column ||
      (columns[0] === 'name_sort' && values?.length === 1);
    if (values?.length && !servesOrder) {
      const [{ count }] = await rowsOf<{ count: number }>(
        knex,
        sql`SELECT count(*) AS count FROM (SELECT 1 FROM assets a
            WHERE ${isOneOf(knex, `a.${column}`, values)}
            LIMIT ${COMMON}) counted`,
      );
      if (count === COMMON) {
        places[column] = `+a.${column}`;
      }
    }
  }
  return places;
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
  const branches = claims.map(
    ({ ref, reason }, index) => sql`SELECT * FROM (
      SELECT ${columns} FROM asset_access x
      WHERE ${allOf([
        sql`x.ref = ${ref}`,
        sql`x.reason = ${reason}`,
        ...filterConditions(knex, query, claimPlaces),
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
