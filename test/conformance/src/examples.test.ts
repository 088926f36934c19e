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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { terraformSourceKind } from '@itam/plugin-itam-backend-module-terraform';
import { countsOf, readDocuments } from './readDocuments';

const states = resolvePackagePath(
  'conformance',
  '../../examples/terraform/*.tfstate',
);

describe('the states of the demo organisation', () => {
  it('are read whole', async () => {
    const documents = await readDocuments(terraformSourceKind, states);
    const counts = countsOf(documents);
    expect(documents.map(({ refused }) => refused)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(counts.rejected).toBe(0);
    expect(counts.read).toBe(counts.assets + counts.grouped + counts.folded);
    expect(counts.read).toBeGreaterThanOrEqual(120);
    expect(counts.assets).toBeGreaterThan(counts.grouped);
    expect(counts.folded).toBeGreaterThan(0);
  });

  it('keep their secrets', async () => {
    const documents = await readDocuments(terraformSourceKind, states);
    expect(JSON.stringify(documents)).not.toMatch(/EXAMPLE-SECRET/);
  });
});
