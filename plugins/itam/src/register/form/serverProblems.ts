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

import { problemText } from '../../shared';

/**
 * Sorts the message of a refusal, `body.owner: no such group; facts.x: …`, to
 * the fields it is about. A refused transition says before that it is one.
 */
export function serverProblems(
  error: Error,
  paths: readonly string[],
): { atFields: Record<string, string>; others: string[] } {
  const atFields: Record<string, string> = {};
  const others: string[] = [];
  const text = problemText(error).replace(/^\S+ is not possible now: /, '');
  for (const part of text.split(/; (?=[a-z][\w.-]*: )/)) {
    const match = /^(?:body\.)?([a-zA-Z][\w.-]*?)((?:\[\d+\])?): (.*)$/s.exec(
      part,
    );
    const path = match && longestPrefix(match[1], paths);
    if (match && path) {
      atFields[path] = match[3];
    } else {
      others.push(part);
    }
  }
  return { atFields, others };
}

function longestPrefix(
  found: string,
  paths: readonly string[],
): string | undefined {
  return paths
    .filter(path => found === path || found.startsWith(`${path}.`))
    .sort((one, other) => other.length - one.length)[0];
}
