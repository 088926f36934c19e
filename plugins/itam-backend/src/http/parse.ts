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
import type { z } from 'zod';
import { isStorable } from '../database/text';

/** The part of a request a value came in. */
export type RequestPart = 'path' | 'query' | 'body';

/**
 * Parses a part of a request.
 *
 * @throws InputError that names each field at fault and says what is expected.
 */
export function parsePart<T extends z.ZodType>(
  schema: T,
  value: unknown,
  part: RequestPart,
): z.output<T> {
  if (holds(value, text => text.includes('\u0000'))) {
    throw new InputError(
      `${part}: holds a NUL character, which no text can; leave it out`,
    );
  }
  if (holds(value, text => !isStorable(text))) {
    throw new InputError(
      `${part}: holds half a character (a lone surrogate); leave it out`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .map(issue => `${[part, ...issue.path].join('.')}: ${issue.message}`)
      .join('; '),
  );
}

/**
 * Parses a query. A parameter the route does not know is refused, because a
 * misspelt filter would otherwise show everything.
 *
 * @throws InputError that names each parameter at fault.
 */
export function parseQuery<T extends z.ZodObject>(
  schema: T,
  query: object,
): z.output<T> {
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(query).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      known.length === 0
        ? `query.${unknown}: this route takes no query parameters`
        : `query.${unknown}: not known; use ${known.join(', ')}`,
    );
  }
  return parsePart(schema, query, 'query');
}

/** What no database gives back as it was must not come in. */
function holds(value: unknown, isSo: (text: string) => boolean): boolean {
  if (typeof value === 'string') {
    return isSo(value);
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([name, item]) => isSo(name) || holds(item, isSo),
    )
  );
}
