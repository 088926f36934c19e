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

import type { RelationType } from '../relations';
import type { AssetState } from '../register';
import type { PublishedAsset } from './publications';
import { toEntity } from './toEntity';

/** Relations by which one asset stands on another. @public */
export const dependencyRelationTypes: RelationType[] = [
  'depends-on',
  'runs-on',
  'installed-on',
  'licensed-by',
];

/** The id its cloud provider gave an asset. @public */
export function providerIdOf(
  asset: Pick<AssetState, 'keys'>,
): string | undefined {
  return asset.keys.find(({ type }) => type === 'provider-id')?.value;
}

/** What a publication carries of an asset. @public */
export function publishedAssetOf(state: AssetState): PublishedAsset {
  const { fields, keys, ...asset } = state;
  return { ...asset, providerId: providerIdOf(state) };
}

/**
 * Whether two states of an asset make the same entity: then there is nothing
 * to publish again, however much else of the asset changed.
 *
 * @public
 */
export function makeTheSameEntity(one: AssetState, other: AssetState): boolean {
  return appearance(one) === appearance(other);
}

function appearance(state: AssetState): string {
  const entity = toEntity({
    publication: {
      assetId: state.id,
      tag: state.tag,
      version: 0,
      tombstone: false,
      pending: true,
      asset: publishedAssetOf(state),
    },
    unownedOwner: '-',
  });
  const standsOn = state.relations.flatMap(({ type, toAssetId }) =>
    toAssetId && dependencyRelationTypes.includes(type) ? [toAssetId] : [],
  );
  return JSON.stringify([entity, [...new Set(standsOn)].sort()]);
}
