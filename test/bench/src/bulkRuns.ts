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

import { BulkRun, bulkRoutes } from '@itam/plugin-itam-common';
import { teams } from './cloudResources';
import { person } from './inventory';
import type { Place } from './places';
import { Portal } from './portal';

/** Of so many rows one is a repository, the others are laptops. */
const REPOSITORIES = 10;

const ended = ['succeeded', 'failed', 'cancelled'];

/** How long the runs of a bulk took, in seconds. */
export interface BulkTimes {
  import: number;
  export: number;
  /** The export imported again. */
  again: number;
  transition: number;
  moved: number;
}

/**
 * Imports a table, exports it, imports the export again, and moves all
 * repositories on; every step through the API, until its run has ended.
 */
export async function runBulks(options: {
  place: Place;
  size: number;
}): Promise<BulkTimes> {
  const { place, size } = options;
  const portal = await Portal.start({
    place,
    estate: { size: 1, fingerprint: '1' },
  });
  try {
    // the catalog is known to the register from then on
    await portal.read('first');
    const imported = await timed(async () =>
      follow(
        portal,
        await portal.client.call(bulkRoutes.importAssets, {
          query: { mode: 'create' },
          file: { name: 'assets.csv', content: tableOf(size) },
        }),
      ),
    );
    expectCounts(imported.value, { created: size, rejected: 0 });

    const exported = await timed(() =>
      portal.client.download(bulkRoutes.exportAssets, {
        query: { source: 'none', format: 'csv' },
      }),
    );
    const again = await timed(async () =>
      follow(
        portal,
        await portal.client.call(bulkRoutes.importAssets, {
          query: { mode: 'upsert' },
          file: { name: 'again.csv', content: exported.value },
        }),
      ),
    );
    expectCounts(again.value, { unchanged: size, rejected: 0 });

    const moved = await moveRepositories(portal);
    return {
      import: imported.seconds,
      export: exported.seconds,
      again: again.seconds,
      ...moved,
    };
  } finally {
    await portal.stop();
  }
}

const archiving = {
  transition: 'archive',
  facts: {
    'decommission.date': '2026-11-20',
    'decommission.operator': person,
    'data.handling': { kind: 'media-kept' },
  },
};

/** All of them are archived. */
async function moveRepositories(portal: Portal) {
  const run = await timed(async () =>
    follow(
      portal,
      await portal.client.call(bulkRoutes.bulkChangeAssets, {
        body: {
          selection: { filter: { type: ['repository'] } },
          change: { transition: archiving },
          reason: 'bench',
        },
      }),
    ),
  );
  expectCounts(run.value, { rejected: 0 });
  return { transition: run.seconds, moved: run.value.counts.updated };
}

function tableOf(size: number): string {
  const lines = [
    'tag,type,name,status,owner,serial,manufacturer,model,environment,acquiredOn,purchaseCost,purchaseCost.currency,notes',
  ];
  for (let n = 0; n < size; n++) {
    const owner = `group:default/${teams[n % teams.length]}`;
    lines.push(
      n % REPOSITORIES === 0
        ? `BENCH-${n},repository,repository ${n},experimental,${owner},,,,,,,,`
        : `BENCH-${n},laptop,laptop ${n},,${owner},SN${n}X,Lenovo,"ThinkPad T14, G5",office,2026-0${
            1 + (n % 9)
          }-15,${900 + (n % 500)}.50,EUR,"bought, ""new"""`,
    );
  }
  return lines.join('\r\n');
}

async function follow(portal: Portal, { id }: BulkRun): Promise<BulkRun> {
  for (;;) {
    const run = await portal.client.call(bulkRoutes.getBulkRun, {
      params: { id },
    });
    if (run.status === 'succeeded') {
      return run;
    }
    if (ended.includes(run.status)) {
      throw new Error(`the run ${run.status}: ${run.error}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function expectCounts(run: BulkRun, wanted: Partial<BulkRun['counts']>): void {
  const counts = JSON.stringify({ ...run.counts, ...wanted });
  if (counts !== JSON.stringify(run.counts)) {
    throw new Error(
      `not ${JSON.stringify(wanted)}: ${JSON.stringify(run.counts)}`,
    );
  }
}

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
