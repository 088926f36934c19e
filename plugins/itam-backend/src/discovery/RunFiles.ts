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

import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { rowsOf, sql, touchedBy } from '../database';

const PART_BYTES = 1024 * 1024;

/** Pushed files in the database, so that any replica can read them. */
export class RunFiles {
  readonly #knex: Knex;

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
        content: Buffer.from(
          content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
        ),
      });
    }
  }

  /** @throws NotFoundError when the file was dropped. */
  async read(fileId: string): Promise<Uint8Array> {
    const rows = await rowsOf<{ content: Buffer }>(
      this.#knex,
      sql`SELECT content FROM run_files WHERE file_id = ${fileId} ORDER BY part`,
    );
    if (rows.length === 0) {
      throw new NotFoundError('the pushed file is gone; push it again');
    }
    return Buffer.concat(rows.map(({ content }) => content));
  }

  /** Drops the files of runs that have ended. */
  async dropEnded(): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`DELETE FROM run_files WHERE NOT EXISTS (SELECT 1 FROM runs
        WHERE runs.file_id = run_files.file_id AND runs.status IN ('queued', 'running'))`,
    );
  }
}
