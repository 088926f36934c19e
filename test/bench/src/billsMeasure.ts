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

import { billFile, BillFormat, resourcesOf } from './billFile';
import type { MeasureContext, MeasureGroup, Measured } from './measures';
import { clear } from './places';
import { runStep } from './runStep';

const ROWS = 1_000_000;
const TARGET = {
  ratio: 2,
  rssMb: 1024,
  text: 'at most 2 times the time of bare DuckDB, below 1024 MB',
};

/** A file of 2 GB. */
const LARGE_ROWS = 2_450_000;
const LARGE_TARGET = { rssMb: 1536, text: 'below 1536 MB' };

/** P5: a cost export, read into a register that knows its resources. */
export const billsMeasure: MeasureGroup = {
  names: ['p5'],

  async *take(context) {
    const rows = Math.round(ROWS * context.scale);
    await clear(context.place);
    try {
      await registerResources(context, rows);
      for (const format of ['csv', 'parquet'] as const) {
        yield await measureBill(context, {
          measure: format === 'csv' ? 'P5-csv' : 'P5-parquet',
          rows,
          format,
        });
      }
    } finally {
      await clear(context.place);
    }
  },
};

/** Only when it is named: it needs time and room for a file of 2 GB. */
export const largeBillMeasure: MeasureGroup = {
  names: ['p5-large'],
  onlyNamed: true,

  async *take(context) {
    const rows = Math.round(LARGE_ROWS * context.scale);
    await clear(context.place);
    try {
      await registerResources(context, rows);
      const measured = await measureBill(context, {
        measure: 'P5-large',
        rows,
        format: 'csv',
      });
      yield {
        ...measured,
        target: LARGE_TARGET.text,
        met: measured.peakRssMb < LARGE_TARGET.rssMb,
      };
    } finally {
      await clear(context.place);
    }
  },
};

async function registerResources(
  { place, say }: MeasureContext,
  rows: number,
): Promise<void> {
  const size = resourcesOf(rows);
  say(`registering the ${size} resources the bill is about`);
  await runStep('ingest', { place, size });
}

async function measureBill(
  { place, say }: MeasureContext,
  asked: { measure: string; rows: number; format: BillFormat },
): Promise<Measured> {
  const { measure, rows, format } = asked;
  const { path, bytes } = await billFile({
    folder: place.folder,
    rows,
    format,
    say,
  });
  const options = { place, size: resourcesOf(rows), bill: { path, format } };
  say(`summing up ${rows} rows of ${format} with DuckDB alone`);
  const before = await runStep('bareBill', options);
  say('reading them as a portal does');
  const read = await runStep('bill', options);
  say('summing them up with DuckDB alone again');
  const after = await runStep('bareBill', options);
  const bare = (before.seconds + after.seconds) / 2;
  say('reading them without a database');
  const alone = await runStep('billAlone', options);
  const accepted = read.counts.charges;
  if (accepted !== rows || read.unmatched > 0) {
    throw new Error(
      `not ${rows} rows of known resources: ${accepted}, ${read.unmatched} facts of unknown ones`,
    );
  }
  const ratio = round(read.seconds / bare);
  return {
    measure,
    what: `a FOCUS export of ${rows} rows as ${format}, ${Math.round(
      bytes / 2 ** 20,
    )} MB, through a run: hashed, summed up exactly, written as ${
      read.facts
    } facts, matched, allocated, in totals`,
    n: rows,
    seconds: round(read.seconds),
    rate: Math.round(rows / read.seconds),
    baselines: [
      {
        name: `bare DuckDB: the same sums by the same columns, amounts cast to decimals of 18 places, the same memory limit and threads, every sum fetched, once before and once after`,
        n: rows,
        seconds: round(bare),
        rate: Math.round(rows / bare),
        ratio,
        meaning: 'times the time of bare DuckDB',
      },
    ],
    target: TARGET.text,
    met: ratio <= TARGET.ratio && read.peakRssMb < TARGET.rssMb,
    peakRssMb: read.peakRssMb,
    details: {
      facts: read.facts,
      groups: before.groups,
      bareDuckDbPeakRssMb: before.peakRssMb,
      bare: [round(before.seconds), round(after.seconds)],
      // seconds of another reading; the rest of the time is the database's
      withoutDatabase: {
        hash: round(alone.hash),
        duckdb: round(alone.duckdb),
        facts: round(alone.facts),
      },
    },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
