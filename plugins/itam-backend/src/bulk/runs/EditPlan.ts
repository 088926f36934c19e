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

import { InputError } from '@backstage/errors';
import {
  AssetChange,
  AssetPatch,
  AssetState,
  AssetTypeLibrary,
  sameValue,
  supportedBy,
  validateAttributes,
} from '@itam/plugin-itam-common';
import type { KnownRecords } from '../../records';
import { changeOfPatch, KnownEntities } from '../../register/patch';
import { supportingRelations } from '../importing/changeOfRow';
import type { StoredChange } from './BulkRunStore';
import { isLocked } from './locks';
import { PlannedRow, rejectedRow } from './plan';

/** A patch whose refs and records are checked once, for every row. */
export class EditPlan {
  readonly #change: AssetChange;
  readonly #supports: string[] | undefined;
  readonly #types: AssetTypeLibrary;

  /** @throws InputError naming the field with a value that cannot be. */
  static async create(options: {
    patch: AssetPatch;
    actor: string;
    /** The run it is for. */
    runId?: string;
    reason?: string;
    types: AssetTypeLibrary;
    entities: KnownEntities;
    records: KnownRecords;
  }): Promise<EditPlan> {
    const { patch, records } = options;
    if (Object.keys(patch).length === 0) {
      throw new InputError('body.change.patch: empty; name a field to change');
    }
    const change = await changeOfPatch({
      patch: { ...patch, reason: options.reason },
      relations: [],
      actor: options.actor,
      entities: options.entities,
      records,
    });
    return new EditPlan(
      {
        ...change,
        origin: { kind: 'person', ref: options.actor, runId: options.runId },
      },
      options.types,
    );
  }

  private constructor(change: AssetChange, types: AssetTypeLibrary) {
    this.#change = change;
    this.#supports = change.relations?.flatMap(
      ({ toEntityRef }) => toEntityRef ?? [],
    );
    this.#types = types;
  }

  /** What the edit makes of one asset. */
  plan(
    state: AssetState,
    place: Pick<PlannedRow, 'row' | 'position'>,
  ): PlannedRow {
    const kept = {
      ...place,
      assetId: state.id,
      tag: state.tag,
      versionBefore: state.version,
    };
    const type = this.#types.get(state.type);
    const { attributes, dates, ...fields } = this.#change.facts;
    const { problems } = validateAttributes(type, attributes ?? {});
    if (problems.length > 0) {
      return rejectedRow(
        kept,
        ...problems.map(({ path, reason }) => ({ field: path, reason })),
      );
    }
    const changes: Record<string, StoredChange> = {};
    const facts: AssetChange['facts'] = {};
    const note = (name: string, lock: string, from: unknown, to: unknown) => {
      if (sameValue(from, to)) {
        return false;
      }
      changes[name] = {
        ...(from !== undefined && { from }),
        ...(to !== null && to !== undefined && { to }),
        ...(!isLocked(state, lock) && { followed: true }),
      };
      return true;
    };
    for (const [name, to] of Object.entries(fields)) {
      if (to !== undefined && note(name, name, Reflect.get(state, name), to)) {
        Object.assign(facts, { [name]: to });
      }
    }
    for (const [name, to] of Object.entries(attributes ?? {})) {
      const field = `attributes.${name}`;
      if (note(field, field, state.attributes[name], to)) {
        facts.attributes = { ...facts.attributes, [name]: to };
      }
    }
    for (const [kind, to] of Object.entries(dates ?? {})) {
      if (note(`dates.${kind}`, 'dates', state.dates?.[kind], to)) {
        facts.dates = { ...facts.dates, [kind]: to };
      }
    }
    const supports = this.#supports && [...new Set(this.#supports)].sort();
    const relates =
      supports !== undefined &&
      note('supports', 'supports', supportedBy(state), supports);
    const unlock = this.#change.unlock?.filter(field => isLocked(state, field));
    if (Object.keys(changes).length === 0 && !unlock?.length) {
      return { ...kept, apply: [], changes, problems: [] };
    }
    return {
      ...kept,
      changes,
      problems: [],
      apply: [
        {
          assetId: state.id,
          change: {
            ...this.#change,
            facts,
            relations: relates
              ? supportingRelations(state, supports)
              : undefined,
            unlock,
            expectedVersion: state.version,
          },
        },
      ],
    };
  }
}
