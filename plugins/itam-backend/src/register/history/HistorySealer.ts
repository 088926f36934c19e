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
import {
  isPostgres,
  ItamDatabase,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../../database';
import { BLOCK_SIZE, BlockRow } from './chainRows';
import { fingerprintOf, GENESIS_HASH, hashBlock } from './historyHash';

/** Key of the advisory lock: one sealer at a time, over all replicas. */
const SEALER_LOCK = 4_826_001;

/**
 * Numbers committed lines of history and chains them in blocks, so that a line
 * cannot be changed, taken out or put in without a trace. It runs behind the
 * writers: chaining inside them would queue every write behind every other.
 */
export class HistorySealer {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: {
    database: Pick<ItamDatabase, 'knex'>;
    now?: () => Date;
  }) {
    this.#knex = options.database.knex;
    this.#now = options.now ?? (() => new Date());
  }

  /** Seals what is unsealed, block by block; answers how many lines it was. */
  async seal(signal?: AbortSignal): Promise<number> {
    let sealed = 0;
    while (!signal?.aborted) {
      const lines = await this.#knex.transaction(transaction =>
        this.#sealBlock(transaction),
      );
      sealed += lines;
      if (lines < BLOCK_SIZE) {
        break;
      }
    }
    return sealed;
  }

  async #sealBlock(transaction: Knex.Transaction): Promise<number> {
    if (isPostgres(transaction)) {
      await rowsOf(
        transaction,
        sql`SELECT pg_advisory_xact_lock(${SEALER_LOCK})`,
      );
    }
    // rides on asset_history_unsealed_idx
    const lines = await rowsOf<{ id: string; hash: string }>(
      transaction,
      sql`SELECT id, hash FROM asset_history WHERE sequence IS NULL
          ORDER BY recorded_at, id LIMIT ${BLOCK_SIZE}`,
    );
    if (lines.length === 0) {
      return 0;
    }
    const [last] = await rowsOf<BlockRow>(
      transaction,
      sql`SELECT * FROM history_blocks ORDER BY number DESC LIMIT 1`,
    );
    const first = Number(last?.last_sequence ?? 0) + 1;
    const previousHash = last?.hash ?? GENESIS_HASH;
    const hashes = lines.map(({ hash }) => hash);
    await numberLines(transaction, lines, first);
    await touchedBy(
      transaction,
      sql`INSERT INTO history_blocks
            (number, first_sequence, last_sequence, previous_hash, hash,
             fingerprints, sealed_at)
          VALUES (${Number(last?.number ?? 0) + 1}, ${first},
            ${first + lines.length - 1}, ${previousHash},
            ${hashBlock(previousHash, hashes)},
            ${hashes.map(fingerprintOf).join('')},
            ${this.#now().toISOString()})`,
    );
    return lines.length;
  }
}

async function numberLines(
  transaction: Knex.Transaction,
  lines: Array<{ id: string }>,
  first: number,
): Promise<void> {
  await withStage(
    transaction,
    {
      columns: { id: 'text', sequence: 'bigint' },
      rows: lines.map(({ id }, index) => ({ id, sequence: first + index })),
    },
    stage =>
      touchedBy(
        transaction,
        sql`UPDATE asset_history SET sequence = s.sequence FROM ${raw(stage)} s
            WHERE asset_history.id = s.id`,
      ),
  );
}
