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

import { DateTime } from 'luxon';
import { readingHealth } from './readingHealth';

describe('readingHealth', () => {
  const now = DateTime.fromISO('2026-11-20T12:00:00.000Z');
  const reading = (lastReadAt?: string, failing = false) =>
    readingHealth({ sourceId: 's', lastReadAt, failing }, now);

  it('trusts a reading of the last two days', () => {
    expect(reading('2026-11-18T12:00:01.000Z')).toBe('good');
  });

  it('calls an older one stale', () => {
    expect(reading('2026-11-18T11:59:59.000Z')).toBe('stale');
  });

  it('puts a failing source before everything else', () => {
    expect(reading('2026-11-20T11:00:00.000Z', true)).toBe('failing');
  });

  it('knows a source that was never read', () => {
    expect(reading()).toBe('unread');
  });
});
