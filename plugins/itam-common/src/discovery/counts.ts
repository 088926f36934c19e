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

import type { RunCounts } from './run';

/**
 * Whether the counts of a run add up: everything read is accounted for, and
 * everything taken was created, updated or left as it was.
 *
 * @public
 */
export function countsAddUp(counts: RunCounts): boolean {
  return (
    counts.read ===
      counts.assets +
        counts.folded +
        counts.grouped +
        counts.charges +
        counts.rejected &&
    counts.assets + counts.grouped + counts.derived ===
      counts.created + counts.updated + counts.unchanged &&
    counts.matched === counts.updated + counts.unchanged
  );
}

/** Two counts together. @public */
export function addCounts(
  counts: RunCounts,
  more: Partial<RunCounts>,
): RunCounts {
  const sum = { ...counts };
  for (const name of countNames(sum)) {
    sum[name] += more[name] ?? 0;
  }
  return sum;
}

function countNames(counts: RunCounts): Array<keyof RunCounts> {
  // the keys of a literal type are its names
  return Object.keys(counts) as Array<keyof RunCounts>;
}
