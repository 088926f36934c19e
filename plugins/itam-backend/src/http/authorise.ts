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

import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { AssetAccess, AssetCondition } from '../register/access';

/** Who calls: a person or a service. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** Turns the conditions of a policy into conditions the stores understand. */
export type ConditionTranslator = (
  conditions: PermissionCriteria<PermissionCondition>,
) => PermissionCriteria<AssetCondition>;

/** Asks the portal's policy what a caller may do. */
export class Authoriser {
  readonly #permissions: PermissionsService;
  readonly #translate: ConditionTranslator;

  constructor(options: {
    permissions: PermissionsService;
    translate: ConditionTranslator;
  }) {
    this.#permissions = options.permissions;
    this.#translate = options.translate;
  }

  /**
   * The assets the caller may use this permission on. For a permission that is
   * not about one asset the answer is all, or none.
   */
  async accessTo(
    permission: Permission,
    credentials: CallerCredentials,
  ): Promise<AssetAccess | 'none'> {
    return isResourcePermission(permission)
      ? this.#conditional(permission, credentials)
      : this.#definite(permission, credentials);
  }

  /**
   * Like {@link Authoriser.accessTo}.
   *
   * @throws NotAllowedError when the policy denies the permission altogether.
   */
  async require(
    permission: Permission,
    credentials: CallerCredentials,
  ): Promise<AssetAccess> {
    const access = await this.accessTo(permission, credentials);
    if (access === 'none') {
      throw new NotAllowedError(
        `the permission ${permission.name} is needed; ask the owner of the portal for it`,
      );
    }
    return access;
  }

  async #definite(
    permission: Exclude<Permission, ResourcePermission>,
    credentials: CallerCredentials,
  ): Promise<AssetAccess | 'none'> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW ? 'all' : 'none';
  }

  async #conditional(
    permission: ResourcePermission,
    credentials: CallerCredentials,
  ): Promise<AssetAccess | 'none'> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#translate(decision.conditions);
    }
    return decision.result === AuthorizeResult.ALLOW ? 'all' : 'none';
  }
}
