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

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  itamAssetPermissions,
  itamBasicPermissions,
} from '@itam/plugin-itam-common';
import type { AccessFacts } from '../register/AssetStore';
import { itamAssetResourceRef, itamAssetRules } from '../register/rules';
import type { ConditionTranslator } from './authorise';

/**
 * Makes our permissions and rules known to the portal; answers the translation
 * of its conditions.
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  assets: { accessFacts(ids: string[]): Promise<Map<string, AccessFacts>> },
): ConditionTranslator {
  registry.addPermissions(itamBasicPermissions);
  registry.addResourceType({
    resourceRef: itamAssetResourceRef,
    permissions: itamAssetPermissions,
    rules: Object.values(itamAssetRules),
    async getResources(ids) {
      const facts = await assets.accessFacts(ids);
      return ids.map(id => facts.get(id));
    },
  });
  return createConditionTransformer(
    registry.getPermissionRuleset(itamAssetResourceRef),
  );
}
