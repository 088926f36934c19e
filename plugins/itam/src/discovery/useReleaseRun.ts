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
import { itamRoutes, itamSourceRunPermission } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError } from '../shared';

/** Decides on a held run: apply what it found missing, or cancel it. */
export function useReleaseRun(runId: string, onDecided: () => void) {
  const api = useApi(itamApiRef);
  const { allowed } = usePermission({ permission: itamSourceRunPermission });
  const [deciding, setDeciding] = useState(false);
  const [error, setError] = useState<Error>();

  const decide = async (decision: 'apply' | 'cancel') => {
    setDeciding(true);
    setError(undefined);
    try {
      await api.call(itamRoutes.releaseRun, {
        params: { id: runId },
        body: { decision },
      });
      onDecided();
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setDeciding(false);
    }
  };
  return { allowed, decide, deciding, error };
}
