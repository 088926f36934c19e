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
import { defineRoute, nothing } from '../../http';
import {
  itamAssetReadPermission,
  itamHistoryErasePermission,
} from '../../permissions';
import { assetHistoryEntrySchema } from '../asset';
import { asOfQuerySchema, historyDiffQuerySchema } from './historyQuery';
import { historyTimes } from './replay';
import {
  historyVerificationSchema,
  lastVerificationSchema,
  verificationQuerySchema,
} from './verification';

const assetParams = z.object({
  /** Id or tag. */
  id: z.string().max(300),
});

/** The facts of an asset as they were. @public */
export const assetAsOfSchema = z.object({
  assetId: z.string(),
  /** The instant asked for. */
  at: z.string(),
  time: z.enum(historyTimes),
  /** The version that made the facts what they were. */
  version: z.number().int(),
  effectiveAt: z.string(),
  recordedAt: z.string(),
  /** Tag, type and every fact that had a value. */
  facts: z.record(z.string(), z.unknown()),
  attributes: z.record(z.string(), z.unknown()),
  labels: z.record(z.string(), z.unknown()),
  /** `type|value`, in order. */
  keys: z.array(z.string()),
  /** `type target (origin)`, in order. */
  relations: z.array(z.string()),
  /** Fields that were kept against sources. */
  locked: z.array(z.string()),
  /** What sources said instead, by field. */
  observed: z.record(z.string(), z.unknown()),
  /** What the history told beside the asset, such as facts of transitions. */
  beside: z.record(z.string(), z.unknown()),
});

/** @public */
export type AssetAsOf = z.infer<typeof assetAsOfSchema>;

/** The net difference between two versions of an asset. @public */
export const historyDiffSchema = z.object({
  assetId: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  changes: assetHistoryEntrySchema.shape.changes,
});

/** @public */
export type HistoryDiff = z.infer<typeof historyDiffSchema>;

/** The routes of the history, beside `GET /assets/:id/history`. @public */
export const historyRoutes = {
  assetAsOf: defineRoute({
    operationId: 'assetAsOf',
    method: 'get',
    path: '/assets/:id/as-of',
    summary: 'The facts of an asset as they were on a day',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: asOfQuerySchema,
    status: 200,
    response: assetAsOfSchema,
  }),
  assetHistoryDiff: defineRoute({
    operationId: 'assetHistoryDiff',
    method: 'get',
    path: '/assets/:id/history/diff',
    summary: 'What differs between two versions of an asset',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: historyDiffQuerySchema,
    status: 200,
    response: historyDiffSchema,
  }),
  verifyHistory: defineRoute({
    operationId: 'verifyHistory',
    method: 'get',
    path: '/history/verify',
    summary:
      'Works the history out again, part by part, and names what was touched; for those who may read every asset',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: verificationQuerySchema,
    status: 200,
    response: historyVerificationSchema,
  }),
  lastHistoryVerification: defineRoute({
    operationId: 'lastHistoryVerification',
    method: 'get',
    path: '/history/verify/last',
    summary:
      'How the last verification of the whole history ended; for those who may read every asset',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    status: 200,
    response: lastVerificationSchema,
  }),
  eraseActor: defineRoute({
    operationId: 'eraseActor',
    method: 'post',
    path: '/actors/erase',
    summary:
      'Erases the name of a person from the register; what they did stays as evidence',
    permission: itamHistoryErasePermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    body: z
      .object({
        /** The ref of the person, for example `user:default/ada`. */
        ref: z.string().min(1).max(255),
        /** Why; kept. It should not name the person. */
        reason: z.string().min(1).max(2000),
      })
      .strict(),
    status: 200,
    response: z.object({
      /** Records the name stood in. */
      records: z.number().int(),
      /** What stands in its place. */
      shownAs: z.string(),
    }),
  }),
};
