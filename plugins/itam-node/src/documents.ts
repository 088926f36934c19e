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

import { createHash, hash as digest } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { eachFile, FoundFile, readPath, UnreadableLocation } from './findFiles';

export type { UnreadableLocation } from './findFiles';

/** Files larger than this are refused unless the caller allows more. @public */
export const DEFAULT_MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Where files are looked for.
 *
 * @public
 */
export interface FileLocations {
  /**
   * Absolute or relative paths, globs, and every URL the portal's URL reader
   * can read (a pattern in the URL is searched).
   */
  locations: string[];
  urlReader: UrlReaderService;
  signal?: AbortSignal;
  /** Larger files are refused; {@link DEFAULT_MAX_FILE_BYTES} if left out. */
  maxBytes?: number;
  /** Relative paths start here; the working directory if left out. */
  cwd?: string;
}

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

/**
 * A file that is on this machine: where it was found, or as a copy that lasts
 * until the next one is asked for.
 *
 * @public
 */
export interface FileOnDisk {
  /** The place as people name it: path as configured, or URL. */
  location: string;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
  bytes: number;
  /** Absolute path. */
  path: string;
  /** Changes when the file does. */
  stamp: string;
}

/** SHA-256 in hexadecimal. @public */
export function sha256(content: Uint8Array | string): string {
  return digest('sha256', content);
}

/**
 * Reads the files of a list of locations into memory, one at a time. A
 * location that cannot be read is told and does not stop the others; a
 * location that matches nothing is told too.
 *
 * @public
 */
export function readLocations(
  options: FileLocations,
): AsyncIterable<LocatedFile | UnreadableLocation> {
  const { signal, maxBytes = DEFAULT_MAX_FILE_BYTES } = options;
  return eachFile(options, async function* take(file) {
    const content = await contentOf(file, maxBytes, signal);
    yield { location: file.location, sha256: sha256(content), content };
  });
}

/**
 * Finds the files of a list of locations, as {@link readLocations} does, and
 * gives them as paths on this machine, for files too large to be held in
 * memory. What comes from a URL is streamed into a temporary file that is
 * removed when the next file is asked for and when the iteration ends: be done
 * with a file by then.
 *
 * @public
 */
export function locateFiles(
  options: FileLocations,
): AsyncIterable<FileOnDisk | UnreadableLocation> {
  const { signal, maxBytes = DEFAULT_MAX_FILE_BYTES } = options;
  return eachFile({ ...options, streamed: true }, async function* take(file) {
    if (file.path !== undefined) {
      yield await inPlace(file.location, file.path, maxBytes, signal);
      return;
    }
    yield* inTemporaryFile(file.location, async path => {
      await pipeline(
        limited(await file.open(), maxBytes),
        createWriteStream(path, { mode: 0o600 }),
        { signal },
      );
      return inPlace(file.location, path, maxBytes, signal);
    });
  });
}

/**
 * The content of a pushed file as a file on this machine, which is removed
 * when the iteration ends.
 *
 * @public
 */
export function pushedOnDisk(
  location: string,
  content: Uint8Array,
): AsyncIterable<FileOnDisk> {
  return inTemporaryFile(location, async path => {
    await writeFile(path, content, { mode: 0o600 });
    return inPlace(location, path, content.length);
  });
}

/**
 * Makes sure that a file is still what was located.
 *
 * @throws InputError when it was changed, replaced or removed meanwhile.
 * @public
 */
export async function assertUnchanged(file: FileOnDisk): Promise<void> {
  const { stamp } = await stampOf(file.path).catch(() => ({ stamp: 'gone' }));
  if (stamp !== file.stamp) {
    throw new InputError(
      'the file changed while it was read; read it again when it is complete',
    );
  }
}

async function* inTemporaryFile(
  location: string,
  write: (path: string) => Promise<FileOnDisk>,
): AsyncIterable<FileOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'itam-file-'));
  try {
    yield await write(join(folder, 'content'));
  } catch (error) {
    throw withoutPath(error, folder, location);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nobody knows the temporary file: an error is of the location. */
function withoutPath(error: unknown, folder: string, location: string) {
  return error instanceof Error && error.message.includes(folder)
    ? new Error(error.message.split(join(folder, 'content')).join(location))
    : error;
}

async function inPlace(
  location: string,
  path: string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<FileOnDisk> {
  const { bytes, stamp } = await stampOf(path);
  refuseOversize(bytes, maxBytes);
  const hash = createHash('sha256');
  for await (const piece of limited(readPath(path, signal), maxBytes)) {
    hash.update(piece);
  }
  const file = { location, sha256: hash.digest('hex'), bytes, path, stamp };
  await assertUnchanged(file);
  return file;
}

async function contentOf(
  file: FoundFile,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (file.path !== undefined) {
    const { size } = await stat(file.path);
    refuseOversize(size, maxBytes);
    return readFile(file.path, { signal });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of limited(await file.open(), maxBytes)) {
    signal?.throwIfAborted();
    pieces.push(piece);
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}

/** Passes the pieces on until they are more than allowed. */
async function* limited(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      throw new InputError(
        `the file has more than the ${maxBytes} bytes allowed; split it or raise maxBytes of the source`,
      );
    }
    yield piece;
  }
}

function refuseOversize(size: number, maxBytes: number) {
  if (size > maxBytes) {
    throw new InputError(
      `the file has ${size} bytes, more than the ${maxBytes} allowed; split it or raise maxBytes of the source`,
    );
  }
}

async function stampOf(
  path: string,
): Promise<{ bytes: number; stamp: string }> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return { bytes: Number(size), stamp: `${ino}-${size}-${mtimeNs}` };
}
