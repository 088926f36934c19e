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
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/**
 * A policy that decides some permissions and leaves the others to the next.
 *
 * @public
 */
export interface PartialPolicy {
  handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision | undefined>;
}

/**
 * Makes one policy of several, because a portal can set only one: the first
 * that decides is right. A permission none of them decides is denied.
 *
 * @example
 * ```ts
 * policy.setPolicy(
 *   composePolicies(ItamPermissionPolicy.fromConfig(config), new YourPolicy()),
 * );
 * ```
 * @public
 */
export function composePolicies(
  ...policies: Array<PartialPolicy | PermissionPolicy>
): PermissionPolicy {
  return {
    async handle(request, user) {
      for (const policy of policies) {
        const decision = await policy.handle(request, user);
        if (decision) {
          return decision;
        }
      }
      return { result: AuthorizeResult.DENY };
    },
  };
}
