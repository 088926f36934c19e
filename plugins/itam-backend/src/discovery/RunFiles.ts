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

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { newId, rowsOf, sql, touchedBy } from '../database';

const PART_BYTES = 1024 * 1024;
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Pushed files, until their run ends. A file is what its sender has, secrets
 * included, and a database forgets nothing for sure (freed pages, write-ahead
 * log, backups): what is stored is encrypted with a key that only the memory of
 * this replica holds. When the replica is gone the file is too.
 */
export class RunFiles {
  /** Names the replica whose memory holds the key. */
  readonly holder = newId();
  readonly #knex: Knex;
  readonly #key = randomBytes(32);

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Stores a file in parts that every database takes. */
  async write(
    transaction: Knex.Transaction,
    fileId: string,
    content: Uint8Array,
  ): Promise<void> {
    for (let part = 0; part * PART_BYTES < content.length; part += 1) {
      await transaction('run_files').insert({
        file_id: fileId,
        part,
        content: this.#encrypt(
          content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
          placeOf(fileId, part),
        ),
      });
    }
  }

  /**
   * @throws NotFoundError when the file was dropped, or was given to a replica
   * that is gone.
   */
  async read(fileId: string): Promise<Uint8Array> {
    const rows = await rowsOf<{ content: Buffer }>(
      this.#knex,
      sql`SELECT content FROM run_files WHERE file_id = ${fileId} ORDER BY part`,
    );
    if (rows.length === 0) {
      throw new NotFoundError('the pushed file is gone; push it again');
    }
    try {
      return Buffer.concat(
        rows.map(({ content }, part) =>
          this.#decrypt(content, placeOf(fileId, part)),
        ),
      );
    } catch {
      throw new NotFoundError(
        'the replica that was given the file has stopped before it was read; push it again',
      );
    }
  }

  /** Drops the files of runs that have ended. */
  async dropEnded(): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`DELETE FROM run_files WHERE NOT EXISTS (SELECT 1 FROM runs
        WHERE runs.file_id = run_files.file_id AND runs.status IN ('queued', 'running'))`,
    );
  }

  #encrypt(content: Uint8Array, place: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(place);
    const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
  }

  #decrypt(stored: Buffer, place: Buffer): Buffer {
    const decipher = createDecipheriv(
      CIPHER,
      this.#key,
      stored.subarray(0, IV_BYTES),
    )
      .setAAD(place)
      .setAuthTag(stored.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(stored.subarray(IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
  }
}

/** Binds a part to its file and its position. */
function placeOf(fileId: string, part: number): Buffer {
  return Buffer.from(`${fileId}/${part}`);
}
