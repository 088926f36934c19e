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

import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { SortDescriptor, useTable } from '@backstage/ui';
import { AssetItem, itamRoutes } from '@itam/plugin-itam-common';
import { useMemo, useRef } from 'react';
import { itamApiRef } from '../api';
import { useReloadOnSignal } from '../shared';
import { AssetsQuery, AssetsQueryState } from './useAssetsQuery';

const PAGE_SIZES = [25, 50, 100, 200];

/**
 * The assets of the register, or of one entity, as a table with server-side
 * filter, sort and cursor pages. The first page is read again when assets
 * change; whoever has paged on keeps their place.
 */
export function useAssets(options: {
  state: AssetsQueryState;
  entityRef?: string;
  texts: { total(count: number): string; pageSize(count: number): string };
}) {
  const { state, entityRef, texts } = options;
  const { query, sortBy } = state;
  const api = useApi(itamApiRef);
  // The table reads again whenever one of these is another object.
  const sort = useMemo(() => toDescriptor(query.sort), [query.sort]);
  const filter = useMemo(() => ({ query, entityRef }), [query, entityRef]);

  const onFirstPage = useRef(true);

  const table = useTable<AssetItem, { query: AssetsQuery; entityRef?: string }>(
    {
      mode: 'cursor',
      sort,
      onSortChange: descriptor => sortBy(sortAfter(query.sort, descriptor)),
      filter,
      paginationOptions: {
        pageSize: PAGE_SIZES[0],
        pageSizeOptions: PAGE_SIZES.map(value => ({
          value,
          label: texts.pageSize(value),
        })),
        getLabel: ({ totalCount }) => texts.total(totalCount ?? 0),
      },
      getData: async ({ cursor, pageSize, signal }) => {
        onFirstPage.current = cursor === undefined;
        const list = {
          ...filterOf(query),
          sort: query.sort,
          total: 'true' as const,
          limit: pageSize,
          cursor,
        };
        const { items, nextCursor, totalItems } = entityRef
          ? await api.call(itamRoutes.entityAssets, {
              params: parseEntityRef(entityRef),
              query: list,
              signal,
            })
          : await api.call(itamRoutes.listAssets, { query: list, signal });
        return { data: items, nextCursor, totalCount: totalItems };
      },
    },
  );
  useReloadOnSignal({
    concerns: () => onFirstPage.current,
    reload: table.reload,
    withinMs: 3000,
  });
  return table;
}

/** The filters of a query in the words of the API. */
export function filterOf(query: AssetsQuery) {
  return {
    ...query.values,
    disputed: query.disputed ? ('true' as const) : undefined,
    q: query.search || undefined,
    location: query.location ? [query.location] : undefined,
  };
}

function toDescriptor(sort: string): SortDescriptor {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

/** Whoever sorts by cost looks for the dearest first. */
function sortAfter(present: string, next: SortDescriptor): string {
  const first = next.column === 'cost' && !/^-?cost$/.test(present);
  return first || next.direction === 'descending'
    ? `-${next.column}`
    : String(next.column);
}
