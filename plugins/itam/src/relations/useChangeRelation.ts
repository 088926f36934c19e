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
  EndedRelation,
  itamRoutes,
  NewRelation,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError } from '../shared';

/** Adds and takes away relations; each answers whether it was done. */
export function useChangeRelation() {
  const api = useApi(itamApiRef);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();

  const doing = async (act: () => Promise<unknown>) => {
    setSaving(true);
    setError(undefined);
    try {
      await act();
      return true;
    } catch (thrown) {
      setError(toError(thrown));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    saving,
    error,
    /** Relates the asset that has the relation, by id or tag. */
    add: (from: string, body: NewRelation) =>
      doing(() =>
        api.call(itamRoutes.addRelation, { params: { id: from }, body }),
      ),
    end: (from: string, body: EndedRelation) =>
      doing(() =>
        api.call(itamRoutes.endRelation, { params: { id: from }, body }),
      ),
  };
}
