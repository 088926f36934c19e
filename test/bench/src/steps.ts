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

import { fillStockCatalog } from './stockCatalog';
import { sumBareBill } from './bareBill';
import { Bill, readBill, readBillAlone } from './bills';
import { runBulks } from './bulkRuns';
import { readEstate } from './ingest';
import type { Place } from './places';
import { readPages } from './pages';
import { readByCost, readReports, readSummaries } from './summaries';
import { writeRaw } from './rawIngest';

/** What a step is given. */
export interface StepOptions {
  place: Place;
  /** How many resources or assets. */
  size: number;
}

/** What a step that reads a bill is given. */
export interface BillOptions extends StepOptions {
  bill: Bill;
}

/** The work measures are made of. Each step runs in a process of its own. */
export const steps = {
  ingest: (options: StepOptions) => readEstate('ingest', options),
  reingest: (options: StepOptions) => readEstate('reingest', options),
  skip: (options: StepOptions) => readEstate('skip', options),
  raw: (options: StepOptions) => writeRaw(options),
  stock: (options: StepOptions) => fillStockCatalog(options),
  pages: (options: StepOptions) => readPages(options),
  summaries: (options: StepOptions) => readSummaries(options),
  reports: (options: StepOptions) => readReports(options),
  byCost: (options: StepOptions) => readByCost(options),
  bulk: (options: StepOptions) => runBulks(options),
  bill: (options: BillOptions) => readBill(options),
  billAlone: (options: BillOptions) => readBillAlone(options),
  bareBill: (options: BillOptions) => sumBareBill(options),
};

/** Names of the steps there are. */
export type StepName = keyof typeof steps;

/** What a step gives, and the most memory its process took. */
export type Outcome<S extends StepName> = Awaited<
  ReturnType<(typeof steps)[S]>
> & { peakRssMb: number };

/** What a step is given. */
export type OptionsOf<S extends StepName> = Parameters<(typeof steps)[S]>[0];
