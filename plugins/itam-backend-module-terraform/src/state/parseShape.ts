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
import { z } from 'zod';

/**
 * Parses by a schema. The message names the place and what was expected, and
 * never the value found there: a state holds secrets.
 */
export function parseShape<T extends z.ZodType>(
  schema: T,
  content: unknown,
): z.output<T> {
  const result = schema.safeParse(content);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const place = issue.path.map(String).join('.') || 'the top';
  const expected =
    issue.code === 'invalid_type' ? `${issue.expected} expected` : issue.code;
  throw new InputError(
    `the file has not the form of a state: at ${place}, ${expected}`,
  );
}
