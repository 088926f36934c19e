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

import type { AssetHistoryEntry } from '../asset';
import { canonicalJson } from '../canonicalJson';

/**
 * What is hashed of a line of history. The actor is a pseudonym, so that its
 * name can be erased and the hash stays true.
 *
 * @public
 */
export interface HistoryFacts {
  assetId: string;
  version: number;
  effectiveAt: string;
  recordedAt: string;
  actorId: string;
  action: AssetHistoryEntry['action'];
  reason?: string;
  changes: AssetHistoryEntry['changes'];
  runId?: string;
}

/**
 * The text of a line of history that is hashed: canonical JSON (RFC 8785), the
 * same whatever the order of its members was.
 *
 * @param changes - canonical JSON of the changes, for who has it already
 * @public
 */
export function canonicalHistory(
  facts: HistoryFacts,
  changes: string = canonicalJson(facts.changes),
): string {
  const { action, actorId, assetId } = facts;
  const { effectiveAt, reason, recordedAt, runId, version } = facts;
  const before = canonicalJson({ action, actorId, assetId });
  const after = canonicalJson({
    effectiveAt,
    reason,
    recordedAt,
    runId,
    version,
  });
  return `${before.slice(0, -1)},"changes":${changes},${after.slice(1)}`;
}
