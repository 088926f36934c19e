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

import { isAnotherThing, isStrongKey, keyId } from '@itam/plugin-itam-common';
import { newId } from '../database';
import type { Register } from '../register/Register';
import type { Unit } from './DocumentMap';
import type { ObservationStore } from './ObservationStore';

/** A thing that could not be given an asset. */
export interface Unmatched {
  unit: Unit;
  /** Assets its keys belong to; none if the register has none. */
  candidates: string[];
}

/** Assets a dry run would have registered. */
export class ImaginedAssets {
  readonly #ids = new Set<string>();
  readonly #byKey = new Map<string, string>();

  /** A thing that would have become an asset. */
  add(unit: Unit): void {
    if (unit.assetId) {
      this.#ids.add(unit.assetId);
      for (const key of strongKeys(unit)) {
        this.#byKey.set(key, unit.assetId);
      }
    }
  }

  has(assetId: string): boolean {
    return this.#ids.has(assetId);
  }

  byKey(key: string): string | undefined {
    return this.#byKey.get(key);
  }
}

/** Finds out which asset each thing is. */
export class UnitMatcher {
  readonly #register: Register;
  readonly #observations: ObservationStore;
  readonly #imagined: ImaginedAssets;
  readonly #mayRegister: boolean;

  constructor(options: {
    register: Register;
    observations: ObservationStore;
    imagined: ImaginedAssets;
    /** Whether what the register does not have becomes a new asset. */
    mayRegister: boolean;
  }) {
    this.#register = options.register;
    this.#observations = options.observations;
    this.#imagined = options.imagined;
    this.#mayRegister = options.mayRegister;
  }

  /**
   * Gives each thing its asset: the one it was before, or the one that has its
   * keys, or a new one. Things of one batch that share a key are one asset.
   */
  async match(units: Unit[]): Promise<Unmatched[]> {
    await this.#loadPrevious(units);
    const identified = await this.#register.identify(
      units.flatMap(({ thing }) => thing.keys),
    );
    const inBatch = new Map<string, string>();
    const unmatched: Unmatched[] = [];
    for (const unit of units) {
      const candidates = candidatesOf(unit, key =>
        [
          ...(identified.get(key) ?? []),
          inBatch.get(key) ?? this.#imagined.byKey(key),
        ].flatMap(id => id ?? []),
      );
      if (
        candidates.length > 1 ||
        (candidates.length === 0 && !this.#mayRegister)
      ) {
        unit.assetId = undefined;
        unit.retires = undefined;
        unmatched.push({ unit, candidates });
        continue;
      }
      const assetId = candidates[0] ?? newId();
      assign(unit, { assetId, isNew: candidates.length === 0 });
      strongKeys(unit).forEach(key => inBatch.set(key, assetId));
    }
    return unmatched;
  }

  async #loadPrevious(units: Unit[]): Promise<void> {
    const rows = units.flatMap(({ row, previous }) =>
      row && !previous ? [row.id] : [],
    );
    const payloads = await this.#observations.payloads(rows);
    for (const unit of units) {
      unit.previous ??= unit.row && payloads.get(unit.row.id);
    }
  }
}

/**
 * Where another asset stands at the key now, what was there keeps its
 * observation, under a key of its own, and goes missing in time.
 */
function assign(unit: Unit, match: { assetId: string; isNew: boolean }): void {
  const { row } = unit;
  const another =
    row?.assetId !== undefined &&
    row.unit !== 'fold' &&
    row.assetId !== match.assetId;
  unit.assetId = match.assetId;
  unit.isNew = match.isNew;
  unit.retires = another ? row.id : undefined;
  if (row) {
    unit.id = another ? newId() : row.id;
  }
}

function candidatesOf(
  unit: Unit,
  assetsOf: (key: string) => string[],
): string[] {
  const candidates = new Set(strongKeys(unit).flatMap(assetsOf));
  const { row } = unit;
  if (row?.assetId && row.unit !== 'fold' && !isReplaced(unit)) {
    candidates.add(row.assetId);
  }
  return [...candidates];
}

/** A cloud resource made anew keeps its address and gets another id. */
function isReplaced(unit: Unit): boolean {
  const before = unit.previous?.keys.filter(({ type }) => isStrongKey(type));
  const now = unit.thing.keys.filter(({ type }) => isStrongKey(type));
  return before !== undefined && isAnotherThing(before, now);
}

/** The keys that tell by themselves which asset a thing is. */
export function strongKeys(unit: Unit): string[] {
  return unit.thing.keys
    .filter(({ type }) => isStrongKey(type))
    .map(key => keyId(key));
}
