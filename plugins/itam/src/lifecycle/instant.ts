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

/** A day and time as typed in the zone of the reader, as an instant in UTC. */
export function instantOf(local: string): string | undefined {
  const time = DateTime.fromISO(local);
  return time.isValid ? time.toUTC().toISO() ?? undefined : undefined;
}

/** Whether a day and time as typed lies ahead. */
export function isAhead(local: string, now: Date): boolean {
  return DateTime.fromISO(local).toMillis() > now.getTime();
}

/** Now as the field of a day and time begins with it. */
export function localNow(now: Date): string {
  return DateTime.fromJSDate(now).toFormat("yyyy-MM-dd'T'HH:mm");
}
