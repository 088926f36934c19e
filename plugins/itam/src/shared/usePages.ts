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
import { toError } from './useRead';

/** A page of a list, as every list of the API answers. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** A list that grows page by page. */
export interface Pages<T, P extends Page<T> = Page<T>> {
  items: T[];
  /** The last page read, with what it says beside its items. */
  page?: P;
  error?: Error;
  loading: boolean;
  /** Reads the next page; none if everything is there. */
  readMore?: () => void;
  reload(): void;
}

interface Collected<T, P> {
  key?: string;
  items: T[];
  page?: P;
  nextCursor?: string;
  error?: Error;
}

/** Reads a list page by page, from the start when the key changes. */
export function usePages<T, P extends Page<T> = Page<T>>(
  key: readonly unknown[],
  read: (
    cursor: string | undefined,
    signal: AbortSignal,
  ) => Promise<P & Page<T>>,
): Pages<T, P> {
  const present = JSON.stringify(key);
  const latest = useRef(read);
  latest.current = read;
  const controller = useRef<AbortController>();
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(true);
  const [collected, setCollected] = useState<Collected<T, P>>({ items: [] });

  const ask = useCallback(
    async (before: T[], cursor?: string) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setPending(true);
      try {
        const page = await latest.current(cursor, signal);
        if (signal.aborted) return;
        setCollected({
          key: present,
          items: [...before, ...page.items],
          page,
          nextCursor: page.nextCursor,
        });
      } catch (error) {
        if (signal.aborted) return;
        setCollected(({ page }) => ({
          key: present,
          items: before,
          page: before.length > 0 ? page : undefined,
          nextCursor: cursor,
          error: toError(error),
        }));
      }
      setPending(false);
    },
    [present],
  );

  useEffect(() => {
    ask([]);
    return () => controller.current?.abort();
  }, [ask, attempt]);

  const reload = useCallback(() => setAttempt(number => number + 1), []);
  const { items, page, nextCursor, error }: Collected<T, P> =
    collected.key === present ? collected : { items: [] };
  return {
    items,
    page,
    error,
    loading: pending,
    readMore: nextCursor ? () => ask(items, nextCursor) : undefined,
    reload,
  };
}
