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

import type { Measured, MeasureGroup } from './measures';
import { clear } from './places';
import { runStep } from './runStep';

const ROWS = 100_000;
const IMPORT_RATE = 5_000;
const MOVE_RATE = 2_000;
const MAX_RSS_MB = 1024;

/** P6 and P7: an import of a table, its round trip, and a bulk transition. */
export const bulkMeasures: MeasureGroup = {
  names: ['p6', 'p7'],

  async *take({ place, say, scale }, wanted) {
    const size = Math.round(ROWS * scale);
    await clear(place);
    try {
      say(`importing ${size} rows, exporting and importing them again`);
      const times = await runStep('bulk', { place, size });
      if (wanted.has('p6')) {
        yield rated({
          measure: 'P6',
          what: `import of a CSV of ${size} rows, all new, through a run: values, refs and keys checked, assets, keys, history, access, publications, a kept row each`,
          n: size,
          seconds: times.import,
          asked: IMPORT_RATE,
          peakRssMb: times.peakRssMb,
          details: { exportSeconds: round(times.export) },
        });
        yield rated({
          measure: 'P6-again',
          what: `import of the export of these ${size} assets: 0 changes, 0 rejects`,
          n: size,
          seconds: times.again,
          asked: IMPORT_RATE,
          peakRssMb: times.peakRssMb,
        });
      }
      if (wanted.has('p7')) {
        yield rated({
          measure: 'P7',
          what: `bulk transition of ${times.moved} assets: guards, facts, history, a kept row each`,
          n: times.moved,
          seconds: times.transition,
          asked: MOVE_RATE,
          peakRssMb: times.peakRssMb,
        });
      }
    } finally {
      await clear(place);
    }
  },
};

function rated(options: {
  measure: string;
  what: string;
  n: number;
  seconds: number;
  asked: number;
  peakRssMb: number;
  details?: Record<string, unknown>;
}): Measured {
  const { measure, what, n, seconds, asked, peakRssMb, details } = options;
  const rate = n / seconds;
  return {
    measure,
    what,
    n,
    seconds: round(seconds),
    rate: Math.round(rate),
    baselines: [
      {
        name: 'the rate asked for on PostgreSQL',
        n,
        rate: asked,
        ratio: round(rate / asked),
        meaning: 'times the rate asked for',
      },
    ],
    target: `at least ${asked} rows a second on PostgreSQL, below ${MAX_RSS_MB} MB`,
    met: rate >= asked && peakRssMb < MAX_RSS_MB,
    peakRssMb,
    ...(details && { details }),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
