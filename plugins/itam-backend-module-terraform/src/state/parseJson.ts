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
import { findJsonError } from './findJsonError';

/**
 * Parses a file as JSON. What JSON.parse says of a mistake quotes the text
 * around it, and a state holds secrets: the message here names the place only.
 *
 * @throws InputError with line and column of the mistake.
 */
export function parseJson(content: Uint8Array): unknown {
  const text = decode(content);
  if (text.trim() === '') {
    throw new InputError('the file is empty');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(describeError(text));
  }
}

function describeError(text: string): string {
  const { offset, truncated } = findJsonError(text);
  const before = text.slice(0, offset).split('\n');
  const place = `line ${before.length}, column ${
    before[before.length - 1].length + 1
  }`;
  return truncated
    ? `the file is truncated: its JSON ends in the middle, at ${place}`
    : `the file is not valid JSON: the mistake is at ${place}`;
}

/** Shells on Windows write UTF-16 with a byte order mark. */
function decode(content: Uint8Array): string {
  const encoding =
    content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw new InputError('the file is not text in UTF-8');
  }
}
