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
  streamedAnswerSchema,
} from '../http';
import {
  itamAssetHoldPermission,
  itamAssetOverridePermission,
  itamAssetReadPermission,
  itamAssetTransitionPermission,
  itamSettingsReadPermission,
} from '../permissions';
import { givenEvidenceSchema } from './given';

const assetParams = z.object({
  /** Id or tag. */
  id: z.string().max(300),
});

const id = z.string().max(36);
const instant = z.iso.datetime({ offset: true });

/** What stands in the way of a transition, or has to follow it. @public */
export const transitionReasonSchema = z.object({
  kind: z.enum(['role', 'fact', 'evidence', 'guard', 'flag']),
  id: z.string(),
  message: z.string(),
  wayOut: z.string(),
});

/** @public */
export const transitionWarningSchema = transitionReasonSchema.extend({
  /** Day it has to follow by. */
  due: z.string().optional(),
  /** Transition it has to be closed before. */
  before: z.string().optional(),
});

/** A fact as a form asks for it. @public */
export const wantedFactSchema = z.object({
  fact: z.string(),
  title: z.string(),
  what: z.string(),
  type: z.string(),
  level: z.enum(['block', 'warn', 'auto']),
  known: z.boolean(),
  /** What is known of it already. */
  value: z.unknown().optional(),
  values: z.array(z.string()).optional(),
  entityKinds: z.array(z.string()).optional(),
  refersTo: z.string().optional(),
  many: z.boolean().optional(),
  /** What a record is made of, where it matters. */
  members: z
    .array(
      z.object({
        name: z.string(),
        title: z.string(),
        type: z.enum(['date', 'entity', 'enum', 'money', 'text']),
        values: z.array(z.string()).optional(),
        entityKinds: z.array(z.string()).optional(),
        required: z.literal(true).optional(),
      }),
    )
    .optional(),
});

/** @public */
export const wantedEvidenceSchema = z.object({
  doc: z.string(),
  title: z.string(),
  what: z.string(),
  level: z.enum(['block', 'warn']),
  known: z.boolean(),
});

/** A lifecycle model as the interface draws it. @public */
export const lifecycleModelItemSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  statuses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      stage: z.string(),
      terminal: z.boolean(),
    }),
  ),
  transitions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      from: z.array(z.string()),
      to: z.array(z.string()),
    }),
  ),
});

/** @public */
export type LifecycleModelItem = z.infer<typeof lifecycleModelItemSchema>;

/** A transition that leaves the present status, and whether it is open. @public */
export const transitionItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  to: z.array(z.string()),
  /** Titles of the roles that may do it. */
  roles: z.array(z.string()),
  allowed: z.boolean(),
  /** Only facts or documents are missing: a form can give them. */
  completable: z.boolean(),
  reasons: z.array(transitionReasonSchema),
  warnings: z.array(transitionWarningSchema),
  facts: z.array(wantedFactSchema),
  evidence: z.array(wantedEvidenceSchema),
  /** What it causes, in words. */
  effects: z.array(z.string()),
});

/** @public */
export type TransitionItem = z.infer<typeof transitionItemSchema>;

/** A wanted transition. @public */
export const transitionRequestSchema = z
  .object({
    transition: z.string().max(64),
    /** Where it leads, if it may lead to several statuses. */
    to: z.string().max(64).optional(),
    reason: z.string().max(2000).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    evidence: z.array(givenEvidenceSchema).max(50).optional(),
    /**
     * Does it although something stands in the way: an exception, with reason
     * and what must be made good by when, listed for review.
     */
    force: z.boolean().optional(),
    /** With `force`: the day by which what is missing has to be there. */
    makeGoodBy: z.iso.date().optional(),
    /**
     * When it happened, if not now. In the future: it is planned, and carried
     * out then.
     */
    effectiveAt: instant.optional(),
    /** Says what would happen; nothing is changed. */
    dryRun: z.boolean().optional(),
  })
  .strict();

/** @public */
export type TransitionRequest = z.infer<typeof transitionRequestSchema>;

