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

import { recordRoutes, RouteContract } from '@itam/plugin-itam-common';
import type {
  CatalogueModelFacts,
  CatalogueModelItem,
  LegalEntityFacts,
  LegalEntityItem,
  LocationFacts,
  LocationItem,
} from '@itam/plugin-itam-common';
import { isOneOf, raw, Sql, sql } from '../database';
import type { Knex } from 'knex';
import type { RouteCall, RouteHandler } from '../http';
import type { RecordService } from './RecordService';
import type { RecordName } from './RecordStore';
import { idsBelow } from './sql/locationTree';

/** The handlers of the routes of shared records, by operation. */
export type RecordHandlers = {
  [O in keyof typeof recordRoutes]: RouteHandler<(typeof recordRoutes)[O]>;
};

/** Answers the routes of shared records. */
export function recordHandlers(options: {
  knex: Knex;
  locations: RecordService<LocationFacts, LocationItem>;
  legalEntities: RecordService<LegalEntityFacts, LegalEntityItem>;
  models: RecordService<CatalogueModelFacts, CatalogueModelItem>;
}): RecordHandlers {
  const { knex } = options;
  const locations = handlersOf(options.locations);
  const legalEntities = handlersOf(options.legalEntities);
  const models = handlersOf(options.models);
  return {
    listLocations: async ({ query }) => {
      const { kind, parent, within, ...rest } = query;
      return options.locations.list({
        ...rest,
        conditions: [
          ...oneOf(knex, 'r.kind', kind),
          ...oneOf(knex, 'r.id', within && (await idsBelow(knex, within))),
          ...parentIs(parent),
        ],
      });
    },
    getLocation: locations.get,
    locationUse: locations.use,
    locationHistory: locations.history,
    createLocation: locations.create,
    updateLocation: locations.update,
    retireLocation: locations.retire,
    reinstateLocation: locations.reinstate,
    listLegalEntities: ({ query: { country, ...rest } }) =>
      options.legalEntities.list({
        ...rest,
        conditions: oneOf(knex, 'r.country', country),
      }),
    getLegalEntity: legalEntities.get,
    legalEntityUse: legalEntities.use,
    legalEntityHistory: legalEntities.history,
    createLegalEntity: legalEntities.create,
    updateLegalEntity: legalEntities.update,
    retireLegalEntity: legalEntities.retire,
    reinstateLegalEntity: legalEntities.reinstate,
    listModels: ({ query: { type, approved, ...rest } }) =>
      options.models.list({
        ...rest,
        conditions: [
          ...oneOf(knex, 'r.type', type),
          ...(approved === undefined ? [] : [sql`r.approved = ${approved}`]),
        ],
      }),
    getModel: models.get,
    modelUse: models.use,
    modelHistory: models.history,
    createModel: models.create,
    updateModel: models.update,
    retireModel: models.retire,
    reinstateModel: models.reinstate,
  };
}

type Call<Q = unknown, B = unknown> = Pick<
  RouteCall<RouteContract>,
  'caller' | 'expectedVersion'
> & { params: { id: string }; query: Q; body: B };

/** What is the same for every kind of record. */
function handlersOf<F extends RecordName, Item>(
  service: RecordService<F, Item>,
) {
  const retirement = ({
    caller,
    body,
  }: Call<unknown, { version?: number; reason?: string }>) => ({
    actor: caller.ref,
    expectedVersion: body.version,
    reason: body.reason,
  });
  return {
    get: ({ params }: Call) => service.get(params.id),
    use: ({ params }: Call) => service.use(params.id),
    history: ({ params, query }: Call<{ limit: number; cursor?: string }>) =>
      service.history(params.id, query),
    create: ({ body, caller }: Omit<Call<unknown, F>, 'params'>) =>
      service.create(body, { actor: caller.ref }),
    update: (call: Call<unknown, { reason?: string }>) => {
      const { reason, ...patch } = call.body;
      return service.update(call.params.id, patch, {
        actor: call.caller.ref,
        expectedVersion: call.expectedVersion,
        reason,
      });
    },
    retire: (call: Call<unknown, { version?: number; reason?: string }>) =>
      service.retire(call.params.id, retirement(call)),
    reinstate: (call: Call<unknown, { version?: number; reason?: string }>) =>
      service.reinstate(call.params.id, retirement(call)),
  };
}

function oneOf(
  knex: Knex,
  column: string,
  values: string[] | undefined,
): Sql[] {
  return values ? [isOneOf(knex, column, values)] : [];
}

function parentIs(parent: string | undefined): Sql[] {
  if (parent === undefined) {
    return [];
  }
  return [
    parent === 'none'
      ? raw('r.parent_id IS NULL')
      : sql`r.parent_id = ${parent}`,
  ];
}
