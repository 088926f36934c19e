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

// Makes a checkout ready to run from nothing but npm and Node >= 20: Node 22,
// Yarn 4 and the installed dependencies. What is already there is used as it
// is, what is missing goes to the ignored folder .toolchain.
//
//   import { prepareToolchain } from './toolchain.mjs'
//   node .ci/toolchain.mjs <command> [arguments]     to run a command in it

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, stepClock } from './steps.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const FOLDER = join(ROOT, '.toolchain');
const BIN = join(FOLDER, 'bin');
const STAMP = join(FOLDER, 'installed.sha256');
const LOCK = join(FOLDER, 'lock');
const NODE_MAJOR = 22;
const YARN_VERSION = '4.13.0';

/**
 * Resolves with the environment every command of the pipeline runs in.
 *
 * @returns `{ node, env }`: path of the Node to run scripts with, environment.
 */
export async function prepareToolchain() {
  mkdirSync(BIN, { recursive: true });
  const unlock = await lock();
  try {
    const npm = npmSettings();
    const { node, home, path } = await findTools();
    const env = {
      ...process.env,
      ...yarnSettings(npm),
      PATH: [
        ...path,
        join(ROOT, 'node_modules', '.bin'),
        process.env.PATH,
      ].join(delimiter),
    };
    if (hasHeaders(home)) {
      // Native add-ons have to be compiled for the Node that will load them.
      env.npm_config_nodedir = home;
    }
    await installDependencies(env);
    return { node, env };
  } finally {
    unlock();
  }
}

async function findTools() {
  const hostHome = dirname(dirname(process.execPath));
  const [major, minor] = process.versions.node.split('.').map(Number);
  // Newer lines abort in better-sqlite3, older ones are too old for Backstage;
  // without headers no native add-on compiles offline.
  const hostNodeFits =
    major === NODE_MAJOR && minor >= 12 && hasHeaders(hostHome);
  if (hostNodeFits) {
    const path = [dirname(process.execPath)];
    if (hostYarnFits()) {
      return { node: process.execPath, home: hostHome, path };
    }
    await fetchYarn(process.execPath);
    return { node: process.execPath, home: hostHome, path: [BIN, ...path] };
  }
  const home = await fetchNode();
  const node = join(home, 'bin', 'node');
  await fetchYarn(node);
  return { node, home, path: [BIN, dirname(node)] };
}

function hasHeaders(home) {
  return existsSync(join(home, 'include', 'node', 'node.h'));
}

function hostYarnFits() {
  const tried = spawnSync('yarn', ['--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      ...process.env,
      // Corepack would otherwise ask, or reach for a registry of its own.
      COREPACK_ENABLE_NETWORK: '0',
      COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
    },
  });
  return tried.status === 0 && /^4\./.test(tried.stdout.trim());
}

async function fetchNode() {
  const { platform, arch } = process;
  const isAppleSilicon = platform === 'darwin' && arch === 'arm64';
  const name = `${isAppleSilicon ? 'node-bin' : 'node'}-${platform}-${arch}`;
  const home = join(FOLDER, 'node_modules', name);
  if (!runs(join(home, 'bin', 'node'))) {
    await npmInstall(
      `Node ${NODE_MAJOR}`,
      `${name}@${NODE_MAJOR}`,
      `Install Node ${NODE_MAJOR} yourself (https://nodejs.org) and run the command again with it.`,
    );
    if (!runs(join(home, 'bin', 'node'))) {
      throw new Error(
        `The Node ${NODE_MAJOR} from npm package ${name} does not run on this system. Install Node ${NODE_MAJOR} yourself (https://nodejs.org) and run the command again with it.`,
      );
    }
  }
  return home;
}

async function fetchYarn(node) {
  const script = '@yarnpkg/cli-dist/bin/yarn.js';
  const manifest = join(FOLDER, 'node_modules/@yarnpkg/cli-dist/package.json');
  const present =
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).version === YARN_VERSION;
  if (!present) {
    await npmInstall(
      `Yarn ${YARN_VERSION}`,
      `@yarnpkg/cli-dist@${YARN_VERSION}`,
      `Install Yarn 4 yourself (corepack enable) and run the command again with Node ${NODE_MAJOR}.`,
    );
  }
  writeScript('node', `exec "${node}" "$@"`);
  writeScript(
    'yarn',
    `exec "${node}" "${join(FOLDER, 'node_modules', script)}" "$@"`,
  );
}

function runs(executable) {
  return spawnSync(executable, ['--version']).status === 0;
}

