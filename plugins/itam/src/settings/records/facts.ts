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

/** Values by path, such as `contacts.0.name`, put together to facts. */
export function factsOf(
  values: Record<string, unknown>,
): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let at = facts;
    for (const name of names) {
      const inner = at[name] ?? {};
      at[name] = inner;
      // every inner part was made by the line above
      at = inner as Record<string, unknown>;
    }
    at[last] = value;
  }
  // numbered parts are a list
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      isNumbered(value) ? Object.values(value) : value,
    ]),
  );
}

/** Only what was changed, whole facts each; `null` for one that was emptied. */
export function patchOf(
  values: Record<string, unknown>,
  changed: string[],
): Record<string, unknown> {
  const facts = factsOf(values);
  const names = new Set(changed.map(path => path.split('.')[0]));
  if (names.has('type')) {
    // the attributes of another type are others
    names.add('attributes');
  }
  return Object.fromEntries(
    [...names].map(name => [name, facts[name] ?? null]),
  );
}

function isNumbered(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).every(name => /^\d+$/.test(name))
  );
}
