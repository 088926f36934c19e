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

import { amountOf, microsOf } from '@itam/plugin-itam-common';

/** How an amount moved from one month to the next. */
export interface Change {
  direction: 'more' | 'less' | 'same' | 'new' | 'none';
  /** By how much, without a sign. */
  difference?: string;
  /** The difference as part of the first amount; none if that was a credit. */
  part?: number;
}

/** Compares the amounts of two months; none stands for nothing charged. */
export function changeBetween(before?: string, after?: string): Change {
  const first = microsOf(before ?? '0');
  const second = microsOf(after ?? '0');
  if (first === 0n && second === 0n) {
    return { direction: 'none' };
  }
  if (before === undefined || first === 0n) {
    return { direction: 'new' };
  }
  if (first === second) {
    return { direction: 'same' };
  }
  const difference = amountOf(second > first ? second - first : first - second);
  return {
    direction: second > first ? 'more' : 'less',
    difference,
    ...(first > 0n && { part: Number(difference) / Number(before) }),
  };
}
