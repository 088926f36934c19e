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
import { runSchema } from './run';

/**
 * A document a source has read or refused: a file, a page set of an API.
 *
 * @public
 */
export const sourceDocumentSchema = z.object({
  /** Where it is, as people name it. */
  scope: z.string(),
  state: z.enum(['read', 'refused']),
  /** Why it was refused. */
  error: z.string().optional(),
  lineage: z.string().optional(),
  serial: z.number().int().optional(),
  /** The last time it was read whole. */
  lastReadAt: z.string().optional(),
  /** The last time anyone tried. */
  lastTriedAt: z.string(),
});

/** @public */
export type SourceDocumentState = z.infer<typeof sourceDocumentSchema>;

/**
 * A source as configured, with how it is doing.
 *
 * @public
 */
export const sourceSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** `disabled`: its configuration has a mistake, told in `error`. */
  state: z.enum(['idle', 'running', 'failing', 'disabled', 'held']),
  error: z.string().optional(),
  /** Locations as configured, without credentials. */
  locations: z.array(z.string()),
  /** How often it is read, in words (ISO 8601 duration). */
  schedule: z.string().optional(),
  /** Whether a file can be pushed to it. */
  acceptsFiles: z.boolean(),
  assets: z.number().int(),
  folded: z.number().int(),
  lastRun: runSchema.optional(),
  lastSucceededAt: z.string().optional(),
});

/** @public */
export type SourceItem = z.infer<typeof sourceSchema>;
