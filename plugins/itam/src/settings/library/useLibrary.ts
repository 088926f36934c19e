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
import { itamApiRef } from '../../api';
import { readAll } from '../../names/readAll';
import { usePages, useRead } from '../../shared';

const PAGE = 200;

/** Every asset type in force. */
export function useAssetTypes() {
  const api = useApi(itamApiRef);
  return useRead(['types'], signal =>
    readAll(cursor =>
      api.call(itamRoutes.listAssetTypes, {
        query: { limit: PAGE, cursor },
        signal,
      }),
    ),
  );
}

/** One asset type in full. */
export function useTypeDetail(id: string) {
  const api = useApi(itamApiRef);
  return useRead([id], signal =>
    api.call(itamRoutes.getAssetType, { params: { id }, signal }),
  );
}

/** Every lifecycle model in its newest version. */
export function useLifecycleModels() {
  const api = useApi(itamApiRef);
  return usePages(['models'], (cursor, signal) =>
    api.call(itamRoutes.listLifecycleModels, {
      query: { limit: 50, cursor },
      signal,
    }),
  );
}

/** One lifecycle model in full, in its newest version or another. */
export function useModelDetail(id: string, version?: number) {
  const api = useApi(itamApiRef);
  return useRead([id, version], signal =>
    api.call(itamRoutes.getLifecycleModel, {
      params: { id },
      query: { version },
      signal,
    }),
  );
}

/** The kinds of relation in force. */
export function useRelationKinds() {
  const api = useApi(itamApiRef);
  return usePages(['relation-kinds'], (cursor, signal) =>
    api.call(itamRoutes.listRelationKinds, {
      query: { limit: 50, cursor },
      signal,
    }),
  );
}

/** The policies as configured. */
export function usePolicies() {
  const api = useApi(itamApiRef);
  return useRead(['policies'], signal =>
    api.call(itamRoutes.getPolicies, { signal }),
  );
}