/** A transition that was made. @public */
export const transitionRecordSchema = z.object({
  id: z.string(),
  transition: z.string(),
  title: z.string(),
  from: z.string().optional(),
  to: z.string(),
  fromStage: z.string().optional(),
  toStage: z.string(),
  effectiveAt: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  reason: z.string().optional(),
  forced: z.boolean(),
  /** How long it was in the status it left, in seconds. */
  secondsBefore: z.number().int().optional(),
  /** The version of the asset it made. */
  version: z.number().int(),
});

/** @public */
export type TransitionRecord = z.infer<typeof transitionRecordSchema>;

/** What became of a wanted transition. @public */
export const transitionResultSchema = z.object({
  outcome: z.enum(['done', 'planned', 'would']),
  assetId: z.string(),
  tag: z.string(),
  from: z.string().optional(),
  status: z.string(),
  stage: z.string(),
  version: z.number().int(),
  transitionId: z.string().optional(),
  /** What has to follow; each is an open fact now. */
  warnings: z.array(transitionWarningSchema),
  /** Set if it was forced: the exception that is listed for review. */
  exceptionId: z.string().optional(),
  effects: z.array(z.string()),
});

/** @public */
export type TransitionResult = z.infer<typeof transitionResultSchema>;

/** A fact or document that has to follow. @public */
export const openFactSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  kind: z.enum(['fact', 'evidence']),
  fact: z.string(),
  title: z.string(),
  what: z.string(),
  /** Day it has to be there, if there is one. */
  due: z.string().optional(),
  /** Transition it has to be there before. */
  before: z.string().optional(),
  assignee: z.string().optional(),
  overdue: z.boolean(),
  openedAt: z.string(),
  transition: z.string().optional(),
  exceptionId: z.string().optional(),
});

/** @public */
export type OpenFact = z.infer<typeof openFactSchema>;

/** A fact on the record of an asset. @public */
export const knownFactSchema = z.object({
  fact: z.string(),
  title: z.string(),
  value: z.unknown(),
  /** `asset`: a field or relation of it; `given`: told with a transition. */
  place: z.enum(['asset', 'given']),
  givenAt: z.string().optional(),
  givenBy: z.string().optional(),
});

/** @public */
export type KnownFact = z.infer<typeof knownFactSchema>;

/** A document of an asset. @public */
export const assetDocumentSchema = z.object({
  id: z.string(),
  doc: z.string(),
  docTitle: z.string(),
  title: z.string(),
  url: z.string().optional(),
  mediaType: z.string().optional(),
  bytes: z.number().int().optional(),
  sha256: z.string().optional(),
  addedAt: z.string(),
  addedBy: z.string(),
});

/** @public */
export type AssetDocument = z.infer<typeof assetDocumentSchema>;

/** A legal hold on an asset. @public */
export const holdSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  matter: z.string(),
  reason: z.string().optional(),
  placedAt: z.string(),
  placedBy: z.string(),
  /** Set once somebody asked for its release; a second person releases it. */
  releaseAskedAt: z.string().optional(),
  releaseAskedBy: z.string().optional(),
  releaseReason: z.string().optional(),
  releasedAt: z.string().optional(),
  releasedBy: z.string().optional(),
});

/** @public */
export type Hold = z.infer<typeof holdSchema>;

/** A transition that was forced. @public */
export const lifecycleExceptionSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  transition: z.string(),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string(),
  /** What stood in the way. */
  missing: z.array(transitionReasonSchema),
  makeGoodBy: z.string().optional(),
  recordedAt: z.string(),
  actor: z.string(),
  state: z.enum(['open', 'accepted', 'correct', 'change-model', 'corrected']),
  reviewedAt: z.string().optional(),
  reviewedBy: z.string().optional(),
  note: z.string().optional(),
});

/** @public */
export type LifecycleException = z.infer<typeof lifecycleExceptionSchema>;

/** A transition that is to be carried out in the future. @public */
export const plannedTransitionSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  transition: z.string(),
  title: z.string(),
  to: z.string(),
  plannedFor: z.string(),
  plannedBy: z.string(),
  state: z.enum(['waiting', 'done', 'refused', 'cancelled']),
  /** Why it was refused when its time came. */
  error: z.string().optional(),
});

/** @public */
export type PlannedTransition = z.infer<typeof plannedTransitionSchema>;

