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
import { assetCategories, assetCategorySchema } from '../assetTypes/categories';
import { relationTypeSchema } from './relation';

/**
 * Which assets may stand at an end of a relation: those of any of the
 * categories or any of the types; all, if neither is named.
 *
 * @public
 */
export const relationEndSchema = z.object({
  categories: z.array(assetCategorySchema).optional(),
  types: z.array(z.string()).optional(),
});

/** @public */
export type RelationEnd = z.infer<typeof relationEndSchema>;

/**
 * Which way failure travels along a relation: `backward` from what it leads to
 * to what has it (what runs on a host stops with it), `forward` from what has
 * it to what it leads to (a service stops with what supports it), `both` or
 * `none`.
 *
 * @public
 */
export const failureDirections = [
  'backward',
  'forward',
  'both',
  'none',
] as const;

/** @public */
export type FailureDirection = (typeof failureDirections)[number];

/** Facts a part can take over from its container. @public */
export const rolledUpFields = ['owner', 'location'] as const;

/** @public */
export type RolledUpField = (typeof rolledUpFields)[number];

/**
 * A kind of relation, complete and checked: what it is called from either
 * side, what may stand at its ends, and what follows from it.
 *
 * @public
 */
export const relationRuleSchema = z.object({
  type: relationTypeSchema,
  /** Seen from the asset that has the relation, such as `runs on`. */
  title: z.string(),
  /** Seen from what it leads to, such as `carries`. */
  inverseTitle: z.string(),
  from: relationEndSchema,
  /** Assets it may lead to; none, if left out. */
  to: relationEndSchema.optional(),
  /** Kinds of catalog entity it may lead to, in lower case. */
  toEntities: z.array(z.string()),
  /** No asset may come back to itself along relations of this kind. */
  acyclic: z.boolean(),
  /** An asset has at most one of this kind. */
  single: z.boolean(),
  failure: z.enum(failureDirections),
  /** What leads here may take over owner and location. */
  rollUp: z.boolean(),
});

/** @public */
export type RelationRule = z.infer<typeof relationRuleSchema>;

const title = z.string().min(1).max(60);
const words = z.array(z.string().min(1)).min(1);

/**
 * Which assets may stand at an end, as configuration names them: `models` are
 * lifecycle models, and stand for all types that have them.
 */
export const endDefinitionSchema = z.strictObject({
  categories: z.array(z.enum(assetCategories)).min(1).optional(),
  types: words.optional(),
  models: words.optional(),
});

/** The compact form kinds are written in, by us and in `itam.relations`. */
export const relationDefinitionSchema = z.strictObject({
  type: relationTypeSchema,
  title: title.optional(),
  inverseTitle: title.optional(),
  from: endDefinitionSchema.optional(),
  to: endDefinitionSchema.optional(),
  toEntities: words.optional(),
  acyclic: z.boolean().optional(),
  single: z.boolean().optional(),
  failure: z.enum(failureDirections).optional(),
  rollUp: z.boolean().optional(),
});

/** A kind of relation in its compact form. */
export type RelationDefinition = z.infer<typeof relationDefinitionSchema>;

/** Which assets may stand at an end, as a definition names them. */
export type EndDefinition = z.infer<typeof endDefinitionSchema>;
