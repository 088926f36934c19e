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

import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CostFilter } from '@itam/plugin-itam-common';
import { costAmounts } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  anyOf,
  isOneOf,
  isPostgres,
  joinSql,
  raw,
  Sql,
  sql,
} from '../../database';
import {
  assetsThatAre,
  groupsBelow,
  withThoseInside,
} from '../../catalog/entityRefs';
import type { MonthSpan } from '../CostStore';
import { ofItsMonth, shareOf } from './totals';

/** The value of a filter that finds what goes to nobody. */
export const NONE = 'none';

const amounts = raw(costAmounts.join(', '));

const columns =
  'month, currency, provider, service, category, correction, entity_ref, owner_ref, reason';

/**
 * What goes to an entity, as its page shows it, as a condition on the columns
 * `entity_ref` and `owner_ref` of `t`:
 *
 * - of a group: what it or a group below it owns; of a user: what they own;
 * - of a domain or system: what goes to it or to an entity inside it;
 * - of anything else: what goes to it.
 */
export function scopeCondition(knex: Knex, scope: string): Sql {
  const ref = scope.toLocaleLowerCase('en-US');
  const kind = kindOf(ref);
  switch (kind) {
    case 'group':
      return isAmong(
        knex,
        't.owner_ref',
        sql`${groupsBelow(ref)} UNION SELECT ${ref}`,
      );
    case 'user':
      return sql`t.owner_ref = ${ref}`;
    case 'system':
    case 'domain':
      return isAmong(knex, 't.entity_ref', withThoseInside(kind, ref));
    default:
      return sql`t.entity_ref = ${ref}`;
  }
}

/**
 * The refs are found first, then looked up in the index of the column: of a
 * join with them PostgreSQL expects so many rows that it reads all there are.
 */
function isAmong(knex: Knex, column: string, refs: Sql): Sql {
  return isPostgres(knex)
    ? sql`${raw(column)} = ANY (ARRAY(${refs}))`
    : sql`${raw(column)} IN (${refs})`;
}

/** The entity, if its costs are those that go to it and what it is itself. */
export function singleEntity(scope: string): string | undefined {
  return ['group', 'user', 'system', 'domain'].includes(kindOf(scope))
    ? undefined
    : scope.toLocaleLowerCase('en-US');
}

/**
 * The sums an entity's page shows, as rows like those of `cost_totals`; of a
 * single entity also what the assets cost that it is, or is published of.
 */
export function totalsOf(knex: Knex, scope: string | undefined): Sql {
  if (scope === undefined) {
    return raw('cost_totals');
  }
  const sums = sql`SELECT ${raw(columns)}, source_id, ${amounts}
    FROM cost_totals t WHERE ${scopeCondition(knex, scope)}`;
  const single = singleEntity(scope);
  return single === undefined
    ? sql`(${sums})`
    : sql`(${sums} UNION ALL ${ofAssetsThatAre(single)})`;
}

/** The filters as conditions on `t`, rows like those of `cost_totals`. */
export function totalConditions(
  knex: Knex,
  span: MonthSpan,
  filter: CostFilter,
): Sql[] {
  return [
    sql`t.month >= ${span.from} AND t.month <= ${span.to}`,
    ...columnConditions(knex, filter, column => `t.${column}`),
    ...refConditions(knex, 't.entity_ref', filter.entity),
    ...refConditions(knex, 't.owner_ref', filter.owner),
  ];
}

/** The filters that charges and their sums have in common. */
export function columnConditions(
  knex: Knex,
  filter: CostFilter,
  place: (column: string) => string,
): Sql[] {
  return [
    ...valueConditions(knex, place('category'), filter.category),
    ...valueConditions(knex, place('provider'), filter.provider),
    ...valueConditions(knex, place('service'), filter.service),
    ...valueConditions(knex, place('source_id'), filter.source),
    ...(filter.correction === undefined
      ? []
      : [sql`${raw(place('correction'))} = ${filter.correction}`]),
  ];
}

/** The column is one of the values, `none` standing for the empty one. */
export function valueConditions(
  knex: Knex,
  column: string,
  values: string[] | undefined,
): Sql[] {
  return values?.length
    ? [
        isOneOf(
          knex,
          column,
          values.map(value => (value === NONE ? '' : value)),
        ),
      ]
    : [];
}

/** Like {@link valueConditions}, for refs, which are kept in lower case. */
export function refConditions(
  knex: Knex,
  column: string,
  refs: string[] | undefined,
): Sql[] {
  return valueConditions(
    knex,
    column,
    refs?.map(ref => ref.toLocaleLowerCase('en-US')),
  );
}

/** Rides on charges_asset_idx. What goes to the entity anyway is not told twice. */
function ofAssetsThatAre(ref: string): Sql {
  return sql`SELECT c.month, c.currency, c.provider, c.service, c.category,
      c.correction, coalesce(t.entity_ref, ''), coalesce(t.owner_ref, ''), '',
      c.source_id, ${joinSql(costAmounts.map(shareOf), ', ')}
    FROM charges c LEFT JOIN cost_allocations t ON ${ofItsMonth}
    WHERE c.asset_id IN (${assetsThatAre(withThoseInside(kindOf(ref), ref))})
      AND ${anyOf([raw('t.entity_ref IS NULL'), sql`t.entity_ref <> ${ref}`])}`;
}

/** @throws InputError when it is no entity ref. */
export function kindOf(ref: string): string {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
  } catch {
    throw new InputError(
      `query.scope: '${ref}' is no full entity ref such as component:default/checkout`,
    );
  }
}
