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
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the rules as the plugin translates them
import { itamAssetRules } from '@itam/plugin-itam-backend';
import { itamAssetReadPermission } from '@itam/plugin-itam-common';
import { ItamPermissionPolicy } from '@itam/plugin-permission-backend-module-itam';
import { TEAMS } from './seedRegister';
import type { AssetAccess, AssetCondition } from './registerStore';

const toAccess: ConditionTransformer<AssetCondition> =
  createConditionTransformer(Object.values(itamAssetRules));

/** Somebody who lists assets. */
export interface Reader {
  name: string;
  access: AssetAccess;
  /** Decides on any permission. */
  decide(permission: Permission): Promise<PolicyDecision>;
}

/** The readers a portal has, as the policy of the demo portal decides on them. */
export async function everyReader(): Promise<Reader[]> {
  const open = ItamPermissionPolicy.create({
    roles: {
      assetManager: ['group:default/asset-managers'],
      licenceManager: ['group:default/licence-managers'],
    },
  });
  // a portal that keeps the categories of engineers to some of them
  const strict = ItamPermissionPolicy.create({
    roles: {
      engineer: ['group:default/platform'],
      licenceManager: ['group:default/licence-managers'],
    },
  });
  const of = (count: number, step: number) =>
    Array.from(
      { length: count },
      (_, index) => `group:default/team-${(step * (index + 1)) % TEAMS}`,
    );
  return [
    await reader('engineer with 5 groups', open, of(5, 31)),
    await reader('owner of 5 groups, claims only', strict, of(5, 37)),
    await reader('owner of 1 group, claims only', strict, of(1, 41)),
    await reader('head of 60 groups, claims only', strict, of(60, 3)),
    await reader('licence manager with 3 groups', strict, [
      'group:default/licence-managers',
      ...of(3, 17),
    ]),
    await reader('asset manager', open, ['group:default/asset-managers']),
  ];
}

async function reader(
  name: string,
  policy: ItamPermissionPolicy,
  groups: string[],
): Promise<Reader> {
  const claims = ['user:default/reader', ...groups];
  const user = {
    credentials: mockCredentials.user(claims[0]),
    info: { userEntityRef: claims[0], ownershipEntityRefs: claims },
  };
  const decide = async (permission: Permission): Promise<PolicyDecision> =>
    (await policy.handle({ permission }, user)) ?? {
      result: AuthorizeResult.DENY,
    };
  const decision = await decide(itamAssetReadPermission);
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return { name, access: 'all', decide };
    case AuthorizeResult.CONDITIONAL:
      return { name, access: toAccess(decision.conditions), decide };
    default:
      throw new Error(`${name} may read nothing`);
  }
}
