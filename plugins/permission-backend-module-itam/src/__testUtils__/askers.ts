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

import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { ItamPermissionPolicy } from '../ItamPermissionPolicy';
import type { RoleBindings } from '../roles';

export const me = 'user:default/me';
export const myTeam = 'group:default/payments';

/** One group for each role. */
export const roles: RoleBindings = {
  assetManager: ['group:default/asset-managers'],
  superUser: [{ ref: 'group:default/av-team', types: ['monitor'] }],
  registerAdministrator: ['group:default/registrars'],
  analyst: ['group:default/analysts'],
  licenceManager: ['group:default/licence-managers'],
  procurement: ['group:default/buyers'],
  contractManager: ['group:default/contract-managers'],
  stockroom: [{ ref: 'group:default/stores', locations: ['STORE-1'] }],
  technician: ['group:default/technicians'],
  serviceDesk: ['group:default/service-desk'],
  finance: ['group:default/finance'],
  security: ['group:default/security'],
  auditor: ['group:default/auditors'],
  externalAuditor: [
    {
      ref: 'group:default/assessors',
      until: '2026-12-31',
      scope: { categories: ['licence'] },
    },
  ],
  sourceOperator: ['group:default/platform'],
};

/** Somebody in these groups. */
export function aUser(...groups: string[]): PolicyQueryUser {
  return {
    credentials: mockCredentials.user(me),
    info: { userEntityRef: me, ownershipEntityRefs: [me, ...groups] },
  };
}

/** What the policy answers somebody on a day of 2026. */
export async function decide(
  permission: Permission,
  user: PolicyQueryUser = aUser(myTeam),
  options: { bindings?: RoleBindings; on?: string } = {},
): Promise<PolicyDecision | undefined> {
  const { bindings = roles, on = '2026-11-22T12:00:00Z' } = options;
  return ItamPermissionPolicy.create({
    roles: bindings,
    now: () => new Date(on),
  }).handle({ permission }, user);
}
