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
  assetCategorySchema,
  itamRoutes,
  mayStandAt,
  RelationEnd,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { Finder, Found } from '../register/form/Finder';
import { useSettled } from '../register/form/useSettled';
import { useRead } from '../shared';

const FOUND_AT_MOST = 12;

/** Finds an asset that may stand at the other end, by name, tag or serial. */
export const OtherEndFinder = (props: {
  label: string;
  description: string;
  end: RelationEnd;
  /** The asset itself, which is no other end. */
  exceptTag: string;
  value: string;
  onChange: (tag: string) => void;
}) => {
  const { end, exceptTag, ...finder } = props;
  const [search, setSearch] = useState('');
  const { found, searching } = useFoundAssets(search, { end, exceptTag });
  return (
    <Finder
      {...finder}
      isRequired
      isInvalid={false}
      onBlur={() => undefined}
      found={found}
      searching={searching}
      onSearch={setSearch}
    />
  );
};

function useFoundAssets(
  search: string,
  { end, exceptTag }: { end: RelationEnd; exceptTag: string },
) {
  const api = useApi(itamApiRef);
  const term = useSettled(search).trim();
  const reading = useRead([term, end], async (signal): Promise<Found[]> => {
    if (term === '') {
      return [];
    }
    const { items } = await api.call(itamRoutes.listAssets, {
      query: { q: term, limit: FOUND_AT_MOST, ...filterOf(end) },
      signal,
    });
    return items
      .filter(asset => asset.tag !== exceptTag && mayStandAt(end, asset))
      .map(({ tag, name }) => ({ id: tag, label: tag, description: name }));
  });
  return { found: reading.value ?? [], searching: reading.loading };
}

/** The filters of the list are met together, those of an end either way. */
function filterOf({ categories = [], types = [] }: RelationEnd) {
  if (categories.length > 0 && types.length > 0) {
    return {};
  }
  return {
    ...(categories.length > 0 && {
      category: categories.map(name => assetCategorySchema.parse(name)),
    }),
    ...(types.length > 0 && { type: types }),
  };
}
