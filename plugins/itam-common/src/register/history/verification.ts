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

/**
 * What somebody can have done to the register behind its back:
 *
 * - `line-changed`: a line of history is not what was written.
 * - `line-removed`: a line of history is missing.
 * - `line-inserted`: a line stands where the register wrote none.
 * - `line-moved`: a line stands in the place of another.
 * - `block-changed`, `block-removed`: the chain over the lines was touched.
 * - `asset-changed`: the asset is not what its history says.
 * - `asset-removed`: the asset is gone, and its history does not say so.
 *
 * @public
 */
export const historyProblemKinds = [
  'line-changed',
  'line-removed',
  'line-inserted',
  'line-moved',
  'block-changed',
  'block-removed',
  'asset-changed',
  'asset-removed',
] as const;

/** Something that was touched. @public */
export const historyProblemSchema = z.object({
  kind: z.enum(historyProblemKinds),
  assetId: z.string().optional(),
  /** The tag of the asset, if the asset is there. */
  tag: z.string().optional(),
  /** The version of the asset the line belongs to. */
  version: z.number().int().optional(),
  /** The place of the line in the chain. */
  sequence: z.number().int().optional(),
  block: z.number().int().optional(),
  /** The fields in which an asset differs from its history. */
  fields: z.array(z.string()).optional(),
  message: z.string(),
});

/** @public */
export type HistoryProblem = z.infer<typeof historyProblemSchema>;

/** The last block of the chain: to be kept elsewhere, and compared. @public */
export const chainHeadSchema = z.object({
  block: z.number().int(),
  hash: z.string(),
});

/** @public */
export type ChainHead = z.infer<typeof chainHeadSchema>;

const countsSchema = z.object({
  /** Lines of history that are what was written. */
  verified: z.number().int(),
  /** Those of them the chain does not hold yet. */
  unsealed: z.number().int(),
  /** Blocks of the chain looked at. */
  blocks: z.number().int(),
  /** Assets compared with their history. */
  assets: z.number().int(),
});

/** @public */
export type VerificationCounts = z.infer<typeof countsSchema>;

/** What one call of a verification went through. @public */
export const historyVerificationSchema = countsSchema.extend({
  problems: z.array(historyProblemSchema),
  /** The last block looked at. */
  head: chainHeadSchema.optional(),
  /** Whether this call came to the end. */
  complete: z.boolean(),
  nextCursor: z.string().optional(),
});

/** @public */
export type HistoryVerification = z.infer<typeof historyVerificationSchema>;

/** What is asked of a verification. @public */
export const verificationQuerySchema = z.object({
  /** Look at these blocks only, and at no asset. */
  from: z.coerce.number().int().min(1).optional(),
  to: z.coerce.number().int().min(1).optional(),
  /** Steps one call takes: a block, a thousand lines or 200 assets each. */
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** The `nextCursor` of the call before. */
  cursor: z.string().max(500).optional(),
});

/** @public */
export type VerificationQuery = z.infer<typeof verificationQuerySchema>;

/** How the last verification of the whole history ended. @public */
export const lastVerificationSchema = countsSchema.extend({
  /** `never`: none has ended yet. */
  state: z.enum(['never', 'intact', 'touched']),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  /** How many things were touched; the first hundred are listed. */
  problemCount: z.number().int(),
  problems: z.array(historyProblemSchema),
  head: chainHeadSchema.optional(),
});

/** @public */
export type LastVerification = z.infer<typeof lastVerificationSchema>;
