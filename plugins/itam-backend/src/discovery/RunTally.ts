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
  addCounts,
  noCounts,
  ObservedThing,
  RunCounts,
  RunItem,
} from '@itam/plugin-itam-common';
import type { NewReject } from './RunStore';

/** What became of a thing in the register. */
export type ThingOutcome = 'created' | 'updated' | 'unchanged';

/** What a run counted and rejected so far. */
export class RunTally {
  #counts: RunCounts = noCounts;
  #rejects: NewReject[] = [];
  #progress: RunItem['progress'];
  #done = 0;

  get counts(): RunCounts {
    return this.#counts;
  }

  get progress(): RunItem['progress'] {
    return this.#progress;
  }

  /** A document is being read. */
  begin(document: string): void {
    this.#progress = { document, done: this.#done };
  }

  add(counts: Partial<RunCounts>): void {
    this.#counts = addCounts(this.#counts, counts);
  }

  /** A thing was taken as an asset or a group. */
  took(
    thing: Pick<ObservedThing, 'unit' | 'derived'>,
    outcome: ThingOutcome,
    times: number = 1,
  ): void {
    const unit = thing.unit === 'group' ? 'grouped' : 'assets';
    this.add({
      ...(thing.derived ? { derived: times } : { read: times, [unit]: times }),
      [outcome]: times,
      matched: outcome === 'created' ? 0 : times,
    });
    this.#step(times);
  }

  /** A thing was kept under its parent. */
  folded(times: number = 1): void {
    this.add({ read: times, folded: times });
    this.#step(times);
  }

  /** A thing was not taken. */
  rejected(reject: NewReject, discrepancies: number = 0): void {
    this.add({ read: 1, rejected: 1, discrepancies });
    this.#rejects.push(reject);
    this.#step(1);
  }

  /** Rows of a bill were taken, and others not. */
  charged(charges: number, rejected: number): void {
    this.add({ read: charges + rejected, charges, rejected });
    this.#step(charges + rejected);
  }

  /** Something beside a thing was not taken: a document, or a value. */
  note(reject: NewReject): void {
    this.#rejects.push(reject);
  }

  /** A thing counted as unchanged got a relation to one registered later. */
  updatedAfterAll(): void {
    this.add({ unchanged: -1, updated: 1 });
  }

  /** The rejects since the last call. */
  takeRejects(): NewReject[] {
    return this.#rejects.splice(0);
  }

  #step(times: number): void {
    this.#done += times;
    this.#progress = { document: this.#progress?.document, done: this.#done };
  }
}
