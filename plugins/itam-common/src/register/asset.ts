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
import { assetMonthCostSchema } from '../costs/summary';
import { assetCategorySchema } from '../assetTypes';
import { lifecycleStageSchema } from '../lifecycle';
import { assetRelationSchema } from '../relations';

/** What keeps the rights of the asset. @public */
export const ownershipKinds = [
  'owned',
  'leased',
  'rented',
  'subscribed',
  'provider-owned',
  'customer-owned',
  'personal',
] as const;

/**
 * A key that tells which records are the same thing, for example
 * `{ type: 'provider-id', value: 'arn:aws:…' }`, normalised.
 *
 * @public
 */
export const assetKeySchema = z.object({
  type: z.string().min(1).max(64),
  value: z.string().min(1).max(1000),
});

/** @public */
export type AssetKey = z.infer<typeof assetKeySchema>;

/**
 * The facts of an asset that a person or a source can set. Technical facts of
 * its type are in `attributes`; `labels` are the tags its provider keeps.
 *
 * @public
 */
export const assetFactsSchema = z.object({
  name: z.string().min(1).max(500),
  description: z.string().max(4000).optional(),
  status: z.string(),
  owner: z.string().optional(),
  legalEntity: z.string().optional(),
  ownership: z.enum(ownershipKinds).optional(),
  custodian: z.string().optional(),
  consumer: z.string().optional(),
  location: z.string().optional(),
  environment: z.string().max(100).optional(),
  hosting: z
    .enum(['on-premises', 'colocation', 'public-cloud', 'saas'])
    .optional(),
  criticality: z.number().int().min(1).max(4).optional(),
  manufacturer: z.string().max(200).optional(),
  model: z.string().max(200).optional(),
  serial: z.string().max(200).optional(),
  provider: z.string().max(64).optional(),
  account: z.string().max(200).optional(),
  region: z.string().max(100).optional(),
  entityRef: z.string().optional(),
  attributes: z.record(z.string(), z.unknown()),
  labels: z.record(z.string(), z.string()),
});

/** @public */
export type AssetFacts = z.infer<typeof assetFactsSchema>;

/**
 * Where the value of one field comes from, if it is not simply what the
 * asset's own source says: a person, or another source. `locked` values are
 * kept against every source; `observed` is what a source says instead.
 *
 * @public
 */
export const fieldProvenanceSchema = z.object({
  /** A field name, or `attributes.<name>`. */
  field: z.string(),
  /** `person` or `source:<id>`. */
  origin: z.string(),
  since: z.string(),
  locked: z.boolean(),
  /** The value a source reports and the register does not take. */
  observed: z.unknown().optional(),
  /** The source that reports it. */
  observedBy: z.string().optional(),
  /** Why it was not taken. */
  observedReason: z.string().optional(),
});

/** @public */
export type FieldProvenance = z.infer<typeof fieldProvenanceSchema>;

/**
 * Everything the register knows of one asset: the input and the output of
 * `decide()`.
 *
 * @public
 */
export const assetStateSchema = assetFactsSchema.extend({
  id: z.string(),
  tag: z.string(),
  type: z.string(),
  category: assetCategorySchema,
  stage: lifecycleStageSchema,
  /** The source that registered it; none for what a person registered. */
  sourceId: z.string().optional(),
  keys: z.array(assetKeySchema),
  relations: z.array(assetRelationSchema),
  fields: z.array(fieldProvenanceSchema),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  lastVerifiedAt: z.string().optional(),
  lastVerifiedBy: z.string().optional(),
});

/** @public */
export type AssetState = z.infer<typeof assetStateSchema>;

/**
 * An asset as lists show it.
 *
 * @public
 */
export const assetItemSchema = z.object({
  id: z.string(),
  tag: z.string(),
  type: z.string(),
  category: assetCategorySchema,
  name: z.string(),
  status: z.string(),
  stage: lifecycleStageSchema,
  owner: z.string().optional(),
  custodian: z.string().optional(),
  consumer: z.string().optional(),
  location: z.string().optional(),
  environment: z.string().optional(),
  provider: z.string().optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  entityRef: z.string().optional(),
  /** The catalog entities it serves. */
  supports: z.array(z.string()),
  /** A source contradicts the register on this asset. */
  disputed: z.boolean(),
  sourceId: z.string().optional(),
  lastVerifiedAt: z.string().optional(),
  version: z.number().int(),
  updatedAt: z.string(),
  /** There for those who may see costs, if it has charges. */
  cost: assetMonthCostSchema.optional(),
  /** What the caller may do with it: `read`, `update`. */
  allowed: z.array(z.string()),
});

