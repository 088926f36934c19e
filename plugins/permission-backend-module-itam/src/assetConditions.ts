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
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type AssetCategory,
  type ItamAssetRuleName,
  RESOURCE_TYPE_ITAM_ASSET,
} from '@itam/plugin-itam-common';

/** A condition on an asset, by a rule of the register. */
export type AssetCriterion = PermissionCondition<
  typeof RESOURCE_TYPE_ITAM_ASSET
>;

/** The asset is owned by one of the claims. */
export function isOwner(claims: string[]): AssetCriterion {
  return condition('isOwner', { claims });
}

/** The asset is of one of the categories. */
export function hasCategory(categories: AssetCategory[]): AssetCriterion {
  return condition('hasCategory', { categories });
}

/** The asset supports an entity owned by one of the claims. */
export function supportsEntityOwnedBy(claims: string[]): AssetCriterion {
  return condition('supportsEntityOwnedBy', { claims });
}

/** Allows the assets that meet any of the conditions; none without conditions. */
export function assetsThatMeetAny(criteria: AssetCriterion[]): PolicyDecision {
  const [first, ...rest] = criteria;
  if (!first) {
    return { result: AuthorizeResult.DENY };
  }
  const conditions: PermissionCriteria<AssetCriterion> = {
    anyOf: [first, ...rest],
  };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: RESOURCE_TYPE_ITAM_ASSET,
    conditions,
  };
}

function condition(
  rule: ItamAssetRuleName,
  params: Record<string, string[]>,
): AssetCriterion {
  return { rule, resourceType: RESOURCE_TYPE_ITAM_ASSET, params };
}
