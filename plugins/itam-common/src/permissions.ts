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

/** Follow what the register publishes; for consumers such as the catalog. @public */
export const itamFeedReadPermission = createPermission({
  name: 'itam.feed.read',
  attributes: { action: 'read' },
});

/** Every permission that concerns one asset. @public */
export const itamAssetPermissions: ResourcePermission<
  typeof RESOURCE_TYPE_ITAM_ASSET
>[] = [itamAssetReadPermission, itamAssetUpdatePermission];

/** Every permission that is not about one asset. @public */
export const itamBasicPermissions: BasicPermission[] = [
  itamCostReadPermission,
  itamCostUpdatePermission,
  itamSourceReadPermission,
  itamSourceRunPermission,
  itamSettingsReadPermission,
  itamFeedReadPermission,
];

/** Every permission of IT asset management. @public */
export const itamPermissions = [
  ...itamAssetPermissions,
  ...itamBasicPermissions,
];
