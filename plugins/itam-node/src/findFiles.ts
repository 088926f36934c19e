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

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import glob from 'fast-glob';
import { withoutCredentials, withoutCredentialsIn } from './credentials';

/** Pieces that are read and hashed at once. */
const PIECE_BYTES = 1024 * 1024;

/** A location that could not be read. @public */
export interface UnreadableLocation {
  location: string;
  /** Why, without credentials. */
  error: string;
}

/** What is to be found. */
export interface LocationsOptions {
  locations: string[];
  urlReader: UrlReaderService;
  signal?: AbortSignal;
  /** Relative paths start here; the working directory if left out. */
  cwd?: string;
  /**
   * Files that a pattern in a URL found are read again one by one, as a
   * stream, because what the search itself gives is held in memory.
   */
  streamed?: boolean;
}

/** A file that was found and is not read yet. */
export interface FoundFile {
  /** The place as people name it: path as configured, or URL. */
  location: string;
  /** Where it is on this machine, if it is. */
  path?: string;
  open(): Promise<Readable>;
}

/**
 * Finds the files of a list of locations and hands each to `take`. A location
 * that cannot be searched, and a file that `take` fails on, is told and does
 * not stop the others.
 */
export async function* eachFile<T>(
  options: LocationsOptions,
  take: (file: FoundFile) => AsyncIterable<T>,
): AsyncIterable<T | UnreadableLocation> {
  for (const location of options.locations) {
    options.signal?.throwIfAborted();
    try {
      const files = await (isUrl(location)
        ? findUrls(location, options)
        : findPaths(location, options));
      for (const file of files) {
        yield* taken(file, take, options.signal);
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      yield unreadable(location, error);
    }
  }
}

async function* taken<T>(
  file: FoundFile,
  take: (file: FoundFile) => AsyncIterable<T>,
  signal?: AbortSignal,
): AsyncIterable<T | UnreadableLocation> {
  signal?.throwIfAborted();
  try {
    yield* take(file);
  } catch (error) {
    signal?.throwIfAborted();
    yield unreadable(file.location, error);
  }
}

function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}

async function findPaths(
  location: string,
  options: LocationsOptions,
): Promise<FoundFile[]> {
  const { cwd, signal } = options;
  const paths = glob.isDynamicPattern(location)
    ? (await glob(location, { cwd, onlyFiles: true })).sort()
    : [location];
  if (paths.length === 0) {
    throw new InputError(`no file matches ${location}`);
  }
  return paths.map(found => {
    const path = resolve(cwd ?? '', found);
    return { location: found, path, open: async () => readPath(path, signal) };
  });
}

/** The content of a file of this machine, in large pieces. */
export function readPath(path: string, signal?: AbortSignal): Readable {
  return createReadStream(path, { signal, highWaterMark: PIECE_BYTES });
}

async function findUrls(
  location: string,
  options: LocationsOptions,
): Promise<FoundFile[]> {
  if (!location.includes('*')) {
    return [{ location, open: () => openUrl(location, options) }];
  }
  const { urlReader, signal, streamed } = options;
  const { files } = await urlReader.search(location, { signal });
  if (files.length === 0) {
    throw new InputError(`no file matches ${location}`);
  }
  return files.map(file => {
    const held = async () => Readable.from(await file.content());
    return {
      location: file.url,
      open: streamed
        ? () => openUrl(file.url, options).catch(() => held())
        : held,
    };
  });
}

async function openUrl(
  url: string,
  { urlReader, signal }: LocationsOptions,
): Promise<Readable> {
  const response = await urlReader.readUrl(url, { signal });
  return response.stream?.() ?? Readable.from(await response.buffer());
}

function unreadable(location: string, error: unknown): UnreadableLocation {
  return { location, error: messageOf(error, location) };
}

/** What is reported of an error is shown: no credentials of any address. */
function messageOf(error: unknown, location: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return withoutCredentialsIn(
    message.split(location).join(withoutCredentials(location)),
  );
}
