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

import type { AssetType } from '../assetTypes';
import type { LifecycleModel } from '../lifecycle';
import type { AssetState, FieldProvenance } from './asset';
import type { Authority, ChangeProblem, Disagreement } from './change';
import { plainValue, sameValue } from './differences';

/** Why an observed value was not taken. */
export const keptBecause = {
  locked: 'a person set and locked the value',
  filled: 'another source, or a person, gave the value first',
  status: 'the lifecycle model does not let a source make this move',
} as const;

const keptReasons: Array<string | undefined> = Object.values(keptBecause);

/** Facts people answer for: a source fills them, it does not overwrite them. */
const humanFields = new Set([
  'owner',
  'custodian',
  'consumer',
  'location',
  'legalEntity',
  'criticality',
  'supports',
]);

/**
 * A working copy of one asset: the values, and the bookkeeping of who set
 * which and what a source says instead. The state it was made of is not
 * touched.
 */
export class AssetDraft {
  readonly state: AssetState;
  readonly type: AssetType;
  readonly model: LifecycleModel;
  readonly now: string;
  /** The asset is being registered: nothing is locked or contradicted yet. */
  readonly isNew: boolean;
  readonly problems: ChangeProblem[] = [];
  readonly disagreements: Disagreement[] = [];
  readonly #rows: Map<string, FieldProvenance>;

  constructor(options: {
    state: AssetState;
    type: AssetType;
    model: LifecycleModel;
    now: string;
    isNew: boolean;
  }) {
    const { state } = options;
    this.state = {
      ...state,
      attributes: { ...state.attributes },
      labels: { ...state.labels },
      keys: [...state.keys],
      relations: [...state.relations],
    };
    this.type = options.type;
    this.model = options.model;
    this.now = options.now;
    this.isNew = options.isNew;
    this.#rows = new Map(state.fields.map(row => [row.field, row]));
  }

