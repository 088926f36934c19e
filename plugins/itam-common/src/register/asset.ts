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
import { moneySchema } from '../costs/money';
import { assetMonthCostSchema } from '../costs/summary';
import { assetCategorySchema } from '../assetTypes';
import { givenEvidenceSchema, lifecycleStageSchema } from '../lifecycle';
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

/** In which shape a thing is. @public */
export const assetConditions = [
  'new',
  'good',
  'worn',
  'damaged',
  'defective',
] as const;

/** How an asset or a right came to us. @public */
export const acquisitionMethods = [
  'purchase',
  'lease',
  'rent',
  'subscription',
  'upgrade',
  'transfer-in',
  'donation-in',
  'built',
] as const;

/** How much harm it does when what an asset holds becomes known. @public */
export const confidentialityClasses = [
  'public',
  'internal',
  'confidential',
  'secret',
] as const;

/** Flags that stand beside the status; see `assetFlags`. @public */
export const assetFlagNames = ['legal-hold', 'loan', 'quarantine'] as const;

const hostingSchema = z.enum([
  'on-premises',
  'colocation',
  'public-cloud',
  'saas',
]);

const day = z.iso.date('write a day as YYYY-MM-DD');

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

/** What the ITIL guide keeps of every asset beside the columns of lists. */
const standardFacts = {
  /** The entry of the model catalogue. */
  modelId: z.string().max(64).optional(),
  condition: z.enum(assetConditions).optional(),
  confidentiality: z.enum(confidentialityClasses).optional(),
  /** Regulations that apply, in the words of the portal. */
  regulations: z.array(z.string().min(1).max(100)).max(50).optional(),
  notes: z.string().max(10_000).optional(),
  /** Number in the fixed-asset ledger; several assets may share one. */
  fixedAssetNumber: z.string().max(100).optional(),
  /** Part number of the supplier. */
  sku: z.string().max(100).optional(),
  /** The day it became ours or came under our control. */
  acquiredOn: day.optional(),
  acquisitionMethod: z.enum(acquisitionMethods).optional(),
  /** Seen only by those who may see costs. */
  purchaseCost: moneySchema.optional(),
  supplier: z.string().max(200).optional(),
  orderNumber: z.string().max(100).optional(),
  /** Key dates by their kind, for example `warranty-end`. */
  dates: z.record(z.string().max(64), day).optional(),
  /** Set by holds, loans and quarantines, never by hand. */
  flags: z.array(z.enum(assetFlagNames)).optional(),
};

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
  hosting: hostingSchema.optional(),
  criticality: z.number().int().min(1).max(4).optional(),
  manufacturer: z.string().max(200).optional(),
  model: z.string().max(200).optional(),
  serial: z.string().max(200).optional(),
  provider: z.string().max(64).optional(),
  account: z.string().max(200).optional(),
  region: z.string().max(100).optional(),
  entityRef: z.string().optional(),
  ...standardFacts,
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
  /** When it came into its status; when it was registered, if left out. */
  statusSince: z.string().optional(),
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
  /** What stands beside the status, such as a legal hold. */
  flags: z.array(z.enum(assetFlagNames)).optional(),
  sourceId: z.string().optional(),
  lastVerifiedAt: z.string().optional(),
  version: z.number().int(),
  updatedAt: z.string(),
  /** There for those who may see costs, if it has charges. */
  cost: assetMonthCostSchema.optional(),
  /** What the caller may do with it: `read`, `update`, `transition`, … */
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
  ...standardFacts,
  serial: z.string().optional(),
  statusSince: z.string().optional(),
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

/** What a line of history is about. @public */
export const historyActions = [
  'register',
  'update',
  'observe',
  'relate',
  'transition',
  'assign',
  'verify',
  'hold',
  'import',
] as const;

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
  action: z.enum(historyActions),
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

/** Fields a person changes by an edit; the others have moves of their own. */
const editableFacts = {
  name: z.string().min(1).max(500),
  description: z.string().max(4000).nullable(),
  owner: z.string().nullable(),
  legalEntity: z.string().max(64).nullable(),
  ownership: z.enum(ownershipKinds).nullable(),
  custodian: z.string().nullable(),
  consumer: z.string().nullable(),
  location: z.string().max(64).nullable(),
  environment: z.string().max(100).nullable(),
  hosting: hostingSchema.nullable(),
  criticality: z.number().int().min(1).max(4).nullable(),
  manufacturer: z.string().max(200).nullable(),
  model: z.string().max(200).nullable(),
  modelId: z.string().max(64).nullable(),
  serial: z.string().max(200).nullable(),
  provider: z.string().max(64).nullable(),
  account: z.string().max(200).nullable(),
  region: z.string().max(100).nullable(),
  entityRef: z.string().nullable(),
  condition: z.enum(assetConditions).nullable(),
  confidentiality: z.enum(confidentialityClasses).nullable(),
  regulations: z.array(z.string().min(1).max(100)).max(50).nullable(),
  notes: z.string().max(10_000).nullable(),
  fixedAssetNumber: z.string().max(100).nullable(),
  sku: z.string().max(100).nullable(),
  acquiredOn: day.nullable(),
  acquisitionMethod: z.enum(acquisitionMethods).nullable(),
  purchaseCost: moneySchema.nullable(),
  supplier: z.string().max(200).nullable(),
  orderNumber: z.string().max(100).nullable(),
  /** Key dates by kind; `null` takes one away, the others stay. */
  dates: z.record(z.string().max(64), day.nullable()),
  supports: z.array(z.string()).max(100),
  attributes: z.record(z.string(), z.unknown()),
};

/**
 * What a person can change of an asset. `null` empties a field. A field a
 * person sets is locked against sources; `unlock` gives it back to them.
 *
 * @public
 */
export const assetPatchSchema = z
  .object({
    ...editableFacts,
    unlock: z.array(z.string()).max(100),
    reason: z.string().max(2000),
  })
  .partial()
  .strict();

/** @public */
export type AssetPatch = z.infer<typeof assetPatchSchema>;

/**
 * A new asset, brought into being by a transition of its lifecycle model that
 * leaves no status: the first the caller may make, if none is named.
 *
 * @public
 */
export const assetCreationSchema = z
  .object({
    ...editableFacts,
    keys: z.array(assetKeySchema).max(20),
    /** A tag of its own, such as a label printed before; else the next number. */
    tag: z.string().min(1).max(63),
    transition: z.string().max(64),
    /** Where the transition leads, if it may lead to several statuses. */
    to: z.string().max(64),
    /** Facts the transition asks for that are no field of the asset. */
    facts: z.record(z.string(), z.unknown()),
    evidence: z.array(givenEvidenceSchema).max(50),
    force: z.boolean(),
    effectiveAt: z.iso.datetime({ offset: true }),
    reason: z.string().max(2000),
  })
  .partial()
  .extend({ type: z.string().max(100), name: z.string().min(1).max(500) })
  .strict();

/** @public */
export type AssetCreation = z.infer<typeof assetCreationSchema>;
