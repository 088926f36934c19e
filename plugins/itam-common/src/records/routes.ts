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
} from '../http';
import {
  itamSettingsReadPermission,
  itamSettingsUpdatePermission,
} from '../permissions';
import {
  catalogueModelFactsSchema,
  catalogueModelItemSchema,
  catalogueModelPatchSchema,
} from './catalogueModel';
import {
  legalEntityFactsSchema,
  legalEntityItemSchema,
  legalEntityPatchSchema,
} from './legalEntity';
import {
  locationFactsSchema,
  locationItemSchema,
  locationKinds,
  locationPatchSchema,
} from './location';
import { recordHistoryEntrySchema } from './record';

const recordParams = z.object({
  /** Id or code. */
  id: z.string().max(64),
});

const filters = {
  /** Words in code, name and the like. */
  q: z.string().max(200).optional(),
  /** Retired ones only, or none of them; both if left out. */
  retired: booleanParameter.optional(),
};

/** @public */
export const locationListQuerySchema = pageQuerySchema.extend({
  ...filters,
  kind: listParameter.pipe(z.array(z.enum(locationKinds))).optional(),
  /** Id of the location they lie directly in; `none`: in no other. */
  parent: z.string().max(64).optional(),
  /** Ids of locations they lie in, however deep; these are included. */
  within: listParameter.optional(),
});

/** @public */
export type LocationListQuery = z.infer<typeof locationListQuerySchema>;

/** @public */
export const legalEntityListQuerySchema = pageQuerySchema.extend({
  ...filters,
  country: listParameter.optional(),
});

/** @public */
export type LegalEntityListQuery = z.infer<typeof legalEntityListQuerySchema>;

/** @public */
export const catalogueModelListQuerySchema = pageQuerySchema.extend({
  ...filters,
  type: listParameter.optional(),
  approved: booleanParameter.optional(),
});

/** @public */
export type CatalogueModelListQuery = z.infer<
  typeof catalogueModelListQuerySchema
>;

/** What is asked with the retirement of a record, or its return. @public */
export const retirementSchema = z.strictObject({
  /** The version it was decided on. */
  version: z.number().int().min(1).optional(),
  reason: z.string().max(2000).optional(),
});

/** @public */
export type Retirement = z.infer<typeof retirementSchema>;

/** How many assets name a record. @public */
export const recordUseSchema = z.object({ assets: z.number().int() });

/** The routes one kind of shared record has. */
function routesOf<
  One extends string,
  Many extends string,
  TQuery extends z.ZodObject,
  TFacts extends z.ZodType,
  TPatch extends z.ZodType,
  TItem extends z.ZodObject,
