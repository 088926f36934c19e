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
  assetFilterSchema,
  AssetListQuery,
  assetListQuerySchema,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { barePage } from './barePage';
import { connect, Place } from './places';
import { everyReader } from './readers';
import { AssetAccess, DatabaseAssetStore, ItamDatabase } from './registerStore';
import { Times, timesOf } from './times';

const PAGES = 240;
const WARM_UP = 30;
const LIMIT = 50;

/** What lists are asked for; every reader asks for each of them. */
const questions: Array<Record<string, string>> = [
  { sort: 'name' },
  { sort: '-updatedAt' },
  { sort: 'name', category: 'cloud' },
  { sort: 'name', type: 'cloud-database', environment: 'production' },
  { sort: '-name', status: 'unclaimed' },
  { sort: 'type' },
  { sort: 'owner', category: 'cloud,code' },
  { sort: '-updatedAt', status: 'stopped' },
  { sort: 'environment', type: 'virtual-machine' },
  { sort: 'tag', account: '10000000007' },
];

/** What is chosen when the numbers beside the filters are asked for. */
const choices: Array<Record<string, string>> = [
  {},
  { category: 'cloud' },
  { type: 'cloud-database', environment: 'production' },
  { owner: 'none' },
];
const FACETS_OF_EACH = 5;

/** One page, and how long each way took to it. */
export interface Timed {
  reader: string;
  question: string;
  page: number;
  store: number;
  bare: number;
}

/**
 * Pages of a big register, through the store and by plain SQL with the same
 * predicate, checked to hold the same assets.
 */
export async function readPages(options: { place: Place }): Promise<{
  seconds: number;
  pages: number;
  store: Times;
  bare: Times;
  /** Counting what each value of each filter would show. */
  facets: Times;
  byReader: Record<string, { store: Times; bare: Times; facets: Times }>;
  slowest: Timed[];
}> {
  const knex = connect(options.place, 'itam');
  try {
    const { knex: client, batchSize } = await ItamDatabase.create({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    const store = new DatabaseAssetStore({
      database: { knex: client, batchSize },
    });
    await takePages(knex, store, WARM_UP);
    const timed = await takePages(knex, store, PAGES);
    const counted = await countFacets(store);
    const readers = [...new Set(timed.map(({ reader }) => reader))];
    return {
      seconds: timed.reduce((sum, item) => sum + item.store, 0) / 1000,
      pages: timed.length,
      store: timesOf(timed.map(item => item.store)),
      bare: timesOf(timed.map(item => item.bare)),
      facets: timesOf(counted.map(({ time }) => time)),
      byReader: Object.fromEntries(
        readers.map(reader => {
          const own = timed.filter(item => item.reader === reader);
          return [
            reader,
            {
              store: timesOf(own.map(item => item.store)),
              bare: timesOf(own.map(item => item.bare)),
              facets: timesOf(
                counted
                  .filter(item => item.reader === reader)
                  .map(({ time }) => time),
              ),
            },
          ];
        }),
      ),
      slowest: [...timed].sort((a, b) => b.store - a.store).slice(0, 8),
    };
  } finally {
    await knex.destroy();
  }
}

/** Goes through readers and choices. */
async function countFacets(
  store: DatabaseAssetStore,
): Promise<Array<{ reader: string; time: number }>> {
  const timed: Array<{ reader: string; time: number }> = [];
  for (const { name, access } of await everyReader()) {
    for (const choice of choices) {
      const filter = assetFilterSchema.parse(choice);
      for (let turn = 0; turn < FACETS_OF_EACH; turn++) {
        const start = performance.now();
        await store.facets(filter, access);
        timed.push({ reader: name, time: performance.now() - start });
      }
    }
  }
  return timed;
}

/** Goes through readers and questions, some pages of each. */
async function takePages(
  knex: Knex,
  store: DatabaseAssetStore,
  count: number,
): Promise<Timed[]> {
  const readers = await everyReader();
  const timed: Timed[] = [];
  const pagesOfEach = Math.ceil(count / readers.length / questions.length);
  for (const { name, access } of readers) {
    for (const question of questions) {
      let cursor: string | undefined;
      for (let page = 1; page <= pagesOfEach; page++) {
        const query = assetListQuerySchema.parse({
          ...question,
          limit: String(LIMIT),
          ...(cursor && { cursor }),
        });
        const taken = await timePage(knex, store, query, access);
        timed.push({
          reader: name,
          question: new URLSearchParams(question).toString(),
          page,
          store: taken.store,
          bare: taken.bare,
        });
        cursor = taken.nextCursor;
        if (cursor === undefined) {
          break;
        }
      }
    }
  }
  return timed;
}

async function timePage(
  knex: Knex,
  store: DatabaseAssetStore,
  query: AssetListQuery,
  access: AssetAccess,
) {
  const started = performance.now();
  const page = await store.list(query, access);
  const listed = performance.now();
  const bare = await barePage(knex, query, access);
  const ids = page.items.map(({ id }) => id).join();
  if (ids !== bare.ids.join()) {
    throw new Error(
      `not the same page for ${JSON.stringify(query)}: ${ids} | ${bare.ids}`,
    );
  }
  return {
    store: listed - started,
    bare: bare.milliseconds,
    nextCursor: page.nextCursor,
  };
}
