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

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const INSTALLED = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const ARGS = [
  // The same letter forms whatever the host's font settings.
  '--font-render-hinting=none',
  // Containers often have next to no shared memory.
  '--disable-dev-shm-usage',
];

/**
 * How to launch a browser on this machine: the one named by `CHROME_PATH`, an
 * installed Chrome or Chromium, else the one that comes from npm (Linux x64).
 *
 * @throws Error that says what to install when there is none.
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!answersVersion(named)) {
      throw new Error(`CHROME_PATH names "${named}", which does not run`);
    }
    return { executablePath: named, args: ARGS };
  }
  const installed = INSTALLED.map(executable).find(
    path => path !== undefined && answersVersion(path),
  );
  return installed
    ? { executablePath: installed, args: ARGS }
    : browserFromNpm();
}

function executable(name: string): string | undefined {
  if (name.startsWith('/')) {
    return existsSync(name) ? name : undefined;
  }
  return (process.env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, name))
    .find(path => existsSync(path));
}

async function browserFromNpm(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its executable',
    );
  }
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  // --no-zygote: this build has no helper processes beside it.
  const args = [...ARGS, '--no-zygote'];
  const env: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined) {
      env[key] = value;
    }
  }
  env.FONTCONFIG_FILE = fontsFile();
  if (!answersVersion(executablePath, env)) {
    // A bare system lacks the libraries of a desktop: they come along.
    const packed = dirname(dirname(require.resolve('@sparticuz/chromium')));
    const libraries = await inflate(join(packed, 'bin', 'al2023.tar.br'));
    env.LD_LIBRARY_PATH = [join(libraries, 'lib'), env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
    if (!answersVersion(executablePath, env)) {
      throw new Error(
        `The browser from npm (${executablePath}) does not run on this system: install Chrome or Chromium, or set CHROME_PATH to its executable`,
      );
    }
  }
  return { executablePath, args, env };
}

// The browser brings a typeface along. Preferring it makes pages look the same
// on every machine, whatever fonts that has, and some have none.
function fontsFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'itam-fonts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'fonts.conf');
  const families = ['sans-serif', 'system-ui', 'Helvetica', 'Arial', 'Roboto'];
  const aliases = families.map(
    family =>
      `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `<dir>${join(tmpdir(), 'fonts')}</dir>`,
      '<dir>/usr/share/fonts</dir>',
      `<cachedir>${join(folder, 'cache')}</cachedir>`,
      ...aliases,
      '</fontconfig>',
    ].join('\n'),
  );
  return file;
}

function answersVersion(path: string, env: NodeJS.ProcessEnv = process.env) {
  return spawnSync(path, ['--version'], { env, timeout: 20_000 }).status === 0;
}
