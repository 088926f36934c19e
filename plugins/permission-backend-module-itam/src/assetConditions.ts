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
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type AssetCategory,
  type ItamAssetRuleName,
  RESOURCE_TYPE_ITAM_ASSET,
} from '@itam/plugin-itam-common';

/** A condition on an asset, by a rule of the register. */
export interface AssetCriterion {
  rule: ItamAssetRuleName;
  resourceType: typeof RESOURCE_TYPE_ITAM_ASSET;
  params: Record<string, string[]>;
}

/** Conditions on an asset, put together. */
export type AssetCriteria = PermissionCriteria<AssetCriterion>;

/** The asset is owned by one of the claims. */
export function isOwner(claims: string[]): AssetCriterion {
  return condition('isOwner', { claims });
}

/** One of the claims is the custodian of the asset. */
export function isCustodian(claims: string[]): AssetCriterion {
  return condition('isCustodian', { claims });
}

/** One of the claims is the consumer of the asset. */
export function isConsumer(claims: string[]): AssetCriterion {
  return condition('isConsumer', { claims });
}

/** The asset is of one of the categories. */
export function hasCategory(categories: AssetCategory[]): AssetCriterion {
  return condition('hasCategory', { categories });
}

/** The asset is of one of the types. */
export function hasType(types: string[]): AssetCriterion {
  return condition('hasType', { types });
}

/** The asset is in one of the locations, or below; `none`: it is in none. */
export function inLocation(locationIds: string[]): AssetCriterion {
  return condition('inLocation', { locationIds });
}

/** The asset supports an entity owned by one of the claims. */
export function supportsEntityOwnedBy(claims: string[]): AssetCriterion {
  return condition('supportsEntityOwnedBy', { claims });
}

/**
 * Allows the assets that meet any of the conditions; none without conditions.
 * Several conditions of one rule become one.
 */
export function assetsThatMeetAny(criteria: AssetCriteria[]): PolicyDecision {
  const [first, ...rest] = merged(criteria);
  if (!first) {
    return { result: AuthorizeResult.DENY };
  }
  const conditions: AssetCriteria = { anyOf: [first, ...rest] };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: RESOURCE_TYPE_ITAM_ASSET,
    conditions,
  };
}

function merged(criteria: AssetCriteria[]): AssetCriteria[] {
  const byRule = new Map<string, AssetCriterion>();
  const others: AssetCriteria[] = [];
  for (const criterion of criteria) {
    if ('rule' in criterion) {
      const { rule, params } = criterion;
      byRule.set(
        rule,
        condition(rule, united(byRule.get(rule)?.params ?? {}, params)),
      );
    } else {
      others.push(criterion);
    }
  }
  return [...byRule.values(), ...others];
}

function united(
  some: Record<string, string[]>,
  more: Record<string, string[]>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(more).map(([name, values]) => [
      name,
      [...new Set([...(some[name] ?? []), ...values])],
    ]),
  );
}

function condition(
  rule: ItamAssetRuleName,
  params: Record<string, string[]>,
): AssetCriterion {
  return { rule, resourceType: RESOURCE_TYPE_ITAM_ASSET, params };
}
