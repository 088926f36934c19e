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

import { AssetKey, canonicalJson } from '../register';
import type { ObservedThing } from './observation';
import type { ResolvedOwnership } from './resolveOwnership';

/**
 * The canonical form (RFC 8785) of what a source said of a thing. Two readings
 * with the same form say the same: its hash is how a reading finds what
 * changed. Where the thing was found is part of it, the order of its labels,
 * attributes and keys is not.
 *
 * @throws Error when the thing holds a value JSON cannot express.
 * @public
 */
export function observationForm(thing: ObservedThing): string {
  return canonicalJson(
    thing.keys.length > 1
      ? { ...thing, keys: [...thing.keys].sort(byTypeAndValue) }
      : thing,
  );
}

/**
 * The canonical form of what the ownership rules made of a thing, whichever
 * rule it was.
 *
 * @public
 */
export function ownershipForm(ownership: ResolvedOwnership): string {
  const { owner, supports, environment, claims } = ownership;
  return canonicalJson({
    owner,
    supports: supports.length > 1 ? [...supports].sort() : supports,
    environment,
    claims,
  });
}

/**
 * The words a folded thing is found by under its parent: name, types and the
 * values of its attributes, in lower case.
 *
 * @public
 */
export function foldedSearchText(thing: ObservedThing): string {
  return [
    thing.name,
    thing.type,
    thing.providerType ?? '',
    ...Object.values(thing.attributes).flatMap(wordsOf),
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

/**
 * Whether what stands at a place now is another thing than what stood there
 * before: its keys of the first type both have differ altogether. A cloud
 * resource that was replaced keeps its address and gets another provider id.
 *
 * @public
 */
export function isAnotherThing(before: AssetKey[], now: AssetKey[]): boolean {
  const shared = before.find(({ type }) =>
    now.some(key => key.type === type),
  )?.type;
  if (shared === undefined) {
    return false;
  }
  const known = before.filter(key => key.type === shared);
  return !now.some(
    key =>
      key.type === shared && known.some(({ value }) => value === key.value),
  );
}

function byTypeAndValue(a: AssetKey, b: AssetKey): number {
  const left = `${a.type} ${a.value}`;
  const right = `${b.type} ${b.value}`;
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(wordsOf);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(wordsOf);
  }
  return value === null || value === undefined ? [] : [String(value)];
}
