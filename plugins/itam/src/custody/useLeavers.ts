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
import {
  custodyRoutes,
  SettleInput,
  SettleResult,
} from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useAction } from '../lifecycle';
import { usePages } from '../shared';

/** A person or team as the address names it. */
export interface LeaverPath {
  kind: string;
  namespace: string;
  name: string;
}

/** Who leaves and still holds assets. */
export function useLeavers(overdue: boolean) {
  const api = useApi(itamApiRef);
  return usePages(['leavers', overdue], (cursor, signal) =>
    api.call(custodyRoutes.listLeavers, {
      query: { overdue: overdue ? 'true' : undefined, cursor },
      signal,
    }),
  );
}

/** What somebody holds. */
export function useHoldings(path: LeaverPath) {
  const api = useApi(itamApiRef);
  return usePages(['holdings', path], (cursor, signal) =>
    api.call(custodyRoutes.leaverHoldings, {
      params: { ...path },
      query: { cursor },
      signal,
    }),
  );
}

/** Hands on or takes back everything, call by call until the end. */
export function useSettle(path: LeaverPath) {
  const api = useApi(itamApiRef);
  return useAction(
    async (body: Omit<SettleInput, 'cursor'>): Promise<SettleResult> => {
      const all: SettleResult = { done: 0, refused: 0, items: [] };
      let cursor: string | undefined;
      do {
        const part = await api.call(custodyRoutes.settleLeaver, {
          params: { ...path },
          body: { ...body, cursor },
        });
        all.done += part.done;
        all.refused += part.refused;
        all.items.push(...part.items);
        cursor = part.nextCursor;
      } while (cursor);
      return all;
    },
  );
}
