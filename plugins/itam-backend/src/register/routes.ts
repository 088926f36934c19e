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
  AssetTypeLibrary,
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  LifecycleLibrary,
  registerRoutes,
  RouteContract,
} from '@itam/plugin-itam-common';
import { NotFoundError } from '@backstage/errors';
import type { RouteCall, RouteHandler } from '../http';
import type { AssetService, Rights } from './AssetService';
import type { AssetStore } from './AssetStore';
import type { EntityService } from './EntityService';
import { modelItem, pageOfLibrary, typeItem } from './libraryItems';

/** The handler of each route of the register. */
export type RegisterHandlers = {
  [Operation in keyof typeof registerRoutes]: RouteHandler<
    (typeof registerRoutes)[Operation]
  >;
};

/** Serves the register. */
export function createRegisterHandlers(options: {
  store: AssetStore;
  assets: AssetService;
  entities: EntityService;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  /** The API document. */
  openApi: () => Record<string, unknown>;
}): RegisterHandlers {
  const { store, assets, entities, types, models, openApi } = options;
  return {
    listAssets: async call => assets.list(call.query, await rightsOf(call)),
    assetFacets: ({ query, access }) => store.facets(query, access),
    getAsset: async call => assets.get(call.params.id, await rightsOf(call)),
    updateAsset: async call =>
      assets.update(
        call.params.id,
        {
          patch: call.body,
          actor: call.caller.ref,
          expectedVersion: call.expectedVersion,
        },
        await updateRightsOf(call),
      ),
    assetHistory: ({ params, query, access }) =>
      assets.history(params.id, query, access),
    assetRelations: ({ params, query, access }) =>
      assets.relations(params.id, query, access),
    assetFolded: ({ params, query, access }) =>
      assets.folded(params.id, query, access),
    assetTransitions: ({ params, access }) =>
      assets.transitions(params.id, access),
    entitySummary: async call =>
      entities.summary(call.params, {
        read: call.access,
        costs: await mayReadCosts(call),
      }),
    entityAssets: async call =>
      entities.list(call.params, call.query, await rightsOf(call)),
    listAssetTypes: async ({ query }) =>
      pageOfLibrary(types.list().map(typeItem), query),
    listLifecycleModels: async ({ query }) =>
      pageOfLibrary(models.list().map(modelItem), query),
    openApi: async () => openApi(),
  };
}

/** Of a route that needs the permission to read. */
async function rightsOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<Rights> {
  return {
    read: call.access,
    update: await call.accessTo(itamAssetUpdatePermission),
    costs: await mayReadCosts(call),
  };
}

/** Of a route that needs the permission to update: what is not seen is not there. */
async function updateRightsOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<Rights> {
  const read = await call.accessTo(itamAssetReadPermission);
  if (read === 'none') {
    throw new NotFoundError('there is no such asset');
  }
  return { read, update: call.access, costs: await mayReadCosts(call) };
}

async function mayReadCosts<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<boolean> {
  return (await call.accessTo(itamCostReadPermission)) !== 'none';
}
