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

const lineFailures: Array<[RegExp, (found: RegExpExecArray) => string]> = [
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    ([, expected, found]) =>
      `has ${found} fields where the header has ${expected}`,
  ],
  [/unterminated quote/i, () => 'has a quoted text that does not end'],
  [/not utf-8|Invalid unicode/i, () => 'has characters that are not UTF-8'],
  [/Maximum line size/i, () => 'is longer than 2 MB'],
];

/**
 * What DuckDB could not do, in words about the file and without its content.
 * Errors that are already ours stay as they are.
 */
export function failureOf(error: unknown): unknown {
  // An error of the binding may be none of this realm's `Error`.
  const kind = isError(error)
    ? /^([A-Z][A-Za-z ]+?)(?: Error)?: /.exec(error.message)?.[1]
    : undefined;
  if (!isError(error) || error.name === 'InputError' || kind === undefined) {
    return error;
  }
  const { message } = error;
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (line !== undefined) {
    return new InputError(`line ${line} ${whatIsWrong(message)}`);
  }
  if (/magic bytes|too small to be a Parquet|Parquet/.test(message)) {
    return new InputError('the Parquet file is cut off or damaged');
  }
  if (/^Out of Memory/.test(message)) {
    return new InputError(
      'the file needs more memory than its source allows; raise memoryLimit or lower threads',
    );
  }
  if (/overflow|out of range/i.test(message)) {
    return new InputError('its amounts add up to more than can be kept');
  }
  if (/cannot (?:open|access) file|no files found/i.test(message)) {
    return new InputError('the file is gone or cannot be opened');
  }
  return new Error(`the file could not be read (${kind})`, { cause: error });
}

function whatIsWrong(message: string): string {
  for (const [pattern, describe] of lineFailures) {
    const found = pattern.exec(message);
    if (found) {
      return describe(found);
    }
  }
  return 'is no valid CSV';
}
