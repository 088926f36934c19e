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

import { expect, Page, test as base } from '@playwright/test';
import { browserLaunchOptions } from './browser';
import { Portal, PortalDatabase } from './portal';

/** What a Playwright project chooses. */
export interface PortalOptions {
  database: PortalDatabase;
}

interface WorkerFixtures extends PortalOptions {
  /** The portal all tests of a project share. */
  portal: Portal;
}

interface TestFixtures {
  /** A page that is signed in as the guest wherever it goes. */
  guestPage: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  launchOptions: [
    async ({}, provide) => provide(await browserLaunchOptions()),
    { scope: 'worker' },
  ],
  portal: [
    async ({ database }, provide) => {
      const portal = await Portal.start({ database });
      await provide(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ portal }, provide) => provide(portal.url),
  guestPage: async ({ page }, provide) => {
    // The sign-in page remembers who came in, and lets them pass next time.
    await page.addInitScript(() =>
      window.localStorage.setItem(
        '@backstage/core:SignInPage:provider',
        'guest',
      ),
    );
    await provide(page);
  },
});

/** Opens a page of the portal and passes the sign-in page. */
export async function signInAsGuest(page: Page, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Start page' }),
  ).toBeVisible();
}

export { expect };
