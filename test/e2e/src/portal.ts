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

import { ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The root of the repository. */
export const ROOT = resolve(__dirname, '..', '..', '..');
const BACKEND = join(ROOT, 'packages', 'backend');
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Where the run leaves screenshots, logs and traces; ignored by Git. */
export const RESULTS = join(ROOT, 'test-results');

/** The database a portal runs on. */
export type PortalDatabase = 'sqlite' | 'postgres';

/** What distinguishes one portal from another. */
export interface PortalStart {
  database: PortalDatabase;
  /**
   * Configuration on top of app-config.yaml, given the portal's own folder, for
   * files that a test wants to change.
   */
  config?: (folder: string) => object;
}

/**
 * The demo portal in a process, a folder and databases of its own: the built
 * app served by the real backend on one port.
 */
export class Portal {
  readonly url: string;
  readonly folder: string;
  readonly #log: string;
  #process?: ChildProcess;
  #token?: string;

  private constructor(port: number, folder: string, log: string) {
    this.url = `http://localhost:${port}`;
    this.folder = folder;
    this.#log = log;
  }

  /** Starts a portal and resolves when all of its plugins are ready. */
  static async start({ database, config }: PortalStart): Promise<Portal> {
    const folder = mkdtempSync(join(tmpdir(), 'itam-portal-'));
    const port = await freePort();
    const logs = join(RESULTS, 'portals');
    mkdirSync(logs, { recursive: true });
    const log = join(logs, `${database}-${port}.log`);
    const portal = new Portal(port, folder, log);
    writeFileSync(
      join(folder, 'app-config.json'),
      JSON.stringify(basicConfig({ url: portal.url, port, folder, database })),
    );
    portal.configure(config?.(folder) ?? {});
    try {
      await portal.startAgain();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  /** Starts the same portal again, after `kill()`, with the data it had. */
  async startAgain(): Promise<void> {
    const log = openSync(this.#log, 'a');
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index.ts',
        ...['--config', join(ROOT, 'app-config.yaml')],
        ...['--config', join(this.folder, 'app-config.json')],
        ...['--config', join(this.folder, 'app-config.test.json')],
      ],
      {
        cwd: BACKEND,
        // Guests may enter in development only.
        env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' },
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    this.#process = child;
    process.once('exit', () => child.kill('SIGKILL'));
    await this.#ready(child);
  }

  /** What the portal starts with next, on top of app-config.yaml. */
  configure(config: object): void {
    writeFileSync(
      join(this.folder, 'app-config.test.json'),
      JSON.stringify(config),
    );
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the process in an orderly way and starts it again. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.startAgain();
  }

  /** Ends the process in an orderly way and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Calls the backend as the guest user. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    this.#token ??= await this.#signIn();
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.#token}`);
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  /** What the backend logged so far. */
  log(): string {
    return readFileSync(this.#log, 'utf8');
  }

  async #signIn(): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    if (!response.ok) {
      throw new Error(`Guest sign-in answered ${response.status}`);
    }
    const session = await response.json();
    return session.backstageIdentity.token;
  }

  async #ready(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (child.exitCode === null && child.signalCode === null) {
      const answer = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `The portal is not ready after ${
            START_TIMEOUT_MS / 1000
          } s:\n${this.#tail()}`,
        );
      }
      await sleep(250);
    }
    throw new Error(`The portal ended while starting:\n${this.#tail()}`);
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    this.#token = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }

  #tail(): string {
    return `${this.log().slice(-4000)}\n(whole log: ${this.#log})`;
  }
}

function basicConfig(options: {
  url: string;
  port: number;
  folder: string;
  database: PortalDatabase;
}) {
  const { url, port, folder, database } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port },
      cors: { origin: url },
      database: database === 'postgres' ? postgres() : sqlite(folder),
    },
  };
}

function sqlite(folder: string) {
  return {
    client: 'better-sqlite3',
    connection: { directory: join(folder, 'sqlite') },
  };
}

function postgres() {
  const connection = process.env[POSTGRES_URL];
  if (!connection) {
    throw new Error(
      `Set ${POSTGRES_URL} to a PostgreSQL 18, or run the tests by "npm test -- e2e", which starts one`,
    );
  }
  // Every portal gets databases of its own on the shared server.
  const prefix = `e2e_${randomBytes(4).toString('hex')}_`;
  return { client: 'pg', connection, prefix };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0);
  await once(probe, 'listening');
  // A TCP server has an AddressInfo; only a pipe has a string.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
