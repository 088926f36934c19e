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
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { registerAction } from './actions/register';
import { requestAction } from './actions/request';
import { transitionAction } from './actions/transition';
import { AssetDesk } from './AssetDesk';

/**
 * Adds `itam:asset:register`, `itam:asset:request` and `itam:asset:transition`
 * to the actions of software templates.
 *
 * @public
 */
export const scaffolderModuleItam = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'itam',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        const desk = new AssetDesk({ auth, discovery });
        actions.addActions(
          registerAction(desk),
          requestAction(desk),
          transitionAction(desk),
        );
      },
    });
  },
});
