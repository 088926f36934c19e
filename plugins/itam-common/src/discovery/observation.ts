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
import { assetKeySchema, ownershipKinds } from '../register';
import { relationTypeSchema } from '../relations';

/**
 * Where a relation a source reports leads to: another thing of the same
 * source, a thing with that key, or a catalog entity.
 *
 * @public
 */
export const observedTargetSchema = z.union([
  z.object({ sourceKey: z.string() }),
  z.object({ key: assetKeySchema }),
  z.object({ entityRef: z.string() }),
]);

/**
 * What a source says about one thing, in one reading. Sources put nothing in
 * it that must not reach the database: no secret, nothing marked sensitive.
 *
 * @public
 */
export const observedThingSchema = z.object({
  /** What the thing is called inside its source; stable between readings. */
  sourceKey: z.string().min(1).max(1000),
  /** Where a person finds it: file and address, or console path. */
  place: z.string().max(2000),
  /**
   * `asset`: one thing; `group`: a changing set; `fold`: kept under its
   * parent, no asset.
   */
  unit: z.enum(['asset', 'group', 'fold']),
  /**
   * The source adds it by itself (the stack around the resources); it does
   * not count as read.
   */
  derived: z.boolean().default(false),
  type: z.string(),
  name: z.string().min(1).max(500),
  description: z.string().max(4000).optional(),
  /** Strongest first. A thing without any is recognised by its source key. */
  keys: z.array(assetKeySchema),
  /** The type as the provider calls it, for example `aws_db_instance`. */
  providerType: z.string().optional(),
  provider: z.string().optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  environment: z.string().optional(),
  hosting: z
    .enum(['on-premises', 'colocation', 'public-cloud', 'saas'])
    .optional(),
  ownership: z.enum(ownershipKinds).optional(),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  /** The status as far as the source can tell, in the words of the type's model. */
  status: z.string().optional(),
  /** The catalog entity this thing *is* (a repository, a stack). */
  entityRef: z.string().optional(),
  /** Typed facts of the asset type; unknown ones are left out and reported. */
  attributes: z.record(z.string(), z.unknown()).default({}),
  /** The tags or labels its provider keeps. */
  labels: z.record(z.string(), z.string()).default({}),
  relations: z
    .array(z.object({ type: relationTypeSchema, to: observedTargetSchema }))
    .default([]),
  /** For `fold`: the thing it is kept under. */
  parent: observedTargetSchema.optional(),
});

/** @public */
export type ObservedThing = z.infer<typeof observedThingSchema>;

/** @public */
export type ObservedThingInput = z.input<typeof observedThingSchema>;

/**
 * One thing of a document that cannot be taken, with place and reason; the
 * rest of the document is.
 *
 * @public
 */
export interface RejectedThing {
  rejected: true;
  place: string;
  reason: string;
  /** The field at fault, if it is one. */
  field?: string;
}
