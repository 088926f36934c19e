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

import type { Knex } from 'knex';
import type { AppliedChange, RegisterFollower } from '../register';
import type {
  AssignmentBook,
  AssignmentClosing,
  AssignmentOpening,
} from './AssignmentBook';

/** The fields of an asset that say who has it, and the slot each stands for. */
const holders = [
  { field: 'custodian', kind: 'custodian', slot: 'custody' },
  { field: 'consumer', kind: 'consumer', slot: 'use' },
] as const;

/**
 * Keeps the book of assignments in line with the register: whatever changed the
 * custodian or the consumer of an asset, a form, a file or a source, ends one
 * assignment and begins another.
 */
export class CustodyFollower implements RegisterFollower {
  readonly #book: AssignmentBook;

  constructor(options: { book: AssignmentBook }) {
    this.#book = options.book;
  }

  async follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void> {
    const closings: AssignmentClosing[] = [];
    const openings: AssignmentOpening[] = [];
    for (const { before, after } of changes) {
      for (const { field, kind, slot } of holders) {
        const [was, is] = [before?.[field], after[field]];
        if (was === is) {
          continue;
        }
        const common = { assetId: after.id, by: after.updatedBy };
        if (was) {
          closings.push({ ...common, slot, holder: was });
        }
        if (is) {
          openings.push({ ...common, kind, holder: is });
        }
      }
    }
    await this.#book.close(transaction, closings);
    await this.#book.open(
      transaction,
      await this.#shared(transaction, openings),
    );
  }

  /** Who joins others that share a thing shares it. */
  async #shared(
    transaction: Knex.Transaction,
    openings: AssignmentOpening[],
  ): Promise<AssignmentOpening[]> {
    const uses = openings.filter(({ kind }) => kind !== 'custodian');
    const open = await this.#book.openOf(
      uses.map(({ assetId }) => assetId),
      transaction,
    );
    return openings.map(opening => {
      const shared = (open.get(opening.assetId) ?? []).some(
        ({ kind, exclusive }) => kind !== 'custodian' && !exclusive,
      );
      return shared && opening.kind !== 'custodian'
        ? { ...opening, exclusive: false }
        : opening;
    });
  }
}
