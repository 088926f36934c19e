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
import {
  allOf,
  anyOf,
  isOneOf,
  isPostgres,
  raw,
  Sql,
  sql,
} from '../../database';
import { AccessReason, AssetAccess, AssetCondition, NOWHERE } from '../access';

type ClaimCondition = Extract<AssetCondition, { kind: 'claim' }>;
type LocationCondition = Extract<AssetCondition, { kind: 'location' }>;

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

/**
 * Queries for the `asset_id` of all assets in the access, if it is claims and
 * locations of which any will do: each rides on an index. Undefined if it is
 * anything else.
 */
export function permittedIds(
  knex: Knex,
  access: AssetAccess,
): Sql[] | undefined {
  if (access === 'all') {
    return undefined;
  }
  const parts: PermissionCriteria<AssetCondition>[] =
    'anyOf' in access ? access.anyOf : [access];
  const claims = parts.filter(isClaim);
  const locations = parts.filter(isLocation);
  if (claims.length + locations.length < parts.length) {
    return undefined;
  }
  const held = claimRows(
    knex,
    claims.flatMap(({ reason, refs }) => refs.map(ref => ({ ref, reason }))),
  );
  return [
    sql`SELECT x.asset_id FROM asset_access x WHERE ${held}`,
    ...locations
      .flatMap(wanted => locationIds(knex, wanted))
      .map(
        ids =>
          sql`SELECT a.id AS asset_id FROM assets a WHERE a.location_id IN (${ids})`,
      ),
  ];
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
    case 'location':
      return inside(knex, wanted);
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

/**
 * The asset is in one of the locations or below. An asset that is nowhere is a
 * plain no, which a NOT around it can turn. The empty OR keeps PostgreSQL from
 * making a join of it, which would lose the order of the walk.
 */
function inside(knex: Knex, wanted: LocationCondition): Sql {
  return anyOf([
    ...locationIds(knex, wanted).map(
      ids =>
        sql`(a.location_id IS NOT NULL AND (a.location_id IN (${ids}) OR 1 = 0))`,
    ),
    ...(wanted.values.includes(NOWHERE) ? [raw('a.location_id IS NULL')] : []),
  ]);
}

/**
 * The ids of the locations and of those in them: the tree is walked down once,
 * by locations_parent_idx, whatever the number of assets. Nothing if none is
 * named.
 */
function locationIds(knex: Knex, { values }: LocationCondition): Sql[] {
  const places = values.filter(place => place !== NOWHERE);
  if (places.length === 0) {
    return [];
  }
  const codes = places.map(place => place.toLowerCase());
  // the collation of the column, or its index is of no use
  const id = raw(isPostgres(knex) ? 'i.id COLLATE "default"' : 'i.id');
  return [
    sql`WITH RECURSIVE inside AS (
        SELECT l.id FROM locations l
        WHERE ${isOneOf(knex, 'l.id', places)}
          OR ${isOneOf(knex, 'lower(l.code)', codes)}
        UNION
        SELECT l.id FROM locations l JOIN inside i ON l.parent_id = i.id)
      SELECT ${id} FROM inside i`,
  ];
}

function isLocation(
  part: PermissionCriteria<AssetCondition>,
): part is LocationCondition {
  return (
    'kind' in part && part.kind === 'location' && !part.values.includes(NOWHERE)
  );
}

function isClaim(
  part: PermissionCriteria<AssetCondition>,
): part is ClaimCondition {
  return 'kind' in part && part.kind === 'claim';
}
