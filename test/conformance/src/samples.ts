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

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/**
 * Path of a folder of real files of other systems: beside the repository, or
 * where `ITAM_SAMPLES` says. Undefined, with a printed notice, where there is
 * none: the samples are no part of the repository, and their tests are
 * skipped.
 */
export function samplesOf(folder: string): string | undefined {
  const root = resolvePackagePath('conformance', '..', '..');
  const samples =
    process.env.ITAM_SAMPLES ?? resolve(root, '..', 'shared', 'samples');
  const path = resolve(samples, folder);
  if (existsSync(path)) {
    return path;
  }
  process.stdout.write(
    `Skipped: no samples of ${folder} at ${path}; set ITAM_SAMPLES to their folder\n`,
  );
  return undefined;
}
