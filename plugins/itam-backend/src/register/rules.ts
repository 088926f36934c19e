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
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  ItamAssetRuleName,
  RESOURCE_TYPE_ITAM_ASSET,
} from '@itam/plugin-itam-common';
import { z } from 'zod';
import { AccessReason, AssetCondition, NOWHERE } from './access';
import type { AccessFacts } from './AssetStore';
import { meets } from './permits';

/**
 * The resource of every permission that concerns one asset. Policies use it to
 * make conditions.
 *
 * @public
 */
export const itamAssetResourceRef = createPermissionResourceRef<
  AccessFacts,
  AssetCondition
>().with({ pluginId: 'itam', resourceType: RESOURCE_TYPE_ITAM_ASSET });

const claims = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs of the caller and of the groups they are in'),
});

/** A rule asks the same of one asset at hand as of a list in the database. */
function asked<P>(conditionOf: (params: P) => AssetCondition) {
  return {
    apply: (asset: AccessFacts, params: P) => meets(asset, conditionOf(params)),
    toQuery: conditionOf,
  };
}

function claimRule(options: {
  name: ItamAssetRuleName;
  description: string;
  reason: AccessReason;
}) {
  const { name, description, reason } = options;
  return createPermissionRule({
    name,
    description,
    resourceRef: itamAssetResourceRef,
    paramsSchema: claims,
    ...asked<z.infer<typeof claims>>(params => ({
      kind: 'claim',
      reason,
      refs: params.claims,
    })),
  });
}

/** The caller, or a group they are in, owns the asset. @public */
export const isOwner = claimRule({
  name: 'isOwner',
  description: 'Allows assets owned by one of the claims',
  reason: 'owner',
});

/** The caller keeps the asset right. @public */
export const isCustodian = claimRule({
  name: 'isCustodian',
  description: 'Allows assets one of the claims is the custodian of',
  reason: 'custodian',
});

/** The caller uses the asset. @public */
export const isConsumer = claimRule({
  name: 'isConsumer',
  description: 'Allows assets one of the claims is the consumer of',
  reason: 'consumer',
});

/** The asset supports an entity the caller, or a group they are in, owns. @public */
export const supportsEntityOwnedBy = claimRule({
  name: 'supportsEntityOwnedBy',
  description:
    'Allows assets that support a catalog entity owned by one of the claims',
  reason: 'supports',
});

/** The asset belongs to one of the categories. @public */
export const hasCategory = createPermissionRule({
  name: 'hasCategory' satisfies ItamAssetRuleName,
  description: 'Allows assets of one of the categories',
  resourceRef: itamAssetResourceRef,
  paramsSchema: z.object({
    categories: z.array(z.string()).describe('Categories, such as cloud'),
  }),
  ...asked<{ categories: string[] }>(({ categories }) => ({
    kind: 'category',
    values: categories,
  })),
});

/** The asset is of one of the types. @public */
export const hasType = createPermissionRule({
  name: 'hasType' satisfies ItamAssetRuleName,
  description: 'Allows assets of one of the types',
  resourceRef: itamAssetResourceRef,
  paramsSchema: z.object({
    types: z.array(z.string()).describe('Ids of asset types'),
  }),
  ...asked<{ types: string[] }>(({ types }) => ({
    kind: 'type',
    values: types,
  })),
});

/** The asset is in one of the locations, or in one below. @public */
export const inLocation = createPermissionRule({
  name: 'inLocation' satisfies ItamAssetRuleName,
  description: 'Allows assets in one of the locations, or below',
  resourceRef: itamAssetResourceRef,
  paramsSchema: z.object({
    locationIds: z
      .array(z.string())
      .describe(
        `Ids or codes of locations; ${NOWHERE}: assets without a location`,
      ),
  }),
  ...asked<{ locationIds: string[] }>(({ locationIds }) => ({
    kind: 'location',
    values: locationIds,
  })),
});

/** The rules a policy can make conditions of. @public */
export const itamAssetRules = {
  isOwner,
  isCustodian,
  isConsumer,
  supportsEntityOwnedBy,
  hasCategory,
  hasType,
  inLocation,
};
