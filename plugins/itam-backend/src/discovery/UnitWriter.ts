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

import type { AssetChange } from '@itam/plugin-itam-common';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ChangeOutcome, RegisterChange } from '../register/Register';
import {
  furtherSighting,
  observedChange,
  unitedRelations,
} from './assetChange';
import { DocumentMap, hashOf, Unit } from './DocumentMap';
import type {
  NewObservation,
  ResolvedRelations,
  SiblingObservation,
} from './ObservationStore';
import type { DiscoveryGround, Reading } from './reading';
import { strongKeys, UnitMatcher, Unmatched } from './UnitMatcher';

/** Ends the transaction of a dry run after everything was worked out. */
class DryRunEnd extends Error {
  constructor(readonly outcomes: ChangeOutcome[]) {
    super('dry run');
  }
}

/** An asset of a batch with the things that are it, oldest observation first. */
interface AssetGroup {
  assetId: string;
  units: Unit[];
  siblings: SiblingObservation[];
}

/** A batch on its way into the register, and what others may have to wait for. */
interface BatchUnderWay {
  keys: Set<string>;
  assetIds: Set<string>;
  settled: Promise<void>;
}

/** Brings things of a document into the register, in one transaction a batch. */
export class UnitWriter {
  readonly #ground: DiscoveryGround;
  readonly #reading: Reading;
  readonly #scope: string;
  readonly #matcher: UnitMatcher;
  readonly #registered = new Set<string>();
  readonly #map: DocumentMap;
  #underWay: BatchUnderWay | undefined;

