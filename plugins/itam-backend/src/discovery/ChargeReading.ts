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

import { InputError, toError } from '@backstage/errors';
import type { ChargeDocument, ChargeStatement } from '@itam/plugin-itam-node';
import type { Knex } from 'knex';
import type { ChargePlace, KnownStatement } from '../costs/ChargeBook';
import type { DiscoveryGround, Reading } from './reading';

/** Takes the documents of charges of one reading. */
export class ChargeReading {
  readonly #ground: DiscoveryGround;
  readonly #reading: Reading;
  #changed = false;

  constructor(ground: DiscoveryGround, reading: Reading) {
    this.#ground = ground;
    this.#reading = reading;
  }

  /**
   * Reads a document, or recognises its content.
   *
   * @returns why it was refused, if it was; then nothing of it is applied.
   */
  async read(
    document: ChargeDocument,
    options: {
      /** It is what was read from its place the last time. */
      isAsItWas: boolean;
      /** Notes a complete reading, in the transaction that applies it. */
      complete: (transaction: Knex.Transaction) => Promise<void>;
    },
  ): Promise<string | undefined> {
    const { charges } = this.#ground;
    const place = this.#place(document);
    const known = await charges.known(place);
    if (known) {
      await this.#recognise(known, place, options);
      return undefined;
    }
    const { signal } = this.#reading;
    let statement: ChargeStatement;
    try {
      statement = await document.readCharges({ signal });
    } catch (error) {
      signal.throwIfAborted();
      return toError(error).message;
    }
    try {
      await this.#take(statement, place, options.complete);
    } catch (error) {
      if (error instanceof InputError) {
        return error.message;
      }
      throw error;
    } finally {
      await statement.close();
    }
    return undefined;
  }

  /** Brings sums and attributions up to date, if anything changed. */
  async end(): Promise<void> {
    if (this.#changed) {
      await this.#ground.charges.settle();
    }
  }

  #place({ scope, fingerprint }: ChargeDocument): ChargePlace {
    const { source, runId } = this.#reading;
    return {
      sourceId: source.id,
      scope,
      fingerprint,
      revision: source.source.revision,
      runId,
    };
  }

  async #recognise(
    known: KnownStatement,
    place: ChargePlace,
    options: {
      isAsItWas: boolean;
      complete: (transaction: Knex.Transaction) => Promise<void>;
    },
  ): Promise<void> {
    const { tally, dryRun } = this.#reading;
    const { charges, knex } = this.#ground;
    tally.charged(known.rows - known.rejectedRows, known.rejectedRows);
    tally.add({ documentsUnchanged: 1 });
    if (known.rejectedRows > 0) {
      tally.note({
        kind: 'document',
        place: place.scope,
        reason: `unchanged: its ${known.rejectedRows} rejected rows are listed at run ${known.runId}`,
      });
    }
    if (dryRun) {
      return;
    }
    await knex.transaction(async transaction => {
      if (!options.isAsItWas) {
        await charges.adopt(transaction, place);
        this.#changed = true;
      }
      await options.complete(transaction);
    });
  }

  async #take(
    statement: ChargeStatement,
    place: ChargePlace,
    complete: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { tally, dryRun, signal } = this.#reading;
    for await (const { place: row, field, reason } of statement.rejects()) {
      tally.note({ kind: 'thing', place: row, field, reason });
    }
    if (!dryRun) {
      await this.#ground.charges.take(statement, place, {
        signal,
        alongside: complete,
      });
      this.#changed = true;
    }
    tally.charged(
      statement.rows - statement.rejectedRows,
      statement.rejectedRows,
    );
    tally.add({ documents: 1 });
  }
}
