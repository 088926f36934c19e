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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  itamSourceRunPermission,
  lifecycleRolePermissions,
} from '@itam/plugin-itam-common';
import { Authoriser } from './authorise';

/** The rights of a caller, and each call of the permission service they made. */
function rightsUnder(decisions: Record<string, PolicyDecision['result']>) {
  const calls: string[][] = [];
  const decide = async (asked: Array<{ permission: Permission }>) => {
    calls.push(asked.map(({ permission }) => permission.name));
    return asked.map(({ permission }) => {
      const result = decisions[permission.name] ?? AuthorizeResult.ALLOW;
      return result === AuthorizeResult.CONDITIONAL
        ? {
            result,
            pluginId: 'itam',
            resourceType: 'itam-asset',
            conditions: { rule: permission.name, resourceType: 'itam-asset' },
          }
        : { result };
    });
  };
  const authoriser = new Authoriser({
    permissions: mockServices.permissions.mock({
      // basic permissions are never answered with a condition
      authorize: decide as never,
      authorizeConditional: decide,
    }),
    translate: criteria => ({
      kind: 'type',
      values: ['rule' in criteria ? criteria.rule : 'several'],
    }),
  });
  return { calls, rights: authoriser.rightsOf(mockCredentials.user()) };
}

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

describe('the rights of a caller', () => {
  it('are all, none, or those assets the conditions of the policy let through', async () => {
    const { rights } = rightsUnder({
      'itam.asset.update': CONDITIONAL,
      'itam.cost.read': DENY,
      'itam.source.run': ALLOW,
    });
    expect(await rights.accessTo(itamAssetReadPermission)).toBe('all');
    expect(await rights.accessTo(itamAssetUpdatePermission)).toEqual({
      kind: 'type',
      values: ['itam.asset.update'],
    });
    expect(await rights.accessTo(itamCostReadPermission)).toBe('none');
    expect(await rights.accessTo(itamSourceRunPermission)).toBe('all');
  });

  it('are asked of the policy once, however often and however many at once', async () => {
    const { rights, calls } = rightsUnder({});
    await Promise.all([
      rights.require(itamAssetReadPermission),
      rights.accessTo(itamAssetReadPermission),
      rights.accessToEach([itamAssetReadPermission, itamAssetUpdatePermission]),
      rights.accessToEach([itamAssetUpdatePermission]),
    ]);
    expect(calls).toEqual([['itam.asset.read'], ['itam.asset.update']]);
  });

  it('in every lifecycle role take one call', async () => {
    const { rights, calls } = rightsUnder({ 'itam.role.finance': DENY });
    const roles = Object.values(lifecycleRolePermissions);
    const granted = await rights.accessToEach(roles);
    expect(calls).toEqual([roles.map(({ name }) => name)]);
    expect(granted.get('itam.role.finance')).toBe('none');
    expect(granted.get('itam.role.technician')).toBe('all');
  });

  it('of both kinds keep their own answers', async () => {
    const { rights } = rightsUnder({ 'itam.cost.read': DENY });
    expect([
      ...(await rights.accessToEach([
        itamCostReadPermission,
        itamAssetReadPermission,
        itamSourceRunPermission,
      ])),
    ]).toEqual([
      ['itam.cost.read', 'none'],
      ['itam.asset.read', 'all'],
      ['itam.source.run', 'all'],
    ]);
  });

  it('that are missing are named', async () => {
    const { rights } = rightsUnder({ 'itam.cost.read': DENY });
    const refused = rights.require(itamCostReadPermission);
    await expect(refused).rejects.toBeInstanceOf(NotAllowedError);
    await expect(refused).rejects.toThrow('itam.cost.read');
  });
});
