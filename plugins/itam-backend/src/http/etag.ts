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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';

/**
 * The ETag of an answer. An answer with a version carries it in front, so that
 * `If-Match` can be compared by version alone; the hash behind it keeps a
 * cached copy from surviving a change beside the version (a new reading, another
 * caller's rights).
 */
export function etagOf(answer: unknown, json: string): string {
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 16);
  const version = versionOf(answer);
  return version === undefined ? `W/"${hash}"` : `"${version}.${hash}"`;
}

/** Whether the caller's copy, named in If-None-Match, is still good. */
export function isFresh(ifNoneMatch: string | undefined, etag: string) {
  return (
    ifNoneMatch
      ?.split(',')
      .map(tag => tag.trim())
      .some(tag => tag === '*' || weak(tag) === weak(etag)) ?? false
  );
}

/**
 * The version named in If-Match: an ETag as we gave it, or the bare version in
 * quotes.
 *
 * @throws InputError when the header is missing or names no version.
 */
export function parseIfMatch(ifMatch: string | undefined): number {
  if (!ifMatch) {
    throw new InputError(
      'header If-Match: missing; send the ETag of the version the change was made on',
    );
  }
  const version = /^(?:W\/)?"(\d{1,9})(?:\.[0-9a-f]+)?"$/.exec(ifMatch.trim());
  if (!version) {
    throw new InputError(
      `header If-Match: '${ifMatch}' names no version; send the ETag as the API gave it, or "<version>" in quotes`,
    );
  }
  return Number(version[1]);
}

function weak(tag: string): string {
  return tag.replace(/^W\//, '');
}

function versionOf(answer: unknown): number | undefined {
  return typeof answer === 'object' &&
    answer !== null &&
    'version' in answer &&
    typeof answer.version === 'number'
    ? answer.version
    : undefined;
}
