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

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  AssetTypeLibrary,
  itamAssetPermissions,
  itamPermissions,
} from '@itam/plugin-itam-common';
import { grants, reservedForServices } from './grants';
import { agreementTypes } from './reaches';
import { grantsTable } from './__testUtils__/grantsTable';

const rows = Object.entries(grants);
const permissions = new Map<string, Permission>(
  itamPermissions.map(permission => [permission.name, permission]),
);

describe('the table of grants', () => {
  it('decides every permission there is, and none there is not', () => {
    const decided = new Set([
      ...rows.flatMap(([, own]) => Object.keys(own)),
      ...reservedForServices,
    ]);
    expect([...decided].sort()).toEqual([...permissions.keys()].sort());
  });

  it('gives nothing that is reserved for services', () => {
    for (const [, own] of rows) {
      expect(Object.keys(own)).not.toEqual(
        expect.arrayContaining(reservedForServices),
      );
    }
  });

  it('bounds only permissions that concern one asset', () => {
    for (const [, own] of rows) {
      for (const [name, reaches] of Object.entries(own)) {
        const permission = permissions.get(name)!;
        expect(
          isResourcePermission(permission) || reaches.join() === 'all',
        ).toBe(true);
      }
    }
  });

  it('shows every role what it may act on', () => {
    for (const [, own] of rows) {
      const seen = own['itam.asset.read'] ?? [];
      const acting = itamAssetPermissions.flatMap(
        ({ name }) => own[name] ?? [],
      );
      const unseen = seen.includes('all')
        ? []
        : acting.filter(reach => !seen.includes(reach));
      expect(unseen).toEqual([]);
    }
  });

  it('lets find by search, which hides nothing, only those who see everything', () => {
    for (const [, own] of rows) {
      expect('itam.search' in own).toBe(
        (own['itam.asset.read'] ?? []).includes('all'),
      );
    }
  });

  it('lets who acts in a lifecycle role move the same assets', () => {
    for (const [, own] of rows) {
      const acting = Object.entries(own)
        .filter(([name]) => name.startsWith('itam.role.'))
        .flatMap(([, reaches]) => reaches);
      expect(own['itam.asset.transition'] ?? []).toEqual(
        expect.arrayContaining(acting),
      );
    }
  });

  it('names only asset types that come with the plugins', () => {
    const types = AssetTypeLibrary.create();
    expect(agreementTypes.map(type => types.get(type).id)).toEqual(
      agreementTypes,
    );
  });

  it('is what the documentation says', async () => {
    const documented = await readFile(
      resolve(__dirname, '../../../docs/permissions.md'),
      'utf8',
    );
    expect(documented.replace(/[ -]*\|[ -]*/g, '|')).toContain(
      grantsTable().replace(/[ -]*\|[ -]*/g, '|'),
    );
  });
});
