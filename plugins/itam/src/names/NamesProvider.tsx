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
import { createContext, ReactNode, useContext, useMemo } from 'react';
import { itamApiRef } from '../api';
import { useRead } from '../shared';
import { Described, Names, namesOf } from './Names';
import { readAll } from './readAll';

const NamesContext = createContext<Names>(namesOf({}));

/** How types, statuses and sources are called. */
export function useNames(): Names {
  return useContext(NamesContext);
}

/**
 * Reads the names once for everything below. That some cannot be read is no
 * error: the identifiers stand in for them.
 */
export const NamesProvider = (props: {
  of: ReadonlyArray<keyof Described>;
  children: ReactNode;
}) => {
  const api = useApi(itamApiRef);
  const { of, children } = props;
  const page = (cursor?: string) => ({ limit: 200, cursor });

  const types = useRead(['asset-types', of], async signal =>
    of.includes('types')
      ? readAll(cursor =>
          api.call(itamRoutes.listAssetTypes, { query: page(cursor), signal }),
        )
      : [],
  ).value;
  const models = useRead(['lifecycle-models', of], async signal =>
    of.includes('models')
      ? readAll(cursor =>
          api.call(itamRoutes.listLifecycleModels, {
            query: page(cursor),
            signal,
          }),
        )
      : [],
  ).value;
  const sources = useRead(['sources', of], async signal =>
    of.includes('sources')
      ? readAll(cursor =>
          api.call(itamRoutes.listSources, { query: page(cursor), signal }),
        )
      : [],
  ).value;

  const names = useMemo(
    () => namesOf({ types, models, sources }),
    [types, models, sources],
  );
  return (
    <NamesContext.Provider value={names}>{children}</NamesContext.Provider>
  );
};
