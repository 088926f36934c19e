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

import { useCallback, useEffect, useRef, useState } from 'react';

/** What a component knows of an answer it waits for. */
export interface Reading<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  reload(): void;
}

/** When to ask again without being told to. */
export interface Polling<T> {
  everyMs: number;
  while(value: T): boolean;
}

/**
 * Reads something and reads it again when the key changes. While a newer
 * answer is awaited the last one stays; an error during polling is shown
 * beside the last value and does not stop the polling.
 */
export function useRead<T>(
  key: readonly unknown[],
  read: (signal: AbortSignal) => Promise<T>,
  polling?: Polling<T>,
): Reading<T> {
  const present = JSON.stringify(key);
  const latest = useRef({ read, polling });
  latest.current = { read, polling };
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{
    key?: string;
    value?: T;
    error?: Error;
  }>({});

  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: T | undefined;

    async function ask() {
      try {
        known = await latest.current.read(controller.signal);
        if (controller.signal.aborted) return;
        setAnswer({ key: present, value: known });
      } catch (error) {
        if (controller.signal.aborted) return;
        setAnswer(before => ({
          key: present,
          value: before.key === present ? before.value : undefined,
          error: toError(error),
        }));
      }
      const { polling: rule } = latest.current;
      if (rule && known !== undefined && rule.while(known)) {
        timer = setTimeout(ask, rule.everyMs);
      }
    }
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [present, attempt]);

  const reload = useCallback(() => setAttempt(number => number + 1), []);
  const current = answer.key === present ? answer : {};
  return {
    value: current.value,
    error: current.error,
    loading: current.value === undefined && current.error === undefined,
    reload,
  };
}

export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
