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
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  itamAssetReadPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  itamCostUpdatePermission,
  itamFeedReadPermission,
  itamPermissions,
  itamSettingsReadPermission,
  itamSourceReadPermission,
  itamSourceRunPermission,
} from '@itam/plugin-itam-common';
import { composePolicies } from './composePolicies';
import { ItamPermissionPolicy } from './ItamPermissionPolicy';
import type { RoleBindings } from './roles';

const me = 'user:default/me';
const myTeam = 'group:default/payments';

const roles: RoleBindings = {
  assetManager: ['group:default/asset-managers'],
  licenceManager: ['group:default/licence-managers'],
  analyst: ['group:default/analysts'],
  finance: ['group:default/finance'],
  auditor: ['group:default/auditors'],
  sourceOperator: ['group:default/platform'],
};

function aUser(...groups: string[]): PolicyQueryUser {
  return {
    credentials: mockCredentials.user(me),
    info: { userEntityRef: me, ownershipEntityRefs: [me, ...groups] },
  };
}

async function decide(
  permission: Permission,
  user: PolicyQueryUser | undefined = aUser(myTeam),
  bindings: RoleBindings = roles,
) {
  return ItamPermissionPolicy.create({ roles: bindings }).handle(
    { permission },
    user,
  );
}

const ALLOW = { result: AuthorizeResult.ALLOW };
const DENY = { result: AuthorizeResult.DENY };

function conditional(...anyOf: Array<[rule: string, params: object]>) {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: 'itam-asset',
    conditions: {
      anyOf: anyOf.map(([rule, params]) => ({
        rule,
        resourceType: 'itam-asset',
        params,
      })),
    },
  };
}

