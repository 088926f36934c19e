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
import { amountSchema, currencySchema, monthSchema } from './money';

/**
 * What kind of charge a line is, as FOCUS has it (`ChargeCategory`), and
 * `rounding`: what is left between the facts of a month, each rounded to the
 * micro, and the exact sum of its files.
 *
 * @public
 */
export const chargeCategories = [
  'usage',
  'purchase',
  'tax',
  'credit',
  'adjustment',
  'rounding',
] as const;

/** @public */
export type ChargeCategory = (typeof chargeCategories)[number];

/**
 * Why an amount is attributed to nothing:
 *
 * - `no-resource`: the charge names no resource (support, tax, credit);
 * - `unknown-resource`: it names one the register does not have;
 * - `no-entity`: the asset supports no catalog entity;
 * - `no-owner`: nobody owns the asset;
 * - `rounding`: a category `rounding` fact.
 *
 * @public
 */
export const unattributedReasons = [
  'no-resource',
  'unknown-resource',
  'no-entity',
  'no-owner',
  'rounding',
] as const;

/** @public */
export type UnattributedReason = (typeof unattributedReasons)[number];

/** The rules by which an amount came to an entity. @public */
export const allocationRules = ['whole', 'even', 'none'] as const;

/**
 * `whole`: the asset supports one entity; `even`: it supports several and each
 * gets an equal share; `none`: it supports none.
 *
 * @public
 */
export type AllocationRule = (typeof allocationRules)[number];

/**
 * Costs in one currency. `billed` is what an invoice asks for, `effective`
 * the same with prepaid amounts spread over what used them; they are two views
 * and never added. `list` and `contracted` are what it would cost at list
 * price and at the negotiated price.
 *
 * @public
 */
export const costFiguresSchema = z.object({
  currency: currencySchema,
  billed: amountSchema,
  effective: amountSchema,
  list: amountSchema,
  contracted: amountSchema,
});

/** @public */
export type CostFigures = z.infer<typeof costFiguresSchema>;

/**
 * Costs of one thing: each currency apart, and together in the currency asked
 * for when every amount could be converted.
 *
 * @public
 */
export const costsSchema = z.object({
  costs: z.array(costFiguresSchema),
  converted: costFiguresSchema.optional(),
});

/** @public */
export type Costs = z.infer<typeof costsSchema>;

/** The costs of one month. @public */
export const monthCostsSchema = costsSchema.extend({ month: monthSchema });

/** @public */
export type MonthCosts = z.infer<typeof monthCostsSchema>;

/** A rate that was used, with the date it is of. @public */
export const usedRateSchema = z.object({
  month: monthSchema,
  from: currencySchema,
  to: currencySchema,
  rate: z.string(),
  date: z.iso.date(),
});

/** @public */
export type UsedRate = z.infer<typeof usedRateSchema>;

/** A rate that was needed and is not there. @public */
export const missingRateSchema = z.object({
  month: monthSchema,
  from: currencySchema,
  to: currencySchema,
});

/** @public */
export type MissingRate = z.infer<typeof missingRateSchema>;

/** Who the cost of an asset goes to, from one month to another. @public */
export const allocationSchema = z.object({
  /** The first month it holds for; left out: from the beginning. */
  from: monthSchema.optional(),
  /** The last month; left out: until further notice. */
  to: monthSchema.optional(),
  rule: z.enum(allocationRules),
  owner: z.string().optional(),
  entities: z.array(z.string()),
});

/** @public */
export type Allocation = z.infer<typeof allocationSchema>;

/**
 * A monthly fact: all rows of one file with the same billing period, currency,
 * resource, category and service.
 *
 * @public
 */
export const chargeLineSchema = costFiguresSchema.extend({
  id: z.string(),
  month: monthSchema,
  /** First day of the billing period. */
  periodStart: z.iso.date(),
  sourceId: z.string(),
  /** The files it is in; none for `rounding`. */
  documents: z.array(z.string()),
  category: z.enum(chargeCategories),
  /** It puts right an earlier billing period. */
  correction: z.boolean(),
  service: z.string(),
  serviceCategory: z.string().optional(),
  provider: z.string(),
  account: z.string().optional(),
  region: z.string().optional(),
  /** Left out where the caller may not see the asset. */
  resourceId: z.string().optional(),
  resourceName: z.string().optional(),
  resourceType: z.string().optional(),
  /** Rows of the file it sums up. */
  rows: z.number().int(),
  asset: z
    .object({
      id: z.string(),
      tag: z.string(),
      name: z.string(),
      type: z.string(),
    })
    .optional(),
  /** The asset is there and the caller may not see it. */
  hidden: z.boolean(),
  /** The part that goes to the entity asked for, when one was. */
  share: costFiguresSchema
    .extend({ shares: z.number().int(), rule: z.enum(allocationRules) })
    .optional(),
});

/** @public */
export type ChargeLine = z.infer<typeof chargeLineSchema>;

/** The exact sums of a file, for one billing period and currency. @public */
export const statementTotalSchema = z.object({
  periodStart: z.iso.date(),
  periodEnd: z.iso.date(),
  rows: z.number().int(),
  currency: currencySchema,
  /** Exact decimals, all places of the file. */
  billed: amountSchema,
  effective: amountSchema,
  list: amountSchema,
  contracted: amountSchema,
});

/** @public */
export type StatementTotal = z.infer<typeof statementTotalSchema>;

/**
 * What one file of charges said, in sums.
 *
 * @public
 */
export const statementSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  /** Where it was read from; several places with the same content count once. */
  documents: z.array(z.string()),
  /** The standard and its version, `FOCUS 1.0`. */
  standard: z.string(),
  readAt: z.string(),
  runId: z.string(),
  /** Rows of the file. */
  rows: z.number().int(),
  /** Of these, rows that were not taken: the totals lack them. */
  rejectedRows: z.number().int(),
  /** As far as the rejected rows can be read, what is missing. */
  missing: z.array(
    z.object({
      currency: z.string(),
      rows: z.number().int(),
      billed: amountSchema,
      effective: amountSchema,
    }),
  ),
  totals: z.array(statementTotalSchema),
});

/** @public */
export type StatementItem = z.infer<typeof statementSchema>;

/** A rate between two currencies on a day: 1 `from` = `rate` `to`. @public */
export const fxRateSchema = z.object({
  date: z.iso.date(),
  from: currencySchema,
  to: currencySchema,
  rate: amountSchema,
});

/** @public */
export type FxRate = z.infer<typeof fxRateSchema>;

/** What an import of rates did. @public */
export const fxImportSchema = z.object({
  dryRun: z.boolean(),
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(
    z.object({
      line: z.number().int(),
      field: z.string().optional(),
      reason: z.string(),
    }),
  ),
});

/** @public */
export type FxImport = z.infer<typeof fxImportSchema>;
