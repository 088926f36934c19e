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

// Writes the Terraform states of the demo organisation:
//   node examples/generate/terraformStates.mjs
// The same input always gives the same files, byte for byte.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toState } from './state.mjs';
import { dataStack } from './stacks/data.mjs';
import { paymentsStack } from './stacks/payments.mjs';
import { platformStack } from './stacks/platform.mjs';

const folder = fileURLToPath(new URL('../terraform/', import.meta.url));

mkdirSync(folder, { recursive: true });
for (const stack of [paymentsStack, platformStack, dataStack]) {
  const text = `${JSON.stringify(toState(stack), null, 2)}\n`;
  writeFileSync(`${folder}${stack.name}.tfstate`, text);
}
