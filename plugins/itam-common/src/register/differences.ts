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

import { relationKey } from '../relations';
import {
  AssetFacts,
  assetFactsSchema,
  AssetHistoryEntry,
  AssetState,
} from './asset';
import { canonicalJson } from './canonicalJson';
import { keyId } from './keys';

type Changes = AssetHistoryEntry['changes'];

/** The fields of an asset that hold one value. */
export const plainFields = Object.keys(assetFactsSchema.shape).filter(
  field => field !== 'attributes' && field !== 'labels',
);

/**
 * Whether two values say the same, whatever the order of their members; null
 * and undefined both say nothing.
 *
 * @public
 */
export function sameValue(one: unknown, other: unknown): boolean {
  const [left, right] = [one ?? null, other ?? null];
  return (
    left === right ||
    (typeof left === 'object' &&
      typeof right === 'object' &&
      left !== null &&
      right !== null &&
      canonicalJson(left) === canonicalJson(right))
  );
}

/**
 * What differs between two states, by field, as the history keeps it:
 * attributes and labels one by one, keys and relations as sorted lists of
 * words, and for each field whether it was locked or contradicted.
 *
 * @public
 */
export function differences(
  before: AssetState | undefined,
  after: AssetState,
): Changes {
  const from = before ? flatten(before) : new Map<string, unknown>();
  const to = flatten(after);
  const changes: Changes = {};
  for (const field of [...new Set([...from.keys(), ...to.keys()])].sort()) {
    const change = { from: from.get(field), to: to.get(field) };
    if (!sameValue(change.from, change.to)) {
      changes[field] = {
        ...(change.from !== undefined && { from: change.from }),
        ...(change.to !== undefined && { to: change.to }),
      };
    }
  }
  return changes;
}

/** The fields of a state by the names the history gives them. */
export function flatten(state: AssetState): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const put = (field: string, value: unknown) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
      fields.set(field, value);
    }
  };
  put('tag', state.tag);
  put('type', state.type);
  for (const field of plainFields) {
    put(field, plainValue(state, field));
  }
  for (const [name, value] of Object.entries(state.attributes)) {
    put(`attributes.${name}`, value);
  }
  for (const [name, value] of Object.entries(state.labels)) {
    put(`labels.${name}`, value);
  }
  put('verifiedAt', state.lastVerifiedAt);
  put('keys', state.keys.map(keyId).sort());
  put('relations', state.relations.map(relationWords).sort());
  for (const row of state.fields) {
    put(`locked.${row.field}`, row.locked || undefined);
    if (row.observedBy !== undefined) {
      put(`observed.${row.field}`, {
        value: row.observed,
        by: row.observedBy,
        reason: row.observedReason,
      });
    }
  }
  return fields;
}

function relationWords(relation: AssetState['relations'][number]): string {
  return `${relation.type} ${relation.toEntityRef ?? relation.toAssetId} (${
    relation.origin
  })`;
}

/** The value of a field that holds one value. */
export function plainValue(facts: AssetFacts, field: string): unknown {
  return Reflect.get(facts, field);
}

/** Keys, relations and provenance in the one order that makes states comparable. */
export function inOrder(state: AssetState): AssetState {
  return {
    ...state,
    keys: sortedBy(state.keys, keyId),
    relations: sortedBy(state.relations, relationKey),
    fields: sortedBy(state.fields, row => row.field),
  };
}

function sortedBy<T>(items: T[], textOf: (item: T) => string): T[] {
  return items
    .map(item => ({ item, text: textOf(item) }))
    .sort((one, other) => {
      if (one.text === other.text) {
        return 0;
      }
      return one.text < other.text ? -1 : 1;
    })
    .map(({ item }) => item);
}
