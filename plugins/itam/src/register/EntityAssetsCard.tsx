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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { NamesProvider } from '../names';
import { AssetCard } from './AssetCard';
import { AssetSummaryCard } from './AssetSummaryCard';

/** Links a published entity to its asset. */
export const ASSET_TAG_ANNOTATION = 'itam/asset-tag';

/**
 * The assets of an entity in figures; on an entity that is itself a published
 * asset, the facts of that asset.
 *
 * @public
 */
export const EntityAssetsCard = () => {
  const { entity } = useEntity();
  const tag = entity.metadata.annotations?.[ASSET_TAG_ANNOTATION];
  return tag ? (
    <NamesProvider of={['types']}>
      <AssetCard tag={tag} />
    </NamesProvider>
  ) : (
    <NamesProvider of={['sources']}>
      <AssetSummaryCard entityRef={stringifyEntityRef(entity)} />
    </NamesProvider>
  );
};
