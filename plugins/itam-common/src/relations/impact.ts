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
import { costsSchema } from '../costs/charge';
import { monthSchema } from '../costs/money';
import { relatedAssetSchema, relatedEntitySchema } from './relationItem';

/** One step along a relation, and what it leads to. @public */
export const impactStepSchema = z.object({
  type: z.string(),
  /** `out`: along the relation; `in`: against it. */
  direction: z.enum(['out', 'in']),
  /** The id of the asset, or the ref of the entity. */
  id: z.string(),
  title: z.string(),
  /** The tag of an asset. */
  tag: z.string().optional(),
});

/** @public */
export type ImpactStep = z.infer<typeof impactStepSchema>;

const path = {
  /** The shortest way from the asset that stops to here. */
  path: z.array(impactStepSchema),
};

/** An asset that stops too. @public */
export const affectedAssetSchema = relatedAssetSchema.extend(path);

/** @public */
export type AffectedAsset = z.infer<typeof affectedAssetSchema>;

/** A service or other catalog entity that stops too. @public */
export const affectedEntitySchema = relatedEntitySchema.extend({
  ...path,
  /** What it cost in the month named; for callers who may see costs. */
  costs: costsSchema.optional(),
});

/** @public */
export type AffectedEntity = z.infer<typeof affectedEntitySchema>;

const tally = z.object({
  ref: z.string(),
  title: z.string().optional(),
  /** Affected entities it owns or holds. */
  entities: z.number().int(),
  /** Affected assets it owns. */
  assets: z.number().int(),
});

/** What stops when an asset stops. @public */
export const impactSchema = z.object({
  assets: z.object({
    total: z.number().int(),
    /** The nearest first, as many as were asked for. */
    items: z.array(affectedAssetSchema),
  }),
  entities: z.object({
    total: z.number().int(),
    /** The nearest first, as many as were asked for. */
    items: z.array(affectedEntitySchema),
  }),
  /** Who owns what is affected, most first. */
  owners: z.array(tally),
  systems: z.array(tally),
  domains: z.array(tally),
  /** What all the entities cost together; for callers who may see costs. */
  costs: costsSchema.extend({ month: monthSchema }).optional(),
  /** Affected assets the caller may not see; what lies behind is not looked at. */
  hidden: z.number().int(),
  /** More is affected than was looked at. */
  truncated: z.boolean(),
});

/** @public */
export type Impact = z.infer<typeof impactSchema>;

/** A team, system or domain with how much of it is affected. @public */
export type ImpactTally = z.infer<typeof tally>;
