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

// `yarn bench`: how fast the register is, in ratios. All measures, or those named:
//
//   yarn bench
//   yarn bench p1 p3 --database sqlite --scale 0.1
//
// One JSON line for each measure on stdout, progress on stderr.

import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { onEnd } from './steps.mjs';
import { prepareToolchain, ROOT } from './toolchain.mjs';

const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const FOLDER = join(ROOT, 'test', 'bench');

async function main(argv) {
  // What preparing says is no measure: it goes to stderr.
  spawnSync(process.execPath, [join(ROOT, '.ci', 'toolchain.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  const { node, env } = await prepareToolchain();
  const named = argv.join(' ');
  const needsServer =
    !env[POSTGRES_URL] &&
    (!named.includes('--database') || named.includes('postgres'));
  const postgres = needsServer ? await keptPostgres() : undefined;
  try {
    return await bench(node, argv, {
      ...env,
      ...(postgres && { [POSTGRES_URL]: postgres.url }),
    });
  } finally {
    await postgres?.stop();
  }
}

// What is seeded once stays; where the account the server runs as cannot reach
// the checkout, it is seeded at every run.
async function keptPostgres() {
  try {
    return await startPostgres({ keep: join(ROOT, '.data/bench/postgres') });
  } catch (error) {
    process.stderr.write(`▶ The data is not kept: ${error.message}\n`);
    return startPostgres();
  }
}

function bench(node, argv, env) {
  const running = spawn(
    node,
    [
      ...['--import', '@backstage/cli/config/nodeTransform.cjs'],
      join(FOLDER, 'src', 'index.ts'),
      ...argv,
    ],
    {
      cwd: FOLDER,
      // as a portal runs, and not as its tests
      env: { ...env, NODE_ENV: 'production' },
      stdio: 'inherit',
    },
  );
  onEnd(() => running.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('exit', code => resolve(code ?? 130));
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
