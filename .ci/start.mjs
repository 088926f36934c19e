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

// `npm start`: the demo portal with everything it needs.

import { spawn } from 'node:child_process';
import { prepareToolchain, ROOT } from './toolchain.mjs';
import { onEnd, stepClock } from './steps.mjs';

const PORTAL = 'http://localhost:3000';
const READY = 'http://localhost:7007/.backstage/health/v1/readiness';

try {
  const { env } = await prepareToolchain();
  const clock = stepClock();
  clock.say(`Starting the portal. It opens at ${PORTAL} in about a minute.`);
  const portal = spawn(
    'backstage-cli',
    ['repo', 'start', ...process.argv.slice(2)],
    { cwd: ROOT, env, stdio: 'inherit' },
  );
  let running = true;
  onEnd(() => portal.kill('SIGTERM'));
  portal.once('exit', code => {
    running = false;
    process.exitCode = code ?? 0;
    if (code) {
      process.stderr.write(
        `\nThe portal ended (exit code ${code}). The first error above says why; a port in use can be changed in app-config.local.yaml, and deleting the folder .data starts with empty databases.\n`,
      );
    }
  });
  await announceWhenReady(clock, () => running);
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

async function announceWhenReady(clock, isRunning) {
  while (isRunning()) {
    if ((await answers(READY)) && (await answers(PORTAL))) {
      clock.say(
        `Ready (${clock.elapsed()}). Open ${PORTAL} and enter as a guest. Ctrl-C ends it.\n`,
      );
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
