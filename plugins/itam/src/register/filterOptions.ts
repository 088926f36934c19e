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

import { AssetFacets, EntitySummary } from '@itam/plugin-itam-common';
import { words } from '../shared';
import { AssetFilterName } from './useAssetsQuery';

/** A value of a filter as it is offered. */
export interface FilterOption {
  value: string;
  label: string;
}

/** How values of filters are called. */
export interface FilterNames {
  typeTitle(id: string): string;
  sourceTitle(id: string): string;
  unowned: string;
}

/** The value of the owner filter that finds what nobody owns. */
export const UNOWNED = 'none';

type Counts = Partial<Record<AssetFilterName, Map<string, number | undefined>>>;

/**
 * What every filter of the register offers: the values found, with their
 * counts, and always the ones chosen already.
 */
export function registerFilterOptions(
  facets: AssetFacets | undefined,
  chosen: Record<AssetFilterName, string[]>,
  names: FilterNames,
): Record<AssetFilterName, FilterOption[]> {
  const offered = (name: AssetFilterName) => {
    const counts = new Map<string, number | undefined>(
      name === 'owner' ? [[UNOWNED, undefined]] : [],
    );
    facets?.[name]?.forEach(({ value, count }) => counts.set(value, count));
    return withChosen(name, counts, chosen, names);
  };
  return {
    category: offered('category'),
    type: offered('type'),
    status: offered('status'),
    owner: offered('owner'),
    environment: offered('environment'),
    provider: offered('provider'),
    source: offered('source'),
  };
}

/** What the filters of one entity's list offer, by its summary. */
export function entityFilterOptions(
  summary: EntitySummary | undefined,
  chosen: Record<AssetFilterName, string[]>,
  names: FilterNames,
): Partial<Record<AssetFilterName, FilterOption[]>> {
  const counts: Counts = {
    category: new Map(summary?.byCategory.map(at => [at.category, at.count])),
    status: new Map(summary?.byStatus.map(at => [at.status, at.count])),
    owner: new Map([[UNOWNED, summary?.unowned]]),
  };
  return {
    category: withChosen('category', counts.category, chosen, names),
    status: withChosen('status', counts.status, chosen, names),
    owner: withChosen('owner', counts.owner, chosen, names),
  };
}

function withChosen(
  name: AssetFilterName,
  counts: Map<string, number | undefined> = new Map(),
  chosen: Record<AssetFilterName, string[]>,
  names: FilterNames,
): FilterOption[] {
  const missing = chosen[name].filter(value => !counts.has(value));
  return [...counts.keys(), ...missing].map(value => {
    const label = labelOf(name, value, names);
    const count = counts.get(value);
    return {
      value,
      label: count === undefined ? label : `${label} (${count})`,
    };
  });
}

function labelOf(name: AssetFilterName, value: string, names: FilterNames) {
  if (name === 'owner') {
    return value === UNOWNED ? names.unowned : value.replace(/^.*\//, '');
  }
  if (name === 'type') {
    return names.typeTitle(value);
  }
  if (name === 'source') {
    return names.sourceTitle(value);
  }
  return name === 'category' || name === 'status' ? words(value) : value;
}
