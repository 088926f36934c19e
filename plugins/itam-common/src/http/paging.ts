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

import { z } from 'zod';

/** Most items one page can hold. @public */
export const MAX_PAGE_SIZE = 200;

/**
 * The query of every list: keyset pages, never offsets.
 *
 * @public
 */
export const pageQuerySchema = z.object({
  /** Items per page, 1 to {@link MAX_PAGE_SIZE}. */
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
  /** The `nextCursor` of the page before. */
  cursor: z.string().max(2000).optional(),
});

/**
 * The answer of every list. `totalItems` is there only when the query asked
 * for it with `total=true`.
 *
 * @public
 */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().optional(),
    totalItems: z.number().int().optional(),
  });
}

/**
 * A query parameter that may be given once, several times or comma-separated.
 *
 * @public
 */
export const listParameter = z
  .union([z.string(), z.array(z.string())])
  .transform(value =>
    (Array.isArray(value) ? value : [value])
      .flatMap(part => part.split(','))
      .map(part => part.trim())
      .filter(Boolean),
  );

/**
 * A query parameter that may be given once or several times; its values may
 * hold commas.
 *
 * @public
 */
export const repeatedParameter = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (Array.isArray(value) ? value : [value]).filter(Boolean));

/** `true` or `false` as a query parameter. @public */
export const booleanParameter = z
  .enum(['true', 'false'])
  .transform(value => value === 'true');

/** No path parameters, or no query. @public */
export const nothing = z.object({});
