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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { useRead } from '../../shared';
import { Finder, Found } from './Finder';
import type { InputProps } from './FormField';
import { useSettled } from './useSettled';

const FOUND_AT_MOST = 12;

/** Finds an entity of the catalog by its name or title. */
export const EntityFinder = (
  props: Omit<InputProps, 'field'> & {
    kinds?: string[];
    value: string;
    onChange: (value: string) => void;
  },
) => {
  const { kinds, ...finder } = props;
  const [search, setSearch] = useState('');
  const { found, searching } = useFoundEntities(search, kinds);
  return (
    <Finder
      {...finder}
      found={found}
      searching={searching}
      onSearch={setSearch}
    />
  );
};

function useFoundEntities(search: string, kinds: string[] | undefined) {
  // Without a catalog refs can still be written by hand.
  const catalog = useApiHolder().get(catalogApiRef);
  const term = useSettled(search).trim();
  const reading = useRead([term, kinds], async (): Promise<Found[]> => {
    if (!catalog || term === '') {
      return [];
    }
    const { items } = await catalog.queryEntities({
      filter: kinds && kinds.length > 0 ? { kind: kinds } : {},
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
      limit: FOUND_AT_MOST,
      fullTextFilter: {
        term: term.split(/[:/]/).pop() ?? term,
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
    });
    return items.map(entity => {
      const ref = stringifyEntityRef(entity);
      return {
        id: ref,
        label: ref,
        description: titleOf(entity.metadata.title, entity.spec?.profile),
      };
    });
  });
  return { found: reading.value ?? [], searching: reading.loading };
}

function titleOf(title: string | undefined, profile: unknown) {
  const shown =
    typeof profile === 'object' && profile !== null
      ? Reflect.get(profile, 'displayName')
      : undefined;
  return typeof shown === 'string' ? shown : title;
}
