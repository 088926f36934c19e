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
import {
  BulkRequestInput,
  BulkRow,
  BulkRun,
  itamRoutes,
  writeText,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError } from '../shared';
import { saveFile } from './saveFile';

/** What is being done, and why it did not work. */
function useBusy() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    busy,
    error,
    async run<T>(act: () => Promise<T>): Promise<T | undefined> {
      setBusy(true);
      setError(undefined);
      try {
        return await act();
      } catch (thrown) {
        setError(toError(thrown));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Stops a run, takes it back, and saves what it refused. */
export function useBulkActions(run: BulkRun, onChanged: () => void) {
  const api = useApi(itamApiRef);
  const { busy, error, run: act } = useBusy();
  const params = { id: run.id };
  return {
    busy,
    error,
    cancel: () =>
      act(async () => {
        await api.call(itamRoutes.cancelBulkRun, { params });
        onChanged();
      }),
    undo: () =>
      act(() =>
        api.call(itamRoutes.undoBulkRun, { params, body: { dryRun: false } }),
      ),
    saveRefusals: () =>
      act(async () => {
        const rows: BulkRow[] = [];
        let cursor: string | undefined;
        do {
          const page = await api.call(itamRoutes.listBulkRows, {
            params,
            query: { limit: 200, cursor, outcome: 'rejected' },
          });
          rows.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor);
        saveFile(
          'refused-rows.csv',
          new Blob([refusalsCsv(rows)], { type: 'text/csv' }),
        );
      }),
  };
}

/** Refused rows as a table: where, and why. */
export function refusalsCsv(rows: BulkRow[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.flatMap(({ row, tag, problems }) =>
    problems.map(({ field, reason }) =>
      [String(row), tag ?? '', field ?? '', reason]
        .map(text => quoted(writeText(text)))
        .join(','),
    ),
  );
  return ['row,tag,field,reason', ...lines].join('\r\n');
}

/** Starts bulk changes, for a preview or for good. */
export function useStartBulk() {
  const api = useApi(itamApiRef);
  const { busy, error, run: act } = useBusy();
  return {
    busy,
    error,
    start: (body: BulkRequestInput) =>
      act(() => api.call(itamRoutes.bulkChangeAssets, { body })),
  };
}
