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
  booleanParameter,
  defineRoute,
  listOf,
  nothing,
  pageQuerySchema,
  streamedAnswerSchema,
} from '../http';
import { transitionRequestSchema } from '../lifecycle';
import {
  itamAssetCreatePermission,
  itamAssetReadPermission,
} from '../permissions';
import { assetPatchSchema } from '../register/asset';
import { assetFilterSchema } from '../register/assetQuery';
import { dateFormats } from './dateFormats';
import {
  importMappingItemSchema,
  importMappingSchema,
  importQuerySchema,
  mappingNameSchema,
} from './mapping';
import { bulkOutcomes, bulkRowSchema, bulkRunSchema } from './run';

const runParams = z.object({ id: z.string().max(64) });

/** Which assets a bulk change is for. @public */
export const bulkSelectionSchema = z.union([
  z.strictObject({
    /** Ids or tags. */
    ids: z.array(z.string().min(1).max(300)).min(1).max(10_000),
  }),
  z.strictObject({
    filter: assetFilterSchema
      .extend({ disputed: z.union([z.boolean(), booleanParameter]).optional() })
      .strict(),
  }),
]);

/** @public */
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

/** The same, as a request says it. @public */
export type BulkSelectionInput = z.input<typeof bulkSelectionSchema>;

/** What is to become of them. @public */
export const bulkChangeSchema = z.union([
  z.strictObject({ patch: assetPatchSchema.omit({ reason: true }) }),
  z.strictObject({
    transition: transitionRequestSchema.omit({ dryRun: true, reason: true }),
  }),
]);

/** @public */
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** A change of many assets. @public */
export const bulkRequestSchema = z.strictObject({
  selection: bulkSelectionSchema,
  change: bulkChangeSchema,
  dryRun: z.boolean().default(false),
  reason: z.string().max(2000).optional(),
});

/** @public */
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/** The same, as a request says it. @public */
export type BulkRequestInput = z.input<typeof bulkRequestSchema>;

/** How a file looks before it is imported. @public */
export const importPreviewSchema = z.object({
  format: z.enum(['csv', 'json']),
  encoding: z.string(),
  byteOrderMark: z.boolean(),
  delimiter: z.string().optional(),
  /** What ends its lines: `\n`, `\r\n` or `\r`. */
  lineEnd: z.string().optional(),
  /** Only the beginning of the file was looked at. */
  partial: z.boolean(),
  columns: z.array(
    z.object({
      header: z.string(),
      /** The field it seems to be for. */
      to: z.string().nullable(),
      confidence: z.number(),
      samples: z.array(z.string()),
      /** Set if the column holds days. */
      dateFormat: z.enum(dateFormats).optional(),
      problem: z.string().optional(),
    }),
  ),
  /** Names of ready and saved mappings whose headers are all there. */
  mappings: z.array(z.string()),
  /** What stands in the way of reading it. */
  problems: z.array(z.string()),
  /** Fields a column can go to. */
  fields: z.array(z.string()),
});

/** @public */
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** The routes of the bulk slice. @public */
export const bulkRoutes = {
  bulkChangeAssets: defineRoute({
    operationId: 'bulkChangeAssets',
    method: 'post',
    path: '/assets/bulk',
    summary:
      'Changes or moves many assets in a run; needs the permission to update or to transition each',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    body: bulkRequestSchema,
    status: 202,
    response: bulkRunSchema,
  }),
  previewImport: defineRoute({
    operationId: 'previewImport',
    method: 'post',
    path: '/assets/import/preview',
    summary:
      'Looks at the beginning of a file and guesses what its columns are',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: nothing,
    query: importQuerySchema.pick({
      mapping: true,
      format: true,
      delimiter: true,
      encoding: true,
    }),
    rawBody: 'stream',
    status: 200,
    response: importPreviewSchema,
  }),
  importAssets: defineRoute({
    operationId: 'importAssets',
    method: 'post',
    path: '/assets/import',
    summary: 'Imports assets from CSV or JSON in a run; the file is the body',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: nothing,
    query: importQuerySchema,
    rawBody: 'stream',
    status: 202,
    response: bulkRunSchema,
  }),
  exportAssets: defineRoute({
    operationId: 'exportAssets',
    method: 'get',
    path: '/assets/export',
    summary: 'All assets of a filter as a table that imports unchanged',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: assetFilterSchema.extend({
      format: z.enum(['csv', 'json']).default('csv'),
      /** Names of columns, comma-separated; all with a value if left out. */
      columns: z.string().max(20_000).optional(),
    }),
    streams: ['text/csv', 'application/json'],
    status: 200,
    response: streamedAnswerSchema,
  }),
  listBulkRuns: defineRoute({
    operationId: 'listBulkRuns',
    method: 'get',
    path: '/bulk-runs',
    summary:
      'Bulk runs of the caller, newest first; those of all for who sees all assets',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({ mine: booleanParameter.optional() }),
    status: 200,
    response: listOf(bulkRunSchema),
  }),
  getBulkRun: defineRoute({
    operationId: 'getBulkRun',
    method: 'get',
    path: '/bulk-runs/:id',
    summary: 'One bulk run with its progress',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: runParams,
    query: nothing,
    status: 200,
    response: bulkRunSchema,
  }),
  listBulkRows: defineRoute({
    operationId: 'listBulkRows',
    method: 'get',
    path: '/bulk-runs/:id/rows',
    summary: 'What a bulk run did with each row, in order',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: runParams,
    query: pageQuerySchema.extend({
      outcome: z.enum(bulkOutcomes).optional(),
    }),
    status: 200,
    response: listOf(bulkRowSchema),
  }),
  cancelBulkRun: defineRoute({
    operationId: 'cancelBulkRun',
    method: 'post',
    path: '/bulk-runs/:id/cancel',
    summary: 'Stops a bulk run after the rows in hand; what is done stays done',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: runParams,
    query: nothing,
    status: 200,
    response: bulkRunSchema,
  }),
  undoBulkRun: defineRoute({
    operationId: 'undoBulkRun',
    method: 'post',
    path: '/bulk-runs/:id/undo',
    summary:
      'Takes a bulk run back in a run of its own, as far as nothing changed since',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: runParams,
    query: nothing,
    body: z
      .strictObject({
        dryRun: z.boolean().default(false),
        reason: z.string().max(2000).optional(),
      })
      .default({ dryRun: false }),
    status: 202,
    response: bulkRunSchema,
  }),
  listImportMappings: defineRoute({
    operationId: 'listImportMappings',
    method: 'get',
    path: '/import-mappings',
    summary: 'Column mappings: the ready ones and those that were saved',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(importMappingItemSchema),
  }),
  saveImportMapping: defineRoute({
    operationId: 'saveImportMapping',
    method: 'put',
    path: '/import-mappings/:name',
    summary: 'Saves a column mapping under a name',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: z.object({ name: mappingNameSchema }),
    query: nothing,
    body: importMappingSchema,
    status: 200,
    response: importMappingItemSchema,
  }),
  deleteImportMapping: defineRoute({
    operationId: 'deleteImportMapping',
    method: 'delete',
    path: '/import-mappings/:name',
    summary: 'Deletes a saved column mapping',
    permission: itamAssetCreatePermission,
    callers: 'any',
    params: z.object({ name: z.string().max(100) }),
    query: nothing,
    status: 204,
    response: z.undefined(),
  }),
};