/** @public */
export type AssetItem = z.infer<typeof assetItemSchema>;

/**
 * An asset in full: what its page shows. History, relations and what is folded
 * under it have routes of their own.
 *
 * @public
 */
export const assetDetailSchema = assetItemSchema.extend({
  description: z.string().optional(),
  legalEntity: z.string().optional(),
  ownership: z.enum(ownershipKinds).optional(),
  hosting: z.string().optional(),
  criticality: z.number().int().optional(),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  attributes: z.record(z.string(), z.unknown()),
  labels: z.record(z.string(), z.string()),
  keys: z.array(assetKeySchema),
  fields: z.array(fieldProvenanceSchema),
  lifecycleModel: z.string(),
  /** Things folded under this asset, such as rules and attachments. */
  foldedCount: z.number().int(),
  /** What each source said of it last. */
  observations: z.array(
    z.object({
      sourceId: z.string(),
      place: z.string(),
      firstSeenAt: z.string(),
      lastSeenAt: z.string(),
      state: z.enum(['present', 'missing']),
    }),
  ),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedBy: z.string(),
  lastVerifiedBy: z.string().optional(),
  /** The catalog entity it is published as, if it is. */
  publishedAs: z.string().optional(),
  /** Why the catalog did not take it, or did not let it go, the last time. */
  publicationError: z.string().optional(),
});

/** @public */
export type AssetDetail = z.infer<typeof assetDetailSchema>;

/**
 * A line of an asset's history.
 *
 * @public
 */
export const assetHistoryEntrySchema = z.object({
  id: z.string(),
  /** The version of the asset this change made. */
  version: z.number().int(),
  /** When it happened. */
  effectiveAt: z.string(),
  /** When the register learned it. */
  recordedAt: z.string(),
  /** Display of who did it: a user entity ref, a source or `erased`. */
  actor: z.string(),
  action: z.enum(['register', 'update', 'observe', 'relate']),
  reason: z.string().optional(),
  changes: z.record(
    z.string(),
    z.object({ from: z.unknown().optional(), to: z.unknown().optional() }),
  ),
  runId: z.string().optional(),
  /** SHA-256 of the canonical JSON (RFC 8785) of the entry. */
  hash: z.string(),
  /** Place in the sealed chain, once sealed. */
  sequence: z.number().int().optional(),
});

/** @public */
export type AssetHistoryEntry = z.infer<typeof assetHistoryEntrySchema>;

/**
 * A relation as the asset page shows it, seen from the asset asked for.
 *
 * @public
 */
export const relatedItemSchema = z.object({
  type: z.string(),
  /** `out`: this asset has the relation; `in`: the other one has it. */
  direction: z.enum(['out', 'in']),
  origin: z.string(),
  since: z.string(),
  entityRef: z.string().optional(),
  asset: z
    .object({
      id: z.string(),
      tag: z.string(),
      name: z.string(),
      type: z.string(),
      status: z.string(),
    })
    .optional(),
});

/** @public */
export type RelatedItem = z.infer<typeof relatedItemSchema>;

/**
 * Something folded under an asset: kept and searchable there, no asset itself.
 *
 * @public
 */
export const foldedItemSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  name: z.string(),
  type: z.string(),
  providerType: z.string().optional(),
  place: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  state: z.enum(['present', 'missing']),
});

/** @public */
export type FoldedItem = z.infer<typeof foldedItemSchema>;

/**
 * What a person can change of an asset. `null` empties a field. A field a
 * person sets is locked against sources; `unlock` gives it back to them.
 *
 * @public
 */
export const assetPatchSchema = z
  .object({
    name: z.string().min(1).max(500),
    description: z.string().max(4000).nullable(),
    owner: z.string().nullable(),
    custodian: z.string().nullable(),
    consumer: z.string().nullable(),
    environment: z.string().max(100).nullable(),
    criticality: z.number().int().min(1).max(4).nullable(),
    supports: z.array(z.string()).max(100),
    attributes: z.record(z.string(), z.unknown()),
    unlock: z.array(z.string()).max(100),
    reason: z.string().max(2000),
  })
  .partial()
  .strict();

/** @public */
export type AssetPatch = z.infer<typeof assetPatchSchema>;
