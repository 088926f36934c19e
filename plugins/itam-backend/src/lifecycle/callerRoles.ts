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
  itamAssetOverridePermission,
  LifecycleRole,
  lifecycleRolePermissions,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { RouteCall } from '../http';
import type { PermittedAssets } from '../register';
import { factsOfUnregistered, permits } from '../register/permits';
import { NOT_YET, TransitionActor } from './LifecycleService';

/**
 * The caller of a route as somebody who makes transitions: what the policy says
 * of their roles and of forcing is asked once, whatever the number of assets.
 */
export function actorOfCall<C extends RouteContract>(
  call: RouteCall<C>,
  assets: PermittedAssets,
): TransitionActor {
  return {
    ref: call.caller.ref,
    async rolesTowards(ids) {
      const names = Object.entries(lifecycleRolePermissions);
      const granted = await call.accessToEach(
        names.map(([, permission]) => permission),
      );
      const roles = new Map<string, LifecycleRole[]>(ids.map(id => [id, []]));
      for (const [role, permission] of names) {
        const access = granted.get(permission.name) ?? 'none';
        if (access === 'none') {
          continue;
        }
        const concerned = await within(assets, ids, access);
        concerned.forEach(id =>
          // the names of the permissions are the roles
          roles.get(id)?.push(role as LifecycleRole),
        );
      }
      return roles;
    },
    async rolesTowardsDraft(draft) {
      const names = Object.entries(lifecycleRolePermissions);
      const granted = await call.accessToEach(
        names.map(([, permission]) => permission),
      );
      const [facts] = await factsOfUnregistered([draft], assets);
      return names.flatMap(([role, { name }]) =>
        permits(granted.get(name) ?? 'none', facts)
          ? // the names of the permissions are the roles
            [role as LifecycleRole]
          : [],
      );
    },
    async mayForceDraft(draft) {
      const [facts] = await factsOfUnregistered([draft], assets);
      return permits(await call.accessTo(itamAssetOverridePermission), facts);
    },
    async mayForce(ids) {
      const access = await call.accessTo(itamAssetOverridePermission);
      return access === 'none'
        ? new Set()
        : new Set(await within(assets, ids, access));
    },
  };
}

/** Of what is not there yet, a role that comes from the asset may be had. */
async function within(
  assets: PermittedAssets,
  ids: string[],
  access: Parameters<PermittedAssets['within']>[1],
): Promise<string[]> {
  if (access === 'all') {
    return ids;
  }
  const present = ids.filter(id => id !== NOT_YET);
  const found =
    present.length > 0
      ? await assets.within(present, access)
      : new Set<string>();
  return ids.filter(id => id === NOT_YET || found.has(id));
}
