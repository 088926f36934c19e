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
import { publishRuleSchema } from '../catalog/publishRules';
import { ownershipRuleSchema } from '../discovery/ownership';
import { attributeDefinitionSchema } from '../assetTypes/attributes';
import { depreciationSchema, verificationSchema } from '../assetTypes/schema';
import { booleanParameter, defineRoute, nothing } from '../http';
import { factLevelSchema } from '../lifecycle/schema';
import {
  itamSettingsReadPermission,
  itamSettingsUpdatePermission,
} from '../permissions';

const titled = z.object({ id: z.string(), title: z.string() });

/** An asset type in full, with the names of what it refers to. @public */
export const assetTypeDetailSchema = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  unit: z.enum(['asset', 'group', 'quantity', 'fold']),
  lifecycleModel: titled.extend({ version: z.number().int() }),
  attributes: z.array(attributeDefinitionSchema),
  /** Attributes licence metrics read. */
  metricInputs: z.array(z.string()),
  keyDates: z.array(
    titled.extend({
      /** How long before the date somebody is reminded, ISO 8601. */
      lead: z.array(z.string()),
      to: z.string(),
      hard: z.boolean(),
    }),
  ),
  depreciation: depreciationSchema,
  verify: verificationSchema,
  /** Types of reconciliation key, strongest first. */
  keys: z.array(z.string()),
  /** How many assets are of it. */
  assets: z.number().int(),
});

/** @public */
export type AssetTypeDetail = z.infer<typeof assetTypeDetailSchema>;

const condition = {
  /** Only if this holds. */
  when: z.string().optional(),
};

/** A transition with all it asks for, in words. @public */
export const transitionDetailSchema = titled.extend({
  from: z.array(z.string()),
  to: z.array(z.string()),
  roles: z.array(titled),
  facts: z.array(
    titled.extend({
      level: factLevelSchema,
      what: z.string(),
      due: z.string().optional(),
      ...condition,
    }),
  ),
  evidence: z.array(
    titled.extend({
      level: z.enum(['block', 'warn']),
      due: z.string().optional(),
      ...condition,
    }),
  ),
  guards: z.array(
    z.object({
      id: z.string(),
      /** What is true when it holds. */
      holds: z.string(),
      wayOut: z.string(),
      soft: z.boolean(),
      ...condition,
    }),
  ),
  effects: z.array(z.object({ id: z.string(), does: z.string() })),
});

/** @public */
export type TransitionDetail = z.infer<typeof transitionDetailSchema>;

/** A lifecycle model in full. @public */
export const lifecycleModelDetailSchema = titled.extend({
  version: z.number().int(),
  /** Every version there is, oldest first. */
  versions: z.array(z.number().int()),
  statuses: z.array(
    titled.extend({
      stage: z.string(),
      terminal: z.boolean(),
      /** How many assets are in it. */
      assets: z.number().int(),
    }),
  ),
  transitions: z.array(transitionDetailSchema),
  /** Statuses a source may report. */
  observableStatuses: z.array(z.string()),
  /** The asset types that follow it. */
  types: z.array(titled),
  /** Statuses this version no longer has and assets are still in. */
  leftBehind: z.array(
    titled.extend({
      /** The newest version that has it. */
      version: z.number().int(),
      assets: z.number().int(),
    }),
  ),
});

/** @public */
export type LifecycleModelDetail = z.infer<typeof lifecycleModelDetailSchema>;

/**
 * Which status of the newest version the assets get that stand in a status it
 * no longer has.
 *
 * @public
 */
export const statusMapSchema = z.strictObject({
  /** Old status → new status. */
  statuses: z
    .record(z.string().max(64), z.string().max(64))
    .refine(
      statuses => Object.keys(statuses).length > 0,
      'must name at least one status',
    ),
  /** Asset types to move; all that follow the model if left out. */
  types: z.array(z.string().max(100)).min(1).optional(),
  reason: z.string().max(2000).optional(),
});

/** @public */
export type StatusMap = z.infer<typeof statusMapSchema>;

/** What a status map does, or would do. @public */
export const statusMoveSchema = z.object({
  dryRun: z.boolean(),
  model: z.string(),
  toVersion: z.number().int(),
  items: z.array(
    z.object({
      type: z.string(),
      from: z.string(),
      to: z.string(),
      /** Assets in the old status when the call began. */
      assets: z.number().int(),
    }),
  ),
  /** Assets moved by this call; 0 in a dry run. */
  moved: z.number().int(),
  /** Assets of the map that are still to be moved: call again. */
  remaining: z.number().int(),
  /** Statuses left behind that the map says nothing of. */
  unmapped: z.array(z.object({ status: z.string(), assets: z.number().int() })),
});

/** @public */
export type StatusMove = z.infer<typeof statusMoveSchema>;

/** The policies of the portal as its configuration has them. @public */
export const policiesSchema = z.object({
  publish: z.object({
    enabled: z.boolean(),
    dryRun: z.boolean(),
    /** Most assets that become entities. */
    maximum: z.number().int(),
    rules: z.array(publishRuleSchema),
  }),
  ownership: z.array(ownershipRuleSchema),
  /** Per source: what happens to what is new to it, and to what it misses. */
  sources: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      schedule: z.string().optional(),
      onNoMatch: z.string().optional(),
      missingAfter: z.number().int().optional(),
      missingShare: z.number().optional(),
      /** Its configuration has a mistake. */
      error: z.string().optional(),
    }),
  ),
  costs: z.object({
    reportingCurrency: z.string().optional(),
    /** Days after which a month is closed; the default if left out. */
    closeAfterDays: z.number().int().optional(),
  }),
});

/** @public */
export type Policies = z.infer<typeof policiesSchema>;

const reading = {
  method: 'get' as const,
  permission: itamSettingsReadPermission,
  callers: 'any' as const,
  status: 200 as const,
};

const byId = z.object({ id: z.string().max(100) });

/** The routes of the library: types, models and policies in full. @public */
export const libraryRoutes = {
  getAssetType: defineRoute({
    ...reading,
    operationId: 'getAssetType',
    path: '/asset-types/:id',
    summary: 'One asset type in full',
    params: byId,
    query: nothing,
    response: assetTypeDetailSchema,
  }),
  getLifecycleModel: defineRoute({
    ...reading,
    operationId: 'getLifecycleModel',
    path: '/lifecycle-models/:id',
    summary: 'One lifecycle model in full, in its newest version or another',
    params: byId,
    query: z.object({
      version: z.coerce.number().int().min(1).max(1_000_000).optional(),
    }),
    response: lifecycleModelDetailSchema,
  }),
  moveStatuses: defineRoute({
    ...reading,
    operationId: 'moveStatuses',
    method: 'post',
    path: '/lifecycle-models/:id/migrations',
    summary:
      'Moves assets out of statuses the newest version of a model no longer has; with dryRun=true it only counts',
    permission: itamSettingsUpdatePermission,
    params: byId,
    query: z.object({ dryRun: booleanParameter.optional() }),
    body: statusMapSchema,
    response: statusMoveSchema,
  }),
  getPolicies: defineRoute({
    ...reading,
    operationId: 'getPolicies',
    path: '/settings/policies',
    summary: 'The policies of the portal as configured',
    params: nothing,
    query: nothing,
    response: policiesSchema,
  }),
};
