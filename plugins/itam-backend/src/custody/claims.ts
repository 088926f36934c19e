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

import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  lifecycleRolePermissions,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { Caller, Granted, RouteCall } from '../http';
import type { AssetCondition } from '../register';

/** Who calls, as far as custody asks. */
export interface CustodyCaller {
  /** A user entity ref, or the subject of a service. */
  ref: string;
  /** Refs they can speak for: their own and those of their groups. */
  claims: string[];
}

/** Who a caller is, and which teams they can speak for. */
export interface OwnershipClaims {
  /** Refs of the person and their groups; none for a service. */
  of(caller: Pick<Caller, 'kind' | 'ref' | 'credentials'>): Promise<string[]>;
}

/** The claims the sign-in of the portal gave the caller. */
export class SignedInClaims implements OwnershipClaims {
  readonly #userInfo: UserInfoService;

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  async of({
    kind,
    ref,
    credentials,
  }: Pick<Caller, 'kind' | 'ref' | 'credentials'>): Promise<string[]> {
    if (kind === 'service') {
      return [];
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return [
      ...new Set(
        [ref, ...ownershipEntityRefs].map(claim =>
          claim.toLocaleLowerCase('en-US'),
        ),
      ),
    ];
  }
}

/** The roles that hand things out and take them back. */
export const handOutRoles = ['AM', 'RA', 'OW', 'CU', 'SM', 'TE', 'SD'] as const;

/** The roles that give things to another team, or clear up after a leaver. */
export const handOverRoles = ['AM', 'RA', 'OW'] as const;

/**
 * The assets a caller may move in one of these roles: within what the
 * permission of the route, or another access, takes in.
 */
export async function inRoles<C extends RouteContract>(
  call: RouteCall<C>,
  roles: ReadonlyArray<keyof typeof lifecycleRolePermissions>,
  access: Granted = call.access,
): Promise<Granted> {
  const granted = await call.accessToEach(
    roles.map(role => lifecycleRolePermissions[role]),
  );
  const reached = [...granted.values()];
  const criteria = reached.flatMap(part =>
    part === 'all' || part === 'none' ? [] : [part],
  );
  if (access === 'none' || reached.includes('all')) {
    return access;
  }
  const [first, ...others] = criteria;
  if (!first) {
    return 'none';
  }
  const any: PermissionCriteria<AssetCondition> = { anyOf: [first, ...others] };
  return access === 'all' ? any : { allOf: [access, any] };
}
