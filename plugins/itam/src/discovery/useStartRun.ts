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
import { usePermission } from '@backstage/plugin-permission-react';
import {
  itamRoutes,
  itamSourceRunPermission,
  RunItem,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError } from '../shared';
import { useTexts } from '../translation';

/** Starts runs of a source: a reading of what is configured, or of a file. */
export function useStartRun(
  sourceId: string,
  onStarted: (run: RunItem) => void,
) {
  const api = useApi(itamApiRef);
  const { t } = useTexts();
  const { allowed } = usePermission({ permission: itamSourceRunPermission });
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<Error>();

  const start = async (file?: File) => {
    // Nothing would be sent, which asks for a reading instead.
    if (file?.size === 0) {
      setError(new Error(t('discovery.source.emptyFile', { name: file.name })));
      return;
    }
    setStarting(true);
    setError(undefined);
    try {
      onStarted(
        await api.call(itamRoutes.startRun, {
          params: { id: sourceId },
          file: file && { name: file.name, content: file },
        }),
      );
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setStarting(false);
    }
  };
  return { allowed, start, starting, error };
}

/** What {@link useStartRun} answers. */
export type RunStarter = ReturnType<typeof useStartRun>;