function writeScript(name, command) {
  const file = join(BIN, name);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `#!/bin/sh\n${command}\n`);
  chmodSync(draft, 0o755);
  renameSync(draft, file);
}

async function npmInstall(what, spec, advice) {
  const manifest = join(FOLDER, 'package.json');
  if (!existsSync(manifest)) {
    writeFileSync(manifest, '{ "private": true }\n');
  }
  const env = Object.fromEntries(
    // Settings of the npm that runs us, such as the workspace, are not meant
    // for this folder.
    Object.entries(process.env).filter(
      ([key]) =>
        !/^npm_(config_(local_prefix|workspace|prefix|loglevel)|package|lifecycle|command)/i.test(
          key,
        ),
    ),
  );
  await run('npm', ['install', '--prefix', FOLDER, '--save', ...QUIET, spec], {
    title: `Fetching ${what} into .toolchain`,
    cwd: FOLDER,
    env,
    advice: `npm could not install ${spec}. Check that "npm ping" reaches your registry. ${advice}`,
  });
}

const QUIET = [
  '--no-audit',
  '--no-fund',
  '--ignore-scripts',
  '--loglevel=error',
];

function npmSettings() {
  const keys = ['registry', 'cafile', 'https-proxy', 'proxy', 'strict-ssl'];
  const result = spawnSync('npm', ['config', 'get', ...keys], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const settings = {};
  for (const line of (result.stdout ?? '').split('\n')) {
    const [, key, value] = line.match(/^([a-z-]+)=(.*)$/) ?? [];
    if (value && value !== 'null' && value !== 'undefined') {
      settings[key] = value;
    }
  }
  return settings;
}

// Yarn does not read npm's settings: it is told by environment variables, so
// that no file of the checkout ever names a registry.
function yarnSettings(npm) {
  const settings = {};
  const set = (name, value) => {
    if (value !== undefined && process.env[name] === undefined) {
      settings[name] = value;
    }
  };
  const registry = npm.registry?.replace(/\/+$/, '');
  if (registry) {
    set('YARN_NPM_REGISTRY_SERVER', registry);
    if (registry.startsWith('http:')) {
      set('YARN_UNSAFE_HTTP_WHITELIST', new URL(registry).hostname);
    }
  }
  if (npm.cafile && existsSync(npm.cafile)) {
    set('YARN_HTTPS_CA_FILE_PATH', npm.cafile);
    set('NODE_EXTRA_CA_CERTS', npm.cafile);
  }
  set('YARN_HTTPS_PROXY', npm['https-proxy']);
  set('YARN_HTTP_PROXY', npm.proxy);
  if (npm['strict-ssl'] === 'false') {
    set('YARN_ENABLE_STRICT_SSL', 'false');
  }
  set('YARN_ENABLE_TELEMETRY', 'false');
  return settings;
}

async function installDependencies(env) {
  const wanted = fingerprint();
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : '';
  const modules = join(ROOT, 'node_modules');
  if (installed === wanted && existsSync(join(modules, '.yarn-state.yml'))) {
    return;
  }
  await run('yarn', ['install', '--immutable'], {
    title: 'Installing dependencies (a first time takes some minutes)',
    cwd: ROOT,
    env,
    advice:
      'Dependencies could not be installed. The lines above name the package. A native add-on needs Python 3, make and a C++ compiler; "lockfile would have been modified" means that a package.json changed: run "yarn install" and commit yarn.lock.',
  });
  writeFileSync(STAMP, `${wanted}\n`);
}

// Everything `yarn install` depends on: when none of it changed, there is
// nothing to install.
function fingerprint() {
  const manifests = ['packages', 'plugins', 'test'].flatMap(folder =>
    existsSync(join(ROOT, folder))
      ? readdirSync(join(ROOT, folder)).map(name =>
          join(folder, name, 'package.json'),
        )
      : [],
  );
  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch}`,
  );
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...manifests.sort(),
  ]) {
    if (existsSync(join(ROOT, file))) {
      hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)));
    }
  }
  return hash.digest('hex');
}

// Two commands started at once must not install into the same folder.
async function lock() {
  const waiting = stepClock();
  for (let told = false; ; told = true) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
    if (holder && !isAlive(holder)) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!told) {
      waiting.say(`Waiting for process ${holder}, which is installing`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { env } = await prepareToolchain();
    const [command, ...args] = process.argv.slice(2);
    if (command) {
      const result = spawnSync(command, args, { env, stdio: 'inherit' });
      process.exitCode = result.status ?? 1;
    }
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
