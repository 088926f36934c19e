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

import { createGunzip } from 'node:zlib';
import { InputError } from '@backstage/errors';
import type { RouteContract } from '@itam/plugin-itam-common';
import express, { Request, RequestHandler } from 'express';

/** The largest file that can be handed in, unless the portal says otherwise. */
export const DEFAULT_MAX_UPLOAD_BYTES = 256 * 1024 * 1024;

const MAX_JSON_BYTES = 2 * 1024 * 1024;

/** A file in the body of a request. */
export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** A file in the body of a request, while it comes in. */
export interface IncomingFile {
  /** As the sender calls it; `upload` if they do not say. */
  name: string;
  content: AsyncIterable<Uint8Array>;
}

/**
 * The body of a request while it comes in; gzip is unpacked.
 *
 * @throws InputError, while it is read, once it is larger than allowed.
 */
export function incomingFile(
  request: Request,
  maxUploadBytes: number,
): IncomingFile {
  const body =
    request.header('content-encoding') === 'gzip'
      ? request.pipe(createGunzip())
      : request;
  return {
    name: fileNameOf(request.header('x-file-name') ?? 'upload'),
    content: limited(body, maxUploadBytes),
  };
}

async function* limited(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new InputError(
        `body: larger than ${maxBytes} bytes; split the file, or raise itam.maxUploadBytes`,
      );
    }
    yield chunk;
  }
}

/** Reads the body as the contract wants it. */
export function bodyReader(
  contract: RouteContract,
  maxUploadBytes: number,
): RequestHandler {
  const read = contract.rawBody
    ? express.raw({ type: () => true, limit: maxUploadBytes })
    : express.json({ type: () => true, limit: MAX_JSON_BYTES });
  return (request, response, next) =>
    read(request, response, (error?: unknown) =>
      next(error instanceof SyntaxError ? notJson(error) : error),
    );
}

/**
 * The file in a raw body; none if there is neither a body nor a name.
 *
 * @throws InputError when the file has no name, or a named file is empty.
 */
export function uploadedFile(request: Request): UploadedFile | undefined {
  const content: unknown = request.body;
  const name = request.header('x-file-name');
  if (!Buffer.isBuffer(content) || content.length === 0) {
    if (name) {
      throw new InputError(
        'body: the file named in x-file-name is empty; send its content, or leave the header out to read the source',
      );
    }
    return undefined;
  }
  if (!name) {
    throw new InputError(
      'header x-file-name: missing; give the name of the file in the body',
    );
  }
  return { name: fileNameOf(name), content };
}

function fileNameOf(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw new InputError('header x-file-name: must be percent-encoded');
  }
}

function notJson(error: SyntaxError): InputError {
  return new InputError(`body: not valid JSON (${error.message})`);
}
