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
import type { ChargeBook, ChargePlace, KnownStatement } from './ChargeBook';
import type { CostStore } from './CostStore';
import {
  dropIncoming,
  findStatement,
  pointDocument,
  putStatement,
  statementId,
  writeIncoming,
} from './sql/statements';
import { takeTurn } from './sql/turn';

/** Takes what bills say, file by file. */
export class ChargeKeeper implements ChargeBook {
  readonly #knex: Knex;
  readonly #store: CostStore;
  readonly #clock: () => Date;
  readonly #reportingCurrency: string | undefined;

  constructor(options: {
    knex: Knex;
    store: CostStore;
    clock: () => Date;
    reportingCurrency?: string;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#reportingCurrency = options.reportingCurrency;
  }

  async known(
    content: Pick<ChargePlace, 'sourceId' | 'fingerprint' | 'revision'>,
  ): Promise<KnownStatement | undefined> {
    const statement = await findStatement(this.#knex, content);
    return statement &&
      !statement.replaced &&
      statement.revision === content.revision
      ? statement
      : undefined;
  }

  async take(
    statement: ChargeStatement,
    place: ChargePlace,
    options: {
      signal: AbortSignal;
      alongside: (transaction: Knex.Transaction) => Promise<void>;
    },
  ): Promise<void> {
    const { sourceId } = place;
    const id = await statementId(this.#knex, place);
    await dropIncoming(this.#knex, sourceId);
    await this.#writeBeside(statement, {
      statementId: id,
      sourceId,
      signal: options.signal,
    });
    const now = this.#clock().toISOString();
    await this.#knex.transaction(async transaction => {
      await takeTurn(transaction);
      await putStatement(transaction, statement, { id, place, now });
      await pointDocument(transaction, place, { statementId: id, now });
      await options.alongside(transaction);
    });
  }

  async adopt(
    transaction: Knex.Transaction,
    place: ChargePlace,
  ): Promise<void> {
    await takeTurn(transaction);
    await pointDocument(transaction, place, {
      statementId: await statementId(transaction, place),
      now: this.#clock().toISOString(),
    });
  }

  /** The next facts are read while the last ones are written. */
  async #writeBeside(
    statement: ChargeStatement,
    of: { statementId: string; sourceId: string; signal: AbortSignal },
  ): Promise<void> {
    let written = Promise.resolve();
    try {
      for await (const facts of statement.facts()) {
        await written;
        of.signal.throwIfAborted();
        written = writeIncoming(this.#knex, facts, of);
        // what went wrong is told when it is waited for
        written.catch(() => {});
      }
      await written;
    } finally {
      await written.catch(() => {});
    }
  }

  settle(): Promise<void> {
    return this.#store.settle({
      now: this.#clock(),
      reportingCurrency: this.#reportingCurrency,
      followRegister: false,
    });
  }
}
