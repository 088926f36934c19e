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
} from '@backstage/plugin-permission-common';
import { itamFeedReadPermission } from '@itam/plugin-itam-common';
import { aUser, roles } from './__testUtils__/askers';
import { composePolicies } from './composePolicies';
import { ItamPermissionPolicy } from './ItamPermissionPolicy';

const ALLOW = { result: AuthorizeResult.ALLOW };
const DENY = { result: AuthorizeResult.DENY };

const catalogRead = createPermission({
  name: 'catalog.entity.read',
  attributes: {},
});
const itam = ItamPermissionPolicy.create({ roles });
const allowAll = { handle: async () => ALLOW };

describe('composePolicies', () => {
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
