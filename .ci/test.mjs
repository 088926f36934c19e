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

// `npm test`: the pipeline. All stages, or those named:
//
//   npm test
//   npm test -- lint types
//   npm test -- unit plugins/itam-common      what follows one stage goes to it
//
// Under Yarn `yarn test` is Backstage's own test command, as in every Backstage
// repository, and `yarn test:all` is this pipeline.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { endChildrenOnSignals, exitCode, stepClock } from './steps.mjs';
import { prepareToolchain, ROOT } from './toolchain.mjs';

const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const RESULTS = join(ROOT, 'test-results');
const APP = join(ROOT, 'packages', 'app');
const MAX_WARNINGS = '--max-warnings=0';

// A stage resolves with the tests it counted; `failed` is never 0 when the
// stage failed.
const STAGES = {
  lint: async ({ sh }) => {
    const code = await sh('backstage-cli', ['repo', 'lint', MAX_WARNINGS]);
    // Both, so that one run shows all there is to mend.
    const format = await sh('prettier', ['--check', '--loglevel=warn', '.']);
    return verdict(code || format);
  },
  types: async ({ sh }) => verdict(await sh('tsc', ['--pretty', 'false'])),
  unit: async ({ sh, args, env }) => {
    const report = join(RESULTS, 'unit.json');
    rmSync(report, { force: true });
    const code = await withPostgres(env, postgresEnv =>
      sh(
        'backstage-cli',
        [
          ...['repo', 'test', '--ci', '--watchAll=false', '--maxWorkers=2'],
          ...['--json', `--outputFile=${report}`],
          ...args,
        ],
        { env: postgresEnv },
      ),
    );
    return counted(code, report, jest => ({
      passed: jest.numPassedTests,
      failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
      skipped: jest.numPendingTests + jest.numTodoTests,
    }));
  },
  build: async ({ sh, done }) =>
    verdict(
      // Packages are built from the declarations of the types stage.
      (done.types?.failed === 0 ? 0 : await sh('tsc', ['--pretty', 'false'])) ||
        (await sh('backstage-cli', ['repo', 'build', '--all'])),
    ),
  e2e: async ({ sh, args, env, done }) => {
    const built = done.build ? done.build.failed === 0 : isAppFresh();
    if (!built) {
      if (await sh('backstage-cli', ['package', 'build'], { cwd: APP })) {
        return verdict(1);
      }
    }
    const report = join(RESULTS, 'e2e.json');
    for (const leftover of [report, join(RESULTS, 'portals')]) {
      rmSync(leftover, { recursive: true, force: true });
    }
    const code = await withPostgres(env, postgresEnv =>
      sh('playwright', ['test', '--reporter=list,json', ...args], {
        cwd: join(ROOT, 'test', 'e2e'),
        env: { ...postgresEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      }),
    );
    return counted(code, report, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }));
  },
};

async function main(argv) {
  const { stages, args } = parseArguments(argv);
  endChildrenOnSignals();
  const { env: toolchainEnv } = await prepareToolchain();
  const env = { ...toolchainEnv, CI: 'true', FORCE_COLOR: '0' };
  mkdirSync(RESULTS, { recursive: true });

  const done = {};
  const lines = [];
  for (const name of stages) {
    const clock = stepClock();
    clock.say(`${name} …`);
    const sh = (command, commandArgs = [], options = {}) =>
      exitCode(command, commandArgs, { cwd: ROOT, env, ...options });
    done[name] = await STAGES[name]({ sh, args, env, done }).catch(error => {
      process.stderr.write(`${error.stack}\n`);
      return verdict(1);
    });
    const mark = done[name].failed === 0 ? '✔' : '✘';
    const line = `${mark} ${name} (${clock.elapsed()})`;
    lines.push(line);
    process.stdout.write(`\n${line}\n`);
    if (process.exitCode === 130) {
      break;
    }
  }

  const sum = key => Object.values(done).reduce((n, s) => n + s[key], 0);
  const skipped = sum('skipped');
  process.stdout.write(
    [
      '',
      ...(lines.length > 1 ? lines : []),
      `${sum('passed')} passed, ${sum('failed')} failed${
        skipped ? `, ${skipped} skipped` : ''
      }`,
      '',
    ].join('\n'),
  );
  process.exitCode ||= sum('failed') === 0 ? 0 : 1;
}

function parseArguments(argv) {
  const given = argv.filter(arg => arg !== '--all');
  const rest = given.findIndex(arg => !(arg in STAGES));
  const stages = rest === -1 ? given : given.slice(0, rest);
  const args = rest === -1 ? [] : given.slice(rest);
  if (args.length > 0 && stages.length !== 1) {
    throw new Error(
      `There is no stage "${args[0]}". Stages: ${Object.keys(STAGES).join(
        ', ',
      )}. Arguments can follow the name of one stage.`,
    );
  }
  return { stages: stages.length > 0 ? stages : Object.keys(STAGES), args };
}

function verdict(code) {
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

// A runner that ended badly without naming a test still counts as a failure.
function counted(code, report, read) {
  if (!existsSync(report)) {
    return verdict(code || 1);
  }
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

// One server for the stage, unless the caller brought a server.
async function withPostgres(env, work) {
  if (env[POSTGRES_URL]) {
    return work(env);
  }
  const postgres = await startPostgres();
  try {
    return await work({ ...env, [POSTGRES_URL]: postgres.url });
  } finally {
    await postgres.stop();
  }
}

function isAppFresh() {
  const page = join(APP, 'dist', 'index.html');
  if (!existsSync(page)) {
    return false;
  }
  const builtAt = statSync(page).mtimeMs;
  return ['packages/app', 'plugins/itam', 'plugins/itam-common']
    .flatMap(folder => [
      join(ROOT, folder, 'package.json'),
      ...filesBelow(join(ROOT, folder, 'src')),
      ...filesBelow(join(ROOT, folder, 'public')),
    ])
    .every(file => statSync(file).mtimeMs < builtAt);
}

function filesBelow(folder) {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).map(name => join(folder, name))
    : [];
}

async function backstageTest(argv) {
  const { env } = await prepareToolchain();
  const { status } = spawnSync('backstage-cli', ['repo', 'test', ...argv], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

try {
  const argv = process.argv.slice(2);
  const underYarn = process.env.npm_config_user_agent?.startsWith('yarn/');
  if (underYarn && argv[0] !== '--all') {
    await backstageTest(argv);
  } else {
    await main(argv);
  }
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
