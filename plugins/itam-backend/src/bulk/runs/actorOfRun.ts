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
  LifecycleRole,
  lifecycleRolePermissions,
} from '@itam/plugin-itam-common';
import type { TransitionActor } from '../../lifecycle/LifecycleService';
import type { PermittedAssets } from '../../register/access';
import type { StoredRun } from './BulkRunStore';

/**
 * Who asked for a run, as somebody who makes transitions: with the rights the
 * policy gave them when they asked.
 */
export function actorOfRun(
  { requestedBy, rights }: StoredRun,
  assets: PermittedAssets,
): TransitionActor {
  const within = async (ids: string[], name: keyof typeof rights.roles) => {
    const access = rights.roles[name] ?? 'none';
    return access === 'none' ? new Set<string>() : assets.within(ids, access);
  };
  return {
    ref: requestedBy,
    async rolesTowards(ids) {
      const roles = new Map<string, LifecycleRole[]>(ids.map(id => [id, []]));
      for (const role of Object.keys(lifecycleRolePermissions)) {
        // the names of the permissions are the roles
        const named = role as LifecycleRole;
        (await within(ids, role)).forEach(id => roles.get(id)?.push(named));
      }
      return roles;
    },
    // a run moves what is registered already
    rolesTowardsDraft: async () => [],
    mayForceDraft: async () => false,
    mayForce: async ids =>
      rights.override === 'none'
        ? new Set()
        : assets.within(ids, rights.override),
  };
}
