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
import {
  defineRoute,
  listOf,
  listParameter,
  nothing,
  pageQuerySchema,
} from '../http';
import {
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamSettingsReadPermission,
} from '../permissions';
import { impactSchema } from './impact';
import {
  endedRelationSchema,
  MAX_MAP_DEPTH,
  MAX_MAP_NODES,
  newRelationSchema,
  relationChangeSchema,
  relationItemSchema,
  relationMapSchema,
} from './relationItem';
import { relationRuleSchema } from './relationRule';

const assetParams = z.object({
  /** Id or tag. */
  id: z.string().max(300),
});

/** @public */
export const mapQuerySchema = z.object({
  /** Steps to go from the asset, both ways. */
  depth: z.coerce.number().int().min(1).max(MAX_MAP_DEPTH).default(2),
  /** Kinds of relation to follow; all, if left out. */
  types: listParameter.optional(),
  /** Most boxes, the asset itself included. */
  limit: z.coerce.number().int().min(2).max(MAX_MAP_NODES).default(200),
});

/** @public */
export type MapQuery = z.infer<typeof mapQuerySchema>;

/** @public */
export const impactQuerySchema = z.object({
  /** Most assets and most entities to be listed; all are counted. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** @public */
export type ImpactQuery = z.infer<typeof impactQuerySchema>;

/** The routes of the relations slice. @public */
export const relationRoutes = {
  listRelationKinds: defineRoute({
    operationId: 'listRelationKinds',
    method: 'get',
    path: '/relation-kinds',
    summary:
      'The kinds of relation in force, with what may stand at their ends',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(relationRuleSchema),
  }),
  assetRelations: defineRoute({
    operationId: 'assetRelations',
    method: 'get',
    path: '/assets/:id/relations',
    summary: 'Relations of an asset, both ways',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(relationItemSchema),
  }),
  addRelation: defineRoute({
    operationId: 'addRelation',
    method: 'post',
    path: '/assets/:id/relations',
    summary:
      'Relates an asset to another one or to a catalog entity; honours If-Match',
    permission: itamAssetUpdatePermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: newRelationSchema,
    status: 201,
    response: relationChangeSchema,
  }),
  endRelation: defineRoute({
    operationId: 'endRelation',
    method: 'post',
    path: '/assets/:id/relations/removal',
    summary: 'Takes away a relation a person stated; honours If-Match',
    permission: itamAssetUpdatePermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: endedRelationSchema,
    status: 200,
    response: relationChangeSchema,
  }),
  assetMap: defineRoute({
    operationId: 'assetMap',
    method: 'get',
    path: '/assets/:id/map',
    summary:
      'What is around an asset, to a depth, with the catalog at its edge',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: mapQuerySchema,
    status: 200,
    response: relationMapSchema,
  }),
  assetImpact: defineRoute({
    operationId: 'assetImpact',
    method: 'get',
    path: '/assets/:id/impact',
    summary: 'What stops when an asset stops: assets, services, owners, cost',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: impactQuerySchema,
    status: 200,
    response: impactSchema,
  }),
};
