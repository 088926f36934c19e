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
 * What can become of an asset. A change that is several of these at once goes
 * by the first that fits: retired before transitioned before transferred.
 *
 * @public
 */
export const assetEventKinds = [
  'created',
  'retired',
  'transitioned',
  'transferred',
  'updated',
] as const;

/** @public */
export type AssetEventKind = (typeof assetEventKinds)[number];

/**
 * The topic of the events of a kind, for example `itam.asset.retired`.
 *
 * @public
 */
export function assetEventTopic(kind: AssetEventKind): string {
  return `itam.asset.${kind}`;
}

/** Most assets one event names; `count` tells of the others. @public */
export const MAX_ASSETS_IN_EVENT = 100;

/** Most fields an event names of one asset. @public */
export const MAX_FIELDS_IN_EVENT = 50;

/**
 * What an event says: which assets a committed change touched, and how. An edit
 * of one asset makes one event; a bulk run makes one for each batch and kind.
 * Fields are named, their values are not: they may be personal, or money.
 *
 * @public
 */
export const assetEventSchema = z.object({
  /** When the register learned it, ISO 8601 UTC. */
  recordedAt: z.string(),
  /** Whether a person or a source changed it; people are not named. */
  origin: z.enum(['person', 'source']),
  sourceId: z.string().optional(),
  runId: z.string().optional(),
  /** How many assets the change touched in this way. */
  count: z.number().int(),
  /** The first {@link MAX_ASSETS_IN_EVENT} of them. */
  assets: z.array(
    z.object({
      id: z.string(),
      tag: z.string(),
      type: z.string(),
      version: z.number().int(),
      status: z.object({ from: z.string().optional(), to: z.string() }),
      /** Names of the changed fields, as the history has them. */
      changed: z.array(z.string()),
    }),
  ),
});

/** @public */
export type AssetEvent = z.infer<typeof assetEventSchema>;
