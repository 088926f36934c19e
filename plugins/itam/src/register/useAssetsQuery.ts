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

import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { assetFacetFields, assetSortFields } from '@itam/plugin-itam-common';

/** The filters of the list that a person can choose values of. */
export type AssetFilterName = (typeof assetFacetFields)[number];

/** What the list shows, as the address of the page keeps it. */
export interface AssetsQuery {
  values: Record<AssetFilterName, string[]>;
  disputed: boolean;
  search: string;
  /** A field of the list, with a minus sign for descending. */
  sort: string;
  /** Only what is at this location. */
  location?: string;
  /** The columns chosen, besides the name; none: the usual ones. */
  columns: string[];
  /** Only the assets of this entity. */
  entityRef?: string;
}

/** The query, and the ways to change it; each leaves an entry to go back to. */
export interface AssetsQueryState {
  query: AssetsQuery;
  isFiltered: boolean;
  choose(name: AssetFilterName, values: string[]): void;
  chooseDisputed(disputed: boolean): void;
  search(text: string): void;
  sortBy(sort: string): void;
  showColumns(columns: string[]): void;
  /** Shows something else altogether. */
  show(parameters: URLSearchParams): void;
  leaveEntity(): void;
  clear(): void;
}

const DEFAULT_SORT = 'name';
const filterParameters = [...assetFacetFields, 'disputed', 'q', 'location'];
const sortable = assetSortFields.flatMap(field => [field, `-${field}`]);

/** Reads what the list shows from an address, leaving out what it cannot be. */
export function parseAssetsQuery(parameters: URLSearchParams): AssetsQuery {
  const valuesOf = (name: AssetFilterName) =>
    parameters.getAll(name).filter(Boolean);
  const sort = parameters.get('sort') ?? DEFAULT_SORT;
  return {
    values: {
      category: valuesOf('category'),
      type: valuesOf('type'),
      status: valuesOf('status'),
      owner: valuesOf('owner'),
      environment: valuesOf('environment'),
      provider: valuesOf('provider'),
      source: valuesOf('source'),
    },
    disputed: parameters.get('disputed') === 'true',
    search: parameters.get('q') ?? '',
    sort: sortable.includes(sort) ? sort : DEFAULT_SORT,
    location: parameters.get('location') ?? undefined,
    columns: parameters.getAll('column').filter(Boolean),
    entityRef: parameters.get('entity') ?? undefined,
  };
}

/** Keeps what the list shows in the address of the page. */
export function useAssetsQuery(): AssetsQueryState {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parseAssetsQuery(parameters), [parameters]);

  return useMemo(() => {
    const change = (
      edit: (next: URLSearchParams) => void,
      options?: { replace: boolean },
    ) =>
      setParameters(before => {
        const next = new URLSearchParams(before);
        edit(next);
        return next;
      }, options);
    const put = (next: URLSearchParams, name: string, values: string[]) => {
      next.delete(name);
      values.forEach(value => next.append(name, value));
    };
    return {
      query,
      isFiltered: filterParameters.some(name => parameters.has(name)),
      choose: (name, values) => change(next => put(next, name, values)),
      chooseDisputed: disputed =>
        change(next => put(next, 'disputed', disputed ? ['true'] : [])),
      search: text =>
        change(next => put(next, 'q', text ? [text] : []), { replace: true }),
      sortBy: sort =>
        change(next => put(next, 'sort', sort === DEFAULT_SORT ? [] : [sort])),
      showColumns: columns =>
        change(next => put(next, 'column', columns), { replace: true }),
      show: next => setParameters(next),
      leaveEntity: () => change(next => next.delete('entity')),
      clear: () =>
        change(next => filterParameters.forEach(name => next.delete(name))),
    };
  }, [query, parameters, setParameters]);
}
