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

import { keyId, ObservedThing, ownershipForm } from '@itam/plugin-itam-common';
import { sha256 } from '@itam/plugin-itam-node';
import { newId } from '../database';
import { breathe, partsOf } from './abortable';
import { DocumentMap, hashOf, Unit } from './DocumentMap';
import type { ObservationRow } from './ObservationStore';
import type { DocumentThings, ReadThing } from './readThings';
import type { DiscoveryGround, Reading } from './reading';
import { UnitWriter } from './UnitWriter';

/** What a document that was read to its end leaves to do. */
export interface Reconciled {
  /** Things that were known from the document and are not in it any more. */
  absent: ObservationRow[];
  /** How many things it had before. */
  present: number;
  /** Nothing was rejected and nothing waits: an equal document can be skipped. */
  isClean: boolean;
}

/** Reconciles what one document says with the register. */
export class DocumentReconciler {
  readonly #ground: DiscoveryGround;
  readonly #reading: Reading;
  readonly #scope: string;
  /** Observations that are still what they were, or were taken over. */
  readonly #accounted = new Set<string>();

  constructor(options: {
    ground: DiscoveryGround;
    reading: Reading;
    scope: string;
  }) {
    this.#ground = options.ground;
    this.#reading = options.reading;
    this.#scope = options.scope;
  }

