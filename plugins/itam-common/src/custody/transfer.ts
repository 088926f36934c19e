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

/** What becomes of a transfer. @public */
export const transferStates = [
  'open',
  'accepted',
  'declined',
  'withdrawn',
] as const;

const ref = z.string().min(1).max(255);

/** An asset on its way to another team. @public */
export const transferSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  type: z.string(),
  state: z.enum(transferStates),
  fromOwner: z.string().optional(),
  fromTitle: z.string().optional(),
  toOwner: z.string(),
  toTitle: z.string().optional(),
  toCustodian: z.string().optional(),
  legalEntity: z.string().optional(),
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  answeredAt: z.string().optional(),
  answeredBy: z.string().optional(),
  answerNote: z.string().optional(),
  /** What the caller may do with it. */
  allowed: z.array(z.enum(['accept', 'decline', 'withdraw'])),
});

/** @public */
export type Transfer = z.infer<typeof transferSchema>;

/** Offers an asset to another team, which has to accept it. @public */
export const transferRequestSchema = z
  .object({
    toOwner: ref,
    toCustodian: ref.optional(),
    legalEntity: z.string().min(1).max(64).optional(),
    reason: z.string().trim().min(1).max(2000),
  })
  .strict();

/** @public */
export type TransferRequest = z.infer<typeof transferRequestSchema>;

/** What became of each asset of several. @public */
export const custodyOutcomeSchema = z.object({
  assetId: z.string(),
  tag: z.string().optional(),
  name: z.string().optional(),
  outcome: z.enum(['done', 'would', 'unchanged', 'refused']),
  /** What happens to it, in words. */
  what: z.string().optional(),
  /** Why it was refused. */
  reason: z.string().optional(),
});

/** @public */
export type CustodyOutcome = z.infer<typeof custodyOutcomeSchema>;
