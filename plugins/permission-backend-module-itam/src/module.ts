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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { composePolicies } from './composePolicies';
import { ItamPermissionPolicy } from './ItamPermissionPolicy';

/** For portals without a policy of their own: everything else is open. */
const allowTheRest: PermissionPolicy = {
  async handle() {
    return { result: AuthorizeResult.ALLOW };
  },
};

/**
 * Sets a policy that decides permissions of IT asset management by role and
 * allows all others. A portal with a policy of its own leaves this module out
 * and composes {@link ItamPermissionPolicy} with it.
 *
 * @public
 */
export const permissionModuleItam = createBackendModule({
  pluginId: 'permission',
  moduleId: 'itam',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ policy, config }) {
        policy.setPolicy(
          composePolicies(
            ItamPermissionPolicy.fromConfig(config),
            allowTheRest,
          ),
        );
      },
    });
  },
});
