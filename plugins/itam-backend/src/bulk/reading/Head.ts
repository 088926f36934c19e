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

import { InputError } from '@backstage/errors';

/** So much of a file is looked at before the rest comes in. */
export const HEAD_BYTES = 256 * 1024;

/** Looks at the first bytes of a file while it is passed on. */
export class Head {
  readonly #source: AsyncIterable<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *content(
    look: (start: Uint8Array, isAll: boolean) => Promise<void>,
  ): AsyncIterable<Uint8Array> {
    const first: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of this.#source) {
      if (bytes < HEAD_BYTES) {
        first.push(chunk);
        bytes += chunk.length;
        if (bytes >= HEAD_BYTES) {
          await look(Buffer.concat(first), false);
        }
      }
      yield chunk;
    }
    if (bytes === 0) {
      throw new InputError('body: the file is empty; send its content');
    }
    if (bytes < HEAD_BYTES) {
      await look(Buffer.concat(first), true);
    }
  }
}
