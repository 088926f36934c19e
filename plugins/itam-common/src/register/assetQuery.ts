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
import { entityCostsSchema } from '../costs/summary';
import { booleanParameter, listParameter, pageQuerySchema } from '../http';

/** The columns a list of assets can be sorted by. @public */
export const assetSortFields = [
  'name',
  'tag',
  'type',
  'category',
  'status',
  'owner',
  'environment',
  'updatedAt',
  'cost',
] as const;

/** @public */
export const assetSortSchema = z
  .string()
  .regex(
    new RegExp(`^-?(${assetSortFields.join('|')})$`),
    `sort is one of ${assetSortFields.join(
      ', ',
    )}, with a minus sign for descending`,
  );

/**
 * The filters of a list of assets. Several values of one filter are "or",
 * several filters "and". `owner=none` finds what nobody owns.
 *
 * @public
 */
export const assetFilterSchema = z
  .object({
    category: listParameter,
    type: listParameter,
    status: listParameter,
    stage: listParameter,
    owner: listParameter,
    custodian: listParameter,
    consumer: listParameter,
    location: listParameter,
    environment: listParameter,
    provider: listParameter,
    account: listParameter,
    entityRef: listParameter,
    supports: listParameter,
    source: listParameter,
    tag: listParameter,
    disputed: booleanParameter,
    updatedSince: z.iso.datetime({ offset: true }),
    /** Words in name, tag, serial or provider id. */
    q: z.string().max(200),
  })
  .partial();

/** @public */
export type AssetFilter = z.infer<typeof assetFilterSchema>;

/** @public */
export const assetListQuerySchema = assetFilterSchema.extend({
  sort: assetSortSchema.default('name'),
  total: booleanParameter.optional(),
  ...pageQuerySchema.shape,
});

/** @public */
export type AssetListQuery = z.infer<typeof assetListQuerySchema>;

/** The filters a list can count the values of. @public */
export const assetFacetFields = [
  'category',
  'type',
  'status',
  'owner',
  'environment',
  'provider',
  'source',
] as const;

/**
 * How many assets there are for each value of each filter, under the other
 * filters chosen.
 *
 * @public
 */
export const assetFacetsSchema = z.record(
  z.enum(assetFacetFields),
  z.array(z.object({ value: z.string(), count: z.number().int() })),
);

/** @public */
export type AssetFacets = z.infer<typeof assetFacetsSchema>;

/**
 * The service, system, team or person page in one call.
 *
 * @public
 */
export const entitySummarySchema = z.object({
  entityRef: z.string(),
  total: z.number().int(),
  byCategory: z.array(
    z.object({ category: z.string(), count: z.number().int() }),
  ),
  byStatus: z.array(
    z.object({
      status: z.string(),
      stage: z.string(),
      count: z.number().int(),
    }),
  ),
  /** Assets nobody owns. */
  unowned: z.number().int(),
  /** Assets on which a source contradicts the register. */
  disputed: z.number().int(),
  /** The sources that told us, with their last complete reading. */
  readings: z.array(
    z.object({
      sourceId: z.string(),
      lastReadAt: z.string().optional(),
      failing: z.boolean(),
    }),
  ),
  /** There for those who may see costs, once charges were read. */
  costs: entityCostsSchema.optional(),
});

/** @public */
export type EntitySummary = z.infer<typeof entitySummarySchema>;
