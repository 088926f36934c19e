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

import type { RunItem } from '@itam/plugin-itam-common';
import type { Place } from './places';
import { Portal } from './portal';

/** What the run of a step is to count, and under which fingerprint it reads. */
const readings = {
  /** Nothing is known of the resources. */
  ingest: { fingerprint: '1', count: 'created' },
  /** The document looks changed, and every resource in it is as it was. */
  reingest: { fingerprint: '2', count: 'unchanged' },
  /** Not even the document looks changed. */
  skip: { fingerprint: '2', count: 'unchanged' },
} as const;

/** How a reading of the estate is taken. */
export type ReadingKind = keyof typeof readings;

/** Reads the estate once, as a portal does, and gives the seconds it took. */
export async function readEstate(
  kind: ReadingKind,
  options: { place: Place; size: number },
): Promise<{ seconds: number; counts: RunItem['counts'] }> {
  const { place, size } = options;
  const { fingerprint, count } = readings[kind];
  const portal = await Portal.start({ place, estate: { size, fingerprint } });
  try {
    await portal.read('first');
    const started = performance.now();
    const { counts } = await portal.read('estate');
    const seconds = (performance.now() - started) / 1000;
    // the first source registered one of the resources
    if (counts.read !== size || counts[count] < size - 1) {
      throw new Error(`not ${size} ${count}: ${JSON.stringify(counts)}`);
    }
    return { seconds, counts };
  } finally {
    await portal.stop();
  }
}
