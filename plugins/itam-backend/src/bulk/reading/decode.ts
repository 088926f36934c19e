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

import { InputError, isError } from '@backstage/errors';

/** How the bytes of a file are letters. */
export interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  byteOrderMark: boolean;
}

/** The encoding of a file, from its first bytes. */
export function encodingOf(
  head: Uint8Array,
  named?: Encoding['name'],
): Encoding {
  const marks: Array<[Encoding['name'], number[]]> = [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ];
  const marked = marks.find(([, mark]) =>
    mark.every((byte, index) => head[index] === byte),
  );
  if (marked) {
    return { name: marked[0], byteOrderMark: true };
  }
  if (named) {
    return { name: named, byteOrderMark: false };
  }
  // letters of the West are every second byte zero
  const sample = head.subarray(0, 200);
  const zeros = (offset: number) =>
    sample.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (zeros(1) > sample.length / 5 && zeros(0) === 0) {
    return { name: 'utf-16le', byteOrderMark: false };
  }
  if (zeros(0) > sample.length / 5 && zeros(1) === 0) {
    return { name: 'utf-16be', byteOrderMark: false };
  }
  return { name: 'utf-8', byteOrderMark: false };
}

/**
 * The text of a file, without its byte order mark.
 *
 * @throws InputError when the bytes are no text of the encoding.
 */
export async function* decode(
  content: AsyncIterable<Uint8Array>,
  options: { encoding?: Encoding['name']; partial?: boolean } = {},
): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  let name: Encoding['name'] = 'utf-8';
  try {
    for await (const chunk of content) {
      if (!decoder) {
        name = encodingOf(chunk, options.encoding).name;
        decoder = new TextDecoder(name, { fatal: true });
      }
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder && !options.partial) {
      yield decoder.decode();
    }
  } catch (error) {
    if (isError(error) && error.name === 'TypeError') {
      throw new InputError(
        `body: the file is not written in ${name}; save it as UTF-8, or set encoding to windows-1252 if it comes from an older program`,
      );
    }
    throw error;
  }
}
