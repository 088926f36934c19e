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

import { useSearchParams } from 'react-router-dom';

/** A choice kept in the address, so that a link shows the same list. */
export function useChoice<T extends string>(
  name: string,
  options: readonly T[],
): [T, (choice: T) => void] {
  const [search, setSearch] = useSearchParams();
  const chosen =
    options.find(option => option === search.get(name)) ?? options[0];
  return [
    chosen,
    choice =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          next.set(name, choice);
          return next;
        },
        { replace: true },
      ),
  ];
}
