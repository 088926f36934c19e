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

import { cpus, totalmem } from 'node:os';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DatabaseKind, parseArguments } from './arguments';
import { measureGroups } from './measures';
import { Place, versionOf } from './places';
import { nodeOptions } from './runStep';

const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Takes the measures asked for; one JSON line on stdout for each. */
async function main(argv: string[]): Promise<void> {
  const { measures, databases, scale } = parseArguments(
    argv,
    measureGroups.flatMap(({ names }) => names),
    measureGroups.flatMap(({ names, onlyNamed }) => (onlyNamed ? [] : names)),
  );
  const wanted = new Set(measures);
  for (const kind of databases) {
    const place = placeOf(kind);
    const database = await versionOf(place);
    const say = (text: string) =>
      process.stderr.write(`▶ ${database}: ${text}\n`);
    for (const group of measureGroups) {
      if (group.names.some(name => wanted.has(name))) {
        for await (const measured of group.take(
          { place, scale, say },
          wanted,
        )) {
          const { measure, what, ...figures } = measured;
          const line = { measure, database, what, ...figures, ...machine() };
          process.stdout.write(`${JSON.stringify(line)}\n`);
        }
      }
    }
  }
}

function placeOf(kind: DatabaseKind): Place {
  return {
    kind,
    // benches that run at once keep out of each other's way
    name: `run${process.pid}`,
    folder: resolvePackagePath('bench', '../../.data/bench'),
    url: process.env[POSTGRES_URL],
  };
}

function machine() {
  const [{ model }] = cpus();
  return {
    machine: {
      cpus: `${cpus().length} × ${model}`,
      memoryGb: Math.round(totalmem() / 2 ** 30),
    },
    node: [process.version, ...nodeOptions].join(' '),
  };
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
