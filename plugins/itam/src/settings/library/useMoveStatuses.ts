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
import { itamRoutes, StatusMap, StatusMove } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { toError } from '../../shared';

/** Previews and makes moves of assets out of statuses left behind. */
export function useMoveStatuses(modelId: string) {
  const api = useApi(itamApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [preview, setPreview] = useState<StatusMove>();
  const [moved, setMoved] = useState<number>();

  const call = (map: StatusMap, dryRun: boolean) =>
    api.call(itamRoutes.moveStatuses, {
      params: { id: modelId },
      query: { dryRun: dryRun ? 'true' : 'false' },
      body: map,
    });

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    error,
    preview,
    moved,
    /** What was previewed no longer holds. */
    forget: () => setPreview(undefined),
    look: (map: StatusMap) =>
      attempt(async () => setPreview(await call(map, true))),
    /** One call moves so many; the rest follows. */
    move: (map: StatusMap) =>
      attempt(async () => {
        let sum = 0;
        let last: StatusMove;
        do {
          last = await call(map, false);
          sum += last.moved;
          setMoved(sum);
        } while (last.remaining > 0 && last.moved > 0);
        setPreview(undefined);
      }),
  };
}
