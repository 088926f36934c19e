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
import { itamAssetReadPermission } from '../permissions';
import { assetSortSchema } from '../register';

const values = z.array(z.string().min(1).max(300)).max(100);

/** The filters of the list, as a view keeps them. */
const viewFilterSchema = z
  .strictObject({
    category: values,
    type: values,
    status: values,
    stage: values,
    owner: values,
    custodian: values,
    consumer: values,
    location: values,
    environment: values,
    provider: values,
    account: values,
    source: values,
    disputed: z.boolean(),
    q: z.string().max(200),
  })
  .partial();

/** What a view of the list of assets shows. @public */
export const viewContentSchema = z.strictObject({
  filter: viewFilterSchema,
  sort: assetSortSchema,
  /** Columns in their order, besides the name. */
  columns: z.array(z.string().min(1).max(100)).max(40),
});

/** @public */
export type ViewContent = z.infer<typeof viewContentSchema>;

/** A view of the list of assets that is kept under a name. @public */
export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Everybody sees it; the others are for one person only. */
  shared: z.boolean(),
  /** The caller may change it. */
  mine: z.boolean(),
  content: viewContentSchema,
  version: z.number().int(),
  updatedAt: z.string(),
});

/** @public */
export type SavedView = z.infer<typeof savedViewSchema>;

const viewBody = {
  name: z.string().trim().min(1, 'give the view a name').max(100),
  shared: z.boolean(),
  content: viewContentSchema,
};

const viewParams = z.object({ id: z.string().max(36) });

/**
 * The routes of saved views. Whoever sees assets keeps views for themselves;
 * shared ones are kept by those who may change settings.
 *
 * @public
 */
export const viewRoutes = {
  listViews: defineRoute({
    operationId: 'listViews',
    method: 'get',
    path: '/views',
    summary: 'Views of the caller, and shared ones, by name',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(savedViewSchema),
  }),
  createView: defineRoute({
    operationId: 'createView',
    method: 'post',
    path: '/views',
    summary: 'Keeps a view under a name',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    body: z.object(viewBody).partial({ shared: true }).strict(),
    status: 201,
    response: savedViewSchema,
  }),
  updateView: defineRoute({
    operationId: 'updateView',
    method: 'patch',
    path: '/views/:id',
    summary: 'Changes a view; needs If-Match with the version it was read at',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: viewParams,
    query: nothing,
    body: z.object(viewBody).partial().strict(),
    status: 200,
    response: savedViewSchema,
  }),
  deleteView: defineRoute({
    operationId: 'deleteView',
    method: 'delete',
    path: '/views/:id',
    summary: 'Forgets a view',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: viewParams,
    query: nothing,
    status: 204,
    response: z.undefined(),
  }),
};
