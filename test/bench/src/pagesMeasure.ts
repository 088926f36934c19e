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

import type { MeasureGroup } from './measures';
import { runStep } from './runStep';
import { seededRegister } from './seedRegister';

const ASSETS = 1_000_000;

const TARGET = {
  ratio: 2,
  p95: 50,
  facets: 300,
  text: 'p95 at most 2 times that of bare SQL and below 50 ms, facets below 300 ms, below 1024 MB',
};
const MAX_RSS_MB = 1024;

/** P3: a page of a big register, as somebody sees it who may not see all. */
export const pagesMeasure: MeasureGroup = {
  names: ['p3'],

  async *take({ place, scale, say }) {
    const size = Math.round(ASSETS * scale);
    const register = await seededRegister(place, { size, say });
    say(`reading pages of ${size} assets`);
    const found = await runStep('pages', { place: register, size });
    const { store, bare, facets, pages, seconds } = found;
    const ratio = Number((store.p95 / bare.p95).toPrecision(3));
    yield {
      measure: 'P3',
      what: `${pages} pages of 50 out of ${size} assets through the store, filtered and sorted, for six readers of the demo policy`,
      n: pages,
      seconds: Number(seconds.toPrecision(4)),
      rate: Math.round(pages / seconds),
      p50: store.p50,
      p95: store.p95,
      baselines: [
        {
          name: 'bare SQL: one statement with the same predicate and keyset, giving the same assets and columns',
          n: pages,
          p50: bare.p50,
          p95: bare.p95,
          ratio,
          meaning: 'times the p95 of bare SQL',
        },
      ],
      target: TARGET.text,
      met:
        ratio <= TARGET.ratio &&
        store.p95 < TARGET.p95 &&
        facets.p95 < TARGET.facets &&
        found.peakRssMb < MAX_RSS_MB,
      peakRssMb: found.peakRssMb,
      details: { facets, byReader: found.byReader, slowest: found.slowest },
    };
  },
};
