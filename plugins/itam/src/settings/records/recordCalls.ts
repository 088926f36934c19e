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

import {
  catalogueModelFactsSchema,
  CatalogueModelItem,
  catalogueModelPatchSchema,
  itamRoutes,
  legalEntityFactsSchema,
  LegalEntityItem,
  legalEntityPatchSchema,
  locationFactsSchema,
  LocationItem,
  locationPatchSchema,
  RecordHistoryEntry,
  RecordKind,
} from '@itam/plugin-itam-common';
import type { ItamApi } from '../../api';
import type { Page } from '../../shared';

/** What people do with the shared records of one kind. */
export interface RecordCalls<T> {
  kind: RecordKind;
  get(id: string, signal: AbortSignal): Promise<T>;
  use(id: string, signal: AbortSignal): Promise<{ assets: number }>;
  history(
    id: string,
    query: { limit: number; cursor?: string },
    signal: AbortSignal,
  ): Promise<Page<RecordHistoryEntry>>;
  /** The facts are checked once more before they are sent. */
  create(facts: object): Promise<T>;
  update(id: string, version: number, patch: object): Promise<T>;
  retire(id: string, body: { version: number; reason?: string }): Promise<T>;
  reinstate(id: string, body: { version: number }): Promise<T>;
}

/** Calls about locations. */
export function locationCalls(api: ItamApi): RecordCalls<LocationItem> {
  return {
    kind: 'location',
    get: (id, signal) =>
      api.call(itamRoutes.getLocation, { params: { id }, signal }),
    use: (id, signal) =>
      api.call(itamRoutes.locationUse, { params: { id }, signal }),
    history: (id, query, signal) =>
      api.call(itamRoutes.locationHistory, { params: { id }, query, signal }),
    create: facts =>
      api.call(itamRoutes.createLocation, {
        body: locationFactsSchema.parse(facts),
      }),
    update: (id, version, patch) =>
      api.call(itamRoutes.updateLocation, {
        params: { id },
        ifMatch: version,
        body: locationPatchSchema.parse(patch),
      }),
    retire: (id, body) =>
      api.call(itamRoutes.retireLocation, { params: { id }, body }),
    reinstate: (id, body) =>
      api.call(itamRoutes.reinstateLocation, { params: { id }, body }),
  };
}

/** Calls about legal entities. */
export function legalEntityCalls(api: ItamApi): RecordCalls<LegalEntityItem> {
  return {
    kind: 'legal-entity',
    get: (id, signal) =>
      api.call(itamRoutes.getLegalEntity, { params: { id }, signal }),
    use: (id, signal) =>
      api.call(itamRoutes.legalEntityUse, { params: { id }, signal }),
    history: (id, query, signal) =>
      api.call(itamRoutes.legalEntityHistory, {
        params: { id },
        query,
        signal,
      }),
    create: facts =>
      api.call(itamRoutes.createLegalEntity, {
        body: legalEntityFactsSchema.parse(facts),
      }),
    update: (id, version, patch) =>
      api.call(itamRoutes.updateLegalEntity, {
        params: { id },
        ifMatch: version,
        body: legalEntityPatchSchema.parse(patch),
      }),
    retire: (id, body) =>
      api.call(itamRoutes.retireLegalEntity, { params: { id }, body }),
    reinstate: (id, body) =>
      api.call(itamRoutes.reinstateLegalEntity, { params: { id }, body }),
  };
}

/** Calls about the model catalogue. */
export function catalogueModelCalls(
  api: ItamApi,
): RecordCalls<CatalogueModelItem> {
  return {
    kind: 'model',
    get: (id, signal) =>
      api.call(itamRoutes.getModel, { params: { id }, signal }),
    use: (id, signal) =>
      api.call(itamRoutes.modelUse, { params: { id }, signal }),
    history: (id, query, signal) =>
      api.call(itamRoutes.modelHistory, { params: { id }, query, signal }),
    create: facts =>
      api.call(itamRoutes.createModel, {
        body: catalogueModelFactsSchema.parse(facts),
      }),
    update: (id, version, patch) =>
      api.call(itamRoutes.updateModel, {
        params: { id },
        ifMatch: version,
        body: catalogueModelPatchSchema.parse(patch),
      }),
    retire: (id, body) =>
      api.call(itamRoutes.retireModel, { params: { id }, body }),
    reinstate: (id, body) =>
      api.call(itamRoutes.reinstateModel, { params: { id }, body }),
  };
}
