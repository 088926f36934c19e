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
  itamAssetTransitionPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  LifecycleLibrary,
  registerRoutes,
  RouteContract,
} from '@itam/plugin-itam-common';
import { NotFoundError } from '@backstage/errors';
import type { RouteCall, RouteHandler } from '../http';
import type { Permission } from '@backstage/plugin-permission-common';
import type { AssetAccess } from './access';
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
  /** Registers what is wanted; answers its id. */
  create(call: RouteCall<typeof registerRoutes.createAsset>): Promise<string>;
  /** The API document. */
  openApi: () => Record<string, unknown>;
}): RegisterHandlers {
  const { store, assets, entities, types, models, create, openApi } = options;
  return {
    listAssets: async call => assets.list(call.query, await rightsOf(call)),
    assetFacets: ({ query, access }) => store.facets(query, access),
    getAsset: async call => assets.get(call.params.id, await rightsOf(call)),
    async createAsset(call) {
      const id = await create(call);
      // who registers something sees what they registered
      return assets.get(id, { ...(await updateRightsOf(call)), read: 'all' });
    },
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
    assetHistory: async call =>
      assets.history(call.params.id, call.query, {
        read: call.access,
        costs: await mayReadCosts(call),
      }),
    assetFolded: ({ params, query, access }) =>
      assets.folded(params.id, query, access),
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
  return rightsWith(call, call.access);
}

/** Of a route that needs another permission: what is not seen is not there. */
async function updateRightsOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<Rights> {
  const read = await call.accessTo(itamAssetReadPermission);
  if (read === 'none') {
    throw new NotFoundError('there is no such asset');
  }
  return rightsWith(call, read);
}

/** The policy is asked about all of it at once. */
async function rightsWith<C extends RouteContract>(
  call: RouteCall<C>,
  read: AssetAccess,
): Promise<Rights> {
  const granted = await call.accessToEach([
    itamAssetUpdatePermission,
    itamAssetTransitionPermission,
    itamCostReadPermission,
  ]);
  const to = ({ name }: Permission) => granted.get(name) ?? 'none';
  return {
    read,
    update: to(itamAssetUpdatePermission),
    transition: to(itamAssetTransitionPermission),
    costs: to(itamCostReadPermission) !== 'none',
  };
}

async function mayReadCosts<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<boolean> {
  return (await call.accessTo(itamCostReadPermission)) !== 'none';
}
