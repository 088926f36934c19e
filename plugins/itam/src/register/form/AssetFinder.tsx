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
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useRead } from '../../shared';
import { Finder } from './Finder';
import type { InputProps } from './FormField';
import { useSettled } from './useSettled';

const FOUND_AT_MOST = 12;

/** Finds another asset by name, tag or serial; it is named by its tag. */
export const AssetFinder = (
  props: Omit<InputProps, 'field'> & {
    value: string;
    onChange: (value: string) => void;
  },
) => {
  const api = useApi(itamApiRef);
  const [search, setSearch] = useState('');
  const term = useSettled(search).trim();
  const { value: found = [], loading } = useRead([term], async signal => {
    if (term === '') {
      return [];
    }
    const { items } = await api.call(itamRoutes.listAssets, {
      query: { q: term, limit: FOUND_AT_MOST },
      signal,
    });
    return items.map(({ tag, name }) => ({
      id: tag,
      label: tag,
      description: name,
    }));
  });
  return (
    <Finder {...props} found={found} searching={loading} onSearch={setSearch} />
  );
};
