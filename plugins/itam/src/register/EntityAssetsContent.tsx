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
import { EntityAssetsTable } from './AssetsTable';
import { useAssetsQuery } from './useAssetsQuery';

/**
 * The assets of an entity as a list, for a tab of its page.
 *
 * @public
 */
export const EntityAssetsContent = () => {
  const { entity } = useEntity();
  const state = useAssetsQuery();
  return (
    <NamesProvider of={['types']}>
      <EntityAssetsTable state={state} entityRef={stringifyEntityRef(entity)} />
    </NamesProvider>
  );
};
