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
import { custodyRoutes, ResolutionRequest } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useAction } from '../lifecycle';
import { usePages } from '../shared';

/** What is said against the record of an asset, newest first. */
export function useDiscrepancies(assetId: string, count: number) {
  const api = useApi(itamApiRef);
  return usePages(['discrepancies', assetId, count], (cursor, signal) =>
    api.call(custodyRoutes.listDiscrepancies, {
      query: { asset: assetId, state: 'open', cursor },
      signal,
    }),
  );
}

/** Closes a discrepancy. */
export function useResolve() {
  const api = useApi(itamApiRef);
  return useAction((id: string, body: ResolutionRequest) =>
    api.call(custodyRoutes.resolveDiscrepancy, { params: { id }, body }),
  );
}
