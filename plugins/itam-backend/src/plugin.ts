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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AssetTypeLibrary,
  costRoutes,
  discoveryRoutes,
  itamRoutes,
  LifecycleLibrary,
  publicationRoutes,
  registerRoutes,
} from '@itam/plugin-itam-common';
import { itamSourcesExtensionPoint } from '@itam/plugin-itam-node';
import { version } from '../package.json';
import { CatalogSlice } from './catalog';
import { CostsSlice } from './costs';
import { ItamDatabase } from './database';
import { DiscoverySlice } from './discovery';
import {
  Authoriser,
  ItamRouter,
  openApiDocument,
  registerPermissions,
} from './http';
import { RegisterSlice } from './register';
import { SourceKinds } from './sourceKinds';
import { SealHistoryTask } from './tasks/SealHistoryTask';

/**
 * The IT asset register and its API.
 *
 * @public
 */
export const itamPlugin = createBackendPlugin({
  pluginId: 'itam',
  register(env) {
    const sourceKinds = new SourceKinds();
    env.registerExtensionPoint(itamSourcesExtensionPoint, sourceKinds);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { config, logger, scheduler } = deps;
        const models = LifecycleLibrary.create({
          overrides: config.getOptional('itam.lifecycleModels'),
        });
        const types = AssetTypeLibrary.create({
          overrides: config.getOptional('itam.assetTypes'),
          lifecycleModels: models,
        });
        const database = await ItamDatabase.create(deps.database);
        const apiDocument = openApiDocument(Object.values(itamRoutes), {
          version,
          baseUrl: await deps.discovery.getExternalBaseUrl('itam'),
        });

        const register = RegisterSlice.create({ database, types, models });
        const catalog = CatalogSlice.create({
          ...deps,
          knex: database.knex,
          assetTypes: types,
          register: () => register.register,
          refreshAccess: refs => register.store.refreshAccess(refs),
        });
        const costs = CostsSlice.create({
          ...deps,
          knex: database.knex,
          assets: register.permitted,
        });
        const discovery = DiscoverySlice.create({
          ...deps,
          knex: database.knex,
          charges: costs.book,
          register: register.register,
          entityIndex: catalog.entityIndex,
          assetTypes: types,
          lifecycleModels: models,
        });
        register.addFollower(catalog.follower);
        register.addFollower(DiscoverySlice.follower({ knex: database.knex }));
        sourceKinds.list().forEach(kind => discovery.addKind(kind));

        const router = new ItamRouter({
          httpAuth: deps.httpAuth,
          auditor: deps.auditor,
          authoriser: new Authoriser({
            permissions: deps.permissions,
            translate: registerPermissions(
              deps.permissionsRegistry,
              register.store,
            ),
          }),
          maxUploadBytes: config.getOptionalNumber('itam.maxUploadBytes'),
        });
        const registerHandlers = register.handlers({
          entities: catalog.entityIndex,
          readings: discovery,
          costs: costs.service,
          openApi: () => apiDocument,
        });
        router
          .mountAll(registerRoutes, registerHandlers)
          .mountAll(costRoutes, costs.handlers)
          .mountAll(discoveryRoutes, discovery.handlers)
          .mountAll(publicationRoutes, catalog.handlers);
        deps.httpRouter.use(router.router);

        await new SealHistoryTask({
          sealer: register.sealer,
          scheduler,
          logger,
        }).start();
        await catalog.start();
        await discovery.start();
        await costs.start();
        deps.lifecycle.addShutdownHook(() => discovery.stop());
      },
    });
  },
});
