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
import { AssetTypeItem, itamRoutes } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { itamApiRef } from '../api';
import { useRead, words } from '../shared';

/** Asset types as far as the reader may see them. */
export interface AssetTypes {
  get(id: string): AssetTypeItem | undefined;
  /** The title of a type; its identifier in words if it is not known. */
  title(id: string): string;
}

/** The asset types in force. Their absence is no error: titles fall back. */
export function useAssetTypes(): AssetTypes {
  const api = useApi(itamApiRef);
  const { value } = useRead(['asset-types'], async signal => {
    const types = new Map<string, AssetTypeItem>();
    let cursor: string | undefined;
    do {
      const page = await api.call(itamRoutes.listAssetTypes, {
        query: { limit: 200, cursor },
        signal,
      });
      page.items.forEach(type => types.set(type.id, type));
      cursor = page.nextCursor;
    } while (cursor);
    return types;
  });
  return useMemo(
    () => ({
      get: id => value?.get(id),
      title: id => value?.get(id)?.title ?? words(id),
    }),
    [value],
  );
}
