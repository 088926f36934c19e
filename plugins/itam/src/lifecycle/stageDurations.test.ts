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

import { spanText, stageDurations } from './stageDurations';

const DAY = 86_400;

describe('stageDurations', () => {
  it('adds up every stay in a stage, and the present one so far', () => {
    const durations = stageDurations({
      history: [
        { fromStage: 'use', secondsBefore: 2 * DAY },
        { fromStage: 'assign', secondsBefore: DAY },
        { fromStage: 'use', secondsBefore: 5 * DAY },
        { fromStage: undefined, secondsBefore: undefined },
      ],
      present: 'use',
      since: '2026-11-20T00:00:00.000Z',
      now: new Date('2026-11-22T00:00:00.000Z'),
    });

    expect(durations.find(({ stage }) => stage === 'use')).toEqual({
      stage: 'use',
      seconds: 9 * DAY,
      present: true,
    });
    expect(durations.find(({ stage }) => stage === 'assign')?.seconds).toBe(
      DAY,
    );
    expect(
      durations.find(({ stage }) => stage === 'dispose')?.seconds,
    ).toBeUndefined();
  });
});

describe('spanText', () => {
  it.each([
    [30, '0 minutes'],
    [90, '1 minute'],
    [3 * 3600, '3 hours'],
    [DAY, '1 day'],
    [400 * DAY, '1.1 years'],
  ])('puts %d seconds into words', (seconds, text) => {
    expect(spanText(seconds)).toBe(text);
  });
});
