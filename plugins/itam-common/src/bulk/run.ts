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

/** What a bulk run does. @public */
export const bulkKinds = ['edit', 'transition', 'import', 'undo'] as const;

/** @public */
export const bulkStatuses = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const;

/** What became of a row, or would become of it in a dry run. @public */
export const bulkOutcomes = [
  'created',
  'updated',
  'unchanged',
  'rejected',
] as const;

/** @public */
export type BulkKind = (typeof bulkKinds)[number];
/** @public */
export type BulkStatus = (typeof bulkStatuses)[number];
/** @public */
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** `read = created + updated + unchanged + rejected`. @public */
export const bulkCountsSchema = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});

/** @public */
export type BulkCounts = z.infer<typeof bulkCountsSchema>;

/** Counts of a run that has read nothing yet. @public */
export const noBulkCounts: BulkCounts = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
};

/** A change of many assets in one go. @public */
export const bulkRunSchema = z.object({
  id: z.string(),
  kind: z.enum(bulkKinds),
  status: z.enum(bulkStatuses),
  counts: bulkCountsSchema,
  /** How many rows there are, once that is known. */
  total: z.number().int().optional(),
  /** Why it failed, or was cancelled. */
  error: z.string().optional(),
  /** Everything was worked out and nothing kept. */
  dryRun: z.boolean(),
  /** What was asked for, in the words of the request. */
  request: z.record(z.string(), z.unknown()),
  /** What somebody should know of how it was read. */
  notes: z.array(z.string()),
  fileName: z.string().optional(),
  requestedBy: z.string(),
  /** The run this one takes back. */
  undoOf: z.string().optional(),
  /** The runs that took this one back, without dry runs. */
  undoneBy: z.array(z.string()),
  /** Somebody asked to stop it; it stops after the rows in hand. */
  cancelling: z.boolean(),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
});

/** @public */
export type BulkRun = z.infer<typeof bulkRunSchema>;

/** Why a row was not taken. @public */
export const rowProblemSchema = z.object({
  /** Header of the column, or name of the field. */
  field: z.string().optional(),
  reason: z.string(),
});

/** @public */
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** What a run did with one row. @public */
export const bulkRowSchema = z.object({
  /** Row of the file, the header not counted; else a running number. */
  row: z.number().int(),
  assetId: z.string().optional(),
  tag: z.string().optional(),
  outcome: z.enum(bulkOutcomes),
  problems: z.array(rowProblemSchema),
  changes: z.record(
    z.string(),
    z.object({ from: z.unknown().optional(), to: z.unknown().optional() }),
  ),
  versionBefore: z.number().int().optional(),
  versionAfter: z.number().int().optional(),
});

/** @public */
export type BulkRow = z.infer<typeof bulkRowSchema>;
