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

/** @public */
export const runStatuses = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'held',
  'cancelled',
] as const;

/** @public */
export type RunStatus = (typeof runStatuses)[number];

/**
 * What a run counted. Always true:
 * `read = assets + folded + grouped + charges + rejected`, and
 * `assets + grouped + derived = created + updated + unchanged` (two readings
 * of one thing count twice: once created, once matched).
 *
 * @public
 */
export const runCountsSchema = z.object({
  /** Things found in the documents read. */
  read: z.number().int(),
  /** Of these, things that are an asset of their own. */
  assets: z.number().int(),
  /** Kept under a parent. */
  folded: z.number().int(),
  /** One record for a changing set. */
  grouped: z.number().int(),
  /** Rows of bills that were taken. */
  charges: z.number().int().default(0),
  /** Not taken; the reasons are in the rejects. */
  rejected: z.number().int(),
  /** Things the source adds by itself, such as the stack. */
  derived: z.number().int(),
  /** Recognised as an asset the register had. */
  matched: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** Register and source disagree. */
  discrepancies: z.number().int(),
  /** Assets no longer there after enough complete readings. */
  missing: z.number().int(),
  /** Documents read, skipped as unchanged, and refused. */
  documents: z.number().int(),
  documentsUnchanged: z.number().int(),
  documentsRefused: z.number().int(),
});

/** @public */
export type RunCounts = z.infer<typeof runCountsSchema>;

/** Counts of a run that has read nothing yet. @public */
export const noCounts: RunCounts = {
  read: 0,
  assets: 0,
  folded: 0,
  grouped: 0,
  charges: 0,
  rejected: 0,
  derived: 0,
  matched: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  discrepancies: 0,
  missing: 0,
  documents: 0,
  documentsUnchanged: 0,
  documentsRefused: 0,
};

/**
 * One reading of a source.
 *
 * @public
 */
export const runSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  status: z.enum(runStatuses),
  trigger: z.enum(['schedule', 'person', 'push']),
  /** Name of the pushed file. */
  fileName: z.string().optional(),
  counts: runCountsSchema,
  /** What is being read right now, for the progress shown. */
  progress: z
    .object({ document: z.string().optional(), done: z.number().int() })
    .optional(),
  error: z.string().optional(),
  /** Everything was worked out and nothing kept. */
  dryRun: z.boolean().optional(),
  requestedBy: z.string().optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  createdAt: z.string(),
});

/** @public */
export type RunItem = z.infer<typeof runSchema>;

/**
 * Something a run did not take.
 *
 * @public
 */
export const runRejectSchema = z.object({
  id: z.string(),
  /**
   * `document`: the whole file; `thing`: one thing in it; `value`: one value
   * of a thing that was taken otherwise; `ambiguous`: its keys belong to
   * several assets.
   */
  kind: z.enum(['document', 'thing', 'value', 'ambiguous']),
  place: z.string(),
  field: z.string().optional(),
  reason: z.string(),
});

/** @public */
export type RunReject = z.infer<typeof runRejectSchema>;
