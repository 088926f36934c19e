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

import { isError } from '@backstage/errors';
import {
  LocationFacts,
  locationFactsSchema,
  readText,
} from '@itam/plugin-itam-common';
import type { KnownRecords } from '../../records';
import type { TableRow } from '../reading/Table';
import type { StoredRow } from '../runs/BulkRunStore';
import { problemOf } from '../runs/RowWriter';
import type { PlannedColumn } from './ColumnPlan';
import { slugOf } from './slug';

/** Adds a location, as the API does. */
export interface AddLocation {
  (facts: LocationFacts, by: { actor: string; reason?: string }): Promise<{
    id: string;
  }>;
}

/**
 * Takes locations from a file: what has no code gets its name as one; what is
 * there stays as it is.
 */
export class LocationImport {
  readonly #columns: PlannedColumn[];
  readonly #records: KnownRecords;
  readonly #add: AddLocation;
  readonly #actor: string;
  readonly #reason: string | undefined;
  readonly #dryRun: boolean;
  /** Codes that rows before brought. */
  readonly #brought = new Set<string>();

  constructor(options: {
    columns: PlannedColumn[];
    records: KnownRecords;
    add: AddLocation;
    actor: string;
    reason?: string;
    dryRun: boolean;
  }) {
    this.#columns = options.columns;
    this.#records = options.records;
    this.#add = options.add;
    this.#actor = options.actor;
    this.#reason = options.reason;
    this.#dryRun = options.dryRun;
  }

  async take(row: TableRow): Promise<StoredRow> {
    const kept = { row: row.row, problems: [], changes: {} };
    try {
      if (row.problem !== undefined) {
        throw new Error(row.problem);
      }
      const facts = locationFactsSchema.safeParse(this.#factsOf(row));
      if (!facts.success) {
        return {
          ...kept,
          outcome: 'rejected',
          problems: facts.error.issues.map(({ path, message }) => ({
            field: path.join('.'),
            reason: message,
          })),
        };
      }
      const { code, parent } = facts.data;
      const known = await this.#records.locations([
        code,
        ...(parent ? [parent] : []),
      ]);
      if (known.has(code) || this.#brought.has(code)) {
        return { ...kept, tag: code, outcome: 'unchanged' };
      }
      if (this.#dryRun) {
        if (parent && !known.has(parent) && !this.#brought.has(parent)) {
          throw new Error(`parent: there is no location '${parent}'`);
        }
      } else {
        await this.#add(facts.data, {
          actor: this.#actor,
          reason: this.#reason,
        });
      }
      this.#brought.add(code);
      return {
        ...kept,
        tag: code,
        outcome: 'created',
        changes: Object.fromEntries(
          Object.entries(facts.data).map(([field, to]) => [field, { to }]),
        ),
      };
    } catch (error) {
      if (!isError(error)) {
        throw error;
      }
      return { ...kept, outcome: 'rejected', problems: [problemOf(error)] };
    }
  }

  #factsOf(row: TableRow): Record<string, unknown> {
    const text = (to: string) => {
      const column = this.#columns.find(known => known.to === to);
      const cell = column && row.cells[column.index];
      return (cell ? readText(cell).text : '') || undefined;
    };
    const name = text('name');
    const parent = text('parent');
    const contact = text('contact');
    const address = ['address', 'address2', 'zip', 'city', 'state']
      .flatMap(part => text(part) ?? [])
      .join(', ');
    return {
      code: text('code') ?? (name && slugOf(name)),
      name,
      kind: text('kind') ?? 'site',
      ...(parent && { parent: slugOf(parent) }),
      ...(address && { address }),
      ...(text('country') && { country: text('country')?.toUpperCase() }),
      ...(contact && { contacts: [{ name: contact }] }),
    };
  }
}
