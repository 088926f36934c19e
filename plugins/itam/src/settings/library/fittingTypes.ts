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

import type { AssetTypeItem } from '@itam/plugin-itam-common';

/**
 * The types of a category whose name, identifier or attributes hold every word
 * searched for, by category and name.
 */
export function fittingTypes(
  types: AssetTypeItem[],
  options: { q: string; category: string },
): AssetTypeItem[] {
  const wanted = options.q
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .filter(Boolean);
  return types
    .filter(
      type => options.category === 'all' || type.category === options.category,
    )
    .filter(type => {
      const text = [
        type.title,
        type.id,
        ...type.attributes.map(({ name }) => name),
      ]
        .join(' ')
        .toLocaleLowerCase('en-GB');
      return wanted.every(word => text.includes(word));
    })
    .sort(
      (one, other) =>
        one.category.localeCompare(other.category) ||
        one.title.localeCompare(other.title),
    );
}
