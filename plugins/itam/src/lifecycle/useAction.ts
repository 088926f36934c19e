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

import { useState } from 'react';
import { toError } from '../shared';

/** Something a person does that changes the register. */
export interface Action<Args extends unknown[], T> {
  /** Does it; answers nothing if it was refused. */
  run(...args: Args): Promise<T | undefined>;
  busy: boolean;
  error?: Error;
  clear(): void;
}

/** Keeps whether an action is under way, and why it was refused. */
export function useAction<Args extends unknown[], T>(
  act: (...args: Args) => Promise<T>,
  onRefused?: (error: Error) => void,
): Action<Args, T> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    busy,
    error,
    clear: () => setError(undefined),
    run: async (...args) => {
      setBusy(true);
      setError(undefined);
      try {
        return await act(...args);
      } catch (thrown) {
        setError(toError(thrown));
        onRefused?.(toError(thrown));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
