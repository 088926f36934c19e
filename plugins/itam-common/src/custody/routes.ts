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
  listParameter,
  nothing,
  pageQuerySchema,
} from '../http';
import {
  itamAssetReadPermission,
  itamAssetTransitionPermission,
  itamAssetUpdatePermission,
} from '../permissions';
import {
  acceptanceRequestSchema,
  assetCustodySchema,
  assignmentRequestSchema,
  assignmentSchema,
  returnRequestSchema,
} from './assignment';
import {
  discrepancyClassSchema,
  discrepancySchema,
  resolutionRequestSchema,
  statementRequestSchema,
  statementResultSchema,
} from './discrepancy';
import {
  holdingSchema,
  leaverSchema,
  settleRequestSchema,
  settleResultSchema,
} from './leaver';
import {
  custodyOutcomeSchema,
  transferRequestSchema,
  transferSchema,
  transferStates,
} from './transfer';

const assetParams = z.object({
  /** Id or tag. */
  id: z.string().max(300),
});

const idParams = z.object({ id: z.string().max(36) });

const leaverParams = z.object({
  kind: z.string().max(63),
  namespace: z.string().max(63),
  name: z.string().max(63),
});

const refParameter = z.string().min(1).max(255);

/** Who has which asset, as lists across assets show it. @public */
export const heldAssetSchema = assignmentSchema.extend({
  asset: z.object({
    id: z.string(),
    tag: z.string(),
    name: z.string(),
    type: z.string(),
    status: z.string(),
    owner: z.string().optional(),
    lastVerifiedAt: z.string().optional(),
  }),
});

/** @public */
export type HeldAsset = z.infer<typeof heldAssetSchema>;

/** What concerns the caller, in figures. @public */
export const mySummarySchema = z.object({
  /** The caller, as a user entity ref. */
  me: z.string(),
  /** Assets they use, and those they keep themselves. */
  uses: z.number().int(),
  keeps: z.number().int(),
  /** What is theirs, by the person and each team they belong to. */
  owned: z.array(
    z.object({
      ref: z.string(),
      title: z.string().optional(),
      count: z.number().int(),
    }),
  ),
  /** Transfers that wait for them or a team of theirs. */
  transfersToAccept: z.number().int(),
  /** Things on loan to them that are due or overdue. */
  loansDue: z.number().int(),
});

/** @public */
export type MySummary = z.infer<typeof mySummarySchema>;

