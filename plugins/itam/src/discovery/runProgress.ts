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

import { RunItem } from '@itam/plugin-itam-common';
import { DateTime, Duration } from 'luxon';

/** Whether a run still changes by itself. */
export function isLive(run: RunItem): boolean {
  return run.status === 'queued' || run.status === 'running';
}

/** How long a run took, such as "1 min, 4 secs"; nothing before it ends. */
export function runDuration(
  run: Pick<RunItem, 'startedAt' | 'endedAt'>,
): string | undefined {
  if (!run.startedAt || !run.endedAt) {
    return undefined;
  }
  const seconds = DateTime.fromISO(run.endedAt)
    .diff(DateTime.fromISO(run.startedAt))
    .as('seconds');
  return seconds < 1
    ? '< 1 sec'
    : Duration.fromObject({ seconds: Math.floor(seconds) }, { locale: 'en-GB' })
        .rescale()
        .toHuman({ unitDisplay: 'short' });
}
