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

import type {
  NamedRecord,
  RecordBase,
  RecordHistoryEntry,
  RecordKind,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Sql } from '../database';

/** What every kind of shared record is called. */
export interface RecordName {
  code: string;
  name: string;
}

/** A shared record with its facts apart, as it is kept. */
export interface StoredRecord<F extends RecordName> extends RecordBase {
  facts: F;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** What a list of records is asked for with. */
export interface RecordQuery {
  limit: number;
  cursor?: string;
  q?: string;
  retired?: boolean;
  /** What only this kind of record is filtered by. */
  conditions: Sql[];
}

/** A change of a record, to be kept with it. */
export interface RecordLine {
  action: RecordHistoryEntry['action'];
  actor: string;
  reason?: string;
  changes: RecordHistoryEntry['changes'];
}

/** Keeps the shared records of one kind. */
export interface RecordStore<F extends RecordName> {
  readonly kind: RecordKind;

  /** Does something while nobody else writes records of this kind. */
  write<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T>;

  /** The records of these ids or codes. */
  find(idsOrCodes: string[], connection?: Knex): Promise<StoredRecord<F>[]>;

  /** The records the configuration gave. */
  configured(transaction: Knex.Transaction): Promise<StoredRecord<F>[]>;

  list(query: RecordQuery): Promise<Page<StoredRecord<F>>>;

  /** Writes a record, new or changed, with the line of history that led to it. */
  put(
    transaction: Knex.Transaction,
    record: StoredRecord<F>,
    line: RecordLine,
  ): Promise<void>;

  history(
    id: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<RecordHistoryEntry>>;

  /** How many assets name the record. */
  use(record: NamedRecord, connection?: Knex): Promise<number>;
}
