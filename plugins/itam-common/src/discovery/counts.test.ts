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

import { addCounts, countsAddUp } from './counts';
import { noCounts } from './run';

const aRun = {
  ...noCounts,
  read: 10,
  assets: 4,
  folded: 3,
  grouped: 1,
  rejected: 2,
  derived: 1,
  matched: 4,
  created: 2,
  updated: 1,
  unchanged: 3,
};

describe('countsAddUp', () => {
  it('is true when everything read and taken is accounted for', () => {
    expect(countsAddUp(noCounts)).toBe(true);
    expect(countsAddUp(aRun)).toBe(true);
  });

  it.each([
    'read',
    'assets',
    'folded',
    'grouped',
    'rejected',
    'derived',
    'matched',
    'created',
    'updated',
    'unchanged',
  ] as const)('is false when one more is counted as %s', name => {
    expect(countsAddUp({ ...aRun, [name]: aRun[name] + 1 })).toBe(false);
  });
});

describe('addCounts', () => {
  it('adds name by name', () => {
    expect(addCounts(aRun, { read: 2, missing: 1 })).toEqual({
      ...aRun,
      read: 12,
      missing: 1,
    });
  });
});
