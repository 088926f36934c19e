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

import { setImmediate } from 'node:timers/promises';

/**
 * Iterates until the signal ends it, even if the source does not look at the
 * signal.
 *
 * @throws the reason of the signal.
 */
export async function* abortable<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncIterable<T> {
  signal.throwIfAborted();
  const iterator = items[Symbol.asyncIterator]();
  // of the item that is waited for; a race would keep a reaction for each item
  const waiting: { stop?: (reason: unknown) => void } = {};
  const onAbort = () => waiting.stop?.(signal.reason);
  const nextItem = () =>
    new Promise<IteratorResult<T>>((resolve, reject) => {
      waiting.stop = reject;
      iterator.next().then(resolve, reject);
    });
  signal.addEventListener('abort', onAbort, { once: true });
  let finished = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await nextItem();
      if (next.done) {
        finished = true;
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (!finished) {
      // a source that hangs would hang here too: it is told, not waited for
      iterator.return?.()?.catch(() => undefined);
    }
  }
}

/** Lets the event loop turn, so that the portal lives during a bulk. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

/** A list in parts of at most this size. */
export function partsOf<T>(items: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    parts.push(items.slice(start, start + size));
  }
  return parts;
}
