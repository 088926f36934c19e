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

/**
 * Whether a location fits a glob: `**`, `*` and `?` as in file names.
 *
 * @public
 */
export function matchesGlob(location: string, glob: string): boolean {
  const pattern = glob
    .split(/(\*\*\/?|\*|\?)/)
    .map(part => {
      if (part.startsWith('**')) {
        return '.*';
      }
      if (part === '*') {
        return '[^/]*';
      }
      return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`).test(location);
}

/**
 * The place a pushed file stands for: the configured location it would be
 * read from, or its own name when it fits none.
 *
 * @public
 */
export function placeOfPushed(name: string, locations: string[]): string {
  for (const location of locations) {
    if (matchesGlob(name, location)) {
      return name;
    }
    const folder = location.slice(0, location.lastIndexOf('/') + 1);
    const placed = `${folder}${name.slice(name.lastIndexOf('/') + 1)}`;
    if (!/[*?]/.test(folder) && matchesGlob(placed, location)) {
      return placed;
    }
  }
  return name;
}
