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

import { expect, test } from './fixtures';
import { BROKEN_BY_HOST_TABS, expectAccessible, takeScreenshot } from './looks';
import { untilRead } from './registerApi';

test.beforeAll(({ portal }) => untilRead(portal));

const pages: Array<[path: string, heading: string]> = [
  ['mine', 'My assets'],
  ['assets/new', 'New asset'],
  ['work/open-facts', 'Open facts'],
  ['work/exceptions', 'Exceptions'],
  ['work/transfers', 'Transfers'],
  ['work/leavers', 'Leavers'],
  ['work/import', 'Import'],
  ['work/bulk', 'Bulk runs'],
  ['work/holds', 'Legal holds'],
  ['work/history', 'History of the register'],
  ['settings/asset-types', 'Asset types'],
  ['settings/lifecycle-models/end-user-device', 'End-user device'],
  ['settings/locations', 'Locations'],
];

for (const [path, heading] of pages) {
  test(`the page ${path} says what it is for and is accessible`, async ({
    guestPage: page,
  }) => {
    await page.goto(`/itam/${path}`);
    await expect(
      page.getByRole('heading', { name: heading, exact: true }).first(),
    ).toBeVisible();
    await takeScreenshot(page, path.replace(/\//g, '-'));
    await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });
  });
}
