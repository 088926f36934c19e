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
  BasicPermission,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
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

/** A permission of a caller: assets they may use it on, or none. */
export type Granted = AssetAccess | 'none';

/** What one caller may do, while one request is served. */
export class CallerRights {
  readonly #ask: (permissions: Permission[]) => Promise<Map<string, Granted>>;
  readonly #answers = new Map<string, Promise<Granted>>();

  constructor(
    ask: (permissions: Permission[]) => Promise<Map<string, Granted>>,
  ) {
    this.#ask = ask;
  }

  /**
   * The assets the caller may use this permission on. For a permission that is
   * not about one asset the answer is all, or none.
   */
  async accessTo(permission: Permission): Promise<Granted> {
    const granted = await this.accessToEach([permission]);
    return granted.get(permission.name) ?? 'none';
  }

  /**
   * Like {@link CallerRights.accessTo}, of several permissions by name: those
   * the policy was not asked about yet go to it in one call.
   */
  async accessToEach(permissions: Permission[]): Promise<Map<string, Granted>> {
    const unasked = new Map(
      permissions
        .filter(({ name }) => !this.#answers.has(name))
        .map(permission => [permission.name, permission]),
    );
    if (unasked.size > 0) {
      const asked = this.#ask([...unasked.values()]);
      for (const name of unasked.keys()) {
        this.#answers.set(
          name,
          asked.then(answers => answers.get(name) ?? 'none'),
        );
      }
    }
    return new Map(
      await Promise.all(
        permissions.map(
          async ({ name }): Promise<[string, Granted]> => [
            name,
            (await this.#answers.get(name)) ?? 'none',
          ],
        ),
      ),
    );
  }

  /**
   * Like {@link CallerRights.accessTo}.
   *
   * @throws NotAllowedError when the policy denies the permission altogether.
   */
  async require(permission: Permission): Promise<AssetAccess> {
    const access = await this.accessTo(permission);
    if (access === 'none') {
      throw new NotAllowedError(
        `the permission ${permission.name} is needed; ask the owner of the portal for it`,
      );
    }
    return access;
  }
}

/** Asks the portal's policy what callers may do. */
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
   * The rights of a caller, for as long as one request takes: the policy is
   * asked about a permission at most once.
   */
  rightsOf(credentials: CallerCredentials): CallerRights {
    return new CallerRights(permissions => this.#ask(permissions, credentials));
  }

  /** All the permissions of one kind in one call of the permission service. */
  async #ask(
    permissions: Permission[],
    credentials: CallerCredentials,
  ): Promise<Map<string, Granted>> {
    const onAssets = permissions.filter(permission =>
      isResourcePermission(permission),
    );
    const basic = permissions.filter(isBasic);
    const decisions = await Promise.all([
      onAssets.length > 0
        ? this.#permissions.authorizeConditional(
            onAssets.map(permission => ({ permission })),
            { credentials },
          )
        : [],
      basic.length > 0
        ? this.#permissions.authorize(
            basic.map(permission => ({ permission })),
            { credentials },
          )
        : [],
    ]);
    const answers = decisions.flat();
    return new Map(
      [...onAssets, ...basic].map(({ name }, index) => [
        name,
        this.#granted(answers[index]),
      ]),
    );
  }

  #granted(decision: PolicyDecision): Granted {
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#translate(decision.conditions);
    }
    return decision.result === AuthorizeResult.ALLOW ? 'all' : 'none';
  }
}

function isBasic(permission: Permission): permission is BasicPermission {
  return !isResourcePermission(permission);
}
