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
import {
  booleanParameter,
  defineRoute,
  listOf,
  listParameter,
  nothing,
  pageQuerySchema,
  repeatedParameter,
} from '../http';
import {
  itamCostReadPermission,
  itamCostUpdatePermission,
} from '../permissions';
import {
  allocationSchema,
  chargeCategories,
  chargeLineSchema,
  costsSchema,
  fxImportSchema,
  fxRateSchema,
  missingRateSchema,
  monthCostsSchema,
  statementSchema,
  unattributedReasons,
  usedRateSchema,
} from './charge';
import { currencySchema, monthParameter, monthSchema } from './money';

/** What costs can be grouped by. @public */
export const costGroupings = [
  'entity',
  'owner',
  'category',
  'month',
  'provider',
  'service',
] as const;

/** @public */
export type CostGrouping = (typeof costGroupings)[number];

const span = {
  /** The first month; default: five months before `to`. */
  from: monthParameter.optional(),
  /** The last month; default: the last month there are charges of. */
  to: monthParameter.optional(),
};

const conversion = {
  /**
   * Convert everything into this currency, by the latest rate on or before
   * the last day of each month.
   */
  currency: currencySchema.optional(),
};

/** Filters of costs and their lines. `entity=none` and `owner=none` find what goes to nobody. @public */
export const costFilterSchema = z
  .object({
    /**
     * One entity ref: what its page shows. Of a system or domain also what
     * goes to the entities inside it, of a group also what groups below own.
     */
    scope: z.string().max(255),
    entity: listParameter,
    owner: listParameter,
    category: listParameter,
    provider: repeatedParameter,
    service: repeatedParameter,
    source: listParameter,
    correction: booleanParameter,
  })
  .partial();

/** @public */
export type CostFilter = z.infer<typeof costFilterSchema>;

/** @public */
export const costQuerySchema = costFilterSchema.extend({
  groupBy: z.enum(costGroupings),
  ...span,
  ...conversion,
  ...pageQuerySchema.shape,
});

/** @public */
export type CostQuery = z.infer<typeof costQuerySchema>;

/** One group of costs: an entity, an owner, a category, a month, … @public */
export const costGroupSchema = costsSchema.extend({
  /** Entity ref, category, month, provider or service. */
  key: z.string(),
  /** Its part of the total, 0 to 1, where both are comparable and positive. */
  share: z.number().optional(),
  /** Its months, oldest first; months without a charge are left out. */
  months: z.array(monthCostsSchema),
});

/** @public */
export type CostGroup = z.infer<typeof costGroupSchema>;

/**
 * Costs in groups. The groups of all pages and `unattributed` add up to
 * `total` in every currency, to the micro.
 *
 * @public
 */
export const costReportSchema = listOf(costGroupSchema).extend({
  from: monthSchema,
  to: monthSchema,
  total: costsSchema.extend({ months: z.array(monthCostsSchema) }),
  /**
   * What went to no entity or, with `groupBy=owner`, to no owner; for the
   * other groupings what went to no entity, which is then part of the groups.
   */
  unattributed: costsSchema.extend({
    share: z.number().optional(),
    months: z.array(monthCostsSchema),
    reasons: z.array(
      costsSchema.extend({ reason: z.enum(unattributedReasons) }),
    ),
  }),
  rates: z.array(usedRateSchema),
  missingRates: z.array(missingRateSchema),
  /** Rows of the files of these months that were not taken. */
  rejectedRows: z.number().int(),
});

/** @public */
export type CostReport = z.infer<typeof costReportSchema>;

/** What an asset costs. @public */
export const assetCostsSchema = z.object({
  from: monthSchema,
  to: monthSchema,
  months: z.array(
    monthCostsSchema.extend({
      /** The same by charge category and service, largest first. */
      parts: z.array(
        costsSchema.extend({
          category: z.enum(chargeCategories),
          correction: z.boolean(),
          service: z.string(),
        }),
      ),
    }),
  ),
  total: costsSchema,
  /** Who it goes to and by which rule, oldest first. */
  allocations: z.array(allocationSchema),
  /** The last month that is closed: its attribution stays as it is. */
  closedThrough: monthSchema.optional(),
  rates: z.array(usedRateSchema),
  missingRates: z.array(missingRateSchema),
});

/** @public */
export type AssetCosts = z.infer<typeof assetCostsSchema>;

/** @public */
export const chargeListQuerySchema = costFilterSchema
  .extend({
    ...span,
    asset: z.string().max(300),
    /** Only what is attributed to no entity, or to nobody, for this reason. */
    reason: z.enum(unattributedReasons),
  })
  .partial()
  .extend({
    sort: z
      .enum(['effective', '-effective', 'billed', '-billed'])
      .default('-effective'),
    ...pageQuerySchema.shape,
  });

/** @public */
export type ChargeListQuery = z.infer<typeof chargeListQuerySchema>;

/** The routes of the costs slice. @public */
export const costRoutes = {
  listCosts: defineRoute({
    operationId: 'listCosts',
    method: 'get',
    path: '/costs',
    summary:
      'Costs per month, grouped, with what is attributed to nothing beside the groups',
    permission: itamCostReadPermission,
    callers: 'any',
    params: nothing,
    query: costQuerySchema,
    status: 200,
    response: costReportSchema,
  }),
  assetCosts: defineRoute({
    operationId: 'assetCosts',
    method: 'get',
    path: '/assets/:id/costs',
    summary: 'What an asset costs per month, and who it goes to',
    permission: itamCostReadPermission,
    callers: 'any',
    params: z.object({ id: z.string().max(300) }),
    query: z.object({ ...span, ...conversion }),
    status: 200,
    response: assetCostsSchema,
  }),
  listCharges: defineRoute({
    operationId: 'listCharges',
    method: 'get',
    path: '/charges',
    summary: 'The lines behind a cost: monthly facts with their files',
    permission: itamCostReadPermission,
    callers: 'any',
    params: nothing,
    query: chargeListQuerySchema,
    status: 200,
    response: listOf(chargeLineSchema),
  }),
  listStatements: defineRoute({
    operationId: 'listStatements',
    method: 'get',
    path: '/costs/statements',
    summary: 'The files charges were read from, with their exact sums',
    permission: itamCostReadPermission,
    callers: 'any',
    params: nothing,
    query: z.object({
      ...span,
      source: listParameter.optional(),
      ...pageQuerySchema.shape,
    }),
    status: 200,
    response: listOf(statementSchema),
  }),
  listFxRates: defineRoute({
    operationId: 'listFxRates',
    method: 'get',
    path: '/fx-rates',
    summary: 'Exchange rates, newest first',
    permission: itamCostReadPermission,
    callers: 'any',
    params: nothing,
    query: pageQuerySchema,
    status: 200,
    response: listOf(fxRateSchema),
  }),
  importFxRates: defineRoute({
    operationId: 'importFxRates',
    method: 'post',
    path: '/fx-rates/import',
    summary:
      'Takes exchange rates from a CSV with the columns date, from, to and rate; a rate of the same day is replaced',
    permission: itamCostUpdatePermission,
    callers: 'any',
    params: nothing,
    query: z.object({ dryRun: booleanParameter.optional() }),
    rawBody: true,
    status: 200,
    response: fxImportSchema,
  }),
};
