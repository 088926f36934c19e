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
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  itamAssetCreatePermission,
  itamAssetHoldPermission,
  itamAssetReadPermission,
  itamAssetTransitionPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  itamCostUpdatePermission,
  itamFeedReadPermission,
  itamHistoryErasePermission,
  itamPermissions,
  itamSettingsReadPermission,
  itamSettingsUpdatePermission,
  itamSourceReadPermission,
  itamSourceRunPermission,
  lifecycleRolePermissions,
} from '@itam/plugin-itam-common';
import { aUser, decide, me, myTeam, roles } from './__testUtils__/askers';
import { ItamPermissionPolicy } from './ItamPermissionPolicy';
import type { RoleBindings } from './roles';

const ALLOW = { result: AuthorizeResult.ALLOW };
const DENY = { result: AuthorizeResult.DENY };

function rule(name: string, params: object) {
  return { rule: name, resourceType: 'itam-asset', params };
}

function conditional(...anyOf: object[]) {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: 'itam-asset',
    conditions: { anyOf },
  };
}

const engineering = ['cloud', 'code', 'software', 'data', 'service', 'network'];

describe('ItamPermissionPolicy', () => {
  it.each([
    'asset-managers',
    'registrars',
    'analysts',
    'buyers',
    'contract-managers',
    'technicians',
    'service-desk',
    'finance',
    'security',
    'auditors',
  ])('lets %s see every asset', async group => {
    await expect(
      decide(itamAssetReadPermission, aUser(`group:default/${group}`)),
    ).resolves.toEqual(ALLOW);
  });

  it('lets everybody see what services stand on, what is theirs, and what supports what they own', async () => {
    const claims = [me, myTeam];
    await expect(decide(itamAssetReadPermission)).resolves.toEqual(
      conditional(
        rule('isOwner', { claims }),
        rule('isCustodian', { claims }),
        rule('isConsumer', { claims }),
        rule('supportsEntityOwnedBy', { claims }),
        rule('hasCategory', { categories: engineering }),
      ),
    );
  });

  it('shows others only what is theirs when groups are bound to the role of engineer', async () => {
    const claims = [me, myTeam];
    await expect(
      decide(itamAssetReadPermission, aUser(myTeam), {
        bindings: { ...roles, engineer: ['group:default/engineering'] },
      }),
    ).resolves.toEqual(
      conditional(
        rule('isOwner', { claims }),
        rule('isCustodian', { claims }),
        rule('isConsumer', { claims }),
        rule('supportsEntityOwnedBy', { claims }),
      ),
    );
  });

  it('unites what several roles give, in one condition of each rule', async () => {
    const groups = [
      'group:default/licence-managers',
      'group:default/stores',
      'group:default/av-team',
    ];
    const claims = [me, ...groups];
    await expect(
      decide(itamAssetUpdatePermission, aUser(...groups)),
    ).resolves.toEqual(
      conditional(
        rule('isOwner', { claims }),
        rule('isCustodian', { claims }),
        rule('hasType', { types: ['monitor'] }),
        rule('hasCategory', { categories: ['licence', 'software'] }),
        rule('inLocation', { locationIds: ['STORE-1'] }),
      ),
    );
    await expect(
      decide(
        itamAssetUpdatePermission,
        aUser(...groups, 'group:default/registrars'),
      ),
    ).resolves.toEqual(ALLOW);
  });

  it.each(['payments', 'analysts', 'auditors', 'finance', 'service-desk'])(
    'lets %s change only what they own or keep',
    async name => {
      const claims = [me, `group:default/${name}`];
      await expect(
        decide(itamAssetUpdatePermission, aUser(...claims.slice(1))),
      ).resolves.toEqual(
        conditional(
          rule('isOwner', { claims }),
          rule('isCustodian', { claims }),
        ),
      );
    },
  );

  it('lets everybody act as owner, custodian and consumer of what they own, keep and use', async () => {
    const { OW, CU, CO, TE } = lifecycleRolePermissions;
    const claims = [me, myTeam];
    const answers = await Promise.all(
      [OW, CU, CO, TE].map(permission => decide(permission)),
    );
    expect(answers).toEqual([
      conditional(rule('isOwner', { claims })),
      conditional(rule('isCustodian', { claims })),
      conditional(rule('isConsumer', { claims })),
      conditional(rule('isCustodian', { claims })),
    ]);
  });

  it.each([
    ['AM', 'asset-managers'],
    ['RA', 'registrars'],
    ['AN', 'analysts'],
    ['PM', 'buyers'],
    ['TE', 'technicians'],
    ['SD', 'service-desk'],
    ['FI', 'finance'],
    ['IS', 'security'],
  ] as const)(
    'lets those with the grant act as %s towards every asset, and nobody else',
    async (role, group) => {
      const permission = lifecycleRolePermissions[role];
      await expect(
        decide(permission, aUser(`group:default/${group}`)),
      ).resolves.toEqual(ALLOW);
      const others = [
        'asset-managers',
        'registrars',
        'analysts',
        'buyers',
        'technicians',
        'service-desk',
        'finance',
        'security',
      ].filter(name => name !== group);
      await expect(
        decide(
          permission,
          aUser(...others.map(name => `group:default/${name}`)),
        ),
      ).resolves.not.toEqual(ALLOW);
    },
  );

  it('lets a stockroom keeper act as one in their locations only', async () => {
    await expect(
      decide(lifecycleRolePermissions.SM, aUser('group:default/stores')),
    ).resolves.toEqual(
      conditional(rule('inLocation', { locationIds: ['STORE-1'] })),
    );
  });

  it('lets a stockroom keeper take in tangible things that are nowhere yet, if the binding says so', async () => {
    await expect(
      decide(lifecycleRolePermissions.SM, aUser('group:default/stores'), {
        bindings: {
          stockroom: [
            { ref: 'group:default/stores', locations: ['STORE-1', 'none'] },
          ],
        },
      }),
    ).resolves.toEqual(
      conditional(rule('inLocation', { locationIds: ['STORE-1'] }), {
        allOf: [
          rule('hasCategory', {
            categories: ['hardware', 'network', 'facility'],
          }),
          rule('inLocation', { locationIds: ['none'] }),
        ],
      }),
    );
  });

  it('lets a super user act as asset manager for their types only', async () => {
    await expect(
      decide(lifecycleRolePermissions.AM, aUser('group:default/av-team')),
    ).resolves.toEqual(conditional(rule('hasType', { types: ['monitor'] })));
  });

  describe('for an external auditor', () => {
    const assessor = aUser('group:default/assessors');

    it('opens their scope and nothing else', async () => {
      await expect(decide(itamAssetReadPermission, assessor)).resolves.toEqual(
        conditional(rule('hasCategory', { categories: ['licence'] })),
      );
      for (const permission of itamPermissions.filter(
        ({ name }) => !['itam.asset.read', 'itam.settings.read'].includes(name),
      )) {
        await expect(decide(permission, assessor)).resolves.toEqual(DENY);
      }
    });

    it('holds all the conditions of a scope together', async () => {
      await expect(
        decide(itamAssetReadPermission, assessor, {
          bindings: {
            externalAuditor: [
              {
                ref: 'group:default/assessors',
                until: '2026-12-31',
                scope: {
                  types: ['laptop'],
                  locations: ['LISBON'],
                  owners: ['group:default/Payments'],
                },
              },
            ],
          },
        }),
      ).resolves.toEqual(
        conditional({
          allOf: [
            rule('hasType', { types: ['laptop'] }),
            rule('inLocation', { locationIds: ['LISBON'] }),
            rule('isOwner', { claims: ['group:default/payments'] }),
          ],
        }),
      );
    });

    it('opens nothing at all once their last day is over', async () => {
      await expect(
        decide(itamAssetReadPermission, assessor, {
          on: '2026-12-31T23:59:59Z',
        }),
      ).resolves.not.toEqual(DENY);
      for (const permission of itamPermissions) {
        await expect(
          decide(permission, assessor, { on: '2027-01-01T00:00:00Z' }),
        ).resolves.toEqual(DENY);
      }
    });
  });

  it.each<[Permission, string[]]>([
    [itamSourceRunPermission, ['asset-managers', 'registrars', 'platform']],
    [itamCostUpdatePermission, ['asset-managers', 'finance']],
    [itamHistoryErasePermission, ['registrars']],
    [itamAssetHoldPermission, ['security']],
    [itamSettingsUpdatePermission, ['asset-managers', 'registrars']],
  ])('keeps $name to those it is for', async (permission, groups) => {
    const allowed: string[] = [];
    for (const binding of Object.values(roles).flat()) {
      const ref = typeof binding === 'string' ? binding : binding.ref;
      const decision = await decide(permission, aUser(ref));
      if (decision?.result === AuthorizeResult.ALLOW) {
        allowed.push(ref.replace('group:default/', ''));
      }
    }
    expect(allowed).toEqual(groups);
  });

  it('lets engineers see what things cost, and others only with a role that looks at money', async () => {
    const bindings = { ...roles, engineer: ['group:default/engineering'] };
    const seen = (group: string) =>
      decide(itamCostReadPermission, aUser(`group:default/${group}`), {
        bindings,
      });
    await expect(seen('engineering')).resolves.toEqual(ALLOW);
    await expect(seen('finance')).resolves.toEqual(ALLOW);
    await expect(seen('stores')).resolves.toEqual(DENY);
    await expect(seen('platform')).resolves.toEqual(DENY);
  });

  it.each([
    itamSourceReadPermission,
    itamSettingsReadPermission,
    itamAssetCreatePermission,
  ])('lets everybody who signed in use $name', async permission => {
    await expect(decide(permission)).resolves.toEqual(ALLOW);
  });

  it('lets no person follow the feed, whatever their roles', async () => {
    const everyGroup = Object.values(roles)
      .flat()
      .map(binding => (typeof binding === 'string' ? binding : binding.ref));
    await expect(
      decide(itamFeedReadPermission, aUser(...everyGroup)),
    ).resolves.toEqual(DENY);
  });

  it('gives nothing to callers without a user', async () => {
    const policy = ItamPermissionPolicy.create({ roles });
    for (const permission of itamPermissions) {
      await expect(policy.handle({ permission })).resolves.toEqual(DENY);
    }
  });

  it.each(['itam.audit.start', 'itam.toString', 'itam.'])(
    'gives %s, which it does not know, to nobody',
    async name => {
      await expect(
        decide(
          createPermission({ name, attributes: {} }),
          aUser('group:default/asset-managers'),
        ),
      ).resolves.toEqual(DENY);
    },
  );

  it('gives nothing of what objects have by nature', async () => {
    await expect(
      ItamPermissionPolicy.create({ roles }).handle(
        { permission: createPermission({ name: 'toString', attributes: {} }) },
        aUser(),
      ),
    ).resolves.toBeUndefined();
  });

  it('shows somebody without any refs only what engineers see', async () => {
    const nobody = aUser();
    nobody.info.ownershipEntityRefs = [];
    await expect(decide(itamAssetReadPermission, nobody)).resolves.toEqual(
      conditional(rule('hasCategory', { categories: engineering })),
    );
    await expect(
      decide(itamAssetTransitionPermission, nobody),
    ).resolves.toEqual(DENY);
  });

  it('binds roles without regard to case', async () => {
    await expect(
      decide(itamSourceRunPermission, aUser('group:default/platform'), {
        bindings: { sourceOperator: ['Group:default/Platform'] },
      }),
    ).resolves.toEqual(ALLOW);
  });

  it.each<[unknown, string]>([
    [{ auditor: ['auditors'] }, 'auditor.0: must be a full entity ref'],
    [
      { stockroom: ['group:default/stores'] },
      'stockroom.0: must name a ref and the locations it keeps',
    ],
    [
      { stockroom: [{ ref: 'group:default/stores', locations: [] }] },
      'stockroom.0.locations',
    ],
    [
      { superUser: ['group:default/av-team'] },
      'superUser.0: must name a ref and its asset types',
    ],
    [
      {
        externalAuditor: [
          {
            ref: 'user:default/x',
            until: 'soon',
            scope: { types: ['laptop'] },
          },
        ],
      },
      'externalAuditor.0.until: must be the last day they may look',
    ],
    [
      {
        externalAuditor: [
          { ref: 'user:default/x', until: '2026-12-31', scope: {} },
        ],
      },
      'externalAuditor.0.scope: must name categories, types, locations or owners',
    ],
    [{ superuser: [] }, 'itam.permission.roles'],
  ])('refuses the binding %j, and says where it is', (bindings, message) => {
    expect(() =>
      // what stands in a configuration is not typed
      ItamPermissionPolicy.create({ roles: bindings as RoleBindings }),
    ).toThrow(message);
  });
});
