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

import { DateTime, Duration } from 'luxon';

const before = 'before-';

/** When an open fact or a late document has to follow. */
export type Due =
  | { kind: 'by'; duration: Duration }
  | { kind: 'before'; transition: string };

/** Reads `P30D` or `before-order`; undefined when it is neither. */
export function parseDue(text: string): Due | undefined {
  if (text.startsWith(before)) {
    return { kind: 'before', transition: text.slice(before.length) };
  }
  const duration = Duration.fromISO(text);
  return duration.isValid ? { kind: 'by', duration } : undefined;
}

/** The day (`YYYY-MM-DD`, UTC) a duration from now ends on. */
export function dayAfter(now: Date, duration: Duration): string | undefined {
  return (
    DateTime.fromJSDate(now, { zone: 'utc' }).plus(duration).toISODate() ??
    undefined
  );
}
