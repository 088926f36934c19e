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
import { recordCodeSchema } from './codes';

/** The kinds of record that assets share. @public */
export const recordKinds = ['location', 'legal-entity', 'model'] as const;

/** @public */
export type RecordKind = (typeof recordKinds)[number];

/** What every shared record has beside its facts. @public */
export const recordBaseSchema = z.object({
  id: z.string(),
  /** It comes from the configuration of the portal and is changed there. */
  configured: z.boolean(),
  /** Since when it is no longer to be used. */
  retiredAt: z.string().optional(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});

/** @public */
export type RecordBase = z.infer<typeof recordBaseSchema>;

/** What every shared record is called. */
export const recordNames = {
  code: recordCodeSchema,
  name: z.string().trim().min(1, 'must not be empty').max(200),
};

/** Why a shared record is changed, for its history. */
export const recordReason = {
  reason: z.string().max(2000).optional(),
};

/** A shared record as others name it. @public */
export const namedRecordSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
});

/** @public */
export type NamedRecord = z.infer<typeof namedRecordSchema>;

/** A line of the history of a shared record. @public */
export const recordHistoryEntrySchema = z.object({
  id: z.string(),
  /** The version of the record this change made. */
  version: z.number().int(),
  at: z.string(),
  /** A user entity ref, `config` or `erased`. */
  actor: z.string(),
  action: z.enum(['create', 'update', 'retire', 'reinstate']),
  reason: z.string().optional(),
  changes: z.record(
    z.string(),
    z.object({ from: z.unknown().optional(), to: z.unknown().optional() }),
  ),
});

/** @public */
export type RecordHistoryEntry = z.infer<typeof recordHistoryEntrySchema>;
