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
  AssetFacets,
  assetFacetFields,
  AssetFilter,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  allOf,
  anyOf,
  insertRows,
  isOneOf,
  isPostgres,
  raw,
  rowsOf,
  Sql,
  sql,
  StageColumn,
  touchedBy,
} from '../../database';
import type { AssetAccess, AssetCondition } from '../access';
import type { AppliedChange } from '../Register';
import { accessCondition, Claim, claimRows, claimsOnly } from './accessFilter';
import { filterColumn, filterConditions, NONE } from './assetFilter';
import { isDisputed } from './assetRows';

type AssetState = AppliedChange['after'];

/** What assets are counted by: all that facets and most filters look at. */
const dimensions = [
  'category',
  'type',
  'status',
  'stage',
  'owner_ref',
  'environment',
  'provider',
  'source_id',
  'disputed',
] as const;

type Dimension = (typeof dimensions)[number];
type Kind = Record<Dimension, string | boolean | null>;

const columns: Record<Dimension | 'number', StageColumn> = {
  category: 'text',
  type: 'text',
  status: 'text',
  stage: 'text',
  owner_ref: 'text',
  environment: 'text',
  provider: 'text',
  source_id: 'text',
  disputed: 'boolean',
  number: 'integer',
};

const dimensionList = raw(dimensions.join(', '));

/** The filters the counts know nothing of. */
const uncounted = [
  'custodian',
  'consumer',
  'location',
  'account',
  'entityRef',
  'supports',
  'tag',
  'updatedSince',
  'q',
] as const satisfies ReadonlyArray<keyof AssetFilter>;

/** Values of a facet beyond these are not worth a choice. */
const MAX_FACET_VALUES = 100;

/**
 * Adds what a batch changes: rows only, so that no writer waits for another.
 */
export async function countChanges(
  transaction: Knex.Transaction,
  changes: AppliedChange[],
): Promise<void> {
  const numbers = new Map<string, { kind: Kind; number: number }>();
  const add = (state: AssetState, number: number) => {
    const kind = kindOf(state);
    const key = dimensions.map(dimension => kind[dimension]).join('\u0000');
    const known = numbers.get(key);
    if (known) {
      known.number += number;
    } else {
      numbers.set(key, { kind, number });
    }
  };
  for (const { before, after } of changes) {
    if (before) {
      add(before, -1);
    }
    add(after, 1);
  }
  const rows = [...numbers.values()].filter(({ number }) => number !== 0);
  if (rows.length > 0) {
    await insertRows(transaction, 'asset_counts', {
      columns,
      rows: rows.map(({ kind, number }) => ({ ...kind, number })),
    });
  }
}

/** Makes one row of the rows of each kind. */
export async function addUpCounts(knex: Knex): Promise<void> {
  await knex.transaction(async transaction => {
    const many = isPostgres(transaction)
      ? sql`WITH gone AS (DELETE FROM asset_counts RETURNING *)
            INSERT INTO asset_counts (${dimensionList}, number)
            SELECT ${dimensionList}, sum(number) FROM gone
            GROUP BY ${dimensionList} HAVING sum(number) <> 0`
      : undefined;
    if (many) {
      await touchedBy(transaction, many);
      return;
    }
    await transaction.raw(
      `CREATE TEMPORARY TABLE itam_counts AS
       SELECT ${dimensionList.text}, sum(number) AS number FROM asset_counts
       GROUP BY ${dimensionList.text} HAVING sum(number) <> 0`,
    );
    await touchedBy(transaction, raw('DELETE FROM asset_counts'));
    await touchedBy(
      transaction,
      sql`INSERT INTO asset_counts (${dimensionList}, number)
          SELECT ${dimensionList}, number FROM itam_counts`,
    );
    await transaction.raw('DROP TABLE itam_counts');
  });
}

/**
 * Counts anew, from the assets themselves: what a replica of an earlier version
 * wrote is in it too. On PostgreSQL by one snapshot, so that what others write
 * meanwhile is neither lost nor counted twice.
 */
export async function recount(knex: Knex): Promise<void> {
  await knex.transaction(
    async transaction => {
      await touchedBy(transaction, raw('DELETE FROM asset_counts'));
      await touchedBy(
        transaction,
        sql`INSERT INTO asset_counts (${dimensionList}, number)
            SELECT ${dimensionList}, count(*) FROM assets
            GROUP BY ${dimensionList}`,
      );
    },
    isPostgres(knex) ? { isolationLevel: 'repeatable read' } : {},
  );
}

/** Whether the counts know all that a filter asks for. */
export function isCounted(filter: AssetFilter): boolean {
  return uncounted.every(field => {
    const value = filter[field];
    return value === undefined || value.length === 0;
  });
}

/**
 * How many assets each value of each facet would show, under the other filters
 * chosen: of what the access opens by kind from the counts, of what it opens
 * because it concerns the caller from those assets themselves.
 */
