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

import { z } from 'zod';
import { defineRoute, listOf, nothing, pageQuerySchema } from '../http';
import { lifecycleModelItemSchema } from '../lifecycle';
import {
  itamAssetCreatePermission,
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamSettingsReadPermission,
} from '../permissions';
import {
  assetCreationSchema,
  assetDetailSchema,
  assetHistoryEntrySchema,
  assetItemSchema,
  assetPatchSchema,
  foldedItemSchema,
} from './asset';
import {
  assetFacetsSchema,
  assetFilterSchema,
  assetListQuerySchema,
  entitySummarySchema,
} from './assetQuery';
import { historyQuerySchema } from './history/historyQuery';

const assetParams = z.object({
  /** Id or tag. */
  id: z.string().max(300),
});

const entityParams = z.object({
  kind: z.string().max(63),
  namespace: z.string().max(63),
  name: z.string().max(63),
});

/** An asset type as the interface shows it. @public */
export const assetTypeItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  unit: z.enum(['asset', 'group', 'quantity', 'fold']),
  lifecycleModel: z.string(),
  attributes: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      unit: z.string().optional(),
      required: z.boolean(),
      multi: z.boolean(),
    }),
  ),
});

/** @public */
export type AssetTypeItem = z.infer<typeof assetTypeItemSchema>;

/** The routes of the register slice. @public */
export const registerRoutes = {
  listAssets: defineRoute({
    operationId: 'listAssets',
    method: 'get',
    path: '/assets',
    summary: 'Assets the caller may see, filtered, sorted and paged',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: assetListQuerySchema,
    status: 200,
    response: listOf(assetItemSchema),
  }),
  assetFacets: defineRoute({
    operationId: 'assetFacets',
    method: 'get',
    path: '/assets/facets',
    summary: 'How many assets each value of each filter would show',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: assetFilterSchema,
    status: 200,
    response: assetFacetsSchema,
  }),
  getAsset: defineRoute({
    operationId: 'getAsset',
    method: 'get',
    path: '/assets/:id',
    summary: 'One asset in full, by id or tag',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    status: 200,
    response: assetDetailSchema,
  }),
  createAsset: defineRoute({
    operationId: 'createAsset',
    method: 'post',
    path: '/assets',
    summary: 'Registers an asset',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    body: assetCreationSchema,
    status: 201,
    response: assetDetailSchema,
  }),
  updateAsset: defineRoute({
    operationId: 'updateAsset',
    method: 'patch',
    path: '/assets/:id',
    summary:
      'Changes facts of an asset; needs If-Match with the ETag of the version it was made on',
    permission: itamAssetUpdatePermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: assetPatchSchema,
    status: 200,
    response: assetDetailSchema,
  }),
  assetHistory: defineRoute({
    operationId: 'assetHistory',
    method: 'get',
    path: '/assets/:id/history',
    summary: 'Changes of an asset, filtered, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: historyQuerySchema,
    status: 200,
    response: listOf(assetHistoryEntrySchema),
  }),
  assetFolded: defineRoute({
    operationId: 'assetFolded',
    method: 'get',
    path: '/assets/:id/folded',
    summary: 'What is folded under an asset, searchable',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: pageQuerySchema.extend({ q: z.string().max(200).optional() }),
    status: 200,
    response: listOf(foldedItemSchema),
  }),
  entitySummary: defineRoute({
    operationId: 'entitySummary',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/summary',
    summary: 'The assets of a service, system, team or person in figures',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: entityParams,
    query: nothing,
    status: 200,
    response: entitySummarySchema,
  }),
  entityAssets: defineRoute({
    operationId: 'entityAssets',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/assets',
    summary: 'The assets of a service, system, team or person',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: entityParams,
    query: assetListQuerySchema,
    status: 200,
    response: listOf(assetItemSchema),
  }),
  listAssetTypes: defineRoute({
    operationId: 'listAssetTypes',
    method: 'get',
    path: '/asset-types',
    summary: 'The asset types in force',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(assetTypeItemSchema),
  }),
  listLifecycleModels: defineRoute({
    operationId: 'listLifecycleModels',
    method: 'get',
    path: '/lifecycle-models',
    summary: 'The lifecycle models in force',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(lifecycleModelItemSchema),
  }),
  openApi: defineRoute({
    operationId: 'openApi',
    method: 'get',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    status: 200,
    response: z.record(z.string(), z.unknown()),
  }),
};
