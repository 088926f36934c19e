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

import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { monthSchema } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  CostFilters,
  costFilterNames,
  holdsServices,
  parseFilters,
  ShownGrouping,
  shownGroupings,
} from './costFilters';
import { CostView, costViews } from './lens';

/** The spans that end with the last month there are charges of. */
export const SPANS = [3, 6, 12] as const;

/** The currency that stands for none: each currency is shown apart. */
export const APART = 'apart';

/** Which months are shown: so many last ones, or from one to another. */
export type Span = { last: number } | { from: string; to: string };

/** What the page of costs shows, as its address keeps it. */
export interface CostsQuery {
  filters: CostFilters;
  groupBy: ShownGrouping;
  span: Span;
  view: CostView;
  /** The currency everything is converted to; none: each apart. */
  currency?: string;
}

/** The query, and the ways to change it. */
export interface CostsQueryState {
  query: CostsQuery;
  change(parameters: Record<string, string | undefined>): void;
  clear(): void;
}

/** Reads what the page shows from an address. */
export function parseCostsQuery(
  parameters: URLSearchParams,
  reportingCurrency?: string,
): CostsQuery {
  const filters = parseFilters(parameters);
  const currency = parameters.get('currency') ?? reportingCurrency;
  return {
    filters,
    groupBy:
      shownGroupings.find(group => group === parameters.get('group')) ??
      defaultGrouping(filters),
    span: spanOf(parameters),
    view:
      costViews.find(view => view === parameters.get('view')) ?? 'effective',
    currency: currency === APART ? undefined : currency,
  };
}

/** Of one service its cloud services; of anything else the services in it. */
function defaultGrouping({ entity, scope }: CostFilters): ShownGrouping {
  return entity || (scope && !holdsServices(scope)) ? 'service' : 'entity';
}

function spanOf(parameters: URLSearchParams): Span {
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  if (isMonth(from) && isMonth(to) && from <= to) {
    return { from, to };
  }
  const last = Number(parameters.get('months'));
  return { last: SPANS.find(months => months === last) ?? 6 };
}

function isMonth(text: string | null): text is string {
  return monthSchema.safeParse(text).success;
}

/** Keeps what the page of costs shows in its address. */
export function useCostsQuery(): CostsQueryState {
  const reportingCurrency = useApi(configApiRef).getOptionalString(
    'itam.reportingCurrency',
  );
  const [parameters, setParameters] = useSearchParams();
  return useMemo(
    () => ({
      query: parseCostsQuery(parameters, reportingCurrency),
      change: changes =>
        setParameters(before => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        }),
      clear: () =>
        setParameters(before => {
          const next = new URLSearchParams(before);
          [...costFilterNames, 'from', 'to', 'months'].forEach(name =>
            next.delete(name),
          );
          return next;
        }),
    }),
    [parameters, setParameters, reportingCurrency],
  );
}
