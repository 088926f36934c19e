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

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * The day of a date or an instant, `2024-09-01`, as it is written: FOCUS wants
 * UTC, and where a zone is named all the same the day is the one of that zone.
 * Undefined when it is none.
 */
export function dayIn(text: string): string | undefined {
  const found = pattern.exec(text.trim());
  if (!found) {
    return undefined;
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay =
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  const isTime =
    Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
  return isDay && isTime ? `${year}-${month}-${day}` : undefined;
}
