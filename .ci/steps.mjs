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

// How the pipeline talks: every step says its name, shows that it is alive,
// tells how long it took and, when it fails, what to do.

import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 30_000;
const children = new Set();

/** Measures and announces a step. */
export function stepClock() {
  const started = Date.now();
  return {
    elapsed: () => duration(Date.now() - started),
    say: text => process.stdout.write(`\n▶ ${text}\n`),
  };
}

/** `7.4 s` or `3 min 05 s`. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const rest = String(Math.round(seconds % 60)).padStart(2, '0');
  return `${Math.floor(seconds / 60)} min ${rest} s`;
}

/**
 * Runs a command with its output shown and fails with advice.
 *
 * @param options `title` announces it, `advice` becomes the error's message.
 */
export async function run(command, args, { title, advice, cwd, env }) {
  const clock = stepClock();
  clock.say(`${title} …`);
  const heartbeat = setInterval(
    () => process.stdout.write(`  … still at it (${clock.elapsed()})\n`),
    HEARTBEAT_MS,
  );
  const code = await exitCode(command, args, { cwd, env });
  clearInterval(heartbeat);
  if (code !== 0) {
    throw new Error(`${title}: failed (${clock.elapsed()}).\n${advice}`);
  }
  process.stdout.write(`  done (${clock.elapsed()})\n`);
}

/** Runs a command with its output shown and resolves with its exit code. */
export function exitCode(command, args, { cwd, env }) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    children.add(child);
    const settle = code => {
      children.delete(child);
      resolve(code);
    };
    child.once('error', error => {
      process.stderr.write(`${command}: ${error.message}\n`);
      settle(127);
    });
    child.once('exit', (code, signal) => settle(code ?? (signal ? 130 : 1)));
  });
}

/** Ends what is running when this process is asked to end. */
export function endChildrenOnSignals() {
  onEnd(() => {
    for (const child of children) {
      child.kill('SIGTERM');
    }
    process.exitCode = 130;
    setTimeout(() => process.exit(130), 10_000).unref();
  });
}

/**
 * Calls back once when this process is asked to end: by a signal, or because
 * the npm that runs it is gone (npm's shell does not pass signals on).
 */
export function onEnd(callback) {
  let ended = false;
  const once = () => {
    if (!ended) {
      ended = true;
      callback();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, once);
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && once(), 1000).unref();
  }
}