  constructor(options: {
    ground: DiscoveryGround;
    reading: Reading;
    scope: string;
    /** Where relations lead. */
    map: DocumentMap;
    /** Assets the register is known to have. */
    registered: string[];
  }) {
    this.#ground = options.ground;
    this.#reading = options.reading;
    this.#scope = options.scope;
    this.#map = options.map;
    options.registered.forEach(id => this.#registered.add(id));
    this.#matcher = new UnitMatcher({
      register: options.ground.register,
      observations: options.ground.observations,
      imagined: options.reading.imagined,
      mayRegister: options.reading.source.settings.onNoMatch === 'register',
    });
  }

  /** The hash a thing's observation should have, as far as is known now. */
  hashOf(unit: Unit): string {
    return hashOf(unit.form, this.#relationsOf(unit));
  }

  /**
   * Matches a batch and starts to write it. While the database works on it the
   * next one can be matched and decided, unless that one has to do with assets
   * of this one: then it waits.
   */
  async take(units: Unit[]): Promise<void> {
    const keys = new Set(units.flatMap(strongKeys));
    if (this.#reading.dryRun || overlap(keys, this.#underWay?.keys)) {
      await this.finish();
    }
    const unmatched = await this.#matcher.match(units);
    const assetIds = new Set(units.flatMap(({ assetId }) => assetId ?? []));
    if (
      overlap(assetIds, this.#underWay?.assetIds) ||
      units.some(unit => this.#leadsToBatchUnderWay(unit))
    ) {
      await this.finish();
    }
    const before = this.#underWay;
    const settled = this.#takeMatched(units, unmatched);
    // whoever finishes it hears of the error
    settled.catch(() => undefined);
    this.#underWay = { keys, assetIds, settled };
    await before?.settled;
  }

  /** Resolves when everything that was taken is written. */
  async finish(): Promise<void> {
    const underWay = this.#underWay;
    this.#underWay = undefined;
    await underWay?.settled;
  }

  #leadsToBatchUnderWay(unit: Unit): boolean {
    const assetIds = this.#underWay?.assetIds;
    return (
      assetIds !== undefined &&
      unit.thing.relations.length > 0 &&
      this.#map.relationsOf(unit, assetId => assetIds.has(assetId)).length >
        this.#map.relationsOf(unit, () => false).length
    );
  }

  async #matchAndTake(units: Unit[], isRetry: boolean): Promise<void> {
    await this.#takeMatched(units, await this.#matcher.match(units), isRetry);
  }

  /**
   * Writes a batch. One that the register refuses (a key taken by another writer
   * meanwhile, a value it cannot register) is cut in halves until the thing at
   * fault stands alone: that one is rejected.
   */
  async #takeMatched(
    units: Unit[],
    unmatched: Unmatched[],
    isRetry: boolean = false,
  ): Promise<void> {
    try {
      const outcomes = await this.#write(units, unmatched);
      this.#tally(units, outcomes);
      await this.#tallyUnmatched(unmatched);
    } catch (error) {
      if (!isRefusal(error)) {
        throw error;
      }
      if (units.length > 1) {
        const middle = Math.ceil(units.length / 2);
        await this.#matchAndTake(units.slice(0, middle), false);
        await this.#matchAndTake(units.slice(middle), false);
      } else if (isRetry) {
        units[0].assetId = undefined;
        units[0].retires = undefined;
        this.#reading.tally.rejected({
          kind: 'thing',
          place: units[0].thing.place,
          reason: toError(error).message,
        });
      } else {
        await this.#matchAndTake(units, true);
      }
    }
  }

  /**
   * Writes relations to things that were registered after the ones that have
   * them.
   */
  async relate(units: Unit[]): Promise<void> {
    const outcomes = await this.#write(units, [], (group, batch) =>
      furtherSighting({
        ...this.#origin(),
        keys: [],
        relations: this.#unitedRelations(group, batch),
      }),
    );
    const byAsset = new Map(units.map(unit => [unit.assetId, unit]));
    for (const { assetId, outcome } of outcomes) {
      const unit = byAsset.get(assetId);
      if (outcome === 'updated' && unit?.outcome === 'unchanged') {
        unit.outcome = 'updated';
        this.#reading.tally.updatedAfterAll();
      }
    }
  }

  async #write(
    units: Unit[],
    unmatched: Unmatched[],
    changeOf: (group: AssetGroup, batch: Set<string>) => AssetChange = (
      group,
      batch,
    ) => this.#changeOf(group, batch),
  ): Promise<ChangeOutcome[]> {
    const matched = units.filter(({ assetId }) => assetId !== undefined);
    const batch = new Set(matched.flatMap(({ assetId }) => assetId ?? []));
    const groups = await this.#groups(matched);
    const changes: RegisterChange[] = groups
      .filter(({ assetId }) => !this.#reading.imagined.has(assetId))
      .map(group => ({
        assetId: group.assetId,
        change: changeOf(group, batch),
      }));
    const written = [
      ...matched.map(unit => this.#observationOf(unit, batch)),
      ...this.#keptUnmatched(unmatched),
    ];
    const outcomes = await this.#commit(changes, async transaction => {
      const { observations } = this.#ground;
      await this.#reading.fence(transaction);
      await observations.retire(
        transaction,
        matched.flatMap(({ retires }) => retires ?? []),
      );
      await observations.write(transaction, this.#sighting(), written);
    });
    if (this.#reading.dryRun) {
      matched
        .filter(({ isNew }) => isNew)
        .forEach(unit => this.#reading.imagined.add(unit));
      return outcomes;
    }
    for (const [index, unit] of matched.entries()) {
      unit.storedHash = written[index].hash;
      this.#registered.add(written[index].assetId ?? '');
    }
    return outcomes;
  }

  /** A dry run goes all the way, and takes it back at the last moment. */
  async #commit(
    changes: RegisterChange[],
    write: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<ChangeOutcome[]> {
    const { register, knex } = this.#ground;
    if (changes.length === 0) {
      if (!this.#reading.dryRun) {
        await knex.transaction(write);
      }
      return [];
    }
    try {
      return await register.apply({
        changes,
        alongside: async (transaction, outcomes) => {
          if (this.#reading.dryRun) {
            throw new DryRunEnd(outcomes);
          }
          await write(transaction);
        },
      });
    } catch (error) {
      if (error instanceof DryRunEnd) {
        return error.outcomes;
      }
      throw error;
    }
  }

  async #groups(units: Unit[]): Promise<AssetGroup[]> {
    const groups = new Map<string, AssetGroup>();
    for (const unit of units) {
      const assetId = unit.assetId ?? '';
      const group = groups.get(assetId) ?? { assetId, units: [], siblings: [] };
      group.units.push(unit);
      groups.set(assetId, group);
    }
    const inBatch = new Set(units.map(({ id }) => id));
    const siblings = await this.#ground.observations.siblings(
      this.#reading.source.id,
      units.flatMap(({ isNew, assetId }) => (isNew ? [] : assetId ?? [])),
    );
    for (const sibling of siblings) {
      if (!inBatch.has(sibling.id)) {
        groups.get(sibling.assetId)?.siblings.push(sibling);
      }
    }
    for (const group of groups.values()) {
      group.units.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
    return [...groups.values()];
  }

  /**
   * The facts of an asset come from the observation that was there first, so
   * that two places with the same thing do not overwrite each other at every
   * reading; the others add relations and keys.
   */
  #changeOf(group: AssetGroup, batch: Set<string>): AssetChange {
    const [unit] = group.units;
    const keys = group.units.flatMap(({ thing }) => thing.keys);
    const relations = this.#unitedRelations(group, batch);
    if (group.siblings.some(sibling => sibling.id < unit.id)) {
      return furtherSighting({ ...this.#origin(), keys, relations });
    }
    const change = observedChange({
      ...this.#origin(),
      thing: unit.thing,
      ownership: unit.ownership,
      previous: unit.retires ? undefined : unit.previous,
      isNew: unit.isNew,
      reappearedAs: this.#reappearedAs(unit),
      relations,
    });
    return { ...change, keys };
  }

  #unitedRelations(group: AssetGroup, batch: Set<string>): ResolvedRelations {
    return unitedRelations([
      ...group.siblings.flatMap(({ relations }) => relations),
      ...group.units.flatMap(unit => this.#relationsOf(unit, batch)),
    ]).filter(({ toAssetId }) => toAssetId !== group.assetId);
  }

  #reappearedAs({ row, thing }: Unit): string | undefined {
    const { assetTypes, lifecycleModels } = this.#ground;
    const type = assetTypes.find(thing.type);
    return row?.state === 'missing' && type
      ? lifecycleModels.get(type.lifecycleModel).reported?.status
      : undefined;
  }

  /** Relations to what the register has, or gets in the same transaction. */
  #relationsOf(unit: Unit, batch: Set<string> = new Set()): ResolvedRelations {
    return this.#map.relationsOf(
      unit,
      assetId => this.#registered.has(assetId) || batch.has(assetId),
    );
  }

  #observationOf(unit: Unit, batch: Set<string>): NewObservation {
    const relations = this.#relationsOf(unit, batch);
    const { owner, supports, environment } = unit.ownership;
    return {
      id: unit.id,
      isNew: unit.storedHash === undefined,
      scope: this.#scope,
      hash: hashOf(unit.form, relations),
      assetId: unit.assetId,
      payload: { ...unit.thing, resolved: { owner, supports, environment } },
      relations,
    };
  }

  /** Kept without an asset, to be tried again at every reading. */
  #keptUnmatched(unmatched: Unmatched[]): NewObservation[] {
    return unmatched
      .filter(
        ({ candidates }) =>
          candidates.length > 0 ||
          this.#reading.source.settings.onNoMatch === 'discrepancy',
      )
      .map(({ unit }) => ({
        id: unit.row?.id ?? unit.id,
        isNew: unit.row === undefined,
        scope: this.#scope,
        hash: '',
        assetId: unit.row?.unit === 'fold' ? undefined : unit.row?.assetId,
        payload: unit.thing,
        relations: [],
      }));
  }

  #tally(units: Unit[], outcomes: ChangeOutcome[]): void {
    const { tally } = this.#reading;
    const byAsset = new Map(outcomes.map(item => [item.assetId, item]));
    const counted = new Set<string>();
    for (const unit of units) {
      const { assetId = '', thing } = unit;
      if (assetId === '') {
        continue;
      }
      const outcome = counted.has(assetId) ? undefined : byAsset.get(assetId);
      counted.add(assetId);
      unit.outcome = outcome?.outcome ?? 'unchanged';
      tally.took(thing, unit.outcome);
      tally.add({ discrepancies: outcome?.disagreements.length ?? 0 });
      for (const { path, reason } of outcome?.problems ?? []) {
        tally.note({ kind: 'value', place: thing.place, field: path, reason });
      }
    }
  }

  async #tallyUnmatched(unmatched: Unmatched[]): Promise<void> {
    if (unmatched.length === 0) {
      return;
    }
    const states = await this.#ground.register.states([
      ...new Set(unmatched.flatMap(({ candidates }) => candidates)),
    ]);
    const { onNoMatch } = this.#reading.source.settings;
    for (const { unit, candidates } of unmatched) {
      const tags = candidates.map(id => states.get(id)?.tag ?? id);
      this.#reading.tally.rejected(
        {
          kind: candidates.length > 0 ? 'ambiguous' : 'thing',
          place: unit.thing.place,
          reason:
            candidates.length > 0
              ? `its keys belong to ${tags.length} assets: ${tags.join(', ')}`
              : `not in the register, and onNoMatch of the source is ${onNoMatch}`,
        },
        candidates.length > 0 || onNoMatch === 'discrepancy' ? 1 : 0,
      );
    }
  }

  #origin() {
    const { source, runId } = this.#reading;
    return { sourceId: source.id, runId };
  }

  #sighting() {
    return { ...this.#origin(), at: this.#ground.clock().toISOString() };
  }
}

function overlap(one: Set<string>, other: Set<string> | undefined): boolean {
  return other !== undefined && [...one].some(item => other.has(item));
}

/** What the register, or a concurrent writer, makes impossible as it is. */
function isRefusal(error: unknown): boolean {
  const { name, code } = Object(error);
  return (
    name === 'ConflictError' ||
    name === 'InputError' ||
    // deadlock and serialisation failure
    code === '40P01' ||
    code === '40001'
  );
}
