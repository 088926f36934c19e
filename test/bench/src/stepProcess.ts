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

import { BillOptions, StepName, steps } from './steps';

/** The process of one step: `<name> <options as JSON>`, the outcome by IPC. */
async function main([name, options]: string[]): Promise<void> {
  if (!isStep(name)) {
    throw new Error(`there is no step ${name}`);
  }
  // with the bill where the step reads one
  const wanted: BillOptions = JSON.parse(options);
  const outcome = await steps[name](wanted);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ outcome: { ...outcome, peakRssMb } }, () => process.exit(0));
}

function isStep(name: string): name is StepName {
  return Object.hasOwn(steps, name);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
