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

import type { AssetTypeLibrary } from '@itam/plugin-itam-common';
import type { PermittedAssets } from '../../register/access';
import { factsOfUnregistered, permits } from '../../register/permits';
import type { BulkRights } from '../runs/BulkRunStore';
import { PlannedRow, rejectedRow } from '../runs/plan';

/**
 * Nobody registers from a file what they could not change once it is there: a
 * new asset has to be theirs, or of a kind their role is for.
 */
export async function refuseForeign(
  rows: PlannedRow[],
  ground: {
    rights: BulkRights;
    permitted: PermittedAssets;
    types: AssetTypeLibrary;
  },
): Promise<PlannedRow[]> {
  const { rights, permitted, types } = ground;
  const registrations = rows.flatMap(row =>
    row.creates && row.apply.length > 0 ? [{ row, ...row.apply[0] }] : [],
  );
  if (rights.update === 'all' || registrations.length === 0) {
    return rows;
  }
  const facts = await factsOfUnregistered(
    registrations.map(({ assetId, change }) => {
      const type = types.get(change.type ?? '');
      const { location, owner, custodian, consumer } = change.facts;
      return {
        id: assetId,
        type: type.id,
        category: type.category,
        location,
        owner,
        custodian,
        consumer,
      };
    }),
    permitted,
  );
  const foreign = new Set(
    registrations
      .filter((_, index) => !permits(rights.update, facts[index]))
      .map(({ row }) => row),
  );
  return rows.map(row =>
    foreign.has(row)
      ? rejectedRow(row, {
          reason:
            'you could not change it once it is registered: the permission itam.asset.update is needed for it; name an owner you belong to, or ask an asset manager',
        })
      : row,
  );
}