describe('ItamPermissionPolicy', () => {
  it.each(['asset-managers', 'analysts', 'auditors', 'finance'])(
    'lets %s see every asset',
    async group => {
      await expect(
        decide(itamAssetReadPermission, aUser(`group:default/${group}`)),
      ).resolves.toEqual(ALLOW);
    },
  );

  it('lets everybody see what services stand on, what they own, and what supports what they own', async () => {
    await expect(decide(itamAssetReadPermission)).resolves.toEqual(
      conditional(
        [
          'hasCategory',
          {
            categories: [
              'cloud',
              'code',
              'software',
              'data',
              'service',
              'network',
            ],
          },
        ],
        ['isOwner', { claims: [me, myTeam] }],
        ['supportsEntityOwnedBy', { claims: [me, myTeam] }],
      ),
    );
  });

  it('shows others only what is theirs when groups are bound to the role of engineer', async () => {
    const bindings = { ...roles, engineer: ['group:default/engineering'] };
    await expect(
      decide(itamAssetReadPermission, aUser(myTeam), bindings),
    ).resolves.toEqual(
      conditional(
        ['isOwner', { claims: [me, myTeam] }],
        ['supportsEntityOwnedBy', { claims: [me, myTeam] }],
      ),
    );
  });

  it('lets a licence manager see licences beside what every engineer sees', async () => {
    const decision = await decide(
      itamAssetReadPermission,
      aUser('group:default/licence-managers'),
    );
    expect(decision).toMatchObject({
      conditions: {
        anyOf: expect.arrayContaining([
          expect.objectContaining({
            params: { categories: ['licence', 'software'] },
          }),
        ]),
      },
    });
  });

  it('lets only asset managers change every asset', async () => {
    await expect(
      decide(itamAssetUpdatePermission, aUser('group:default/asset-managers')),
    ).resolves.toEqual(ALLOW);
  });

  it.each(['payments', 'analysts', 'auditors', 'finance'])(
    'lets %s change only what they own',
    async name => {
      const group = `group:default/${name}`;
      await expect(
        decide(itamAssetUpdatePermission, aUser(group)),
      ).resolves.toEqual(conditional(['isOwner', { claims: [me, group] }]));
    },
  );

  it('lets a licence manager change licences and software', async () => {
    const group = 'group:default/licence-managers';
    await expect(
      decide(itamAssetUpdatePermission, aUser(group)),
    ).resolves.toEqual(
      conditional(
        ['hasCategory', { categories: ['licence', 'software'] }],
        ['isOwner', { claims: [me, group] }],
      ),
    );
  });

  it('lets asset managers and source operators read sources now, and nobody else', async () => {
    const run = (...groups: string[]) =>
      decide(itamSourceRunPermission, aUser(...groups));
    await expect(run('group:default/asset-managers')).resolves.toEqual(ALLOW);
    await expect(run('group:default/platform')).resolves.toEqual(ALLOW);
    await expect(run(myTeam)).resolves.toEqual(DENY);
  });

  it('lets engineers see what things cost, and others only with a role that looks at money', async () => {
    const bindings = { ...roles, engineer: ['group:default/engineering'] };
    const seen = (group: string) =>
      decide(itamCostReadPermission, aUser(group), bindings);
    await expect(seen('group:default/engineering')).resolves.toEqual(ALLOW);
    await expect(seen('group:default/finance')).resolves.toEqual(ALLOW);
    await expect(seen('group:default/platform')).resolves.toEqual(DENY);
  });

  it('lets asset managers and finance change exchange rates, and nobody else', async () => {
    const change = (group: string) =>
      decide(itamCostUpdatePermission, aUser(group));
    await expect(change('group:default/asset-managers')).resolves.toEqual(
      ALLOW,
    );
    await expect(change('group:default/finance')).resolves.toEqual(ALLOW);
    await expect(change(myTeam)).resolves.toEqual(DENY);
  });

  it.each([itamSourceReadPermission, itamSettingsReadPermission])(
    'lets everybody who signed in use $name',
    async permission => {
      await expect(decide(permission)).resolves.toEqual(ALLOW);
    },
  );

  it('lets no person follow the feed, not even an asset manager', async () => {
    await expect(
      decide(itamFeedReadPermission, aUser('group:default/asset-managers')),
    ).resolves.toEqual(DENY);
  });

  it('gives nothing to callers without a user', async () => {
    const policy = ItamPermissionPolicy.create({ roles });
    for (const permission of itamPermissions) {
      await expect(policy.handle({ permission })).resolves.toEqual(DENY);
    }
  });

  it('leaves permissions it does not know by name to asset managers', async () => {
    const permission = createPermission({
      name: 'itam.audit.start',
      attributes: {},
    });
    await expect(decide(permission)).resolves.toEqual(DENY);
    await expect(
      decide(permission, aUser('group:default/asset-managers')),
    ).resolves.toEqual(ALLOW);
  });

  it('binds roles without regard to case', async () => {
    await expect(
      decide(itamSourceRunPermission, aUser('group:default/platform'), {
        sourceOperator: ['Group:default/Platform'],
      }),
    ).resolves.toEqual(ALLOW);
  });

  it('refuses a binding that is no entity ref, and says where it is', () => {
    expect(() =>
      ItamPermissionPolicy.create({ roles: { auditor: ['auditors'] } }),
    ).toThrow(/itam\.permission\.roles\.auditor\.0: must be a full entity ref/);
  });
});

describe('composePolicies', () => {
  const catalogRead = createPermission({
    name: 'catalog.entity.read',
    attributes: {},
  });
  const itam = ItamPermissionPolicy.create({ roles });
  const allowAll = { handle: async () => ALLOW };

  it('leaves to your policy what is not about IT assets', async () => {
    const policy = composePolicies(itam, allowAll);
    await expect(policy.handle({ permission: catalogRead })).resolves.toEqual(
      ALLOW,
    );
  });

  it('never lets your policy open the feed', async () => {
    const policy = composePolicies(itam, allowAll);
    await expect(
      policy.handle({ permission: itamFeedReadPermission }, aUser()),
    ).resolves.toEqual(DENY);
  });

  it('denies what no policy decides', async () => {
    await expect(
      composePolicies(itam).handle({ permission: catalogRead }),
    ).resolves.toEqual(DENY);
  });
});
