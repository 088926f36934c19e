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

// Writes the FOCUS exports of the demo organisation:
//   node examples/generate/focusExports.mjs
// The same input always gives the same files, byte for byte.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as aws from './focus/awsBill.mjs';
import * as azure from './focus/azureBill.mjs';
import { billingPeriods } from './focus/calendar.mjs';
import { toCsv } from './focus/csv.mjs';
import * as google from './focus/googleBill.mjs';

const folder = process.argv[2]
  ? `${process.argv[2]}/`
  : fileURLToPath(new URL('../focus/', import.meta.url));

mkdirSync(folder, { recursive: true });
for (const { bill, chargesOf } of [aws, google, azure]) {
  for (const period of billingPeriods) {
    const text = toCsv(chargesOf(period, billingPeriods), bill, period);
    writeFileSync(`${folder}${bill.name}-${period.name}.csv`, text);
  }
}
