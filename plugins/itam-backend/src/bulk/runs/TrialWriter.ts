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

import { noBulkCounts } from '@itam/plugin-itam-common';
import type { Register } from '../../register/Register';
import type {
  BulkLease,
  BulkProgress,
  BulkRunStore,
  StoredRow,
} from './BulkRunStore';
import { RowWriter } from './RowWriter';

/** Rows that are listed; the rest is counted. */
const MAX_KEPT = 20_000;

/** Tries rows without keeping anything, and remembers what is refused. */
export class TrialWriter {
  readonly writer: RowWriter;
  readonly #store: BulkRunStore;
  readonly #lease: BulkLease;
  readonly #refused: StoredRow[] = [];
  #position = '';

  constructor(
    { register, store }: { register: Register; store: BulkRunStore },
    lease: BulkLease,
  ) {
    this.#store = store;
    this.#lease = lease;
    this.writer = new RowWriter({
      register,
      lease,
      dryRun: true,
      counts: noBulkCounts,
      store: {
        transaction: work => store.transaction(work),
        keep: async (_, __, rows, { position }) => this.#note(rows, position),
      },
    });
  }

  /** Keeps the rows that were refused; the others would have stayed unchanged. */
  async keepRefused(): Promise<void> {
    const { read, rejected } = this.writer.counts;
    const progress: BulkProgress = {
      counts: { ...noBulkCounts, read, rejected, unchanged: read - rejected },
      position: this.#position,
    };
    await this.#store.transaction(transaction =>
      this.#store.keep(transaction, this.#lease, this.#refused, progress),
    );
  }

  #note(rows: StoredRow[], position: string): void {
    this.#position = position;
    const refused = rows.filter(({ outcome }) => outcome === 'rejected');
    this.#refused.push(...refused.slice(0, MAX_KEPT - this.#refused.length));
  }
}
