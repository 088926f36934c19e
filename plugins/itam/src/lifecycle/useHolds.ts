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
import { usePages } from '../shared';
import { useAction } from './useAction';

/** Which legal holds are shown. */
export interface HoldFilter {
  asset?: string;
  open?: boolean;
}

/** Legal holds, newest first. */
export function useHolds(filter: HoldFilter, version?: number) {
  const api = useApi(itamApiRef);
  return usePages(['holds', filter, version], (cursor, signal) =>
    api.call(itamRoutes.listHolds, {
      query: {
        asset: filter.asset,
        open: filter.open === undefined ? undefined : flag(filter.open),
        cursor,
      },
      signal,
    }),
  );
}

/** Places a legal hold on an asset. */
export function usePlaceHold(assetId: string) {
  const api = useApi(itamApiRef);
  return useAction((body: { matter: string; reason?: string }) =>
    api.call(itamRoutes.placeHold, { params: { id: assetId }, body }),
  );
}

/** Asks for the release of a hold, or, as the second person, releases it. */
export function useReleaseHold() {
  const api = useApi(itamApiRef);
  return useAction((id: string, reason: string) =>
    api.call(itamRoutes.releaseHold, { params: { id }, body: { reason } }),
  );
}

/** A yes or no as a query has it. */
function flag(value: boolean) {
  return value ? ('true' as const) : ('false' as const);
}
