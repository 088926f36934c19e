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

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import createKnex, { Knex } from 'knex';
import type { DatabaseKind } from './arguments';

/** Where the databases of a measure are. */
export interface Place {
  kind: DatabaseKind;
  /** Keeps the databases of measures apart. */
  name: string;
  /** The folder of SQLite files. */
  folder: string;
  /** The server, without a database of ours. */
  url?: string;
}

/** The configuration that makes a backend keep its databases there. */
export function databaseConfig(place: Place): JsonObject {
  return place.kind === 'sqlite'
    ? {
        client: 'better-sqlite3',
        connection: { directory: sqliteFolder(place) },
      }
    : {
        client: 'pg',
        connection: place.url ?? '',
        prefix: prefixOf(place),
      };
}

/** A connection to the database of one plugin there. */
export function connect(place: Place, pluginId: string): Knex {
  if (place.kind === 'sqlite') {
    const folder = sqliteFolder(place);
    mkdirSync(folder, { recursive: true });
    return createKnex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${pluginId}.sqlite`) },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        afterCreate: (
          connection: { pragma(text: string): void },
          done: () => void,
        ) => {
          connection.pragma('foreign_keys = ON');
          done();
        },
      },
    });
  }
  const url = new URL(place.url ?? '');
  url.pathname = `/${prefixOf(place)}${pluginId}`;
  return createKnex({
    client: 'pg',
    connection: url.toString(),
    pool: { min: 0, max: 4 },
  });
}

/** Removes all databases there. */
export async function clear(place: Place): Promise<void> {
  if (place.kind === 'sqlite') {
    rmSync(sqliteFolder(place), { recursive: true, force: true });
    return;
  }
  const server = createKnex({ client: 'pg', connection: place.url });
  try {
    const found = await server.raw(
      'SELECT datname FROM pg_database WHERE starts_with(datname, ?)',
      [prefixOf(place)],
    );
    for (const { datname } of found.rows) {
      await server.raw('DROP DATABASE ?? WITH (FORCE)', [datname]);
    }
  } finally {
    await server.destroy();
  }
}

/** Makes the database of a place, and removes those of the same use. */
export async function clearOthers(place: Place, use: string): Promise<void> {
  if (place.kind === 'sqlite') {
    for (const name of existsSync(place.folder)
      ? readdirSync(place.folder)
      : []) {
      if (name.startsWith(use) && name !== place.name) {
        await clear({ ...place, name });
      }
    }
    return;
  }
  const server = createKnex({ client: 'pg', connection: place.url });
  try {
    const own = `${prefixOf(place)}itam`;
    const { rows } = await server.raw(
      'SELECT datname FROM pg_database WHERE starts_with(datname, ?)',
      [`itam_bench_${use}`],
    );
    const names: string[] = rows.map((row: { datname: string }) => row.datname);
    for (const name of names.filter(other => other !== own)) {
      await server.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
    }
    if (!names.includes(own)) {
      await server.raw('CREATE DATABASE ??', [own]);
    }
  } finally {
    await server.destroy();
  }
}

/** Name and version of the database. */
export async function versionOf(place: Place): Promise<string> {
  const knex = createKnex(
    place.kind === 'postgres'
      ? { client: 'pg', connection: place.url }
      : {
          client: 'better-sqlite3',
          connection: { filename: ':memory:' },
          useNullAsDefault: true,
        },
  );
  try {
    if (place.kind === 'postgres') {
      const { rows } = await knex.raw('SHOW server_version');
      return `PostgreSQL ${rows[0].server_version.split(' ')[0]}`;
    }
    const [{ version }] = await knex.raw('SELECT sqlite_version() AS version');
    return `SQLite ${version}`;
  } finally {
    await knex.destroy();
  }
}

function sqliteFolder(place: Place): string {
  return join(place.folder, place.name);
}

function prefixOf(place: Place): string {
  return `itam_bench_${place.name}_`;
}
