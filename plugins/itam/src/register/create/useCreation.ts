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

import { useApi } from '@backstage/core-plugin-api';
import { AssetCreation, itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useAction } from '../../lifecycle';
import { readAll } from '../../names';
import { useRead } from '../../shared';

const PAGE = 200;

/** Every asset type that can be registered. */
export function useAssetTypes() {
  const api = useApi(itamApiRef);
  return useRead(['asset-types'], async signal => {
    const types = await readAll(cursor =>
      api.call(itamRoutes.listAssetTypes, {
        query: { limit: PAGE, cursor },
        signal,
      }),
    );
    return types.filter(({ unit }) => unit !== 'fold');
  });
}

/** The transitions that bring an asset of a type into being. */
export function useCreationTransitions(type: string) {
  const api = useApi(itamApiRef);
  return useRead(['creation-transitions', type], async signal => {
    const { items } = await api.call(itamRoutes.creationTransitions, {
      params: { type },
      signal,
    });
    return items;
  });
}

/** Registers an asset. */
export function useCreateAsset(onRefused: (error: Error) => void) {
  const api = useApi(itamApiRef);
  return useAction(
    (body: AssetCreation) => api.call(itamRoutes.createAsset, { body }),
    onRefused,
  );
}
