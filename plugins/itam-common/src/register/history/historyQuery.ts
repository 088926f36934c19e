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
import { listParameter, pageQuerySchema } from '../../http';
import { historyActions } from '../asset';
import { historyTimes } from './replay';

/** A day, or an instant with its offset. @public */
export const momentSchema = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  'give a day (2026-03-01) or an instant (2026-03-01T12:00:00Z)',
);

const timeSchema = z.enum(historyTimes);

/** Which lines of the history of an asset are wanted. @public */
export const historyQuerySchema = pageQuerySchema.extend({
  /** Who made the change: a user or service ref, `source:<id>` or `erased`. */
  actor: z.string().max(255).optional(),
  action: listParameter.pipe(z.array(z.enum(historyActions))).optional(),
  /** A field it changed, as the history names it: `owner`, `attributes.vcpus`. */
  field: z.string().max(300).optional(),
  runId: z.string().max(36).optional(),
  /** From this day or instant on. */
  from: momentSchema.optional(),
  /** To this day, all of it, or instant. */
  to: momentSchema.optional(),
  /** The time `from` and `to` are about: when it happened, or was recorded. */
  time: timeSchema.default('effective'),
});

/** @public */
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** What of a history query chooses lines, all of it optional. @public */
export type HistoryFilter = Partial<Omit<HistoryQuery, 'limit' | 'cursor'>>;

/** A question for the facts of a day. @public */
export const asOfQuerySchema = z.object({
  /** The end of this day, or this instant; days are those of UTC. */
  date: momentSchema,
  time: timeSchema.default('effective'),
});

/** @public */
export type AsOfQuery = z.infer<typeof asOfQuerySchema>;

/** A question for the difference between two versions. @public */
export const historyDiffQuerySchema = z.object({
  /** 0 stands for the time before it was registered. */
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
});

/** @public */
export type HistoryDiffQuery = z.infer<typeof historyDiffQuerySchema>;

/** The first instant of a moment, ISO 8601 UTC. @public */
export function startOfMoment(moment: string): string {
  return new Date(moment).toISOString();
}

/** The last instant of a moment: of a day its last millisecond. @public */
export function endOfMoment(moment: string): string {
  return moment.length === 'YYYY-MM-DD'.length
    ? `${moment}T23:59:59.999Z`
    : new Date(moment).toISOString();
}
