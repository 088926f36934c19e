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

import { billsMeasure, largeBillMeasure } from './billsMeasure';
import { bulkMeasures } from './bulkMeasures';
import { pagesMeasure } from './pagesMeasure';
import { ingestMeasures } from './ingestMeasures';
import type { Place } from './places';
import { summariesMeasure } from './summariesMeasure';

/** A figure the measured one stands beside, taken in the same run. */
export interface Baseline {
  name: string;
  n: number;
  seconds?: number;
  /** Per second. */
  rate?: number;
  /** Milliseconds. */
  p50?: number;
  p95?: number;
  /** How many times the measured thing is as fast, or takes as long. */
  ratio: number;
  /** What the ratio says, in words. */
  meaning: string;
}

/** What a measure found. */
export interface Measured {
  measure: string;
  /** What was done, in words. */
  what: string;
  n: number;
  seconds: number;
  /** Per second. */
  rate: number;
  /** Milliseconds, for measures of single requests. */
  p50?: number;
  p95?: number;
  baselines: Baseline[];
  /** What it should reach. */
  target: string;
  met: boolean;
  /** Of the process that did the work, in MB. */
  peakRssMb: number;
  /** What else helps to read the figures. */
  details?: Record<string, unknown>;
}

/** What a measure is taken with. */
export interface MeasureContext {
  /** A place of databases that are only for this run. */
  place: Place;
  scale: number;
  /** Says how it goes. */
  say: (text: string) => void;
}

/** Takes measures; several when they share their preparation. */
export interface MeasureGroup {
  names: string[];
  /** Taken only when it is named. */
  onlyNamed?: boolean;
  take(context: MeasureContext, wanted: Set<string>): AsyncIterable<Measured>;
}

/** All measures there are. */
export const measureGroups: MeasureGroup[] = [
  ingestMeasures,
  pagesMeasure,
  summariesMeasure,
  billsMeasure,
  largeBillMeasure,
  bulkMeasures,
];
