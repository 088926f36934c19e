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

import { parseEntityRef } from '@backstage/catalog-model';

/** The filter value for what goes to nobody. */
export const NOBODY = 'none';

/** Whether a page of the catalog can be named by it. */
export function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}

/** The name in an entity ref; text that is none stays as it is. */
export function entityName(ref: string): string {
  try {
    return parseEntityRef(ref, { defaultKind: 'component' }).name;
  } catch {
    return ref;
  }
}

/**
 * Short names of entity refs: the title or the name alone, with the whole ref
 * only where two of them share it.
 */
export function entityNames(
  refs: string[],
  titles: ReadonlyMap<string, string> = new Map(),
): (ref: string) => string {
  const nameOf = (ref: string) => titles.get(ref) ?? entityName(ref);
  const seen = new Map<string, number>();
  for (const ref of refs) {
    const name = nameOf(ref);
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return ref => {
    const name = nameOf(ref);
    return (seen.get(name) ?? 0) > 1 ? ref : name;
  };
}
