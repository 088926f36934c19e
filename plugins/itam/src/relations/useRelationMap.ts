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
import { itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useRead } from '../shared';

/** What somebody wants to see of what is around an asset. */
export interface MapView {
  /** Steps to go. */
  depth: number;
  /** Kinds of relation to follow; all, if none is named. */
  types: string[];
}

/** What is around an asset, both ways. */
export function useRelationMap(
  asset: { id: string; version?: number },
  view: MapView,
  limit: number,
) {
  const api = useApi(itamApiRef);
  const { depth, types } = view;
  return useRead([asset.id, asset.version, depth, types, limit], signal =>
    api.call(itamRoutes.assetMap, {
      params: { id: asset.id },
      query: { depth, types, limit },
      signal,
    }),
  );
}
