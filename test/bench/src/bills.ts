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

import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { focusSourceKind } from '@itam/plugin-itam-backend-module-focus';
import { AssetTypeLibrary, RunItem } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { BillFormat } from './billFile';
import { removeCosts } from './costTables';
import { connect, Place } from './places';
import { Portal } from './portal';

/** A bill on this machine. */
export interface Bill {
  path: string;
  format: BillFormat;
}

/**
 * Reads a bill as a portal does, into a register that knows its resources and
 * has no costs, and gives the seconds the run took.
 */
export async function readBill(options: {
  place: Place;
  size: number;
  bill: Bill;
}): Promise<{
  seconds: number;
  counts: RunItem['counts'];
  facts: number;
  unmatched: number;
}> {
  const { place, size, bill } = options;
  const knex = connect(place, 'itam');
  try {
    const portal = await Portal.start({
      place,
      estate: { size, fingerprint: '1' },
      bill: bill.path,
    });
    try {
      await removeCosts(knex);
      const started = performance.now();
      const { counts } = await portal.read('bill');
      const seconds = (performance.now() - started) / 1000;
      return { seconds, counts, ...(await countFacts(knex)) };
    } finally {
      await portal.stop();
    }
  } finally {
    await knex.destroy();
  }
}

/** Reads a bill without a database: what of the time is not writing. */
export async function readBillAlone(options: {
  bill: Bill;
}): Promise<{ hash: number; duckdb: number; facts: number; count: number }> {
  const { signal } = new AbortController();
  const logger = mockServices.rootLogger();
  const source = focusSourceKind.create({
    id: 'bill',
    config: new ConfigReader({ locations: options.bill.path }),
    logger,
    urlReader: UrlReaders.default({ logger, config: new ConfigReader({}) }),
    assetTypes: AssetTypeLibrary.create({}),
  });
  const marks = [performance.now()];
  let count = 0;
  for await (const document of source.read({ signal })) {
    marks.push(performance.now());
    if (!('readCharges' in document)) {
      throw new Error(`no bill: ${JSON.stringify(document)}`);
    }
    const statement = await document.readCharges({ signal });
    marks.push(performance.now());
    for await (const facts of statement.facts()) {
      count += facts.length;
    }
    marks.push(performance.now());
    await statement.close();
  }
  const [hash, duckdb, facts] = marks
    .slice(1)
    .map((mark, index) => (mark - marks[index]) / 1000);
  return { hash, duckdb, facts, count };
}

async function countFacts(
  knex: Knex,
): Promise<{ facts: number; unmatched: number }> {
  const [row] = await knex('charges').select(
    knex.raw('count(*) AS facts'),
    knex.raw(
      "sum(CASE WHEN asset_id IS NULL AND resource_key <> '' THEN 1 ELSE 0 END) AS unmatched",
    ),
  );
  return { facts: Number(row.facts), unmatched: Number(row.unmatched) };
}
