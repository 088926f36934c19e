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
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import glob from 'fast-glob';
import { withoutCredentials, withoutCredentialsIn } from './credentials';

/** Files larger than this are refused unless the caller allows more. @public */
export const DEFAULT_MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * A file at a location: a path, a match of a glob, or what the portal's URL
 * reader found.
 *
 * @public
 */
export interface LocatedFile {
  /** The place as people name it: path as configured, or URL. */
  location: string;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
  content: Uint8Array;
}

/** A location that could not be read. @public */
export interface UnreadableLocation {
  location: string;
  /** Why, without credentials. */
  error: string;
}

/** SHA-256 in hexadecimal. @public */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Reads the files of a list of locations, one at a time: absolute or relative
 * paths, globs, and every URL the portal's URL reader can read (a pattern in
 * the URL is searched). A location that cannot be read is told and does not
 * stop the others; a location that matches nothing is told too.
 *
 * @public
 */
export async function* readLocations(options: {
  locations: string[];
  urlReader: UrlReaderService;
  signal?: AbortSignal;
  maxBytes?: number;
  /** Relative paths start here; the working directory if left out. */
  cwd?: string;
}): AsyncIterable<LocatedFile | UnreadableLocation> {
  for (const location of options.locations) {
    options.signal?.throwIfAborted();
    try {
      yield* isUrl(location)
        ? readUrl(location, options)
        : readPaths(location, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      yield { location, error: messageOf(error, location) };
    }
  }
}

function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}

async function* readPaths(
  location: string,
  options: { maxBytes?: number; cwd?: string; signal?: AbortSignal },
): AsyncIterable<LocatedFile | UnreadableLocation> {
  const paths = glob.isDynamicPattern(location)
    ? (await glob(location, { cwd: options.cwd, onlyFiles: true })).sort()
    : [location];
  if (paths.length === 0) {
    throw new InputError(`no file matches ${location}`);
  }
  for (const path of paths) {
    options.signal?.throwIfAborted();
    try {
      yield await readPath(path, options);
    } catch (error) {
      yield { location: path, error: messageOf(error, path) };
    }
  }
}

async function readPath(
  path: string,
  options: { maxBytes?: number; cwd?: string },
): Promise<LocatedFile> {
  const absolute = resolve(options.cwd ?? '', path);
  const { size } = await stat(absolute);
  refuseOversize(size, options.maxBytes);
  const content = await readFile(absolute);
  return { location: path, sha256: sha256(content), content };
}

async function* readUrl(
  url: string,
  options: {
    urlReader: UrlReaderService;
    maxBytes?: number;
    signal?: AbortSignal;
  },
): AsyncIterable<LocatedFile> {
  if (url.includes('*')) {
    const { files } = await options.urlReader.search(url, {
      signal: options.signal,
    });
    if (files.length === 0) {
      throw new InputError(`no file matches ${url}`);
    }
    for (const file of files) {
      const content = await file.content();
      refuseOversize(content.length, options.maxBytes);
      yield { location: file.url, sha256: sha256(content), content };
    }
    return;
  }
  const response = await options.urlReader.readUrl(url, {
    signal: options.signal,
  });
  const content = await response.buffer();
  refuseOversize(content.length, options.maxBytes);
  yield { location: url, sha256: sha256(content), content };
}

function refuseOversize(
  size: number,
  maxBytes: number = DEFAULT_MAX_FILE_BYTES,
) {
  if (size > maxBytes) {
    throw new InputError(
      `the file has ${size} bytes, more than the ${maxBytes} allowed; split it or raise maxBytes of the source`,
    );
  }
}

/** What is reported of an error is shown: no credentials of any address. */
function messageOf(error: unknown, location: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return withoutCredentialsIn(
    message.split(location).join(withoutCredentials(location)),
  );
}
