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
  FxImport,
  itamCostUpdatePermission,
  itamRoutes,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError } from '../shared';

/** An import as far as it got: a file, and what it does or did. */
export interface RatesImport {
  file: File;
  outcome: FxImport;
}

/** Imports exchange rates from a file, which is checked first. */
export function useImportRates(onImported: () => void) {
  const api = useApi(itamApiRef);
  const { allowed } = usePermission({ permission: itamCostUpdatePermission });
  const [present, setPresent] = useState<RatesImport>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);

  const send = async (file: File, dryRun: boolean) => {
    setBusy(true);
    setError(undefined);
    try {
      const outcome = await api.call(itamRoutes.importFxRates, {
        query: { dryRun: dryRun ? 'true' : 'false' },
        file: { name: file.name, content: file },
      });
      setPresent({ file, outcome });
      if (!dryRun) {
        onImported();
      }
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return {
    allowed,
    present,
    error,
    busy,
    check: (file: File) => {
      setPresent(undefined);
      return send(file, true);
    },
    apply: async () => {
      if (present) {
        await send(present.file, false);
      }
    },
    cancel: () => {
      setPresent(undefined);
      setError(undefined);
    },
  };
}

/** What {@link useImportRates} answers. */
export type RatesImporter = ReturnType<typeof useImportRates>;
