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

import { runDuration } from './runProgress';

describe('runDuration', () => {
  it('is nothing before the run ends', () => {
    expect(
      runDuration({ startedAt: '2026-11-20T10:00:00.000Z' }),
    ).toBeUndefined();
  });

  it('leaves out what is zero', () => {
    expect(
      runDuration({
        startedAt: '2026-11-20T10:00:00.000Z',
        endedAt: '2026-11-20T10:01:04.300Z',
      }),
    ).toBe('1 min, 4 secs');
  });

  it('says so when it took less than a second', () => {
    expect(
      runDuration({
        startedAt: '2026-11-20T10:00:00.000Z',
        endedAt: '2026-11-20T10:00:00.200Z',
      }),
    ).toBe('< 1 sec');
  });
});
