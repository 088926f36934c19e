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

import type { HistoryFacts } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  fromJson,
  isPostgres,
  ItamDatabase,
  raw,
  rowsOf,
  sql,
  touchedBy,
  withStage,
} from '../database';
import { GENESIS_HASH, hashBlock, hashLine } from './historyHash';

const BLOCK_SIZE = 1_000;

/** Key of the advisory lock: one sealer at a time, over all replicas. */
const SEALER_LOCK = 4_826_001;

interface BlockRow {
  number: string | number;
  first_sequence: string | number;
  last_sequence: string | number;
  previous_hash: string;
  hash: string;
}

interface LineRow {
  id: string;
  asset_id: string;
  version: number;
  effective_at: string;
  recorded_at: string;
  actor_id: string;
  action: HistoryFacts['action'];
  reason: string | null;
  changes: string;
  run_id: string | null;
  hash: string;
}

/** What is wrong with the chain over the history. */
export interface ChainFault {
  /** The block at fault. */
  block: number;
  reason: string;
}

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

  /** Works the whole chain out again; answers the first fault, if there is one. */
  async verifyChain(): Promise<ChainFault | undefined> {
    let previous = GENESIS_HASH;
    let expected = 1;
    for (let number = 1; ; number++) {
      const [block] = await rowsOf<BlockRow>(
        this.#knex,
        sql`SELECT * FROM history_blocks WHERE number = ${number}`,
      );
      if (!block) {
        return this.#verifyEnd(number, expected);
      }
      const lines = await rowsOf<LineRow>(
        this.#knex,
        sql`SELECT * FROM asset_history
            WHERE sequence >= ${Number(block.first_sequence)}
              AND sequence <= ${Number(block.last_sequence)}
            ORDER BY sequence`,
      );
      const reason = faultOf({ block, lines, previous, expected });
      if (reason) {
        return { block: number, reason };
      }
      previous = block.hash;
      expected = Number(block.last_sequence) + 1;
    }
  }

  async #verifyEnd(
    block: number,
    expected: number,
  ): Promise<ChainFault | undefined> {
    const [beyond] = await rowsOf<{ id: string }>(
      this.#knex,
      sql`SELECT id FROM asset_history WHERE sequence >= ${expected} LIMIT 1`,
    );
    return beyond && { block, reason: 'lines are numbered but in no block' };
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
    await numberLines(transaction, lines, first);
    await touchedBy(
      transaction,
      sql`INSERT INTO history_blocks
            (number, first_sequence, last_sequence, previous_hash, hash, sealed_at)
          VALUES (${Number(last?.number ?? 0) + 1}, ${first},
            ${first + lines.length - 1}, ${previousHash},
            ${hashBlock(
              previousHash,
              lines.map(({ hash }) => hash),
            )},
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

function faultOf(options: {
  block: BlockRow;
  lines: LineRow[];
  previous: string;
  expected: number;
}): string | undefined {
  const { block, lines, previous, expected } = options;
  const first = Number(block.first_sequence);
  const last = Number(block.last_sequence);
  if (block.previous_hash !== previous || first !== expected) {
    return 'it does not continue the block before';
  }
  if (lines.length !== last - first + 1) {
    return 'lines are missing or too many';
  }
  const changed = lines.find(line => hashLine(factsOf(line)) !== line.hash);
  if (changed) {
    return `the line ${changed.id} was changed`;
  }
  const hash = hashBlock(
    previous,
    lines.map(line => line.hash),
  );
  return hash === block.hash ? undefined : 'its hash does not fit its lines';
}

function factsOf(row: LineRow): HistoryFacts {
  return {
    assetId: row.asset_id,
    version: row.version,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    action: row.action,
    reason: row.reason ?? undefined,
    changes: fromJson<HistoryFacts['changes']>(row.changes),
    runId: row.run_id ?? undefined,
  };
}
