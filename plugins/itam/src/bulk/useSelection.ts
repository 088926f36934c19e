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

import { BulkSelectionInput } from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { filterOf } from '../register/useAssets';
import { AssetsQuery } from '../register/useAssetsQuery';

type Keys = 'all' | Set<string | number>;

/**
 * The assets of a list a person takes: some by hand, page after page, or all
 * that match its filters.
 */
export function useSelection(options: {
  query: AssetsQuery;
  /** Ids of the page shown. */
  shown: string[];
  total: number | undefined;
}) {
  const { query, shown, total } = options;
  const key = JSON.stringify([query.values, query.disputed, query.search]);
  const [state, setState] = useState<{
    key: string;
    ids: ReadonlySet<string>;
    all: boolean;
  }>({ key, ids: new Set(), all: false });
  // What was taken under other filters is not meant any more.
  const { ids, all } =
    state.key === key ? state : { ids: new Set<string>(), all: false };

  return useMemo(() => {
    const put = (next: Iterable<string>, everything = false) =>
      setState({ key, ids: new Set(next), all: everything });
    const selection: BulkSelectionInput = all
      ? { filter: { ...query.values, ...filterWords(query) } }
      : { ids: [...ids] };
    return {
      all,
      count: all ? total ?? 0 : ids.size,
      /** There are more than were taken by hand. */
      mayTakeAll:
        !all && ids.size > 0 && total !== undefined && total > ids.size,
      ids: [...ids],
      selection,
      table: {
        mode: 'multiple' as const,
        behavior: 'toggle' as const,
        selected: all ? ('all' as const) : new Set<string | number>(ids),
        onSelectionChange: (keys: Keys) => {
          const others = [...ids].filter(id => !shown.includes(id));
          put(
            keys === 'all'
              ? [...others, ...shown]
              : [...others, ...[...keys].map(String)],
          );
        },
      },
      takeAll: () => put(ids, true),
      leave: () => put([]),
    };
  }, [key, ids, all, query, shown, total]);
}

function filterWords(query: AssetsQuery) {
  const { disputed, q } = filterOf(query);
  return {
    ...(disputed && { disputed }),
    ...(q && { q }),
  };
}

/** What {@link useSelection} answers. */
export type Selection = ReturnType<typeof useSelection>;
