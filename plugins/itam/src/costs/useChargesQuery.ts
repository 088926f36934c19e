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

import {
  monthSchema,
  UnattributedReason,
  unattributedReasons,
} from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { CostFilterName, CostFilters, parseFilters } from './costFilters';

/** The orders of the lines. */
export const chargeSorts = [
  '-effective',
  'effective',
  '-billed',
  'billed',
] as const;

/** @see chargeSorts */
export type ChargeSort = (typeof chargeSorts)[number];

/** Which lines are shown, as the address keeps it. */
export interface ChargesQuery {
  filters: CostFilters;
  from?: string;
  to?: string;
  asset?: string;
  reason?: UnattributedReason;
  sort: ChargeSort;
}

/** Reads which lines are shown from an address. */
export function parseChargesQuery(parameters: URLSearchParams): ChargesQuery {
  const month = (name: string) =>
    monthSchema.safeParse(parameters.get(name)).data;
  return {
    filters: parseFilters(parameters),
    from: month('from'),
    to: month('to'),
    asset: parameters.get('asset') ?? undefined,
    reason: unattributedReasons.find(
      reason => reason === parameters.get('reason'),
    ),
    sort:
      chargeSorts.find(sort => sort === parameters.get('sort')) ?? '-effective',
  };
}

/** Keeps which lines are shown in the address of the page. */
export function useChargesQuery() {
  const [parameters, setParameters] = useSearchParams();
  return useMemo(() => {
    const change = (edit: (next: URLSearchParams) => void) =>
      setParameters(before => {
        const next = new URLSearchParams(before);
        edit(next);
        return next;
      });
    return {
      query: parseChargesQuery(parameters),
      sortBy: (sort: string) => change(next => next.set('sort', sort)),
      without: (name: CostFilterName | 'asset' | 'reason') =>
        change(next => next.delete(name)),
    };
  }, [parameters, setParameters]);
}
