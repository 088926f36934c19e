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

import { useApi } from '@backstage/core-plugin-api';
import { BulkOutcome, BulkRun, itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { usePages, useRead } from '../shared';

const ASK_EVERY_MS = 1000;

/** Whether a run still changes by itself. */
export function isLive({ status }: BulkRun): boolean {
  return status === 'queued' || status === 'running';
}

/** One bulk run, followed as long as it is queued or running. */
export function useBulkRun(id: string) {
  const api = useApi(itamApiRef);
  return useRead(
    [id],
    signal => api.call(itamRoutes.getBulkRun, { params: { id }, signal }),
    { everyMs: ASK_EVERY_MS, while: isLive },
  );
}

/** The bulk runs the reader may see, newest first. */
export function useBulkRuns() {
  const api = useApi(itamApiRef);
  return usePages([], (cursor, signal) =>
    api.call(itamRoutes.listBulkRuns, { query: { limit: 25, cursor }, signal }),
  );
}

/** The rows of a run, of one outcome or all; read again when there are more. */
export function useBulkRows(
  run: Pick<BulkRun, 'id' | 'counts'>,
  outcome: BulkOutcome | undefined,
) {
  const api = useApi(itamApiRef);
  const count = outcome ? run.counts[outcome] : run.counts.read;
  return usePages([run.id, outcome, count], (cursor, signal) =>
    api.call(itamRoutes.listBulkRows, {
      params: { id: run.id },
      query: { limit: 50, cursor, outcome },
      signal,
    }),
  );
}
