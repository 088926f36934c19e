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

/** Writes a path the way people read configuration: `a.b[3].c`. */
export function joinPath(base: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`,
    base,
  );
}

/**
 * Parses a value found at a path of the configuration.
 *
 * @throws InputError with the path and the reason of the first mistake.
 */
export function parseAt<T extends z.ZodType>(
  schema: T,
  value: unknown,
  path: string,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const issue = deepest(result.error.issues[0]);
  throw new InputError(`${joinPath(path, issue.path)}: ${issue.message}`);
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** Of the branches of a union, the mistake in the one that got furthest. */
function deepest(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union') {
    return issue;
  }
  const nested = issue.errors
    .flatMap(branch => branch.slice(0, 1))
    .map(deepest)
    .sort((a, b) => b.path.length - a.path.length)[0];
  return nested === undefined
    ? issue
    : { path: [...issue.path, ...nested.path], message: nested.message };
}
