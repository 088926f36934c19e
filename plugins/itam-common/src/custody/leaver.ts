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
import { custodyOutcomeSchema } from './transfer';

/**
 * Annotation of a user or group that says which day is its last, YYYY-MM-DD,
 * unless the portal names another.
 *
 * @public
 */
export const ANNOTATION_ENDS_ON = 'itam/ends-on';

/** How somebody holds an asset. @public */
export const holdings = [
  'owner',
  'custodian',
  'consumer',
  'shared',
  'transfer',
] as const;

/** @public */
export type Holding = (typeof holdings)[number];

/** A person or team that ends, or is gone, and still holds assets. @public */
export const leaverSchema = z.object({
  ref: z.string(),
  kind: z.enum(['user', 'group']),
  title: z.string().optional(),
  /** `ending`: the last day is known; `ended`: it is over; `gone`: the catalog has it no longer. */
  state: z.enum(['ending', 'ended', 'gone']),
  /** The last day, YYYY-MM-DD. */
  endsOn: z.string().optional(),
  /** Since when the catalog has it no longer; not known of what it never had. */
  goneSince: z.string().optional(),
  /** How many assets it holds, by how; only those the caller may see. */
  counts: z.object({
    owner: z.number().int(),
    custodian: z.number().int(),
    consumer: z.number().int(),
    /** Shares of things several people use. */
    shared: z.number().int(),
    /** Transfers that wait for it. */
    transfer: z.number().int(),
  }),
});

/** @public */
export type Leaver = z.infer<typeof leaverSchema>;

/** An asset somebody holds. @public */
export const holdingSchema = z.object({
  assetId: z.string(),
  tag: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  as: z.array(z.enum(holdings)),
  /** Why it cannot be handed on, if it cannot. */
  heldBack: z.string().optional(),
});

/** @public */
export type HoldingItem = z.infer<typeof holdingSchema>;

const ref = z.string().min(1).max(255);

/** Hands on, or takes back, everything a leaver holds. @public */
export const settleRequestSchema = z
  .object({
    /** Who takes each part; what is left out stays, unless it is recalled. */
    reassign: z
      .object({
        owner: ref.optional(),
        custodian: ref.optional(),
        consumer: ref.optional(),
      })
      .strict()
      .default({}),
    /** Takes back what is used: the assets have no consumer from then on. */
    recall: z.boolean().default(false),
    reason: z.string().trim().min(1).max(2000),
    /** Says what would happen; nothing is changed. */
    dryRun: z.boolean().default(false),
    /** Assets to settle, if not all. */
    assets: z.array(z.string().max(36)).min(1).max(1000).optional(),
    /** The `nextCursor` of the call before. */
    cursor: z.string().max(2000).optional(),
  })
  .strict();

/** @public */
export type SettleRequest = z.infer<typeof settleRequestSchema>;

/** The same, as it is written: what has a default may be left out. @public */
export type SettleInput = z.input<typeof settleRequestSchema>;

/** What settling came to. @public */
export const settleResultSchema = z.object({
  done: z.number().int(),
  refused: z.number().int(),
  /** There is more than one call settles: call again with it. */
  nextCursor: z.string().optional(),
  items: z.array(custodyOutcomeSchema),
});

/** @public */
export type SettleResult = z.infer<typeof settleResultSchema>;
