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

import { assetFacetFields, SavedView } from '@itam/plugin-itam-common';
import { AssetsQuery } from '../useAssetsQuery';

/** What a view keeps of the list as it is shown. */
export function contentOf(query: AssetsQuery): SavedView['content'] {
  const filter: SavedView['content']['filter'] = {};
  for (const field of assetFacetFields) {
    if (query.values[field].length > 0) {
      filter[field] = query.values[field];
    }
  }
  if (query.disputed) {
    filter.disputed = true;
  }
  if (query.location) {
    filter.location = [query.location];
  }
  if (query.search) {
    filter.q = query.search;
  }
  return { filter, sort: query.sort, columns: query.columns };
}

/** The address of the list that shows what a view keeps. */
export function parametersOf({ content }: SavedView): URLSearchParams {
  const { filter, sort, columns } = content;
  const parameters = new URLSearchParams();
  for (const field of assetFacetFields) {
    filter[field]?.forEach(value => parameters.append(field, value));
  }
  if (filter.disputed) {
    parameters.set('disputed', 'true');
  }
  if (filter.location) {
    parameters.set('location', filter.location[0]);
  }
  if (filter.q) {
    parameters.set('q', filter.q);
  }
  if (sort !== 'name') {
    parameters.set('sort', sort);
  }
  columns.forEach(column => parameters.append('column', column));
  return parameters;
}

/** Whether the list shows exactly what a view keeps. */
export function isShown(view: SavedView, query: AssetsQuery): boolean {
  const [kept, shown] = [
    parametersOf(view),
    parametersOf({ ...view, content: contentOf(query) }),
  ];
  kept.sort();
  shown.sort();
  return kept.toString() === shown.toString();
}
