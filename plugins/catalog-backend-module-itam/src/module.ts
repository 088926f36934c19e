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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { AssetKindsProcessor } from './AssetKindsProcessor';
import { CatalogHoldings } from './CatalogHoldings';
import { EntityMaker, isLocationOfAsset } from './EntityMaker';
import { ItamEntityProvider } from './ItamEntityProvider';
import { HttpPublicationFeed } from './PublicationFeed';
import { RemovalGuard } from './RemovalGuard';
import { readSettings } from './settings';
import { sweep } from './Sweep';

/** Puts what the register publishes into the catalog. @public */
export const catalogModuleItam = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'itam',
  register(env) {
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        processing,
        catalog,
        auth,
        config,
        discovery,
        logger,
        scheduler,
      }) {
        const settings = readSettings(config);
        const guard = new RemovalGuard(settings);
        const feed = new HttpPublicationFeed({ discovery, auth });
        const holdings = new CatalogHoldings({
          catalog,
          auth,
          isOurs: isLocationOfAsset,
        });
        const entityMaker = new EntityMaker({
          ...settings,
          assetsUrl: `${await discovery.getExternalBaseUrl('itam')}/assets`,
        });
        const provider = new ItamEntityProvider({
          feed,
          holdings,
          guard,
          logger,
          entityMaker,
          onConnect: scheduleTasks,
        });

        async function scheduleTasks() {
          await scheduler.scheduleTask({
            id: 'itam-publications',
            frequency: settings.poll,
            timeout: { minutes: 10 },
            initialDelay: { seconds: 3 },
            scope: 'global',
            fn: signal =>
              sayingWhy('poll', async () => {
                await provider.poll(signal);
              }),
          });
          await scheduler.scheduleTask({
            id: 'itam-sweep',
            frequency: settings.sweep,
            timeout: { minutes: 30 },
            initialDelay: { seconds: 30 },
            scope: 'local',
            fn: () =>
              sayingWhy('sweep', async () => {
                const { form } = entityMaker;
                await sweep({ feed, holdings, provider, guard, form, logger });
              }),
          });
        }

        /** The register may start later or be away; the next turn goes on. */
        async function sayingWhy(what: string, act: () => Promise<void>) {
          try {
            await act();
          } catch (error) {
            logger.warn(
              `${what} of the IT asset register failed and is tried again: ${
                toError(error).message
              }`,
            );
          }
        }

        processing.addProcessor(new AssetKindsProcessor());
        processing.addEntityProvider(provider);
      },
    });
  },
});
