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

import type { Config } from '@backstage/config';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { assetsThatMeetAny } from './assetConditions';
import type { PartialPolicy } from './composePolicies';
import { grants, type Reach } from './grants';
import { criteriaOf } from './reaches';
import {
  type HeldRole,
  type ParsedBindings,
  parseRoleBindings,
  readRoleBindings,
  type RoleBindings,
  rolesOf,
} from './roles';

/** Who asks: their roles, and the refs they can claim ownership by. */
interface Asker {
  roles: HeldRole[];
  claims: string[];
}

/**
 * Decides permissions of IT asset management by the role somebody has, and
 * leaves every other permission to others.
 *
 * @public
 */
export class ItamPermissionPolicy implements PartialPolicy {
  readonly #bindings: ParsedBindings;
  readonly #now: () => Date;

  /**
   * With the roles bound in `itam.permission.roles`.
   *
   * @throws InputError with the place of a mistake.
   */
  static fromConfig(config: Config): ItamPermissionPolicy {
    return new ItamPermissionPolicy(readRoleBindings(config));
  }

  /**
   * With roles bound to these groups and users.
   *
   * @throws InputError with the place of a mistake.
   */
  static create(options: {
    roles: RoleBindings;
    /** For tests of what ends on a date. */
    now?: () => Date;
  }): ItamPermissionPolicy {
    return new ItamPermissionPolicy(
      parseRoleBindings(options.roles),
      options.now,
    );
  }

  private constructor(bindings: ParsedBindings, now?: () => Date) {
    this.#bindings = bindings;
    this.#now = now ?? (() => new Date());
  }

  /** The decision, or undefined for a permission that is not ours. */
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision | undefined> {
    const { name } = request.permission;
    if (!name.startsWith('itam.')) {
      return undefined;
    }
    if (!user) {
      return definite(false);
    }
    const claims = user.info.ownershipEntityRefs;
    return decide(name, {
      claims,
      roles: rolesOf(claims, this.#bindings, this.#now()),
    });
  }
}

/** What any of the roles gives. */
function decide(permission: string, { roles, claims }: Asker): PolicyDecision {
  const reached = roles.flatMap(held =>
    reachesOf(permission, held).map(reach => ({ held, reach })),
  );
  if (reached.some(({ reach }) => reach === 'all')) {
    return definite(true);
  }
  return assetsThatMeetAny(
    reached.flatMap(({ held, reach }) =>
      reach === 'all' ? [] : criteriaOf(reach, held, claims),
    ),
  );
}

function reachesOf(permission: string, { role }: HeldRole): Reach[] {
  const own = grants[role];
  return Object.hasOwn(own, permission) ? own[permission] : [];
}

function definite(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
