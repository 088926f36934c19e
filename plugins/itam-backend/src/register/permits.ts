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

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  AssetAccess,
  AssetCondition,
  NOWHERE,
  PermittedAssets,
} from './access';
import type { AccessFacts } from './AssetStore';

/**
 * Whether an access takes in one asset: the same answer the database gives, for
 * an asset at hand, such as one that is about to be registered.
 */
export function permits(
  access: AssetAccess | 'none',
  asset: AccessFacts,
): boolean {
  if (access === 'all' || access === 'none') {
    return access === 'all';
  }
  return meetsCriteria(asset, access);
}

/** What is known of something that is not registered yet. */
export interface UnregisteredAsset {
  id: string;
  category: string;
  type: string;
  location?: string | null;
  owner?: string | null;
  custodian?: string | null;
  consumer?: string | null;
}

/**
 * What permission rules look at, of assets that are not registered yet, in
 * their order. What they will support is not looked at.
 */
export async function factsOfUnregistered(
  drafts: UnregisteredAsset[],
  assets: Pick<PermittedAssets, 'placesOf'>,
): Promise<AccessFacts[]> {
  const places = await assets.placesOf(
    drafts.flatMap(({ location }) => location ?? []),
  );
  return drafts.map(({ id, category, type, location, ...holders }) => ({
    id,
    category,
    type,
    location: location ?? undefined,
    places: places.get(location ?? '') ?? [],
    claims: (['owner', 'custodian', 'consumer'] as const).flatMap(reason => {
      const ref = holders[reason];
      return ref ? [{ ref, reason }] : [];
    }),
  }));
}

/** Whether one condition of a permission is met by an asset. */
export function meets(asset: AccessFacts, wanted: AssetCondition): boolean {
  switch (wanted.kind) {
    case 'claim':
      return asset.claims.some(
        ({ reason, ref }) =>
          reason === wanted.reason && wanted.refs.includes(ref),
      );
    case 'category':
      return wanted.values.includes(asset.category);
    case 'type':
      return wanted.values.includes(asset.type);
    case 'location':
      return isInside(asset, wanted.values);
    default:
      return wanted satisfies never;
  }
}

function meetsCriteria(
  asset: AccessFacts,
  criteria: PermissionCriteria<AssetCondition>,
): boolean {
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meetsCriteria(asset, part));
  }
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meetsCriteria(asset, part));
  }
  if ('not' in criteria) {
    return !meetsCriteria(asset, criteria.not);
  }
  return meets(asset, criteria);
}

/** Codes are told apart without regard to case, as the location tree does. */
function isInside(asset: AccessFacts, idsOrCodes: string[]): boolean {
  const codes = new Set(idsOrCodes.map(code => code.toLowerCase()));
  return (
    (asset.location === undefined && idsOrCodes.includes(NOWHERE)) ||
    asset.places.some(
      ({ id, code }) =>
        idsOrCodes.includes(id) || codes.has(code.toLowerCase()),
    )
  );
}
