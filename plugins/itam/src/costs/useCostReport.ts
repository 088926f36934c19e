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
  addMonths,
  CostGroup,
  CostReport,
  itamRoutes,
} from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { usePages } from '../shared';
import { filterQuery } from './costFilters';
import { CostsQuery, Span } from './useCostsQuery';

/** The span the API answers with when none is asked for. */
const DEFAULT_SPAN = 6;

/** The costs of the months asked for, in groups, largest first. */
export function useCostReport(query: CostsQuery) {
  const api = useApi(itamApiRef);
  const { filters, groupBy, span, currency } = query;
  return usePages<CostGroup, CostReport>(
    [filters, groupBy, span, currency],
    async (cursor, signal) => {
      const costs = {
        ...filterQuery(filters),
        groupBy,
        currency,
        limit: 50,
        cursor,
      };
      const months = await monthsOf(span, async () => {
        const { to } = await api.call(itamRoutes.listCosts, {
          query: { groupBy: 'month', limit: 1 },
          signal,
        });
        return to;
      });
      return api.call(itamRoutes.listCosts, {
        query: { ...costs, ...months },
        signal,
      });
    },
  );
}

async function monthsOf(span: Span, lastMonth: () => Promise<string>) {
  if ('from' in span) {
    return span;
  }
  if (span.last === DEFAULT_SPAN) {
    return {};
  }
  const to = await lastMonth();
  return { from: addMonths(to, 1 - span.last), to };
}
