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
import { Costs, itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef, ItamApi } from '../api';
import { useRead } from '../shared';
import { filterQuery } from './costFilters';
import { ChargesQuery } from './useChargesQuery';

/** The months lines are of, and what they add up to. */
export interface ChargesTotal {
  from: string;
  to: string;
  /** Left out where the API knows no total of what is chosen. */
  total?: Costs;
}

/** What the lines add up to, as the API works it out. */
export function useChargesTotal(query: ChargesQuery) {
  const api = useApi(itamApiRef);
  const { sort: _, ...chosen } = query;
  return useRead([chosen], signal => readTotal(api, chosen, signal));
}

async function readTotal(
  api: ItamApi,
  chosen: Omit<ChargesQuery, 'sort'>,
  signal: AbortSignal,
): Promise<ChargesTotal> {
  const { filters, asset, reason, from, to } = chosen;
  if (asset) {
    const costs = await api.call(itamRoutes.assetCosts, {
      params: { id: asset },
      query: { from, to },
      signal,
    });
    const narrowed = reason || Object.keys(filters).length > 0;
    return {
      from: costs.from,
      to: costs.to,
      total: narrowed ? undefined : costs.total,
    };
  }
  const report = await api.call(itamRoutes.listCosts, {
    query: {
      ...filterQuery(filters),
      groupBy: reason === 'no-owner' ? 'owner' : 'entity',
      from,
      to,
      limit: 1,
    },
    signal,
  });
  const { reasons } = report.unattributed;
  return {
    from: report.from,
    to: report.to,
    total: reason
      ? reasons.find(candidate => candidate.reason === reason)
      : report.total,
  };
}
