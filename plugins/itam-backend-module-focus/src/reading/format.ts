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

import { open } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/** How a file is written, told by its content. */
export type FileFormat = 'csv' | 'gzip' | 'parquet';

const unreadable: Array<{ start: number[]; what: string }> = [
  { start: [0x50, 0x4b, 0x03, 0x04], what: 'a zip archive; unpack it' },
  { start: [0x28, 0xb5, 0x2f, 0xfd], what: 'compressed with zstd; use gzip' },
  { start: [0x42, 0x5a, 0x68], what: 'compressed with bzip2; use gzip' },
  { start: [0xfd, 0x37, 0x7a, 0x58], what: 'compressed with xz; use gzip' },
  { start: [0xff, 0xfe], what: 'UTF-16; write it in UTF-8' },
  { start: [0xfe, 0xff], what: 'UTF-16; write it in UTF-8' },
];

/**
 * Tells how a file is written.
 *
 * @throws InputError when it is none of the formats that can be read.
 */
export async function formatOf(path: string): Promise<FileFormat> {
  const start = await firstBytes(path, 4);
  if (start.length === 0) {
    throw new InputError('the file is empty');
  }
  if (isParquet(start)) {
    return 'parquet';
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return 'gzip';
  }
  const known = unreadable.find(({ start: magic }) =>
    magic.every((byte, index) => start[index] === byte),
  );
  if (known) {
    throw new InputError(`the file is ${known.what}`);
  }
  return 'csv';
}

/** Whether content begins as Parquet does. */
export function isParquet(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 4)).toString('latin1') === 'PAR1';
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(count),
    });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
