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

import { EntitySummary } from '@itam/plugin-itam-common';
import { DateTime, Duration } from 'luxon';

/** How far a reading can be trusted. */
export type ReadingHealth = 'good' | 'stale' | 'failing' | 'unread';

const STALE_AFTER = Duration.fromObject({ days: 2 });

/** Judges the last reading of a source. */
export function readingHealth(
  reading: EntitySummary['readings'][number],
  now: DateTime,
): ReadingHealth {
  if (reading.failing) return 'failing';
  if (!reading.lastReadAt) return 'unread';
  return DateTime.fromISO(reading.lastReadAt) < now.minus(STALE_AFTER)
    ? 'stale'
    : 'good';
}
