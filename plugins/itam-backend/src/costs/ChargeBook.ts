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

import type { ChargeStatement } from '@itam/plugin-itam-node';
import type { Knex } from 'knex';

/** A content that was read, as far as a reading needs to know it. */
export interface KnownStatement {
  rows: number;
  rejectedRows: number;
  /** The run that read it. */
  runId: string;
}

/** A document of charges in a reading of its source. */
export interface ChargePlace {
  sourceId: string;
  /** Where the document is. */
  scope: string;
  /** SHA-256 of its content. */
  fingerprint: string;
  /** Of the source: another revision reads the same content differently. */
  revision: string;
  runId: string;
}

/** Takes what bills say; the costs slice is behind it. */
export interface ChargeBook {
  /** What is known of this content, if it was read by the same revision. */
  known(
    content: Pick<ChargePlace, 'sourceId' | 'fingerprint' | 'revision'>,
  ): Promise<KnownStatement | undefined>;

  /**
   * Takes a statement in place of what its document said before. Its facts
   * are written beside the charges first and become charges in one
   * transaction.
   *
   * @throws what reading the statement throws; nothing is changed then.
   */
  take(
    statement: ChargeStatement,
    place: ChargePlace,
    options: {
      signal: AbortSignal;
      /** Written in the same transaction, after the charges. */
      alongside: (transaction: Knex.Transaction) => Promise<void>;
    },
  ): Promise<void>;

  /**
   * A document has a content that is known: from now on it is that, and what
   * it said before is gone unless another document still says it.
   */
  adopt(transaction: Knex.Transaction, place: ChargePlace): Promise<void>;

  /** Brings sums and attributions up to date after a reading. */
  settle(): Promise<void>;
}
