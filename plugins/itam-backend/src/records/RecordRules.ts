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
import type { z } from 'zod';
import type { RecordName, StoredRecord } from './RecordStore';

/** A fact that cannot be kept, and why. */
export interface RecordProblem {
  /** For example `contacts.0.ref`. */
  path: string;
  reason: string;
}

/** Facts as they are to be kept, and what is wrong with them. */
export interface CheckedFacts<F> {
  facts: F;
  problems: RecordProblem[];
}

/** What a check of facts can look at. */
export interface CheckContext<F extends RecordName> {
  transaction: Knex.Transaction;
  /** The record they are to be the facts of; none for a new one. */
  record?: StoredRecord<F>;
  /**
   * Refs are taken at their word: at start the catalog is not read yet.
   */
  trustRefs: boolean;
}

/** What one kind of shared record asks for beside what all of them do. */
export interface RecordRules<F extends RecordName, Item> {
  /** What a person calls one of this kind. */
  word: string;
  schema: z.ZodType<F>;
  check(facts: F, context: CheckContext<F>): Promise<CheckedFacts<F>>;
  /** Why it cannot be taken out of use, apart from assets. */
  whyNotRetire?(
    record: StoredRecord<F>,
    transaction: Knex.Transaction,
  ): Promise<string | undefined>;
  /** Why it cannot be put back into use. */
  whyNotReinstate?(
    record: StoredRecord<F>,
    transaction: Knex.Transaction,
  ): Promise<string | undefined>;
  /** Records as the API shows them. */
  items(records: StoredRecord<F>[]): Promise<Item[]>;
}
