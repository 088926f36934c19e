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

import {
  costRoutes,
  EntitySummary,
  ItamClient,
  registerRoutes,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bareSummary, Subject } from './bareSummary';
import { connect, Place } from './places';
import { everyReader, Reader } from './readers';
import { ReaderPortal } from './readerPortal';
import { SYSTEMS } from './seedCosts';
import { SERVICES, TEAMS } from './seedRegister';
import { Times, timesOf } from './times';

const WARM_UP = 20;
const REPORTS = 5;
const PAGES = 40;
const LIMIT = 50;

/** How many of each kind are asked for. */
const subjects: Subject[] = [
  ...some('component', 'service', { count: 120, of: SERVICES }),
  ...some('system', 'system', { count: 40, of: SYSTEMS }),
  ...some('group', 'team', { count: 40, of: TEAMS }),
];

/** Times of the portal's answer beside those of bare SQL, in milliseconds. */
export interface Compared {
  portal: Times;
  bare: Times;
}

/** What an engineer is shown of services, systems and teams, by HTTP. */
export async function readSummaries(options: { place: Place }): Promise<
  Compared & {
    seconds: number;
    count: number;
    byKind: Record<string, Compared>;
    slowest: Array<{ name: string; assets: number; portal: number }>;
  }
> {
  const timed = await asEngineer(options.place, async asking => {
    await takeSummaries(asking, subjects.slice(-WARM_UP));
    return takeSummaries(asking, subjects);
  });
  const compared = (kind?: string): Compared => {
    const own = timed.filter(item => !kind || item.subject.kind === kind);
    return {
      portal: timesOf(own.map(item => item.portal)),
      bare: timesOf(own.map(item => item.bare)),
    };
  };
  return {
    ...compared(),
    seconds: timed.reduce((sum, { portal }) => sum + portal, 0) / 1000,
    count: timed.length,
    byKind: {
      services: compared('component'),
      systems: compared('system'),
      teams: compared('group'),
    },
    slowest: [...timed]
      .sort((one, other) => other.portal - one.portal)
      .slice(0, 5)
      .map(({ subject, assets, portal }) => ({
        name: subject.name,
        assets,
        portal: Math.round(portal),
      })),
  };
}

/** The reports of the cost page over six months. */
export async function readReports(options: {
  place: Place;
}): Promise<{ entity: Times; owner: Times; seconds: number }> {
  return asEngineer(options.place, async ({ client }) => {
    const take = async (groupBy: 'entity' | 'owner') => {
      const times: number[] = [];
      for (let round = 0; round < REPORTS; round++) {
        times.push(
          await timeOf(() =>
            client.call(costRoutes.listCosts, {
              query: { groupBy, limit: LIMIT },
            }),
          ),
        );
      }
      return times;
    };
    const entity = await take('entity');
    const owner = await take('owner');
    return {
      entity: timesOf(entity),
      owner: timesOf(owner),
      seconds: [...entity, ...owner].reduce((sum, time) => sum + time, 0) / 1e3,
    };
  });
}

/** Pages of all assets by their cost, from the dearest on. */
export async function readByCost(options: { place: Place }): Promise<{
  first: Times;
  following: Times;
  deep: Times;
  seconds: number;
}> {
  return asEngineer(options.place, async ({ client, knex }) => {
    const page = async (cursor?: string) => {
      const started = performance.now();
      const { nextCursor } = await client.call(registerRoutes.listAssets, {
        query: { sort: '-cost', limit: LIMIT, cursor },
      });
      return { milliseconds: performance.now() - started, nextCursor };
    };
    const take = async (start?: string) => {
      const times: number[] = [];
      let cursor = start;
      for (let number = 0; number < PAGES; number++) {
        const taken = await page(cursor);
        times.push(taken.milliseconds);
        cursor = taken.nextCursor;
      }
      return times;
    };
    await take();
    const first: number[] = [];
    for (let number = 0; number < PAGES; number++) {
      first.push((await page()).milliseconds);
    }
    const following = await take();
    const deep = await take(await cursorInTheMiddle(knex));
    const all = [...first, ...following, ...deep];
    return {
      first: timesOf(first),
      following: timesOf(following),
      deep: timesOf(deep),
      seconds: all.reduce((sum, time) => sum + time, 0) / 1000,
    };
  });
}

interface Asking {
  client: ItamClient;
  knex: Knex;
  engineer: Reader;
}

async function asEngineer<T>(
  place: Place,
  work: (asking: Asking) => Promise<T>,
): Promise<T> {
  const [engineer] = await everyReader();
  const portal = await ReaderPortal.start({ place, reader: engineer });
  const knex = connect(place, 'itam');
  try {
    return await work({ client: portal.client, knex, engineer });
  } finally {
    await knex.destroy();
    await portal.stop();
  }
}

async function takeSummaries(asking: Asking, wanted: Subject[]) {
  const timed = [];
  for (const subject of wanted) {
    timed.push(await timeSummary(asking, subject));
  }
  return timed;
}

async function timeSummary(
  { client, knex, engineer }: Asking,
  subject: Subject,
) {
  const started = performance.now();
  const summary = await client.call(registerRoutes.entitySummary, {
    params: { kind: subject.kind, namespace: 'default', name: subject.name },
  });
  const portal = performance.now() - started;
  const shown = monthsOf(summary);
  const bare = await bareSummary(knex, subject, {
    access: engineer.access,
    from: Object.keys(shown)[0],
    to: Object.keys(shown).at(-1) ?? '',
  });
  const figures = JSON.stringify([summary.total, inOrder(shown)]);
  if (figures !== JSON.stringify([bare.total, inOrder(bare.months)])) {
    throw new Error(
      `not the same figures for ${subject.name}: ${figures} | ${JSON.stringify(
        bare,
      )}`,
    );
  }
  return { subject, portal, bare: bare.milliseconds, assets: summary.total };
}

function monthsOf({ costs }: EntitySummary): Record<string, string> {
  if (!costs) {
    throw new Error('the summary has no costs');
  }
  return Object.fromEntries(
    costs.months.map(month => [
      month.month,
      microsOf(month.costs[0]?.effective ?? '0'),
    ]),
  );
}

function microsOf(amount: string): string {
  const [whole, places = ''] = amount.split('.');
  return String(BigInt(`${whole}${places.padEnd(6, '0')}`));
}

function inOrder(months: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(months)
      .filter(([, amount]) => amount !== '0')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Where the list is after half of its pages. */
async function cursorInTheMiddle(knex: Knex): Promise<string> {
  const [{ count }] = await knex('asset_costs').count({ count: '*' });
  const row = await knex('asset_costs')
    .orderBy([
      { column: 'sort_amount', order: 'desc' },
      { column: 'asset_id', order: 'desc' },
    ])
    .offset(Math.floor(Number(count) / 2))
    .first();
  return Buffer.from(
    JSON.stringify([String(row.sort_amount), row.asset_id]),
  ).toString('base64url');
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Spread over all there are. */
function some(
  kind: Subject['kind'],
  prefix: string,
  { count, of }: { count: number; of: number },
): Subject[] {
  return Array.from({ length: count }, (_, index) => ({
    kind,
    name: `${prefix}-${Math.floor((index * of) / count)}`,
  }));
}