/** The routes of the custody slice. @public */
export const custodyRoutes = {
  assetCustody: defineRoute({
    operationId: 'assetCustody',
    method: 'get',
    path: '/assets/:id/custody',
    summary: 'Who owns, keeps and uses an asset, and since when',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    status: 200,
    response: assetCustodySchema,
  }),
  assetAssignments: defineRoute({
    operationId: 'assetAssignments',
    method: 'get',
    path: '/assets/:id/assignments',
    summary: 'Who kept and who used an asset, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(assignmentSchema),
  }),
  assignAsset: defineRoute({
    operationId: 'assignAsset',
    method: 'post',
    path: '/assets/:id/assignments',
    summary: 'Gives an asset to somebody to keep, to use or on loan',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: assignmentRequestSchema,
    status: 201,
    response: assetCustodySchema,
  }),
  returnAsset: defineRoute({
    operationId: 'returnAsset',
    method: 'post',
    path: '/assets/:id/assignments/return',
    summary: 'Takes an asset back from who uses it',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: returnRequestSchema,
    status: 200,
    response: assetCustodySchema,
  }),
  acceptAssignment: defineRoute({
    operationId: 'acceptAssignment',
    method: 'post',
    path: '/assignments/:id/acceptance',
    summary: 'The one who has an asset confirms that they got it',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: idParams,
    query: nothing,
    body: acceptanceRequestSchema,
    status: 200,
    response: assignmentSchema,
  }),
  listAssignments: defineRoute({
    operationId: 'listAssignments',
    method: 'get',
    path: '/assignments',
    summary:
      'What somebody has, or what is due back; what the caller has is always told',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      /** Entity refs, or `me`. */
      holder: listParameter.optional(),
      kind: listParameter.optional(),
      /** Only what is to come back by this day. */
      dueBy: z.iso.date().optional(),
    }),
    status: 200,
    response: listOf(heldAssetSchema),
  }),
  mySummary: defineRoute({
    operationId: 'mySummary',
    method: 'get',
    path: '/mine',
    summary: 'What the caller and their teams have, in figures',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    status: 200,
    response: mySummarySchema,
  }),
  transferAsset: defineRoute({
    operationId: 'transferAsset',
    method: 'post',
    path: '/assets/:id/transfers',
    summary: 'Offers an asset to another team',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: transferRequestSchema,
    status: 201,
    response: transferSchema,
  }),
  transferAssets: defineRoute({
    operationId: 'transferAssets',
    method: 'post',
    path: '/transfers',
    summary: 'Offers several assets to another team, each on its own',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: nothing,
    query: nothing,
    body: transferRequestSchema
      .extend({ assets: z.array(z.string().max(36)).min(1).max(500) })
      .strict(),
    status: 200,
    response: z.object({ items: z.array(custodyOutcomeSchema) }),
  }),
  listTransfers: defineRoute({
    operationId: 'listTransfers',
    method: 'get',
    path: '/transfers',
    summary: 'Transfers between teams, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      state: z.enum(transferStates).optional(),
      asset: z.string().max(300).optional(),
      /** Only those that wait for the caller, or that the caller asked for. */
      mine: z.enum(['to-accept', 'asked']).optional(),
    }),
    status: 200,
    response: listOf(transferSchema),
  }),
  acceptTransfer: defineRoute({
    operationId: 'acceptTransfer',
    method: 'post',
    path: '/transfers/:id/accept',
    summary: 'The receiving team takes an asset over',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: idParams,
    query: nothing,
    body: z
      .object({
        /** Who keeps it, if the transfer names nobody. */
        custodian: refParameter.optional(),
        note: z.string().trim().max(2000).optional(),
      })
      .strict(),
    status: 200,
    response: transferSchema,
  }),
  declineTransfer: defineRoute({
    operationId: 'declineTransfer',
    method: 'post',
    path: '/transfers/:id/decline',
    summary: 'The receiving team does not take an asset over',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: idParams,
    query: nothing,
    body: z.object({ note: z.string().trim().min(1).max(2000) }).strict(),
    status: 200,
    response: transferSchema,
  }),
  withdrawTransfer: defineRoute({
    operationId: 'withdrawTransfer',
    method: 'post',
    path: '/transfers/:id/withdraw',
    summary: 'Takes back the offer of an asset',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: idParams,
    query: nothing,
    body: z.object({ note: z.string().trim().max(2000).optional() }).strict(),
    status: 200,
    response: transferSchema,
  }),
  stateOfAsset: defineRoute({
    operationId: 'stateOfAsset',
    method: 'post',
    path: '/assets/:id/statements',
    summary:
      'Says that the record of an asset is right or wrong, or who has it or not',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: statementRequestSchema,
    status: 200,
    response: statementResultSchema,
  }),
  listDiscrepancies: defineRoute({
    operationId: 'listDiscrepancies',
    method: 'get',
    path: '/discrepancies',
    summary: 'Where register and reality disagree, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      class: listParameter.pipe(z.array(discrepancyClassSchema)).optional(),
      state: z.enum(['open', 'closed']).optional(),
      asset: z.string().max(300).optional(),
    }),
    status: 200,
    response: listOf(discrepancySchema),
  }),
  resolveDiscrepancy: defineRoute({
    operationId: 'resolveDiscrepancy',
    method: 'post',
    path: '/discrepancies/:id/resolution',
    summary: 'Closes a discrepancy, with how and why it came to it',
    permission: itamAssetUpdatePermission,
    callers: 'any',
    params: idParams,
    query: nothing,
    body: resolutionRequestSchema,
    status: 200,
    response: discrepancySchema,
  }),
  listLeavers: defineRoute({
    operationId: 'listLeavers',
    method: 'get',
    path: '/leavers',
    summary:
      'People and teams that end, or are gone, and hold assets the caller sees',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      kind: z.enum(['user', 'group']).optional(),
      /** Without those whose last day is still to come. */
      overdue: booleanParameter.optional(),
    }),
    status: 200,
    response: listOf(leaverSchema),
  }),
  leaverHoldings: defineRoute({
    operationId: 'leaverHoldings',
    method: 'get',
    path: '/leavers/:kind/:namespace/:name/holdings',
    summary: 'What a person or team holds, and how',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: leaverParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(holdingSchema),
  }),
  settleLeaver: defineRoute({
    operationId: 'settleLeaver',
    method: 'post',
    path: '/leavers/:kind/:namespace/:name/settle',
    summary:
      'Hands on or takes back what a person or team holds, up to 1000 assets in one call',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: leaverParams,
    query: nothing,
    body: settleRequestSchema,
    status: 200,
    response: settleResultSchema,
  }),
};
