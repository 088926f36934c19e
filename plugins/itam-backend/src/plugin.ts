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
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  AssetTypeLibrary,
  bulkRoutes,
  costRoutes,
  custodyRoutes,
  discoveryRoutes,
  historyRoutes,
  itamRoutes,
  libraryRoutes,
  LifecycleLibrary,
  lifecycleRoutes,
  portalRoutes,
  publicationRoutes,
  recordRoutes,
  registerRoutes,
  RelationLibrary,
  relationRoutes,
  viewRoutes,
} from '@itam/plugin-itam-common';
import {
  itamLibraryExtensionPoint,
  itamSourcesExtensionPoint,
} from '@itam/plugin-itam-node';
import { version } from '../package.json';
import { BulkSlice } from './bulk';
import { CatalogSlice } from './catalog';
import { CostsSlice } from './costs';
import { CustodySlice } from './custody';
import { ItamDatabase } from './database';
import { DiscoverySlice } from './discovery';
import {
  Authoriser,
  ItamRouter,
  openApiDocument,
  registerPermissions,
} from './http';
import { LibraryAdditions, LibrarySlice } from './library';
import { PortalSlice, registerActions } from './portal';
import { LifecycleSlice } from './lifecycle';
import { RecordsSlice } from './records';
import { RegisterSlice } from './register';
import { RelationsSlice } from './relations';
import { SourceKinds } from './sourceKinds';
import { CountAssetsTask } from './tasks/CountAssetsTask';
import { SealHistoryTask } from './tasks/SealHistoryTask';
import { VerifyHistoryTask } from './tasks/VerifyHistoryTask';
import { ViewsSlice } from './views';

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
    const additions = new LibraryAdditions();
    env.registerExtensionPoint(itamLibraryExtensionPoint, additions);

    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { config, logger, scheduler } = deps;
        const models = LifecycleLibrary.create({
          additions: additions.models,
          overrides: config.getOptional('itam.lifecycleModels'),
        });
        const types = AssetTypeLibrary.create({
          additions: additions.types,
          overrides: config.getOptional('itam.assetTypes'),
          lifecycleModels: models,
        });
        const relationKinds = RelationLibrary.create({
          assetTypes: types,
          overrides: config.getOptional('itam.relations'),
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
          relationKinds,
          register: () => register.register,
          refreshAccess: refs => register.store.refreshAccess(refs),
          endDateAnnotation: CustodySlice.endDateAnnotation(config),
        });
        const library = LibrarySlice.create({
          ...deps,
          knex: database.knex,
          types,
          models,
          register: register.register,
        });
        const records = RecordsSlice.create({
          config,
          knex: database.knex,
          types,
          entities: catalog.entityIndex,
          actorIds: (transaction, refs) =>
            register.store.actorIds(transaction, refs),
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
          relationKinds,
          lifecycleModels: models,
        });
        register.addFollower(catalog.follower);
        const assignments = CustodySlice.book({ knex: database.knex });
        register.addFollower(CustodySlice.follower({ book: assignments }));
        register.addFollower(DiscoverySlice.follower({ knex: database.knex }));
        const relations = RelationsSlice.create({
          knex: database.knex,
          library: relationKinds,
          assets: register.permitted,
          register: register.register,
          entities: catalog.entityIndex,
          costs: costs.service,
        });
        relations.followers.forEach(each => register.addFollower(each));
        const portal = PortalSlice.create({
          ...deps,
          knex: database.knex,
          assetTypes: types,
          lifecycleModels: models,
        });
        const lifecycle = LifecycleSlice.create({
          ...deps,
          knex: database.knex,
          assets: register.store,
          register: register.register,
          types,
          models,
          entities: catalog.entityIndex,
          records: records.known,
          notifier: portal.notifier,
        });
        const custody = CustodySlice.create({
          ...deps,
          knex: database.knex,
          book: assignments,
          assets: register.permitted,
          register: register.register,
          entities: catalog.entityIndex,
          records: records.known,
          notifier: portal.notifier,
        });
        portal.announcers.forEach(teller => register.addAnnouncer(teller));
        sourceKinds.list().forEach(kind => discovery.addKind(kind));

        const bulk = BulkSlice.create({
          ...deps,
          knex: database.knex,
          register: register.register,
          permitted: register.permitted,
          types,
          models,
          entities: catalog.entityIndex,
          records: records.known,
          addLocation: records.addLocation,
          tags: lifecycle.tags,
          transitions: lifecycle.service,
        });
        register.addAnnouncer(bulk.announcer);

        const authoriser = new Authoriser({
          permissions: deps.permissions,
          translate: registerPermissions(
            deps.permissionsRegistry,
            register.store,
          ),
        });
        const router = new ItamRouter({
          httpAuth: deps.httpAuth,
          auditor: deps.auditor,
          authoriser,
          maxUploadBytes: config.getOptionalNumber('itam.maxUploadBytes'),
        });
        const registerHandlers = register.handlers({
          entities: catalog.entityIndex,
          readings: discovery,
          costs: costs.service,
          records: records.known,
          create: call => lifecycle.create(call),
          openApi: () => apiDocument,
        });
        router
          // before '/assets/:id', which '/assets/export' would be one of
          .mountAll(bulkRoutes, bulk.handlers)
          .mountAll(registerRoutes, registerHandlers)
          .mountAll(lifecycleRoutes, lifecycle.handlers)
          .mountAll(historyRoutes, register.history.handlers)
          .mountAll(relationRoutes, relations.handlers)
          .mountAll(costRoutes, costs.handlers)
          .mountAll(custodyRoutes, custody.handlers)
          .mountAll(discoveryRoutes, discovery.handlers)
          .mountAll(
            viewRoutes,
            ViewsSlice.create({ knex: database.knex }).handlers,
          )
          .mountAll(publicationRoutes, catalog.handlers)
          .mountAll(portalRoutes, portal.handlers)
          .mountAll(recordRoutes, records.handlers)
          .mountAll(libraryRoutes, library.handlers);
        deps.httpRouter.use(router.router);
        registerActions({
          registry: deps.actions,
          authoriser,
          auditor: deps.auditor,
          handlers: {
            ...registerHandlers,
            ...lifecycle.handlers,
            ...custody.handlers,
          },
        });

        await library.start();
        await records.start();
        await new SealHistoryTask({
          sealer: register.history.sealer,
          scheduler,
          logger,
        }).start();
        await new VerifyHistoryTask({
          watch: register.history.watch,
          scheduler,
          logger,
          config,
        }).start();
        await new CountAssetsTask({ ...deps, knex: database.knex }).start();
        await catalog.start();
        await discovery.start();
        await costs.start();
        await custody.start();
        await lifecycle.start();
        await bulk.start();
        deps.lifecycle.addShutdownHook(() => bulk.stop());
        deps.lifecycle.addShutdownHook(() => discovery.stop());
        deps.lifecycle.addShutdownHook(() => portal.stop());
      },
    });
  },
});
