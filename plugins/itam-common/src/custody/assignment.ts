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
import { assetConditions, ownershipKinds } from '../register/asset';
import { transferSchema } from './transfer';

/** How somebody has an asset. @public */
export const assignmentKinds = ['custodian', 'consumer', 'loan'] as const;

/** @public */
export const assignmentKindSchema = z.enum(assignmentKinds);

/** @public */
export type AssignmentKind = z.infer<typeof assignmentKindSchema>;

const day = z.iso.date('write a day as YYYY-MM-DD');
const instant = z.iso.datetime({
  offset: true,
  error: 'write an instant such as 2026-03-01T09:00:00Z',
});
const ref = z.string().min(1).max(255);
const note = z.string().trim().max(2000);
const conditionSchema = z.enum(assetConditions);

/** A dated period of custody or use. @public */
export const assignmentSchema = z.object({
  id: z.string(),
  kind: assignmentKindSchema,
  /** A user; a group may keep an asset, not use it. */
  holder: z.string(),
  /** What the catalog calls the holder, if it knows it. */
  holderTitle: z.string().optional(),
  /** The catalog no longer has the holder. */
  holderGone: z.boolean(),
  /** Of a shared thing: the service it is used for. */
  service: z.string().optional(),
  exclusive: z.boolean(),
  /** Since when, and until when: `to` is missing while it lasts. */
  from: z.string(),
  to: z.string().optional(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  endRecordedAt: z.string().optional(),
  endRecordedBy: z.string().optional(),
  expectedReturn: z.string().optional(),
  overdue: z.boolean(),
  conditionOut: conditionSchema.optional(),
  conditionIn: conditionSchema.optional(),
  policyVersion: z.string().optional(),
  acceptedAt: z.string().optional(),
  acceptedBy: z.string().optional(),
  note: z.string().optional(),
  returnNote: z.string().optional(),
});

/** @public */
export type Assignment = z.infer<typeof assignmentSchema>;

/** Gives an asset to somebody to keep, to use, or for a while. @public */
export const assignmentRequestSchema = z
  .object({
    kind: assignmentKindSchema,
    holder: ref,
    /** Of a shared thing: the service it is used for. */
    service: ref.optional(),
    /** Several people may use it at once. */
    shared: z.boolean().optional(),
    /** Takes the place of whoever has it; refused otherwise. */
    replace: z.boolean().optional(),
    /** When it changed hands, if not now. */
    effectiveAt: instant.optional(),
    expectedReturn: day.optional(),
    condition: conditionSchema.optional(),
    /** The version of the policy of use the holder accepted. */
    policyVersion: z.string().trim().min(1).max(100).optional(),
    note: note.optional(),
  })
  .strict();

/** @public */
export type AssignmentRequest = z.infer<typeof assignmentRequestSchema>;

/** Takes an asset back. @public */
export const returnRequestSchema = z
  .object({
    /** Who gives it back; needed where several share it. */
    holder: ref.optional(),
    effectiveAt: instant.optional(),
    condition: conditionSchema.optional(),
    /** Who keeps it from now on; left out: whoever does already. */
    custodian: ref.optional(),
    note: note.optional(),
  })
  .strict();

/** @public */
export type ReturnRequest = z.infer<typeof returnRequestSchema>;

/** The one who has a thing says so. @public */
export const acceptanceRequestSchema = z
  .object({
    /** The version of the policy of use that is accepted with it. */
    policyVersion: z.string().trim().min(1).max(100).optional(),
  })
  .strict();

const partySchema = z.object({
  ref: z.string(),
  title: z.string().optional(),
  /** The catalog no longer has it. */
  gone: z.boolean(),
  /** Its last day, if one is known. */
  endsOn: z.string().optional(),
  /** Since when, as far as it was recorded. */
  since: z.string().optional(),
});

/** A person, team or service that has a part in an asset. @public */
export type CustodyParty = z.infer<typeof partySchema>;

/** Who owns, keeps and uses an asset, and what the caller may do. @public */
export const assetCustodySchema = z.object({
  owner: partySchema.optional(),
  legalEntity: z.string().optional(),
  ownership: z.enum(ownershipKinds).optional(),
  custodian: partySchema.optional(),
  consumer: partySchema.optional(),
  /** What lasts: custody first, then use. */
  open: z.array(assignmentSchema),
  /** On its way to another team. */
  transfer: transferSchema.optional(),
  openDiscrepancies: z.number().int(),
  lastVerifiedAt: z.string().optional(),
  lastVerifiedBy: z.string().optional(),
  /** Why it cannot be handed on, if it cannot. */
  heldBack: z.string().optional(),
  /** `assign` covers handing out, taking back and transfers. */
  allowed: z.array(z.enum(['assign', 'resolve', 'accept'])),
});

/** @public */
export type AssetCustody = z.infer<typeof assetCustodySchema>;
