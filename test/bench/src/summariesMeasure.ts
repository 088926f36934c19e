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

import type { Baseline, Measured, MeasureGroup } from './measures';
import type { Place } from './places';
import { runStep } from './runStep';
import { seededCosts } from './seedCosts';

const ASSETS = 1_000_000;
const TARGET = { p95: 50, text: 'p95 below 50 ms, below 1024 MB' };
const MAX_RSS_MB = 1024;

const noBaselines: Baseline[] = [];

/** P4: what a service, system or team has and costs, in a big register. */
export const summariesMeasure: MeasureGroup = {
  names: ['p4'],

  async *take({ place, scale, say }) {
    const size = Math.round(ASSETS * scale);
    const register = await seededCosts(place, { size, say });
    say(`asking for summaries of services, systems and teams`);
    yield await summaries(register, size);
    say(`asking for reports of costs`);
    yield await reports(register, size);
    say(`listing ${size} assets by cost`);
    yield await byCost(register, size);
  },
};

async function summaries(place: Place, size: number): Promise<Measured> {
  const found = await runStep('summaries', { place, size });
  const { portal, bare, count, seconds, peakRssMb } = found;
  return {
    measure: 'P4',
    what: `summaries with costs of ${count} services, systems and teams out of ${size} assets charged in 12 months, by HTTP, for an engineer with 5 groups`,
    n: count,
    seconds: round(seconds),
    rate: round(count / seconds),
    p50: portal.p50,
    p95: portal.p95,
    baselines: [
      {
        name: 'bare SQL: the same counts under the same predicate and the same sums by month, two statements, without HTTP',
        n: count,
        p50: bare.p50,
        p95: bare.p95,
        ratio: round(portal.p95 / bare.p95),
        meaning: 'times the p95 of bare SQL',
      },
    ],
    target: TARGET.text,
    met: portal.p95 < TARGET.p95 && peakRssMb < MAX_RSS_MB,
    peakRssMb,
    details: { byKind: found.byKind, slowest: found.slowest },
  };
}

async function reports(place: Place, size: number): Promise<Measured> {
  const { entity, owner, seconds, peakRssMb } = await runStep('reports', {
    place,
    size,
  });
  return {
    measure: 'P4-report',
    what: `the cost page: six months of ${size} facts each, by service and by team, by HTTP`,
    n: 10,
    seconds: round(seconds),
    rate: round(10 / seconds),
    p50: Math.max(entity.p50, owner.p50),
    p95: Math.max(entity.p95, owner.p95),
    baselines: noBaselines,
    target: 'none; the p50 and p95 are those of the slower grouping',
    met: true,
    peakRssMb,
    details: { entity, owner },
  };
}

async function byCost(place: Place, size: number): Promise<Measured> {
  const { first, following, deep, seconds, peakRssMb } = await runStep(
    'byCost',
    { place, size },
  );
  const p95 = Math.max(first.p95, following.p95, deep.p95);
  return {
    measure: 'P4-sort',
    what: `pages of 50 of ${size} assets by cost, dearest first, by HTTP, for an engineer with 5 groups: the first one, those after it, and those from the middle on`,
    n: 120,
    seconds: round(seconds),
    rate: round(120 / seconds),
    p50: Math.max(first.p50, following.p50, deep.p50),
    p95,
    baselines: noBaselines,
    target: TARGET.text,
    met: p95 < TARGET.p95 && peakRssMb < MAX_RSS_MB,
    peakRssMb,
    details: { first, following, deep },
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