export async function facetsFromCounts(
  knex: Knex,
  filter: AssetFilter,
  access: AssetAccess,
): Promise<AssetFacets | undefined> {
  const parts = partsOf(access);
  if (!parts) {
    return undefined;
  }
  const byKind = accessOfKinds(knex, parts.kinds);
  const concerned =
    parts.claims.length > 0
      ? await kindsOfClaims(knex, parts.claims, byKind)
      : [];
  const facets: Array<[string, AssetFacets[keyof AssetFacets]]> = [];
  for (const field of assetFacetFields) {
    const others = { ...filter, [field]: undefined };
    const column = filterColumn(field) ?? field;
    const numbers = new Map<string, number>();
    if (byKind !== 'none') {
      const rows = await rowsOf<{ value: string | null; number: string }>(
        knex,
        sql`SELECT ${raw(`a.${column}`)} AS value, sum(a.number) AS number
            FROM asset_counts a WHERE ${allOf([
              ...filterConditions(knex, others),
              ...(byKind === 'all' ? [] : [byKind]),
            ])}
            GROUP BY ${raw(`a.${column}`)} HAVING sum(a.number) > 0`,
      );
      rows.forEach(({ value, number }) =>
        numbers.set(value || NONE, Number(number)),
      );
    }
    for (const kind of concerned) {
      if (meets(kind, others)) {
        const value = String(kind[column as Dimension] || NONE);
        numbers.set(value, (numbers.get(value) ?? 0) + Number(kind.number));
      }
    }
    facets.push([field, mostFirst(numbers)]);
  }
  // the loop goes over all the fields there are
  return Object.fromEntries(facets) as AssetFacets;
}

interface AccessParts {
  /** Conditions on what a thing is; `all` for no condition. */
  kinds: 'all' | AssetCondition[];
  claims: Claim[];
}

/** An access that is open to kinds of things or to claims, any of them. */
function partsOf(access: AssetAccess): AccessParts | undefined {
  if (access === 'all') {
    return { kinds: 'all', claims: [] };
  }
  const parts: AccessParts & { kinds: AssetCondition[] } = {
    kinds: [],
    claims: [],
  };
  for (const part of 'anyOf' in access ? access.anyOf : [access]) {
    if (!('kind' in part)) {
      return undefined;
    }
    if (isOfKind(part)) {
      parts.kinds.push(part);
    } else {
      const claims = claimsOnly(part);
      if (!claims) {
        return undefined;
      }
      parts.claims.push(...claims);
    }
  }
  return parts;
}

/** What things are counted by tells whether the condition is met. */
function isOfKind(part: AssetCondition): boolean {
  return (
    part.kind === 'category' ||
    part.kind === 'type' ||
    (part.kind === 'claim' && part.reason === 'owner')
  );
}

function accessOfKinds(
  knex: Knex,
  kinds: AccessParts['kinds'],
): Sql | 'all' | 'none' {
  if (kinds === 'all') {
    return 'all';
  }
  return kinds.length === 0
    ? 'none'
    : anyOf(
        kinds.flatMap(kind =>
          kind.kind === 'claim'
            ? isOneOf(knex, 'a.owner_ref', kind.refs)
            : accessCondition(knex, kind) ?? [],
        ),
      );
}

/** What concerns the caller and is not open to them by its kind already. */
function kindsOfClaims(
  knex: Knex,
  claims: Claim[],
  byKind: Sql | 'all' | 'none',
): Promise<Array<Kind & { number: string | number }>> {
  const list = raw(dimensions.map(dimension => `a.${dimension}`).join(', '));
  return rowsOf(
    knex,
    sql`SELECT ${list}, count(*) AS number FROM (
          SELECT DISTINCT x.asset_id FROM asset_access x
          WHERE ${claimRows(knex, claims)}) p
        JOIN assets a ON a.id = p.asset_id
        WHERE ${
          typeof byKind === 'string' ? raw('1 = 1') : sql`NOT (${byKind})`
        }
        GROUP BY ${list}`,
  );
}

/** The filters of the counts, asked of one kind. */
function meets(kind: Kind, filter: AssetFilter): boolean {
  return dimensions.every(dimension => {
    if (dimension === 'disputed') {
      return (
        filter.disputed === undefined ||
        filter.disputed === Boolean(kind.disputed)
      );
    }
    const field = fieldOf(dimension);
    const wanted = filter[field];
    return (
      !wanted?.length ||
      wanted.some(value =>
        value === NONE
          ? !kind[dimension]
          : kind[dimension] ===
            (field === 'owner' ? value.toLowerCase() : value),
      )
    );
  });
}

function fieldOf(dimension: Exclude<Dimension, 'disputed'>) {
  switch (dimension) {
    case 'owner_ref':
      return 'owner';
    case 'source_id':
      return 'source';
    default:
      return dimension;
  }
}

function mostFirst(numbers: Map<string, number>) {
  return [...numbers]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) =>
      one.count === other.count
        ? Number(one.value > other.value) * 2 - 1
        : other.count - one.count,
    )
    .slice(0, MAX_FACET_VALUES);
}

function kindOf(state: AssetState): Kind {
  return {
    category: state.category,
    type: state.type,
    status: state.status,
    stage: state.stage,
    owner_ref: state.owner ?? '',
    environment: state.environment ?? '',
    provider: state.provider ?? null,
    source_id: state.sourceId ?? null,
    disputed: isDisputed(state.fields),
  };
}
