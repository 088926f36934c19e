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

// Chance that always falls the same way.

import { createHash } from 'node:crypto';

const SEED = 'perronova-2026-bills';

/** Hexadecimal digits that depend on nothing but the seed and the words. */
export const hexOf = (length, ...words) =>
  createHash('sha256')
    .update([SEED, ...words].join('|'))
    .digest('hex')
    .slice(0, length);

/** A factor around 1, off by at most `spread`. */
export const wobble = (spread, ...words) => {
  const between = parseInt(hexOf(8, ...words), 16) / 0xffffffff;
  return 1 + spread * (2 * between - 1);
};
