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

import {
  AssetKey,
  keyId,
  ObservedThing,
  ResolvedOwnership,
} from '@itam/plugin-itam-common';
import { sha256 } from '@itam/plugin-itam-node';
import { unitedRelations } from './assetChange';
import type {
  ObservationPayload,
  ObservationRow,
  ResolvedRelations,
} from './ObservationStore';
import type { ThingOutcome } from './RunTally';

type Target = NonNullable<ObservedThing['parent']>;

/** A thing that is an asset or a group, on its way into the register. */
export interface Unit {
  thing: ObservedThing;
  /** Hash of what the source and the rules say. */
  form: string;
  ownership: ResolvedOwnership;
  /** The id of its observation. */
  id: string;
  /** What was known at its key. */
  row?: ObservationRow;
  previous?: ObservationPayload;
  /** The asset it is, once known. */
  assetId?: string;
  /** The asset is not in the register yet. */
  isNew: boolean;
  /** What stood at its key before is another thing. */
  retires?: string;
  outcome?: ThingOutcome;
  /** The hash its observation has now. */
  storedHash?: string;
}

/** Where the targets of a document's relations and folds are. */
export class DocumentMap {
  readonly #units: Map<string, Unit>;
  readonly #derived: Unit[];
  readonly #folds: Map<string, ObservedThing>;
  readonly #byKey: Map<string, string>;
  readonly #elsewhere: Map<string, string>;
  readonly #identified: Map<string, string[]>;

  constructor(options: {
    units: Unit[];
    folds: ObservedThing[];
    /** Assets of things in other documents of the source, by source key. */
    elsewhere: Map<string, string>;
    /** Assets of keys that no thing of the document has. */
    identified: Map<string, string[]>;
  }) {
    const { units, folds } = options;
    this.#units = new Map(units.map(unit => [unit.thing.sourceKey, unit]));
    this.#derived = units.filter(({ thing }) => thing.derived);
    this.#folds = new Map(folds.map(fold => [fold.sourceKey, fold]));
    this.#byKey = new Map(
      [...folds, ...units.map(({ thing }) => thing)].flatMap(thing =>
        thing.keys.map(key => [keyId(key), thing.sourceKey]),
      ),
    );
    this.#elsewhere = options.elsewhere;
    this.#identified = options.identified;
  }

  /**
   * The relations a thing adds to those of its asset, as far as their targets
   * are in the register.
   */
  relationsOf(
    unit: Unit,
    isRegistered: (assetId: string) => boolean,
  ): ResolvedRelations {
    const supported = unit.ownership.supports.map(toEntityRef => ({
      type: 'supports' as const,
      toEntityRef,
    }));
    const related = unit.thing.relations.flatMap<ResolvedRelations[number]>(
      ({ type, to }) => {
        if ('entityRef' in to) {
          return [{ type, toEntityRef: to.entityRef }];
        }
        const toAssetId = this.#assetAt(to);
        return toAssetId &&
          toAssetId !== unit.assetId &&
          isRegistered(toAssetId)
          ? [{ type, toAssetId }]
          : [];
      },
    );
    return unitedRelations([...supported, ...related]);
  }

  /** Whether a relation leads to a key nobody has yet. */
  waitsFor(unit: Unit): boolean {
    return unit.thing.relations.some(
      ({ to }) => 'key' in to && this.#assetAt(to) === undefined,
    );
  }

  /** The asset a thing is folded under; the derived one if nothing else is. */
  parentOf(fold: ObservedThing): string | undefined {
    return (
      (fold.parent && this.#assetAt(fold.parent)) ??
      this.#derived.find(({ assetId }) => assetId)?.assetId
    );
  }

  #assetAt(
    target: Target,
    climbed: Set<string> = new Set(),
  ): string | undefined {
    if ('entityRef' in target) {
      return undefined;
    }
    const sourceKey =
      'sourceKey' in target
        ? target.sourceKey
        : this.#byKey.get(keyId(target.key));
    if (sourceKey === undefined) {
      return 'key' in target ? this.#identifiedAs(target.key) : undefined;
    }
    const unit = this.#units.get(sourceKey);
    if (unit) {
      return unit.assetId;
    }
    const fold = this.#folds.get(sourceKey);
    if (!fold) {
      return this.#elsewhere.get(sourceKey);
    }
    if (climbed.has(sourceKey)) {
      return undefined;
    }
    return fold.parent
      ? this.#assetAt(fold.parent, climbed.add(sourceKey))
      : this.parentOf(fold);
  }

  #identifiedAs(key: AssetKey): string | undefined {
    const assetIds = this.#identified.get(keyId(key)) ?? [];
    return assetIds.length === 1 ? assetIds[0] : undefined;
  }
}

/**
 * The hash an observation is kept with: what the source and the rules say, and
 * what its relations led to. A target that is replaced changes it too.
 */
export function hashOf(form: string, applied: unknown): string {
  return sha256(`${form}${JSON.stringify(applied)}`);
}
