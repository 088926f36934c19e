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

import { InputError } from '@backstage/errors';
import {
  AllocationRule,
  ChargeCategory,
  ChargeListQuery,
  CostFigures,
  evenShares,
  figuresOf,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  allOf,
  anyOf,
  decodeCursor,
  isOneOf,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { MonthSpan, Page, StoredLine } from '../CostStore';
import { assetsThatAre } from '../../catalog/entityRefs';
import {
  columnConditions,
  NONE,
  refConditions,
  scopeCondition,
  singleEntity,
} from './scope';
import { ofItsMonth, shareOf } from './totals';

interface LineRow {
  id: number | string;
  statement_id: string | null;
  source_id: string;
  month: string;
  period_start: string;
  currency: string;
  provider: string;
  account: string | null;
  resource_id: string | null;
  resource_name: string | null;
  resource_type: string | null;
  region: string | null;
  category: ChargeCategory;
  correction: boolean | number;
  service: string;
  service_category: string | null;
  row_count: number | string;
  billed: string;
  effective: string;
  list: string;
  contracted: string;
  /** The amount the list is sorted by: a share, if shares are told. */
  sorted_by: string;
  asset_id: string | null;
  tag: string | null;
  asset_name: string | null;
  asset_type: string | null;
  position: number | null;
  shares: number | null;
  rule: AllocationRule | null;
}

/**
 * The lines behind a cost, the largest first or last. With one entity asked
 * for, each line tells the share that goes to it, and is sorted by it.
 */
export async function listLines(
  knex: Knex,
  query: ChargeListQuery & { assetId?: string },
  span: MonthSpan,
): Promise<Page<StoredLine>> {
  const descending = query.sort.startsWith('-');
  const sortedBy = query.sort.endsWith('billed') ? 'billed' : 'effective';
  const entity = entityOf(query);
  const share = entity
    ? sql`LEFT JOIN cost_allocations t ON ${ofItsMonth}
        AND t.entity_ref = ${entity}`
    : raw('');
  const amount = entity ? shareOf(sortedBy) : raw(`c.${sortedBy}`);
  const direction = raw(descending ? 'DESC' : 'ASC');
  const rows = await rowsOf<LineRow>(
    knex,
    sql`SELECT c.id, c.statement_id, c.source_id, c.month, c.period_start,
          c.currency, c.provider, c.account, c.resource_id, c.resource_name,
          c.resource_type, c.region, c.category, c.correction, c.service,
          c.service_category, c.row_count, CAST(c.billed AS text) AS billed,
          CAST(c.effective AS text) AS effective, CAST(c.list AS text) AS list,
          CAST(c.contracted AS text) AS contracted, c.asset_id, a.tag,
          a.name AS asset_name, a.type AS asset_type,
          CAST(${amount} AS text) AS sorted_by,
          ${raw(
            entity
              ? 't.position, t.shares, t.rule'
              : 'NULL AS position, NULL AS shares, NULL AS rule',
          )}
        FROM charges c LEFT JOIN assets a ON a.id = c.asset_id ${share}
        WHERE ${allOf([
          sql`c.month >= ${span.from} AND c.month <= ${span.to}`,
          ...columnConditions(knex, query, column => `c.${column}`),
          ...(query.assetId ? [sql`c.asset_id = ${query.assetId}`] : []),
          ...attributionConditions(knex, query),
          ...(query.reason ? [reasonCondition(query.reason)] : []),
          ...afterLine(query.cursor, amount, descending),
        ])}
        ORDER BY ${amount} ${direction}, c.id ${direction}
        LIMIT ${query.limit + 1}`,
  );
  const page = pageOf(rows, query.limit, row => [
    row.sorted_by,
    String(row.id),
  ]);
  const documents = await documentsOf(
    knex,
    page.items.flatMap(row => row.statement_id ?? []),
  );
  return {
    ...page,
    items: page.items.map(row =>
      lineOf(row, documents.get(row.statement_id ?? '') ?? []),
    ),
  };
}

/** The one entity whose shares are asked for, if it is one. */
function entityOf({ entity, scope }: ChargeListQuery): string | undefined {
  if (entity?.length === 1 && entity[0] !== NONE) {
    return entity[0].toLocaleLowerCase('en-US');
  }
  return scope === undefined ? undefined : singleEntity(scope);
}

/** Who it goes to. A charge without an asset goes to nobody. */
function attributionConditions(knex: Knex, query: ChargeListQuery): Sql[] {
  const goesTo = (conditions: Sql[]) =>
    sql`EXISTS (SELECT 1 FROM cost_allocations t
      WHERE ${allOf([ofItsMonth, ...conditions])})`;
  const of = (column: string, refs: string[] | undefined): Sql[] =>
    refs?.length
      ? [
          anyOf([
            goesTo(refConditions(knex, column, refs)),
            ...(refs.includes(NONE) ? [raw('c.asset_id IS NULL')] : []),
          ]),
        ]
      : [];
  return [
    ...of('t.entity_ref', query.entity),
    ...of('t.owner_ref', query.owner),
    ...(query.scope === undefined ? [] : [inScope(knex, query.scope, goesTo)]),
  ];
}

function inScope(
  knex: Knex,
  scope: string,
  goesTo: (conditions: Sql[]) => Sql,
): Sql {
  const single = singleEntity(scope);
  return anyOf([
    goesTo([scopeCondition(knex, scope)]),
    ...(single
      ? [sql`c.asset_id IN (${assetsThatAre(sql`SELECT ${single} AS ref`)})`]
      : []),
  ]);
}

function reasonCondition(reason: NonNullable<ChargeListQuery['reason']>): Sql {
  switch (reason) {
    case 'rounding':
      return raw("c.category = 'rounding'");
    case 'no-resource':
      return raw("c.resource_key = '' AND c.category <> 'rounding'");
    case 'unknown-resource':
      return raw("c.asset_id IS NULL AND c.resource_key <> ''");
    default:
      return sql`EXISTS (SELECT 1 FROM cost_allocations t
        WHERE ${ofItsMonth} AND ${raw(
        reason === 'no-owner' ? 't.owner_ref' : 't.entity_ref',
      )} = '')`;
  }
}

/** Amounts and ids are 64 bits wide: they travel as text. */
function afterLine(
  cursor: string | undefined,
  amount: Sql,
  descending: boolean,
): Sql[] {
  if (cursor === undefined) {
    return [];
  }
  const [last, id] = decodeCursor(cursor, 2).map(String);
  if (![last, id].every(value => /^-?\d{1,18}$/.test(value))) {
    throw new InputError('query.cursor: not a cursor of this list');
  }
  return [
    sql`(${amount}, c.id) ${raw(
      descending ? '<' : '>',
    )} (CAST(${last} AS bigint), CAST(${id} AS bigint))`,
  ];
}

/** The places of statements. Rides on charge_documents_statement_idx. */
export async function documentsOf(
  knex: Knex,
  statementIds: string[],
): Promise<Map<string, string[]>> {
  const documents = new Map<string, string[]>();
  if (statementIds.length === 0) {
    return documents;
  }
  const rows = await rowsOf<{ statement_id: string; scope: string }>(
    knex,
    sql`SELECT statement_id, scope FROM charge_documents
        WHERE ${isOneOf(knex, 'statement_id', [...new Set(statementIds)])}
        ORDER BY scope`,
  );
  for (const { statement_id: id, scope } of rows) {
    documents.set(id, [...(documents.get(id) ?? []), scope]);
  }
  return documents;
}

function lineOf(row: LineRow, documents: string[]): StoredLine {
  return {
    ...figuresOf(cellOf(row)),
    id: String(row.id),
    month: row.month,
    periodStart: row.period_start,
    sourceId: row.source_id,
    documents,
    category: row.category,
    correction: Boolean(row.correction),
    service: row.service,
    serviceCategory: row.service_category ?? undefined,
    provider: row.provider,
    account: row.account ?? undefined,
    region: row.region ?? undefined,
    resourceId: row.resource_id ?? undefined,
    resourceName: row.resource_name ?? undefined,
    resourceType: row.resource_type ?? undefined,
    rows: Number(row.row_count),
    ...(row.asset_id !== null && {
      asset: {
        id: row.asset_id,
        tag: row.tag ?? '',
        name: row.asset_name ?? '',
        type: row.asset_type ?? '',
      },
    }),
    ...(row.shares !== null &&
      row.position !== null &&
      row.rule !== null && {
        share: {
          ...shareFigures(row, row.shares, row.position),
          shares: row.shares,
          rule: row.rule,
        },
      }),
  };
}

function shareFigures(
  row: LineRow,
  shares: number,
  position: number,
): CostFigures {
  const cell = cellOf(row);
  const share = (amount: bigint) => evenShares(amount, shares)[position];
  return figuresOf({
    currency: cell.currency,
    billed: share(cell.billed),
    effective: share(cell.effective),
    list: share(cell.list),
    contracted: share(cell.contracted),
  });
}

function cellOf(row: LineRow) {
  return {
    currency: row.currency,
    billed: BigInt(row.billed),
    effective: BigInt(row.effective),
    list: BigInt(row.list),
    contracted: BigInt(row.contracted),
  };
}
