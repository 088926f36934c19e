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

import { Duration } from 'luxon';
import { z } from 'zod';
import { attributeDefinitionSchema } from './attributes';
import { assetCategorySchema, unitSchema } from './categories';

/** A duration in ISO 8601, for instance `P30D`. */
export const isoDurationSchema = z
  .string()
  .refine(
    text => Duration.fromISO(text).isValid,
    'must be an ISO 8601 duration such as P30D',
  );

/** How the cost of a type is treated unless a book says otherwise. */
export const depreciationSchema = z.union([
  z.object({
    method: z.literal('straight-line'),
    months: z.number().int().positive(),
    residualPercent: z.number().min(0).max(100),
  }),
  z.object({
    treatment: z.enum(['expense', 'prepaid', 'charges', 'contract', 'none']),
  }),
]);

/** How often a record of a type is to be confirmed. */
export const verificationSchema = z.object({
  /** Longest silence of every source before the record is stale. */
  seen: isoDurationSchema.optional(),
  /** Interval of physical counts. */
  count: isoDurationSchema.optional(),
  /** Interval at which owner or custodian confirms. */
  attest: isoDurationSchema.optional(),
});

/** An asset type, complete and checked. */
export const assetTypeSchema = z.object({
  id: z.string(),
  title: z.string(),
  category: assetCategorySchema,
  lifecycleModel: z.string(),
  unit: unitSchema,
  attributes: z.array(attributeDefinitionSchema),
  /** Attributes licence metrics read; a missing one leaves a position undetermined. */
  metricInputs: z.array(z.string()),
  /** Kinds of key date created by default. */
  keyDates: z.array(z.string()),
  depreciation: depreciationSchema,
  verify: verificationSchema,
  /** Types of reconciliation key, strongest first. */
  keys: z.array(z.string()),
});

/** How the cost of a type is treated unless a book says otherwise. */
export type Depreciation = z.infer<typeof depreciationSchema>;
/** How often a record of a type is to be confirmed. */
export type Verification = z.infer<typeof verificationSchema>;
/** An asset type, complete and checked. */
export type AssetType = z.infer<typeof assetTypeSchema>;