  /** Applies what the document says, batch by batch. */
  async reconcile(document: DocumentThings): Promise<Reconciled> {
    const { tally, source } = this.#reading;
    const rejectedBefore = tally.counts.rejected;
    const places = new Set(document.rejects.map(({ place }) => place));
    document.rejects.forEach(reject => tally.rejected(reject));

    const known = await this.#ground.observations.ofDocument(
      source.id,
      this.#scope,
    );
    const rows = await this.#rowsOf(document.things, known);
    const things = this.#withoutThoseElsewhere(document.things, rows);
    const folds = things.filter(({ thing }) => thing.unit === 'fold');
    const units = await this.#units(
      things.filter(({ thing }) => thing.unit !== 'fold'),
      rows,
    );
    const { map, registered } = await this.#map(
      units,
      folds.map(({ thing }) => thing),
    );
    const writer = new UnitWriter({
      ground: this.#ground,
      reading: this.#reading,
      scope: this.#scope,
      map,
      registered,
    });

    await this.#takeUnits(units, writer);
    await this.#relateLate(units, writer);
    await this.#takeFolds(folds, { rows, map });

    const present = known.filter(({ state }) => state === 'present');
    return {
      present: present.length,
      absent: present.filter(
        ({ id, place }) => !this.#accounted.has(id) && !places.has(place),
      ),
      isClean:
        tally.counts.rejected === rejectedBefore &&
        !units.some(unit => map.waitsFor(unit)),
    };
  }

  /** What was known at the keys of these things, in this or another document. */
  async #rowsOf(
    things: ReadThing[],
    known: ObservationRow[],
  ): Promise<Map<string, ObservationRow>> {
    const rows = new Map(known.map(row => [row.sourceKey, row]));
    const others = things
      .map(({ thing }) => thing.sourceKey)
      .filter(sourceKey => !rows.has(sourceKey));
    for (const row of await this.#ground.observations.byKeys(
      this.#reading.source.id,
      others,
    )) {
      rows.set(row.sourceKey, row);
    }
    return rows;
  }

  /** One key can be in one document only, or it would wander at every run. */
  #withoutThoseElsewhere(
    things: ReadThing[],
    rows: Map<string, ObservationRow>,
  ): ReadThing[] {
    return things.filter(({ thing: { sourceKey, place } }) => {
      const row = rows.get(sourceKey);
      const elsewhere =
        row !== undefined &&
        row.scope !== this.#scope &&
        row.lastSeenRun === this.#reading.runId;
      if (elsewhere) {
        this.#reading.tally.rejected({
          kind: 'thing',
          place,
          field: 'sourceKey',
          reason: `'${sourceKey}' is in ${row.scope} too; that one was taken`,
        });
      }
      return !elsewhere;
    });
  }

  /** Derived things first: the others refer to them. */
  async #units(
    things: ReadThing[],
    rows: Map<string, ObservationRow>,
  ): Promise<Unit[]> {
    const ordered = [...things].sort(
      (a, b) => Number(b.thing.derived) - Number(a.thing.derived),
    );
    const stackOf = stacksOf(ordered.map(({ thing }) => thing));
    const units: Unit[] = [];
    for (const part of partsOf(ordered, this.#ground.register.batchSize)) {
      const ownerships = await this.#reading.ownership.resolve(
        part.map(({ thing }) => thing),
        stackOf,
      );
      part.forEach(({ thing, hash }, index) => {
        const row = rows.get(thing.sourceKey);
        units.push({
          thing,
          form: sha256(`${hash}${ownershipForm(ownerships[index])}`),
          ownership: ownerships[index],
          id: row?.id ?? newId(),
          row,
          assetId: row?.unit === 'fold' ? undefined : row?.assetId,
          isNew: false,
          storedHash: row?.hash,
        });
      });
      await breathe(this.#reading.signal);
    }
    return units;
  }

  async #map(
    units: Unit[],
    folds: ObservedThing[],
  ): Promise<{ map: DocumentMap; registered: string[] }> {
    const own = new Set(
      [...units.map(({ thing }) => thing), ...folds].flatMap(thing => [
        thing.sourceKey,
        ...thing.keys.map(keyId),
      ]),
    );
    const targets = [
      ...units.flatMap(({ thing }) => thing.relations.map(({ to }) => to)),
      ...folds.flatMap(({ parent }) => parent ?? []),
    ];
    const identified = await this.#ground.register.identify(
      targets.flatMap(target =>
        'key' in target && !own.has(keyId(target.key)) ? [target.key] : [],
      ),
    );
    const elsewhere = await this.#ground.observations.byKeys(
      this.#reading.source.id,
      targets.flatMap(target =>
        'sourceKey' in target && !own.has(target.sourceKey)
          ? [target.sourceKey]
          : [],
      ),
    );
    return {
      map: new DocumentMap({
        units,
        folds,
        identified,
        elsewhere: new Map(
          elsewhere.flatMap(({ sourceKey, assetId }) =>
            assetId ? [[sourceKey, assetId]] : [],
          ),
        ),
      }),
      registered: [
        ...units.flatMap(({ assetId }) => assetId ?? []),
        ...elsewhere.flatMap(({ assetId }) => assetId ?? []),
        ...[...identified.values()].flat(),
      ],
    };
  }

  async #takeUnits(units: Unit[], writer: UnitWriter): Promise<void> {
    try {
      for (const batch of partsOf(units, this.#ground.register.batchSize)) {
        await this.#takeBatch(batch, writer);
        await breathe(this.#reading.signal);
      }
    } catch (error) {
      // a run that ends leaves nothing under way
      await writer.finish().catch(() => undefined);
      throw error;
    }
    await writer.finish();
    units.forEach(unit => this.#account(unit));
  }

  async #takeBatch(batch: Unit[], writer: UnitWriter): Promise<void> {
    const unchanged = batch.filter(unit => this.#isUnchanged(unit, writer));
    const kept = new Set(unchanged);
    await this.#seen(unchanged.map(({ id }) => id));
    for (const unit of unchanged) {
      unit.outcome = 'unchanged';
      this.#reading.tally.took(unit.thing, 'unchanged');
    }
    const changed = batch.filter(unit => !kept.has(unit));
    if (changed.length > 0) {
      await writer.take(changed);
    }
  }

  #isUnchanged(unit: Unit, writer: UnitWriter): boolean {
    const { row, assetId } = unit;
    return (
      row !== undefined &&
      assetId !== undefined &&
      row.state === 'present' &&
      row.scope === this.#scope &&
      row.hash === writer.hashOf(unit)
    );
  }

  /** Of what stood at the key, only what was replaced is no longer there. */
  #account({ id, row, retires }: Unit): void {
    this.#accounted.add(id);
    if (row && !retires) {
      this.#accounted.add(row.id);
    }
  }

  /** Relations can lead to things that came later in the document. */
  async #relateLate(units: Unit[], writer: UnitWriter): Promise<void> {
    if (this.#reading.dryRun) {
      return;
    }
    const late = units.filter(
      unit =>
        unit.assetId !== undefined &&
        unit.outcome !== undefined &&
        unit.thing.relations.length > 0 &&
        unit.storedHash !== writer.hashOf(unit),
    );
    for (const batch of partsOf(late, this.#ground.register.batchSize)) {
      await writer.relate(batch);
      await breathe(this.#reading.signal);
    }
  }

  async #takeFolds(
    folds: ReadThing[],
    context: { rows: Map<string, ObservationRow>; map: DocumentMap },
  ): Promise<void> {
    for (const batch of partsOf(folds, this.#ground.register.batchSize)) {
      const unchanged: string[] = [];
      const retired: string[] = [];
      const written = batch.flatMap(({ thing, hash: form }) => {
        const row = context.rows.get(thing.sourceKey);
        const assetId = context.map.parentOf(thing);
        if (!assetId) {
          if (row) {
            this.#accounted.add(row.id);
          }
          this.#reading.tally.rejected({
            kind: 'thing',
            place: thing.place,
            field: 'parent',
            reason: 'what it belongs to is not in the register',
          });
          return [];
        }
        const hash = hashOf(form, assetId);
        const wasAsset = row?.unit !== 'fold' && row?.assetId !== undefined;
        const id = row && !wasAsset ? row.id : newId();
        this.#reading.tally.folded();
        this.#accounted.add(id);
        if (wasAsset) {
          retired.push(row.id);
        } else if (
          row?.hash === hash &&
          row.state === 'present' &&
          row.scope === this.#scope
        ) {
          unchanged.push(row.id);
          return [];
        }
        return [
          {
            id,
            isNew: row === undefined,
            scope: this.#scope,
            hash,
            assetId,
            payload: thing,
            relations: [],
          },
        ];
      });
      if (!this.#reading.dryRun) {
        await this.#ground.knex.transaction(async transaction => {
          const { observations } = this.#ground;
          await this.#reading.fence(transaction);
          await observations.retire(transaction, retired);
          await observations.seen(transaction, this.#sighting(), unchanged);
          await observations.write(transaction, this.#sighting(), written);
        });
      }
      await breathe(this.#reading.signal);
    }
  }

  async #seen(ids: string[]): Promise<void> {
    if (ids.length > 0 && !this.#reading.dryRun) {
      await this.#ground.knex.transaction(async transaction => {
        await this.#reading.fence(transaction);
        await this.#ground.observations.seen(
          transaction,
          this.#sighting(),
          ids,
        );
      });
    }
  }

  #sighting() {
    return {
      sourceId: this.#reading.source.id,
      runId: this.#reading.runId,
      at: this.#ground.clock().toISOString(),
    };
  }
}

/** The entity of the stack a thing was provisioned by: its own, or the document's. */
function stacksOf(
  units: ObservedThing[],
): (thing: ObservedThing) => string | undefined {
  const derived = new Map(
    units
      .filter(thing => thing.derived)
      .map(thing => [thing.sourceKey, entityOf(thing)]),
  );
  const [first] = derived.values();
  return thing => {
    const provisionedBy = thing.relations.flatMap(({ type, to }) =>
      type === 'provisioned-by' && 'sourceKey' in to
        ? derived.get(to.sourceKey) ?? []
        : [],
    );
    return thing.derived ? entityOf(thing) : provisionedBy[0] ?? first;
  };
}

function entityOf(thing: ObservedThing): string | undefined {
  return (
    thing.entityRef ??
    thing.relations.flatMap(({ type, to }) =>
      type === 'supports' && 'entityRef' in to ? to.entityRef : [],
    )[0]
  );
}
