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
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { LifecycleRole } from './lifecycle';

/** The resource type of every permission that concerns one asset. @public */
export const RESOURCE_TYPE_ITAM_ASSET = 'itam-asset';

/**
 * The rules a policy can make conditions on assets of: named here, so that the
 * register that applies them and a policy that asks for them cannot differ.
 *
 * @public
 */
export const itamAssetRuleNames = [
  'isOwner',
  'isCustodian',
  'isConsumer',
  'supportsEntityOwnedBy',
  'hasCategory',
  'hasType',
  'inLocation',
] as const;

/** @public */
export type ItamAssetRuleName = (typeof itamAssetRuleNames)[number];

/** See assets of the register. @public */
export const itamAssetReadPermission = createPermission({
  name: 'itam.asset.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/** Change facts of an asset. @public */
export const itamAssetUpdatePermission = createPermission({
  name: 'itam.asset.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/** Register assets, one by one or from a file. @public */
export const itamAssetCreatePermission = createPermission({
  name: 'itam.asset.create',
  attributes: { action: 'create' },
});

/**
 * Move an asset through its lifecycle, hand it over, and say where it is. Which
 * of the moves a caller may make is up to their {@link lifecycleRolePermissions}.
 *
 * @public
 */
export const itamAssetTransitionPermission = createPermission({
  name: 'itam.asset.transition',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/**
 * Force a transition that is not allowed, with a reason, and review what was
 * forced.
 *
 * @public
 */
export const itamAssetOverridePermission = createPermission({
  name: 'itam.asset.override',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/** Take a record out of the register that should never have been in it. @public */
export const itamAssetDeletePermission = createPermission({
  name: 'itam.asset.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/** Open a legal hold on assets, or release one. @public */
export const itamAssetHoldPermission = createPermission({
  name: 'itam.asset.hold',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_ASSET,
});

/** Erase the name of a person from the history; the evidence stays. @public */
export const itamHistoryErasePermission = createPermission({
  name: 'itam.history.erase',
  attributes: { action: 'delete' },
});

/**
 * Change the records assets share: locations, legal entities, catalogue
 * models, and the views everybody sees.
 *
 * @public
 */
export const itamSettingsUpdatePermission = createPermission({
  name: 'itam.settings.update',
  attributes: { action: 'update' },
});

/** See sources, their runs and what they rejected. @public */
export const itamSourceReadPermission = createPermission({
  name: 'itam.source.read',
  attributes: { action: 'read' },
});

/** Start a reading of a source, or push a file to it. @public */
export const itamSourceRunPermission = createPermission({
  name: 'itam.source.run',
  attributes: { action: 'update' },
});

/** See what assets, services and teams cost. @public */
export const itamCostReadPermission = createPermission({
  name: 'itam.cost.read',
  attributes: { action: 'read' },
});

/** Change what costs are worked out with, such as exchange rates. @public */
export const itamCostUpdatePermission = createPermission({
  name: 'itam.cost.update',
  attributes: { action: 'update' },
});

/** See the asset types and lifecycle models in force. @public */
export const itamSettingsReadPermission = createPermission({
  name: 'itam.settings.read',
  attributes: { action: 'read' },
});

/**
 * Find assets through the search of the portal: their names, types and
 * statuses, whoever they belong to.
 *
 * @public
 */
export const itamSearchPermission = createPermission({
  name: 'itam.search',
  attributes: { action: 'read' },
});

/** Follow what the register publishes; for consumers such as the catalog. @public */
export const itamFeedReadPermission = createPermission({
  name: 'itam.feed.read',
  attributes: { action: 'read' },
});

/**
 * Whether a caller acts in a lifecycle role towards an asset: which transitions
 * they may make follows from it. A policy answers with a condition where a role
 * comes from the asset, such as owner or custodian.
 *
 * @public
 */
export const lifecycleRolePermissions: Record<
  Exclude<LifecycleRole, 'SYS'>,
  ResourcePermission<typeof RESOURCE_TYPE_ITAM_ASSET>
> = {
  AM: rolePermission('asset-manager'),
  RA: rolePermission('register-administrator'),
  AN: rolePermission('analyst'),
  LM: rolePermission('licence-manager'),
  OW: rolePermission('owner'),
  CU: rolePermission('custodian'),
  CO: rolePermission('consumer'),
  PM: rolePermission('procurement'),
  KM: rolePermission('contract-manager'),
  SM: rolePermission('stockroom'),
  TE: rolePermission('technician'),
  SD: rolePermission('service-desk'),
  FI: rolePermission('finance'),
  IS: rolePermission('security'),
};

function rolePermission(role: string) {
  return createPermission({
    name: `itam.role.${role}`,
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_ITAM_ASSET,
  });
}

/** Every permission that concerns one asset. @public */
export const itamAssetPermissions: ResourcePermission<
  typeof RESOURCE_TYPE_ITAM_ASSET
>[] = [
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamAssetTransitionPermission,
  itamAssetOverridePermission,
  itamAssetDeletePermission,
  itamAssetHoldPermission,
  ...Object.values(lifecycleRolePermissions),
];

/** Every permission that is not about one asset. @public */
export const itamBasicPermissions: BasicPermission[] = [
  itamAssetCreatePermission,
  itamCostReadPermission,
  itamCostUpdatePermission,
  itamHistoryErasePermission,
  itamSearchPermission,
  itamSourceReadPermission,
  itamSourceRunPermission,
  itamSettingsReadPermission,
  itamSettingsUpdatePermission,
  itamFeedReadPermission,
];

/** Every permission of IT asset management. @public */
export const itamPermissions = [
  ...itamAssetPermissions,
  ...itamBasicPermissions,
];
