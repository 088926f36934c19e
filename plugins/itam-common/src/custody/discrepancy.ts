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

/** What anyone who sees an asset can say about it. @public */
export const statementWords = [
  'have-it',
  'not-mine',
  'right',
  'wrong',
] as const;

/** @public */
export type StatementWord = (typeof statementWords)[number];

/** Somebody says whether a record is right. @public */
export const statementRequestSchema = z
  .object({
    says: z.enum(statementWords),
    /** Of what is wrong: the field, for example `location`. */
    field: z
      .string()
      .max(120)
      .regex(
        /^[a-zA-Z][\w.-]*$/,
        'name a field, for example location or attributes.vcpus',
      )
      .optional(),
    /** What is so instead. */
    observed: z.string().trim().min(1).max(1000).optional(),
    note: z.string().trim().max(2000).optional(),
  })
  .strict();

/** @public */
export type StatementRequest = z.infer<typeof statementRequestSchema>;

/** In what way register and reality disagree. @public */
export const discrepancyClasses = [
  'unregistered',
  'missing',
  'mismatch',
  'status-mismatch',
  'ambiguous',
  'duplicate',
  'unauthorised',
  'unauthorised-change',
  'misplaced',
  'wrong-holder',
  'orphaned',
  'stale',
  'over-deployed',
  'evidence-missing',
  'evidence-wrong',
  'finance-only',
  'register-only',
  'disposed-but-booked',
  'value-differs',
] as const;

/** @public */
export const discrepancyClassSchema = z.enum(discrepancyClasses);

/** @public */
export type DiscrepancyClass = z.infer<typeof discrepancyClassSchema>;

/**
 * How a discrepancy closes: the record was corrected, the record was right,
 * the thing was handed on, the event was recorded with its true date, or it is
 * over by itself. None of them changes the asset: what is to change is changed
 * where it belongs, before.
 *
 * @public
 */
export const discrepancyResolutions = [
  'corrected',
  'record-right',
  'reassigned',
  'regularised',
  'accepted-risk',
  'ignored',
] as const;

/** Why it came to a discrepancy. @public */
export const discrepancyCauses = [
  'process-bypassed',
  'entry-error',
  'source',
  'rule',
  'timing',
  'loss',
  'organisation-change',
] as const;

/** What closes by itself once it no longer holds. @public */
export const RESOLVED_BY_ITSELF = 'over';

/** Where register and reality disagree. @public */
export const discrepancySchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  type: z.string(),
  class: discrepancyClassSchema,
  state: z.enum(['open', 'closed']),
  field: z.string().optional(),
  registered: z.unknown().optional(),
  observed: z.unknown().optional(),
  note: z.string().optional(),
  openedAt: z.string(),
  openedBy: z.string(),
  resolution: z
    .enum([...discrepancyResolutions, RESOLVED_BY_ITSELF])
    .optional(),
  cause: z.enum(discrepancyCauses).optional(),
  resolutionNote: z.string().optional(),
  closedAt: z.string().optional(),
  closedBy: z.string().optional(),
  /** What the caller may do with it. */
  allowed: z.array(z.enum(['resolve'])),
});

/** @public */
export type Discrepancy = z.infer<typeof discrepancySchema>;

/** Closes a discrepancy. @public */
export const resolutionRequestSchema = z
  .object({
    resolution: z.enum(discrepancyResolutions),
    cause: z.enum(discrepancyCauses),
    note: z.string().trim().min(1).max(2000),
  })
  .strict();

/** @public */
export type ResolutionRequest = z.infer<typeof resolutionRequestSchema>;

/** What became of a statement. @public */
export const statementResultSchema = z.object({
  /** Set when the record was found right: the version that says so. */
  version: z.number().int().optional(),
  verifiedAt: z.string().optional(),
  /** Set when something is wrong. */
  discrepancy: discrepancySchema.optional(),
});

/** @public */
export type StatementResult = z.infer<typeof statementResultSchema>;
