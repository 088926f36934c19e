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
import {
  type AssetCategory,
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  itamCostUpdatePermission,
  itamFeedReadPermission,
  itamSettingsReadPermission,
  itamSourceReadPermission,
  itamSourceRunPermission,
} from '@itam/plugin-itam-common';
import {
  type AssetCriterion,
  assetsThatMeetAny,
  hasCategory,
  isOwner,
  supportsEntityOwnedBy,
} from './assetConditions';
import type { PartialPolicy } from './composePolicies';
import {
  type ItamRole,
  parseRoleBindings,
  readRoleBindings,
  type RoleBindings,
  rolesOf,
} from './roles';

/** Roles that see every asset. */
const seeEverything: ItamRole[] = [
  'assetManager',
  'analyst',
  'auditor',
  'finance',
];

/** Roles that see what things cost: who runs a service should know its bill. */
const seeCosts: ItamRole[] = [...seeEverything, 'licenceManager', 'engineer'];

/** What every engineer may see: services stand on it, and nobody carries it home. */
const engineeringCategories: AssetCategory[] = [
  'cloud',
  'code',
  'software',
  'data',
  'service',
  'network',
];

const licenceCategories: AssetCategory[] = ['licence', 'software'];

/** Who asks: their roles, and the refs they can claim ownership by. */
interface Asker {
  roles: Set<ItamRole>;
  claims: string[];
}

/**
 * Decides permissions of IT asset management by the role somebody has, and
 * leaves every other permission to others.
 *
 * @public
 */
export class ItamPermissionPolicy implements PartialPolicy {
  readonly #bindings: RoleBindings;

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
  static create(options: { roles: RoleBindings }): ItamPermissionPolicy {
    return new ItamPermissionPolicy(parseRoleBindings(options.roles));
  }

  private constructor(bindings: RoleBindings) {
    this.#bindings = bindings;
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
    return decide(name, { claims, roles: rolesOf(claims, this.#bindings) });
  }
}

function decide(permission: string, asker: Asker): PolicyDecision {
  switch (permission) {
    case itamAssetReadPermission.name:
      return hasAnyRole(asker, seeEverything)
        ? definite(true)
        : assetsThatMeetAny(readable(asker));
    case itamAssetUpdatePermission.name:
      return hasAnyRole(asker, ['assetManager'])
        ? definite(true)
        : assetsThatMeetAny(updatable(asker));
    case itamSourceReadPermission.name:
    case itamSettingsReadPermission.name:
      return definite(true);
    case itamCostReadPermission.name:
      return definite(hasAnyRole(asker, seeCosts));
    case itamCostUpdatePermission.name:
      return definite(hasAnyRole(asker, ['assetManager', 'finance']));
    case itamSourceRunPermission.name:
      return definite(hasAnyRole(asker, ['assetManager', 'sourceOperator']));
    case itamFeedReadPermission.name:
      return definite(false);
    default:
      return definite(hasAnyRole(asker, ['assetManager']));
  }
}

/** What somebody sees who does not see everything. */
function readable({ roles, claims }: Asker): AssetCriterion[] {
  return [
    ...(roles.has('engineer') ? [hasCategory(engineeringCategories)] : []),
    ...(roles.has('licenceManager') ? [hasCategory(licenceCategories)] : []),
    ...(claims.length ? [isOwner(claims), supportsEntityOwnedBy(claims)] : []),
  ];
}

/** What somebody changes who may not change everything. */
function updatable({ roles, claims }: Asker): AssetCriterion[] {
  return [
    ...(roles.has('licenceManager') ? [hasCategory(licenceCategories)] : []),
    ...(claims.length ? [isOwner(claims)] : []),
  ];
}

function hasAnyRole({ roles }: Asker, wanted: ItamRole[]): boolean {
  return wanted.some(role => roles.has(role));
}

function definite(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
