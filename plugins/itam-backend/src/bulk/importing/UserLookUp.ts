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

import { readText } from '@itam/plugin-itam-common';
import type { TableRow } from '../reading/Table';
import type { StoredRow } from '../runs/BulkRunStore';
import type { PlannedColumn } from './ColumnPlan';
import type { People } from './LookedUp';

/**
 * Users are entities of the catalog and not imported: each row tells whom the
 * register takes it for, so that files that name them can be imported.
 */
export class UserLookUp {
  readonly #columns: PlannedColumn[];
  readonly #people: People;

  constructor(options: { columns: PlannedColumn[]; people: People }) {
    this.#columns = options.columns;
    this.#people = options.people;
  }

  async take(rows: TableRow[]): Promise<StoredRow[]> {
    const said = rows.map(row => ({
      row,
      name: this.#text(row, 'username')?.toLowerCase(),
      mail: this.#text(row, 'email')?.toLowerCase(),
      full: [this.#text(row, 'firstName'), this.#text(row, 'lastName')]
        .filter(Boolean)
        .join(' ')
        .toLowerCase(),
    }));
    const byName = await this.#people.byName(
      said.flatMap(({ name, full }) => [name ?? [], full || []].flat()),
    );
    const byMail = await this.#people.byMail(
      said.flatMap(({ mail }) => mail ?? []),
    );
    return said.map(({ row, name, mail, full }) => {
      const refs =
        (name && byName.get(name)) ||
        (mail && byMail.get(mail)) ||
        byName.get(full) ||
        [];
      const kept = { row: row.row, changes: {}, problems: [] };
      return refs.length === 1
        ? { ...kept, tag: refs[0], outcome: 'unchanged' }
        : {
            ...kept,
            tag: name ?? mail,
            outcome: 'rejected',
            problems: [
              {
                reason:
                  refs.length === 0
                    ? 'the catalog has no such user; users belong to the catalog and are not imported'
                    : `can be ${refs.join(' or ')}`,
              },
            ],
          };
    });
  }

  #text(row: TableRow, to: string): string | undefined {
    const column = this.#columns.find(known => known.to === to);
    const cell = column && row.cells[column.index];
    return (cell ? readText(cell).text : '') || undefined;
  }
}