  /** The state with the bookkeeping put back; what is agreed on is no dispute. */
  finish(): AssetState {
    for (const row of [...this.#rows.values()]) {
      if (
        row.observedBy !== undefined &&
        sameValue(row.observed, this.value(row.field))
      ) {
        this.#put(withoutObserved(row));
      }
    }
    return { ...this.state, fields: [...this.#rows.values()] };
  }

  /** The present value of a field, `attributes.<name>` or `supports`. */
  value(field: string): unknown {
    if (field === 'supports') {
      return this.supported();
    }
    if (field.startsWith('attributes.')) {
      return this.state.attributes[field.slice('attributes.'.length)];
    }
    return plainValue(this.state, field);
  }

  /** Gives a field a value; undefined empties it. */
  assign(field: string, value: unknown): void {
    if (field.startsWith('attributes.')) {
      const name = field.slice('attributes.'.length);
      if (value === undefined) {
        delete this.state.attributes[name];
      } else {
        this.state.attributes[name] = value;
      }
      return;
    }
    Object.assign(this.state, { [field]: value });
  }

  /** The entities the asset supports, whoever says so. */
  supported(): string[] {
    const refs = this.state.relations
      .filter(relation => relation.type === 'supports')
      .flatMap(relation => relation.toEntityRef ?? []);
    return [...new Set(refs)].sort();
  }

  /** How far a source may write a field now. */
  authority(field: string, sourceId: string): Authority {
    const row = this.#rows.get(field);
    if (row?.locked) {
      return 'locked';
    }
    const registeredBy = this.state.sourceId;
    if (row?.origin === originOf(sourceId) || registeredBy === sourceId) {
      return 'follow';
    }
    const takenByAnother = row?.origin.startsWith('source:') ?? false;
    return registeredBy === undefined &&
      !takenByAnother &&
      !humanFields.has(field)
      ? 'follow'
      : 'fill';
  }

  /** The source a field's present value came from, if it came from one. */
  sourceOf(field: string): string | undefined {
    const origin = this.#rows.get(field)?.origin ?? this.#implicitOrigin();
    return origin.startsWith('source:')
      ? origin.slice('source:'.length)
      : undefined;
  }

  isLocked(field: string): boolean {
    return this.#rows.get(field)?.locked ?? false;
  }

  /** What a source says instead of the value kept. */
  observed(field: string): FieldProvenance | undefined {
    const row = this.#rows.get(field);
    return row?.observedBy === undefined ? undefined : row;
  }

  /** A source has given the field its value. */
  taken(field: string, sourceId: string): void {
    const row = this.#rows.get(field);
    const origin = originOf(sourceId);
    this.#put({
      ...this.#stillObserved(field, sourceId),
      field,
      origin,
      since: row?.origin === origin ? row.since : this.now,
      locked: false,
    });
  }

  /**
   * A person has given the field its value. What the source of the old value
   * said is kept beside it, to be taken again when the field is unlocked.
   */
  lock(
    field: string,
    claim?: { value: unknown; sourceId: string | undefined },
  ): void {
    const row = this.#rows.get(field);
    const known = this.#stillObserved(field);
    const isStronger =
      known.observedBy === undefined || claim?.sourceId === this.state.sourceId;
    this.#put({
      ...(claim?.sourceId && isStronger
        ? {
            observed: claim.value,
            observedBy: claim.sourceId,
            observedReason: keptBecause.locked,
          }
        : known),
      field,
      origin: 'person',
      since: row?.locked ? row.since : this.now,
      locked: true,
    });
  }

  /** The field follows the sources again, from the value it has. */
  release(field: string, sourceId?: string): void {
    const row = this.#rows.get(field);
    if (row) {
      this.#put({
        ...this.#stillObserved(field),
        field,
        origin: sourceId ? originOf(sourceId) : this.#implicitOrigin(),
        since: this.now,
        locked: false,
      });
    }
  }

  /** A source says something else than the register, and is not followed. */
  observe(
    field: string,
    value: unknown,
    by: { sourceId: string; reason: string },
  ): void {
    this.disagreements.push({
      field,
      class: field === 'status' ? 'status-mismatch' : 'mismatch',
      registered: this.value(field),
      observed: value ?? null,
    });
    const row = this.#rows.get(field);
    const taken =
      row?.observedBy !== undefined && row.observedBy !== by.sourceId;
    if (taken && by.sourceId !== this.state.sourceId) {
      return;
    }
    this.#put({
      field,
      origin: row?.origin ?? this.#implicitOrigin(),
      since: row?.since ?? this.now,
      locked: row?.locked ?? false,
      observed: value ?? null,
      observedBy: by.sourceId,
      observedReason: by.reason,
    });
  }

  /** A source agrees with the register, or no longer says anything. */
  agree(field: string, sourceId: string): void {
    const row = this.#rows.get(field);
    if (row?.observedBy === sourceId) {
      this.#put(withoutObserved(row));
    }
  }

  /** Takes back the claims of a source that it no longer makes. */
  dropClaims(sourceId: string, stillClaimed: string[]): void {
    for (const row of [...this.#rows.values()]) {
      if (
        row.observedBy === sourceId &&
        !keptReasons.includes(row.observedReason) &&
        !stillClaimed.includes(row.field)
      ) {
        this.#put(withoutObserved(row));
      }
    }
  }

  #stillObserved(field: string, takenFrom?: string): Partial<FieldProvenance> {
    const row = this.#rows.get(field);
    if (
      row?.observedBy === undefined ||
      row.observedBy === takenFrom ||
      sameValue(row.observed, this.value(field))
    ) {
      return {};
    }
    const { observed, observedBy, observedReason } = row;
    return { observed, observedBy, observedReason };
  }

  /** A row that says nothing beyond "as its source says" is not kept. */
  #put(row: FieldProvenance): void {
    const says =
      row.locked ||
      row.observedBy !== undefined ||
      row.origin !== this.#implicitOrigin();
    if (says) {
      this.#rows.set(row.field, row);
    } else {
      this.#rows.delete(row.field);
    }
  }

  #implicitOrigin(): string {
    return this.state.sourceId ? originOf(this.state.sourceId) : 'person';
  }
}

/** How a source is named as an origin. */
export function originOf(sourceId: string): string {
  return `source:${sourceId}`;
}

function withoutObserved(row: FieldProvenance): FieldProvenance {
  const { field, origin, since, locked } = row;
  return { field, origin, since, locked };
}
