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

import type { HistoryProblem } from '@itam/plugin-itam-common';
import { BLOCK_SIZE, BlockRow, isAsWritten, LineRow } from './chainRows';
import {
  fingerprintOf,
  GENESIS_HASH,
  hashBlock,
  splitFingerprints,
} from './historyHash';

/** A block with what it has to fit: its lines, and the block before it. */
export interface InspectedBlock {
  block: BlockRow;
  /** Every line numbered as the block says, in order. */
  lines: LineRow[];
  /** The block before in the table; none: this is the first one there. */
  previous?: BlockRow;
}

/** What was touched of a block; nothing, if all is as it was sealed. */
export function inspectBlock(inspected: InspectedBlock): {
  verified: number;
  problems: HistoryProblem[];
} {
  const { block, lines } = inspected;
  if (!isPossible(block)) {
    return {
      verified: 0,
      problems: [
        {
          kind: 'block-changed',
          block: Number(block.number),
          message: `Block ${block.number} claims the lines ${block.first_sequence} to ${block.last_sequence}, which no block can hold.`,
        },
      ],
    };
  }
  const problems = [
    ...removedBlocks(inspected),
    ...changedLines(lines),
    ...removedLines(block, lines),
  ];
  const known = new Set(problems.map(({ sequence }) => sequence));
  problems.push(
    ...replacedLines(block, lines).filter(
      ({ sequence }) => !known.has(sequence),
    ),
  );
  const linesTouched = problems.some(({ kind }) => kind.startsWith('line-'));
  if (!continues(inspected)) {
    problems.push({
      kind: 'block-changed',
      block: Number(block.number),
      message: `Block ${block.number} does not continue the block before it.`,
    });
  } else if (!linesTouched && !holds(block, lines)) {
    problems.push({
      kind: 'block-changed',
      block: Number(block.number),
      message: `The hash of block ${block.number} does not fit its lines ${block.first_sequence} to ${block.last_sequence}.`,
    });
  }
  return {
    problems,
    verified: lines.filter(
      ({ sequence }) =>
        !problems.some(problem => problem.sequence === Number(sequence)),
    ).length,
  };
}

/** A line of history that is not what was written. */
export function changedLine(row: LineRow): HistoryProblem {
  return problemOf(
    'line-changed',
    row,
    'was changed: it is not what was written',
  );
}

function removedBlocks(inspected: InspectedBlock): HistoryProblem[] {
  const { block, previous } = inspected;
  const expected = Number(previous?.number ?? 0) + 1;
  const number = Number(block.number);
  if (number === expected) {
    return [];
  }
  const gone =
    number - 1 === expected
      ? `Block ${expected} is`
      : `Blocks ${expected} to ${number - 1} are`;
  return [
    {
      kind: 'block-removed',
      block: expected,
      message: `${gone} gone from the chain, with the lines from ${
        Number(previous?.last_sequence ?? 0) + 1
      } to ${Number(block.first_sequence) - 1}.`,
    },
  ];
}

/** A block after a gap has nothing to be compared with. */
function continues({ block, previous }: InspectedBlock): boolean {
  if (Number(block.number) !== Number(previous?.number ?? 0) + 1) {
    return true;
  }
  return (
    block.previous_hash === (previous?.hash ?? GENESIS_HASH) &&
    Number(block.first_sequence) === Number(previous?.last_sequence ?? 0) + 1
  );
}

/** The register seals blocks of one line up to a thousand. */
export function isPossible(block: BlockRow): boolean {
  const lines = Number(block.last_sequence) - Number(block.first_sequence) + 1;
  return lines >= 1 && lines <= BLOCK_SIZE;
}

function holds(block: BlockRow, lines: LineRow[]): boolean {
  const hashes = lines.map(({ hash }) => hash);
  return hashBlock(block.previous_hash, hashes) === block.hash;
}

function changedLines(lines: LineRow[]): HistoryProblem[] {
  return lines.filter(line => !isAsWritten(line)).map(changedLine);
}

function removedLines(block: BlockRow, lines: LineRow[]): HistoryProblem[] {
  const there = new Set(lines.map(({ sequence }) => Number(sequence)));
  const problems: HistoryProblem[] = [];
  const last = Number(block.last_sequence);
  for (
    let sequence = Number(block.first_sequence);
    sequence <= last;
    sequence++
  ) {
    if (!there.has(sequence)) {
      problems.push({
        kind: 'line-removed',
        sequence,
        block: Number(block.number),
        message: `Line ${sequence} of the history is gone.`,
      });
    }
  }
  return problems;
}

/** Lines with a right hash that is not the one the block was sealed with. */
function replacedLines(block: BlockRow, lines: LineRow[]): HistoryProblem[] {
  if (block.fingerprints === null) {
    return [];
  }
  const sealed = splitFingerprints(block.fingerprints);
  const first = Number(block.first_sequence);
  return lines.flatMap(line => {
    const fingerprint = fingerprintOf(line.hash);
    if (fingerprint === sealed[Number(line.sequence) - first]) {
      return [];
    }
    return sealed.includes(fingerprint)
      ? problemOf('line-moved', line, 'stands in the place of another line')
      : problemOf(
          'line-changed',
          line,
          'was changed and hashed anew after it was sealed',
        );
  });
}

function problemOf(
  kind: HistoryProblem['kind'],
  row: LineRow,
  what: string,
): HistoryProblem {
  const sequence = row.sequence === null ? undefined : Number(row.sequence);
  return {
    kind,
    assetId: row.asset_id,
    version: row.version,
    sequence,
    message: `${
      sequence === undefined ? 'A line' : `Line ${sequence}`
    } of the history, version ${row.version} of the asset ${
      row.asset_id
    }, ${what}.`,
  };
}
