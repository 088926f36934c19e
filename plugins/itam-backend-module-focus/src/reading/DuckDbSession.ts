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

import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBValue,
} from '@duckdb/node-api';
import { literal } from './sql';

/**
 * A database that lives as long as the reading of one file, and may read this
 * file and nothing else. It works in limited memory and goes on in a temporary
 * folder of its own.
 */
export class DuckDbSession {
  /** The file under a name without the characters of a glob. */
  readonly path: string;
  readonly #folder: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #closed = false;

  static async open(options: {
    path: string;
    memoryLimit: string;
    threads: number;
  }): Promise<DuckDbSession> {
    const folder = await mkdtemp(join(tmpdir(), 'itam-focus-'));
    try {
      const instance = await DuckDBInstance.create(':memory:', {
        memory_limit: options.memoryLimit.replace(' ', ''),
        threads: String(options.threads),
        temp_directory: join(folder, 'spill'),
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      try {
        const path = await plainPath(options.path, folder);
        const connection = await instance.connect();
        for (const setting of [
          `SET allowed_paths = [${literal(path)}]`,
          'SET enable_external_access = false',
          `SET TimeZone = 'UTC'`,
          'SET lock_configuration = true',
        ]) {
          await connection.run(setting);
        }
        return new DuckDbSession({ path, folder, instance, connection });
      } catch (error) {
        instance.closeSync();
        throw error;
      }
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(options: {
    path: string;
    folder: string;
    instance: DuckDBInstance;
    connection: DuckDBConnection;
  }) {
    this.path = options.path;
    this.#folder = options.folder;
    this.#instance = options.instance;
    this.#connection = options.connection;
  }

  async run(sql: string, signal: AbortSignal): Promise<void> {
    await interruptible(this.#connection, signal, () =>
      this.#connection.run(sql),
    );
  }

  /** All rows of a small result. */
  async rows(sql: string, signal: AbortSignal): Promise<DuckDBValue[][]> {
    return interruptible(this.#connection, signal, async () => {
      const reader = await this.#connection.runAndReadAll(sql);
      return reader.getRows();
    });
  }

  /**
   * The rows of a large result, as they come, on a connection of its own. The
   * next ones are fetched while the caller is at work on these.
   */
  async *stream(
    sql: string,
    signal: AbortSignal,
  ): AsyncIterable<DuckDBValue[][]> {
    const connection = await this.#instance.connect();
    let fetching: Promise<DuckDBDataChunk | null> | undefined;
    try {
      const result = await interruptible(connection, signal, () =>
        connection.stream(sql),
      );
      const fetch = () => {
        const chunk = interruptible(connection, signal, () =>
          result.fetchChunk(),
        );
        // What went wrong is told when the chunk is waited for.
        chunk.catch(() => {});
        return chunk;
      };
      fetching = fetch();
      let chunk = await fetching;
      while (chunk && chunk.rowCount > 0) {
        fetching = fetch();
        yield chunk.getRows();
        chunk = await fetching;
      }
    } finally {
      await fetching?.catch(() => {});
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Stops what the connection is doing when the reading is aborted. */
async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const interrupt = () => connection.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

/** DuckDB takes a path for a pattern where it can. */
async function plainPath(path: string, folder: string): Promise<string> {
  if (!/[*?[\]{}\\]/.test(path) || process.platform === 'win32') {
    return path;
  }
  const link = join(folder, 'file');
  await symlink(path, link);
  return link;
}