>(kind: {
  one: One;
  many: Many;
  path: string;
  words: { one: string; many: string };
  query: TQuery;
  facts: TFacts;
  patch: TPatch;
  item: TItem;
}) {
  const { one, many, path, words, query, facts, patch, item } = kind;
  const own = one.charAt(0).toLowerCase() + one.slice(1);
  const reading = {
    permission: itamSettingsReadPermission,
    callers: 'any' as const,
    status: 200 as const,
  };
  const writing = { ...reading, permission: itamSettingsUpdatePermission };
  return {
    list: defineRoute({
      ...reading,
      operationId: `list${many}`,
      method: 'get',
      path,
      summary: `The ${words.many}, by name`,
      params: nothing,
      query,
      response: listOf(item),
    }),
    get: defineRoute({
      ...reading,
      operationId: `get${one}`,
      method: 'get',
      path: `${path}/:id`,
      summary: `One ${words.one}, by id or code`,
      params: recordParams,
      query: nothing,
      response: item,
    }),
    use: defineRoute({
      ...reading,
      operationId: `${own}Use`,
      method: 'get',
      path: `${path}/:id/use`,
      summary: `How many assets name a ${words.one}`,
      params: recordParams,
      query: nothing,
      response: recordUseSchema,
    }),
    history: defineRoute({
      ...reading,
      operationId: `${own}History`,
      method: 'get',
      path: `${path}/:id/history`,
      summary: `Every change of a ${words.one}, newest first`,
      params: recordParams,
      query: pageQuerySchema,
      response: listOf(recordHistoryEntrySchema),
    }),
    create: defineRoute({
      ...writing,
      operationId: `create${one}`,
      method: 'post',
      path,
      summary: `Adds a ${words.one}`,
      params: nothing,
      query: nothing,
      body: facts,
      status: 201,
      response: item,
    }),
    update: defineRoute({
      ...writing,
      operationId: `update${one}`,
      method: 'patch',
      path: `${path}/:id`,
      summary: `Changes a ${words.one}; needs If-Match with the ETag of the version it was made on`,
      params: recordParams,
      query: nothing,
      body: patch,
      response: item,
    }),
    retire: defineRoute({
      ...writing,
      operationId: `retire${one}`,
      method: 'post',
      path: `${path}/:id/retire`,
      summary: `Takes a ${words.one} out of use; refused while assets name it`,
      params: recordParams,
      query: nothing,
      body: retirementSchema,
      response: item,
    }),
    reinstate: defineRoute({
      ...writing,
      operationId: `reinstate${one}`,
      method: 'post',
      path: `${path}/:id/reinstate`,
      summary: `Puts a retired ${words.one} back into use`,
      params: recordParams,
      query: nothing,
      body: retirementSchema,
      response: item,
    }),
  };
}

/** The routes of locations. @public */
export const locationRoutes = routesOf({
  one: 'Location',
  many: 'Locations',
  path: '/locations',
  words: { one: 'location', many: 'locations' },
  query: locationListQuerySchema,
  facts: locationFactsSchema,
  patch: locationPatchSchema,
  item: locationItemSchema,
});

/** The routes of legal entities. @public */
export const legalEntityRoutes = routesOf({
  one: 'LegalEntity',
  many: 'LegalEntities',
  path: '/legal-entities',
  words: { one: 'legal entity', many: 'legal entities' },
  query: legalEntityListQuerySchema,
  facts: legalEntityFactsSchema,
  patch: legalEntityPatchSchema,
  item: legalEntityItemSchema,
});

/** The routes of the model catalogue. @public */
export const catalogueModelRoutes = routesOf({
  one: 'Model',
  many: 'Models',
  path: '/models',
  words: { one: 'catalogue model', many: 'catalogue models' },
  query: catalogueModelListQuerySchema,
  facts: catalogueModelFactsSchema,
  patch: catalogueModelPatchSchema,
  item: catalogueModelItemSchema,
});

/** The routes of the records assets share, by operation. @public */
export const recordRoutes = {
  listLocations: locationRoutes.list,
  getLocation: locationRoutes.get,
  locationUse: locationRoutes.use,
  locationHistory: locationRoutes.history,
  createLocation: locationRoutes.create,
  updateLocation: locationRoutes.update,
  retireLocation: locationRoutes.retire,
  reinstateLocation: locationRoutes.reinstate,
  listLegalEntities: legalEntityRoutes.list,
  getLegalEntity: legalEntityRoutes.get,
  legalEntityUse: legalEntityRoutes.use,
  legalEntityHistory: legalEntityRoutes.history,
  createLegalEntity: legalEntityRoutes.create,
  updateLegalEntity: legalEntityRoutes.update,
  retireLegalEntity: legalEntityRoutes.retire,
  reinstateLegalEntity: legalEntityRoutes.reinstate,
  listModels: catalogueModelRoutes.list,
  getModel: catalogueModelRoutes.get,
  modelUse: catalogueModelRoutes.use,
  modelHistory: catalogueModelRoutes.history,
  createModel: catalogueModelRoutes.create,
  updateModel: catalogueModelRoutes.update,
  retireModel: catalogueModelRoutes.retire,
  reinstateModel: catalogueModelRoutes.reinstate,
};
