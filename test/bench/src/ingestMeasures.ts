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

import type { MeasureContext, MeasureGroup, Measured } from './measures';
import { clear, Place } from './places';
import { runStep } from './runStep';

const RESOURCES = 100_000;
const STOCK_ENTITIES = 2_000;

const P1_TARGET = {
  stock: 50,
  raw: 4,
  text: 'at least 50 times the rate of the stock catalog, at most 4 times the time of raw writing, below 1024 MB',
};
const P2_TARGET = {
  first: 4,
  text: 'at least 4 times as fast as P1, below 1024 MB',
};
const MAX_RSS_MB = 1024;

/** P1 and P2: reading an estate for the first time, and again. */
export const ingestMeasures: MeasureGroup = {
  names: ['p1', 'p2'],

  async *take(context, wanted) {
    const { place, say } = context;
    const size = Math.round(RESOURCES * context.scale);
    await clear(place);
    try {
      say(`reading ${size} resources for the first time`);
      const first = await runStep('ingest', { place, size });
      if (wanted.has('p1')) {
        yield await firstIngest(context, { size, first });
      }
      if (wanted.has('p2')) {
        yield* unchangedIngest(context, { size, first });
      }
    } finally {
      await clear(place);
    }
  },
};

interface FirstIngest {
  size: number;
  first: { seconds: number; peakRssMb: number };
}

async function firstIngest(
  { place, say, scale }: MeasureContext,
  { size, first }: FirstIngest,
): Promise<Measured> {
  say('writing the same rows raw');
  const raw = await runStep('raw', { place, size });
  const stock = await stockCatalog(place, { say, scale });
  const rate = size / first.seconds;
  const timesStock = rate / (stock.n / stock.seconds);
  const timesRaw = first.seconds / raw.seconds;
  return {
    measure: 'P1',
    what: `first reading of ${size} cloud resources, one document, through a run: observations, assets, keys, relations, history, access, publications`,
    n: size,
    seconds: round(first.seconds),
    rate: Math.round(rate),
    baselines: [
      {
        name: `raw: the same rows through a stage and INSERT … SELECT into tables of the same columns, indexes and foreign keys, ${raw.batchSize} assets a transaction`,
        n: size,
        seconds: round(raw.seconds),
        rate: Math.round(size / raw.seconds),
        ratio: round(timesRaw),
        meaning: 'times the time of raw writing',
      },
      {
        name: 'stock catalog: the same things as Resource entities, one full mutation until the API shows all',
        n: stock.n,
        seconds: round(stock.seconds),
        rate: Math.round(stock.n / stock.seconds),
        ratio: round(timesStock),
        meaning: 'times the rate of the stock catalog',
      },
    ],
    target: P1_TARGET.text,
    met:
      timesStock >= P1_TARGET.stock &&
      timesRaw <= P1_TARGET.raw &&
      first.peakRssMb < MAX_RSS_MB,
    peakRssMb: first.peakRssMb,
    details: { rows: raw.rows },
  };
}

async function stockCatalog(
  place: Place,
  { say, scale }: Pick<MeasureContext, 'say' | 'scale'>,
): Promise<{ n: number; seconds: number }> {
  const n = Math.min(STOCK_ENTITIES, Math.ceil(STOCK_ENTITIES * scale));
  const own = { ...place, name: `stock_${place.name}` };
  say(`giving ${n} of them to the stock catalog`);
  await clear(own);
  try {
    const { seconds } = await runStep('stock', { place: own, size: n });
    return { n, seconds };
  } finally {
    await clear(own);
  }
}

async function* unchangedIngest(
  { place, say }: MeasureContext,
  { size, first }: FirstIngest,
): AsyncIterable<Measured> {
  say('reading them again, unchanged, under another fingerprint');
  const again = await runStep('reingest', { place, size });
  yield unchanged({
    measure: 'P2',
    what: `reading the same ${size} resources again: the document has another fingerprint, every resource is compared and found as it was`,
    size,
    first,
    again,
  });
  say('reading them again under the same fingerprint');
  const skipped = await runStep('skip', { place, size });
  yield unchanged({
    measure: 'P2-skip',
    what: `reading the same ${size} resources again: the document has the fingerprint of the last reading and is skipped`,
    size,
    first,
    again: skipped,
  });
}

function unchanged(options: {
  measure: string;
  what: string;
  size: number;
  first: { seconds: number };
  again: { seconds: number; peakRssMb: number };
}): Measured {
  const { measure, what, size, first, again } = options;
  const faster = first.seconds / again.seconds;
  return {
    measure,
    what,
    n: size,
    seconds: round(again.seconds),
    rate: Math.round(size / again.seconds),
    baselines: [
      {
        name: 'P1: the first reading',
        n: size,
        seconds: round(first.seconds),
        rate: Math.round(size / first.seconds),
        ratio: round(faster),
        meaning: 'times as fast as the first reading',
      },
    ],
    target: P2_TARGET.text,
    met: faster >= P2_TARGET.first && again.peakRssMb < MAX_RSS_MB,
    peakRssMb: again.peakRssMb,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
