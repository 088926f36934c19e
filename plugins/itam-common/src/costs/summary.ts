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
  costsSchema,
  missingRateSchema,
  monthCostsSchema,
  usedRateSchema,
} from './charge';
import { currencySchema, monthSchema } from './money';

/**
 * What a service, system, team or person costs per month, as its page shows
 * it: the last six months there are charges of.
 *
 * @public
 */
export const entityCostsSchema = z.object({
  /** The last month that is over, which figures of "a month" are of. */
  month: monthSchema,
  /** The currency everything is converted to where rates allow it. */
  reportingCurrency: currencySchema.optional(),
  /** Oldest first; a month without a charge has no costs. */
  months: z.array(monthCostsSchema),
  rates: z.array(usedRateSchema),
  missingRates: z.array(missingRateSchema),
});

/** @public */
export type EntityCosts = z.infer<typeof entityCostsSchema>;

/** What an asset costs in the last month that is over. @public */
export const assetMonthCostSchema = costsSchema.extend({ month: monthSchema });

/** @public */
export type AssetMonthCost = z.infer<typeof assetMonthCostSchema>;
