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

import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';

const PIECE_BYTES = 1024 * 1024;

/**
 * Makes sure that a gzip file is complete and undamaged: DuckDB takes what it
 * can unpack of one that was cut off for the whole.
 *
 * @throws InputError when it is not.
 */
export async function checkGzip(
  path: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: PIECE_BYTES }),
      createGunzip({ chunkSize: PIECE_BYTES }),
      new Writable({ write: (_piece, _encoding, done) => done() }),
      { signal },
    );
  } catch (error) {
    signal.throwIfAborted();
    throw new InputError(
      isCutOff(error)
        ? 'the gzip file is cut off'
        : 'the gzip file is damaged: it cannot be unpacked to its end',
    );
  }
}

function isCutOff(error: unknown): boolean {
  return isError(error) && /unexpected end/.test(error.message);
}
