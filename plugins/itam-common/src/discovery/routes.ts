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
import {
  itamSourceReadPermission,
  itamSourceRunPermission,
} from '../permissions';
import { runRejectSchema, runSchema } from './run';
import { sourceDocumentSchema, sourceSchema } from './source';

const sourceParams = z.object({ id: z.string().max(200) });
const runParams = z.object({ id: z.string().max(64) });

/** The routes of the discovery slice. @public */
export const discoveryRoutes = {
  listSources: defineRoute({
    operationId: 'listSources',
    method: 'get',
    path: '/sources',
    summary: 'Sources as configured, with how each is doing',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(sourceSchema),
  }),
  getSource: defineRoute({
    operationId: 'getSource',
    method: 'get',
    path: '/sources/:id',
    summary: 'One source',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: sourceParams,
    query: nothing,
    status: 200,
    response: sourceSchema,
  }),
  listSourceDocuments: defineRoute({
    operationId: 'listSourceDocuments',
    method: 'get',
    path: '/sources/:id/documents',
    summary: 'The documents a source read or refused, and why',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: sourceParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(sourceDocumentSchema),
  }),
  listRuns: defineRoute({
    operationId: 'listRuns',
    method: 'get',
    path: '/sources/:id/runs',
    summary: 'Runs of a source, newest first',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: sourceParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(runSchema),
  }),
  startRun: defineRoute({
    operationId: 'startRun',
    method: 'post',
    path: '/sources/:id/runs',
    summary:
      'Reads the source now; with a file as body (name in x-file-name) reads that file as the source would',
    permission: itamSourceRunPermission,
    callers: 'any',
    params: sourceParams,
    query: z.object({ dryRun: z.enum(['true', 'false']).optional() }),
    rawBody: true,
    status: 202,
    response: runSchema,
  }),
  getRun: defineRoute({
    operationId: 'getRun',
    method: 'get',
    path: '/runs/:id',
    summary: 'One run, with its live counts',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: runParams,
    query: nothing,
    status: 200,
    response: runSchema,
  }),
  listRunRejects: defineRoute({
    operationId: 'listRunRejects',
    method: 'get',
    path: '/runs/:id/rejects',
    summary: 'What a run did not take, with place and reason',
    permission: itamSourceReadPermission,
    callers: 'any',
    params: runParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(runRejectSchema),
  }),
  releaseRun: defineRoute({
    operationId: 'releaseRun',
    method: 'post',
    path: '/runs/:id/release',
    summary:
      'Lets a held run make missing what it found missing, or cancels it',
    permission: itamSourceRunPermission,
    callers: 'any',
    params: runParams,
    query: nothing,
    body: z.object({ decision: z.enum(['apply', 'cancel']) }),
    status: 200,
    response: runSchema,
  }),
};
