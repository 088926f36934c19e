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

import type { ChainHead, HistoryProblem } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { rowsOf, sql } from '../../database';
import { BLOCK_SIZE, BlockRow, isAsWritten, LineRow } from './chainRows';
import type { VerificationStep } from './HistoryVerifier';
import { changedLine, inspectBlock, isPossible } from './inspectBlock';

/** Goes along the chain over the history, and over the lines behind its end. */
export class ChainWalk {
  /** The next block from a number on; after the last one the end of the chain. */
  async nextBlock(
    snapshot: Knex,
    range: { from: number; to?: number; known?: ChainHead },
  ): Promise<VerificationStep> {
    const { from, to = Number.MAX_SAFE_INTEGER, known } = range;
    const [block] = await rowsOf<BlockRow>(
      snapshot,
      sql`SELECT * FROM history_blocks WHERE number >= ${from}
          ORDER BY number LIMIT 1`,
    );
    const [previous] = await rowsOf<BlockRow>(
      snapshot,
      sql`SELECT * FROM history_blocks
          WHERE number < ${block ? Number(block.number) : from}
          ORDER BY number DESC LIMIT 1`,
    );
    if (!block) {
      return { problems: await this.#behindTheEnd(snapshot, previous, known) };
    }
    const number = Number(block.number);
    if (number > to) {
      return { problems: [] };
    }
    const lines = isPossible(block) ? await linesOf(snapshot, block) : [];
    const { verified, problems } = inspectBlock({ block, lines, previous });
    return {
      verified,
      blocks: 1,
      problems: [...problems, ...writtenAnew(block, known)],
      head: { block: number, hash: block.hash },
      next: number < to ? { part: 'blocks', number: number + 1 } : undefined,
    };
  }

  /** Lines the chain does not hold yet. */
  async unsealed(
    snapshot: Knex,
    after: { recordedAt: string; id: string },
  ): Promise<VerificationStep> {
    // rides on asset_history_unsealed_idx
    const lines = await rowsOf<LineRow>(
      snapshot,
      sql`SELECT * FROM asset_history WHERE sequence IS NULL
            AND (recorded_at, id) > (${after.recordedAt}, ${after.id})
          ORDER BY recorded_at, id LIMIT ${BLOCK_SIZE}`,
    );
    const changed = lines.filter(line => !isAsWritten(line));
    const last = lines[lines.length - 1];
    return {
      verified: lines.length - changed.length,
      unsealed: lines.length,
      problems: changed.map(changedLine),
      next:
        lines.length === BLOCK_SIZE
          ? { part: 'unsealed', recordedAt: last.recorded_at, id: last.id }
          : undefined,
    };
  }

  async #behindTheEnd(
    snapshot: Knex,
    last: BlockRow | undefined,
    known?: ChainHead,
  ): Promise<HistoryProblem[]> {
    const beyond = await rowsOf<LineRow>(
      snapshot,
      sql`SELECT * FROM asset_history
          WHERE sequence > ${Number(last?.last_sequence ?? 0)}
          ORDER BY sequence LIMIT ${BLOCK_SIZE}`,
    );
    const problems = beyond.map(
      (line): HistoryProblem => ({
        kind: 'line-inserted',
        assetId: line.asset_id,
        version: line.version,
        sequence: Number(line.sequence),
        message: `Line ${line.sequence} of the history, version ${line.version} of the asset ${line.asset_id}, is numbered but in no block.`,
      }),
    );
    if (known && known.block > Number(last?.number ?? 0)) {
      problems.push({
        kind: 'block-removed',
        block: known.block,
        message: `The chain ended with block ${
          known.block
        } when it was last verified; now it ends with block ${
          last?.number ?? 0
        }.`,
      });
    }
    return problems;
  }
}

// rides on asset_history_sequence_idx
function linesOf(snapshot: Knex, block: BlockRow): Promise<LineRow[]> {
  return rowsOf<LineRow>(
    snapshot,
    sql`SELECT * FROM asset_history
        WHERE sequence >= ${Number(block.first_sequence)}
          AND sequence <= ${Number(block.last_sequence)}
        ORDER BY sequence`,
  );
}

/** Whoever makes the whole chain anew cannot make what was seen of it before. */
function writtenAnew(block: BlockRow, known?: ChainHead): HistoryProblem[] {
  return known?.block === Number(block.number) && known.hash !== block.hash
    ? [
        {
          kind: 'block-changed',
          block: known.block,
          message: `Block ${known.block} is another than when the history was last verified.`,
        },
      ]
    : [];
}
