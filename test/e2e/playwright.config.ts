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

import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { RESULTS } from './src/portal';
import type { PortalOptions } from './src/fixtures';

// One portal per project, one browser at a time: the tests of a project share
// the portal in the order of the files.
export default defineConfig<object, PortalOptions>({
  testDir: './src',
  testMatch: '*.spec.ts',
  outputDir: join(RESULTS, 'playwright'),
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'sqlite', use: { database: 'sqlite' } },
    // What depends on the database shows in the tests tagged @smoke.
    { name: 'postgres', use: { database: 'postgres' }, grep: /@smoke/ },
  ],
});
