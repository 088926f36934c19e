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

/** How a CSV is written. */
export interface CsvForm {
  delimiter: string;
  lineEnd: '\n' | '\r\n' | '\r';
}

const delimiters = [',', ';', '\t', '|'];

/**
 * The form of a CSV, from its beginning: the delimiter its header has most
 * often, and what ends the header; both outside quotes.
 *
 * @throws InputError when a quote in the header is never closed.
 */
export function csvFormOf(head: string, delimiter?: string): CsvForm {
  const counts = new Map(delimiters.map(sign => [sign, 0]));
  let quoted = false;
  for (let index = 0; index < head.length; index += 1) {
    const sign = head[index];
    if (sign === '"') {
      quoted = !quoted;
    } else if (!quoted && (sign === '\n' || sign === '\r')) {
      const lineEnd = sign === '\r' && head[index + 1] === '\n' ? '\r\n' : sign;
      return { delimiter: delimiter ?? most(counts), lineEnd };
    } else if (!quoted && counts.has(sign)) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
  }
  if (quoted) {
    throw new InputError(
      'body: row 0: a quote in the header is never closed; close it, or double quotes that belong to the text',
    );
  }
  return { delimiter: delimiter ?? most(counts), lineEnd: '\n' };
}

function most(counts: Map<string, number>): string {
  return [...counts].reduce((best, next) =>
    next[1] > best[1] ? next : best,
  )[0];
}