/** One step of a path tried on a copy. @public */
export const simulatedStepSchema = z.object({
  transition: z.string(),
  from: z.string().optional(),
  to: z.string(),
  allowed: z.boolean(),
  missing: z.array(transitionReasonSchema),
  warnings: z.array(transitionWarningSchema),
});

/** The routes of the lifecycle slice. @public */
export const lifecycleRoutes = {
  assetTransitions: defineRoute({
    operationId: 'assetTransitions',
    method: 'get',
    path: '/assets/:id/transitions',
    summary: 'Which transitions are possible now, and why not',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    status: 200,
    response: z.object({
      model: lifecycleModelItemSchema,
      status: z.string(),
      since: z.string(),
      version: z.number().int(),
      flags: z.array(z.string()),
      /** Whether the caller may force what is not allowed. */
      mayForce: z.boolean(),
      items: z.array(transitionItemSchema),
    }),
  }),
  creationTransitions: defineRoute({
    operationId: 'creationTransitions',
    method: 'get',
    path: '/asset-types/:type/transitions',
    summary: 'Which transitions bring an asset of a type into being',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: z.object({ type: z.string().max(100) }),
    query: nothing,
    status: 200,
    response: z.object({ items: z.array(transitionItemSchema) }),
  }),
  transitionAsset: defineRoute({
    operationId: 'transitionAsset',
    method: 'post',
    path: '/assets/:id/transitions',
    summary: 'Moves an asset through its lifecycle',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: transitionRequestSchema,
    status: 200,
    response: transitionResultSchema,
  }),
  transitionHistory: defineRoute({
    operationId: 'transitionHistory',
    method: 'get',
    path: '/assets/:id/transition-history',
    summary:
      'The transitions an asset made, with how long it stayed, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(transitionRecordSchema),
  }),
  assetKnownFacts: defineRoute({
    operationId: 'assetKnownFacts',
    method: 'get',
    path: '/assets/:id/facts',
    summary: 'The facts on the record of an asset',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    status: 200,
    response: z.object({ items: z.array(knownFactSchema) }),
  }),
  giveFacts: defineRoute({
    operationId: 'giveFacts',
    method: 'post',
    path: '/assets/:id/facts',
    summary: 'Gives facts and documents that were to follow',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: z
      .object({
        facts: z.record(z.string(), z.unknown()).optional(),
        evidence: z.array(givenEvidenceSchema).max(50).optional(),
        reason: z.string().max(2000).optional(),
      })
      .strict(),
    status: 200,
    response: z.object({
      version: z.number().int(),
      /** Open facts that are closed by it. */
      closed: z.array(z.string()),
    }),
  }),
  listOpenFacts: defineRoute({
    operationId: 'listOpenFacts',
    method: 'get',
    path: '/open-facts',
    summary: 'What has to follow, soonest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      asset: z.string().max(300).optional(),
      assignee: listParameter.optional(),
      overdue: booleanParameter.optional(),
    }),
    status: 200,
    response: listOf(openFactSchema),
  }),
  updateOpenFact: defineRoute({
    operationId: 'updateOpenFact',
    method: 'post',
    path: '/open-facts/:id',
    summary: 'Gives an open fact to somebody, moves its day, or waives it',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: z.object({ id }),
    query: nothing,
    body: z
      .object({
        assignee: z.string().nullable().optional(),
        due: z.iso.date().optional(),
        waive: z.boolean().optional(),
        reason: z.string().max(2000).optional(),
      })
      .strict(),
    status: 200,
    response: z.object({ id: z.string(), state: z.enum(['open', 'waived']) }),
  }),
  listDocuments: defineRoute({
    operationId: 'listDocuments',
    method: 'get',
    path: '/assets/:id/documents',
    summary: 'Documents of an asset, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams,
    query: pageQuerySchema,
    status: 200,
    response: listOf(assetDocumentSchema),
  }),
  addDocument: defineRoute({
    operationId: 'addDocument',
    method: 'post',
    path: '/assets/:id/documents',
    summary: 'Keeps a document as evidence; the file is the body',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: assetParams,
    query: z.object({
      doc: z.string().max(64),
      title: z.string().max(200).optional(),
    }),
    rawBody: true,
    status: 201,
    response: assetDocumentSchema,
  }),
  documentContent: defineRoute({
    operationId: 'documentContent',
    method: 'get',
    path: '/assets/:id/documents/:documentId/content',
    summary: 'The content of a document the register keeps',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: assetParams.extend({ documentId: id }),
    query: nothing,
    streams: ['application/octet-stream'],
    status: 200,
    response: streamedAnswerSchema,
  }),
  listHolds: defineRoute({
    operationId: 'listHolds',
    method: 'get',
    path: '/holds',
    summary: 'Legal holds, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      asset: z.string().max(300).optional(),
      open: booleanParameter.optional(),
    }),
    status: 200,
    response: listOf(holdSchema),
  }),
  placeHold: defineRoute({
    operationId: 'placeHold',
    method: 'post',
    path: '/assets/:id/holds',
    summary: 'Places a legal hold on an asset',
    permission: itamAssetHoldPermission,
    callers: 'any',
    params: assetParams,
    query: nothing,
    body: z
      .object({
        matter: z.string().trim().min(1).max(200),
        reason: z.string().max(2000).optional(),
      })
      .strict(),
    status: 201,
    response: holdSchema,
  }),
  releaseHold: defineRoute({
    operationId: 'releaseHold',
    method: 'post',
    path: '/holds/:id/release',
    summary:
      'Asks for the release of a legal hold; called by a second person, releases it',
    permission: itamAssetHoldPermission,
    callers: 'any',
    params: z.object({ id }),
    query: nothing,
    body: z.object({ reason: z.string().trim().min(1).max(2000) }).strict(),
    status: 200,
    response: holdSchema,
  }),
  listExceptions: defineRoute({
    operationId: 'listExceptions',
    method: 'get',
    path: '/lifecycle-exceptions',
    summary: 'Transitions that were forced, newest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({
      asset: z.string().max(300).optional(),
      open: booleanParameter.optional(),
    }),
    status: 200,
    response: listOf(lifecycleExceptionSchema),
  }),
  reviewException: defineRoute({
    operationId: 'reviewException',
    method: 'post',
    path: '/lifecycle-exceptions/:id/review',
    summary:
      'Reviews what was forced: accepted as it is, to be corrected, or a reason to change the model',
    permission: itamAssetOverridePermission,
    callers: 'any',
    params: z.object({ id }),
    query: nothing,
    body: z
      .object({
        decision: z.enum(['accepted', 'correct', 'change-model']),
        note: z.string().trim().min(1).max(2000),
      })
      .strict(),
    status: 200,
    response: lifecycleExceptionSchema,
  }),
  listPlannedTransitions: defineRoute({
    operationId: 'listPlannedTransitions',
    method: 'get',
    path: '/planned-transitions',
    summary: 'Transitions to be carried out later, soonest first',
    permission: itamAssetReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema.extend({ asset: z.string().max(300).optional() }),
    status: 200,
    response: listOf(plannedTransitionSchema),
  }),
  cancelPlannedTransition: defineRoute({
    operationId: 'cancelPlannedTransition',
    method: 'delete',
    path: '/planned-transitions/:id',
    summary: 'Cancels a planned transition',
    permission: itamAssetTransitionPermission,
    callers: 'any',
    params: z.object({ id }),
    query: nothing,
    status: 204,
    response: z.undefined(),
  }),
  simulateLifecycle: defineRoute({
    operationId: 'simulateLifecycle',
    method: 'post',
    path: '/lifecycle-models/:id/simulate',
    summary:
      'Tries a path on a copy: which steps would be refused, and what would be missing',
    permission: itamSettingsReadPermission,
    callers: 'any',
    params: z.object({ id: z.string().max(100) }),
    query: nothing,
    body: z
      .object({
        /** Status to start from; left out: something that is not there yet. */
        from: z.string().max(64).optional(),
        facts: z.record(z.string(), z.unknown()).optional(),
        flags: z.array(z.string()).max(20).optional(),
        path: z
          .array(
            z.object({
              transition: z.string().max(64),
              to: z.string().max(64).optional(),
              facts: z.record(z.string(), z.unknown()).optional(),
              evidence: z.array(z.string().max(64)).max(50).optional(),
            }),
          )
          .min(1)
          .max(50),
      })
      .strict(),
    status: 200,
    response: z.object({ steps: z.array(simulatedStepSchema) }),
  }),
};
