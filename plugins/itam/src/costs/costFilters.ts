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

/** What costs and their lines can be narrowed down by. */
export const costFilterNames = [
  'scope',
  'entity',
  'owner',
  'category',
  'provider',
  'service',
  'source',
  'correction',
] as const;

/** @see costFilterNames */
export type CostFilterName = (typeof costFilterNames)[number];

/** The values costs are narrowed down to. */
export type CostFilters = Partial<Record<CostFilterName, string>>;

/** What the page of costs groups by. */
export const shownGroupings = [
  'entity',
  'owner',
  'category',
  'provider',
  'service',
] as const;

/** @see shownGroupings */
export type ShownGrouping = (typeof shownGroupings)[number];

const holders = ['system', 'domain', 'group', 'user'] as const;

/** What kinds of pages tell the costs of. */
export type ScopeKind = (typeof holders)[number] | 'single';

/** What the costs of an entity's page are: of it alone, or of what is in it. */
export function scopeKind(scope: string): ScopeKind {
  const kind = scope.split(':')[0].toLocaleLowerCase('en-US');
  return holders.find(holder => holder === kind) ?? 'single';
}

/** Whether the costs of an entity's page are those of several services. */
export function holdsServices(scope: string): boolean {
  return scopeKind(scope) !== 'single';
}

/** The filters an address asks for. */
export function parseFilters(parameters: URLSearchParams): CostFilters {
  return Object.fromEntries(
    costFilterNames.flatMap(name => {
      const value = parameters.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The filters as the API takes them. */
export function filterQuery({ correction, ...filters }: CostFilters) {
  return {
    ...filters,
    correction:
      correction === 'true' || correction === 'false' ? correction : undefined,
  } as const;
}
