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
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { isParquet } from './format';

const LONGEST_HEADER = 1024 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

/** The first line of a CSV file. */
export interface CsvHeader {
  delimiter: (typeof delimiters)[number];
  names: string[];
}

/**
 * Reads the first line of a CSV file.
 *
 * @throws InputError when the file does not begin with one.
 */
export async function readCsvHeader(
  path: string,
  compressed: boolean,
): Promise<CsvHeader> {
  const content = await beginningOf(path, compressed);
  if (content.length === 0) {
    throw new InputError('the file is empty');
  }
  if (compressed && isParquet(content)) {
    throw new InputError('the file is Parquet inside gzip; unpack it');
  }
  if (content.includes(0)) {
    throw new InputError('the file is neither CSV nor Parquet');
  }
  const text = new TextDecoder().decode(content);
  const headers = delimiters.map(delimiter => ({
    delimiter,
    names: namesIn(text, delimiter),
  }));
  return headers.reduce((most, header) =>
    header.names.length > most.names.length ? header : most,
  );
}

async function beginningOf(
  path: string,
  compressed: boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  const gunzip = compressed ? createGunzip() : undefined;
  const content: Readable = gunzip ? file.pipe(gunzip) : file;
  file.on('error', error => content.destroy(error));
  try {
    for await (const piece of content) {
      pieces.push(piece);
      size += piece.length;
      if (piece.includes(0x0a) || size >= LONGEST_HEADER) {
        break;
      }
    }
  } catch (error) {
    if (gunzip && size === 0) {
      throw new InputError('the gzip file is damaged or cut off');
    }
    if (!gunzip) {
      throw error;
    }
  } finally {
    file.destroy();
    gunzip?.destroy();
  }
  return Buffer.concat(pieces);
}

/** The fields of the first record, quoted ones without their quotes. */
function namesIn(text: string, delimiter: string): string[] {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') {
        name += character;
      } else if (text[at + 1] === '"') {
        name += '"';
        at++;
      } else {
        quoted = false;
      }
    } else if (character === '"') {
      quoted = true;
    } else if (character === delimiter) {
      names.push(name.trim());
      name = '';
    } else if (character === '\n' || character === '\r') {
      break;
    } else {
      name += character;
    }
  }
  return [...names, name.trim()];
}
