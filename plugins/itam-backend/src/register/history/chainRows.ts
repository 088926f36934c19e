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
import { hashLine } from './historyHash';

/** Lines one block holds at most. */
export const BLOCK_SIZE = 1_000;

/** A row of `history_blocks`. */
export interface BlockRow {
  number: string | number;
  first_sequence: string | number;
  last_sequence: string | number;
  previous_hash: string;
  hash: string;
  /** Null in blocks from before fingerprints were kept. */
  fingerprints: string | null;
}

/** A row of `asset_history`. */
export interface LineRow {
  id: string;
  asset_id: string;
  version: number;
  effective_at: string;
  recorded_at: string;
  actor_id: string;
  action: HistoryFacts['action'];
  reason: string | null;
  /** Canonical JSON, as it was hashed. */
  changes: string;
  run_id: string | null;
  hash: string;
  sequence: string | number | null;
}

/** Whether a line is what was written, to the byte. */
export function isAsWritten(row: LineRow): boolean {
  const facts = {
    assetId: row.asset_id,
    version: row.version,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    action: row.action,
    reason: row.reason ?? undefined,
    changes: {},
    runId: row.run_id ?? undefined,
  };
  return hashLine(facts, row.changes) === row.hash;
}
