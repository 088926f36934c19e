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
import { allOf, anyOf, isOneOf, Sql, sql } from '../../database';
import type { AccessReason, AssetAccess, AssetCondition } from '../access';

/** Above this, an index walk with EXISTS beats one sub-select per claim. */
const MAX_UNITED_CLAIMS = 8;

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

/**
 * The access as a short list of claims of which any will do; undefined if it
 * is anything else.
 */
export function fewClaims(access: AssetAccess): Claim[] | undefined {
  if (access === 'all') {
    return undefined;
  }
  const claims: Claim[] = [];
  for (const part of 'anyOf' in access ? access.anyOf : [access]) {
    if (!('kind' in part) || part.kind !== 'claim') {
      return undefined;
    }
    const { reason } = part;
    claims.push(...part.refs.map(ref => ({ ref, reason })));
  }
  return claims.length > 0 && claims.length <= MAX_UNITED_CLAIMS
    ? claims
    : undefined;
}

function criteriaCondition(
  knex: Knex,
  criteria: PermissionCriteria<AssetCondition>,
): Sql {
  if ('anyOf' in criteria) {
    return anyOf(criteria.anyOf.map(part => criteriaCondition(knex, part)));
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
      // rides on the primary key of asset_access, or asset_access_asset_idx
      return sql`EXISTS (SELECT 1 FROM asset_access x
        WHERE x.asset_id = a.id AND x.reason = ${wanted.reason}
          AND ${isOneOf(knex, 'x.ref', wanted.refs)})`;
  }
}
