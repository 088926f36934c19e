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

import { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { allOf, anyOf, isOneOf, isPostgres, Sql, sql } from '../../database';
import type { AccessReason, AssetAccess, AssetCondition } from '../access';

type ClaimCondition = Extract<AssetCondition, { kind: 'claim' }>;

/** One ref in one role. */
export interface Claim {
  ref: string;
  reason: AccessReason;
}

/** The assets of the access, as a condition on `assets a`. */
export function accessCondition(
  knex: Knex,
  access: AssetAccess,
): Sql | undefined {
  return access === 'all' ? undefined : criteriaCondition(knex, access);
}

/** The access as claims of which any will do; undefined if it is anything else. */
export function claimsOnly(access: AssetAccess): Claim[] | undefined {
  if (access === 'all') {
    return undefined;
  }
  const claims: Claim[] = [];
  for (const part of 'anyOf' in access ? access.anyOf : [access]) {
    if (!isClaim(part)) {
      return undefined;
    }
    const { reason } = part;
    claims.push(...part.refs.map(ref => ({ ref, reason })));
  }
  return claims.length > 0 ? claims : undefined;
}

/** Rows of `asset_access x` that belong to any of the claims. */
export function claimRows(knex: Knex, claims: Claim[]): Sql {
  const byReason = new Map<AccessReason, string[]>();
  for (const { ref, reason } of claims) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), ref]);
  }
  return anyOf(
    [...byReason].map(
      ([reason, refs]) =>
        sql`(x.reason = ${reason} AND ${isOneOf(knex, 'x.ref', refs)})`,
    ),
  );
}

function criteriaCondition(
  knex: Knex,
  criteria: PermissionCriteria<AssetCondition>,
): Sql {
  if ('anyOf' in criteria) {
    const claims = criteria.anyOf.filter(isClaim);
    return anyOf([
      ...criteria.anyOf
        .filter(part => !isClaim(part))
        .map(part => criteriaCondition(knex, part)),
      ...(claims.length > 0 ? [concerned(knex, claims)] : []),
    ]);
  }
  if ('allOf' in criteria) {
    return allOf(criteria.allOf.map(part => criteriaCondition(knex, part)));
  }
  if ('not' in criteria) {
    return sql`NOT ${criteriaCondition(knex, criteria.not)}`;
  }
  return condition(knex, criteria);
}

function condition(knex: Knex, wanted: AssetCondition): Sql {
  switch (wanted.kind) {
    case 'category':
      return sql`(${isOneOf(knex, 'a.category', wanted.values)})`;
    case 'type':
      return sql`(${isOneOf(knex, 'a.type', wanted.values)})`;
    default:
      return concerned(knex, [wanted]);
  }
}

/**
 * The asset concerns any of the claims: one question for all of them. By the
 * key of asset_access it is asked asset by asset, by asset_access_name_idx for
 * all at once; PostgreSQL weighs which. The empty OR keeps it from making a join of
 * it, which would lose the order of the walk; the plus keeps SQLite to the key.
 */
function concerned(knex: Knex, claims: ClaimCondition[]): Sql {
  const ref = isPostgres(knex) ? 'x.ref' : '+x.ref';
  return sql`(EXISTS (SELECT 1 FROM asset_access x
    WHERE x.asset_id = a.id AND ${anyOf(
      claims.map(
        ({ reason, refs }) =>
          sql`(x.reason = ${reason} AND ${isOneOf(knex, ref, refs)})`,
      ),
    )}) OR 1 = 0)`;
}

function isClaim(
  part: PermissionCriteria<AssetCondition>,
): part is ClaimCondition {
  return 'kind' in part && part.kind === 'claim';
}
