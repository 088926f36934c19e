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

import type { AssetHistoryEntry, AssetState } from '../asset';
import { flatten, plainFields, sameValue } from '../differences';

type Changes = AssetHistoryEntry['changes'];

/**
 * The fields of an asset by the names the history gives them: `owner`,
 * `attributes.vcpus`, `labels.team`, `keys`, `relations`, `locked.owner`,
 * `observed.owner`, and what stands beside the asset.
 *
 * @public
 */
export type HistoryFields = Map<string, unknown>;

/** One version of an asset: what it changed. @public */
export type VersionChanges = Pick<
  AssetHistoryEntry,
  'version' | 'effectiveAt' | 'recordedAt' | 'changes'
>;

/** By which of its two times a line of history is placed. @public */
export const historyTimes = ['effective', 'recorded'] as const;

/** @public */
export type HistoryTime = (typeof historyTimes)[number];

const prefixes = ['attributes.', 'labels.', 'locked.', 'observed.'];
const stateFields = new Set([
  ...['tag', 'type', 'verifiedAt', 'keys', 'relations'],
  ...plainFields,
]);

/** The fields of a present state. @public */
export function historyFieldsOf(state: AssetState): HistoryFields {
  return flatten(state);
}

/**
 * Whether a field of the history is one of the asset itself. The others, such
 * as facts of a transition, are kept by other slices and only told here.
 *
 * @public
 */
export function isAssetField(field: string): boolean {
  return (
    stateFields.has(field) || prefixes.some(prefix => field.startsWith(prefix))
  );
}

/** Makes the changes of one version on the fields of the one before. @public */
export function applyChanges(fields: HistoryFields, changes: Changes): void {
  for (const [field, { to }] of Object.entries(changes)) {
    put(fields, field, to);
  }
}

/** Takes the changes of the latest version back. @public */
export function revertChanges(fields: HistoryFields, changes: Changes): void {
  for (const [field, { from }] of Object.entries(changes)) {
    put(fields, field, from);
  }
}

function put(fields: HistoryFields, field: string, value: unknown): void {
  if (value === undefined || value === null) {
    fields.delete(field);
  } else {
    fields.set(field, value);
  }
}

/**
 * What two changes come to, one after the other: a field that is as it was
 * before the first is left out.
 *
 * @public
 */
export function combineChanges(earlier: Changes, later: Changes): Changes {
  const net = new Map(Object.entries(earlier));
  for (const [field, { from, to }] of Object.entries(later)) {
    const before = net.has(field) ? net.get(field)?.from : from;
    if (sameValue(before, to)) {
      net.delete(field);
    } else {
      net.set(field, changeOf(before, to));
    }
  }
  return inNameOrder(net);
}

/** The same changes, the other way round. @public */
export function reverseChanges(changes: Changes): Changes {
  return inNameOrder(
    new Map(
      Object.entries(changes).map(([field, { from, to }]) => [
        field,
        changeOf(to, from),
      ]),
    ),
  );
}

function changeOf(from: unknown, to: unknown): Changes[string] {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function inNameOrder(changes: Map<string, Changes[string]>): Changes {
  return Object.fromEntries(
    [...changes].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/**
 * Builds the facts of an asset as they were at an instant out of its versions,
 * from the first on.
 *
 * By recorded time these are the facts the register held then. By effective
 * time they are those that were true then, as far as the register has learned
 * it since: a change that was recorded late counts from the day it took
 * effect, and what was recorded last prevails.
 *
 * @public
 */
export class PastFacts {
  readonly #at: string;
  readonly #time: HistoryTime;
  readonly #fields: HistoryFields = new Map();
  #isRegistered = false;
  #last?: VersionChanges;

  /** @param at - ISO 8601 UTC, to the millisecond */
  constructor(options: { at: string; time: HistoryTime }) {
    this.#at = options.at;
    this.#time = options.time;
  }

  /** Takes the next version. */
  add(line: VersionChanges): void {
    const happened =
      this.#time === 'effective' ? line.effectiveAt : line.recordedAt;
    this.#isRegistered ||= line.version === 1 && happened <= this.#at;
    if (this.#isRegistered && happened <= this.#at) {
      applyChanges(this.#fields, line.changes);
      this.#last = line;
    }
  }

  /** The fields, and the version that was the last to count; none: not there. */
  get result(): { fields: HistoryFields; last: VersionChanges } | undefined {
    return this.#last && { fields: this.#fields, last: this.#last };
  }
}

/** Fields of the history as the parts of an asset. @public */
export function partsOfFields(fields: HistoryFields) {
  const under = (prefix: string) =>
    Object.fromEntries(
      [...fields]
        .filter(([field]) => field.startsWith(prefix))
        .map(([field, value]) => [field.slice(prefix.length), value]),
    );
  const lines = (field: string) => {
    const value = fields.get(field);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return {
    facts: Object.fromEntries(
      ['tag', 'type', 'verifiedAt', ...plainFields]
        .filter(field => fields.has(field))
        .map(field => [field, fields.get(field)]),
    ),
    attributes: under('attributes.'),
    labels: under('labels.'),
    keys: lines('keys'),
    relations: lines('relations'),
    locked: Object.keys(under('locked.')),
    observed: under('observed.'),
    beside: Object.fromEntries(
      [...fields].filter(([field]) => !isAssetField(field)),
    ),
  };
}

/**
 * The fields in which what the history tells differs from a present state:
 * none, unless somebody got at one of the two.
 *
 * @public
 */
export function differingFields(
  told: HistoryFields,
  state: HistoryFields,
): string[] {
  return [...new Set([...told.keys(), ...state.keys()])]
    .filter(isAssetField)
    .filter(field => !sameValue(told.get(field), state.get(field)))
    .sort();
}
