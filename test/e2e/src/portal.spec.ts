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

import { expect, signInAsGuest, test } from './fixtures';
import { takeScreenshot } from './looks';
import { Portal } from './portal';

interface CatalogPage {
  items: { metadata: { name: string; title?: string } }[];
}

test('a guest opens the portal and finds the demo services in the catalog @smoke', async ({
  page,
  portal,
}) => {
  const titles = await demoServices(portal);

  await page.goto('/');
  await expect(page).toHaveTitle(/Asset portal/);
  await expect(page.getByRole('button', { name: 'Enter' })).toBeVisible();
  await takeScreenshot(page, 'sign-in');
  await signInAsGuest(page, '/?filters[kind]=component&filters[user]=all');

  for (const name of titles) {
    await expect(
      page.getByRole('table').getByRole('link', { name, exact: true }),
    ).toBeVisible();
  }
  await takeScreenshot(page, 'catalog');
});

// Some of them; the catalog reads its files some seconds after the start.
async function demoServices(portal: Portal): Promise<string[]> {
  const path =
    '/api/catalog/entities/by-query?filter=kind=component&orderField=metadata.name,asc&limit=3';
  let titles: string[] = [];
  await expect(async () => {
    const response = await portal.fetch(path);
    expect(response.status).toBe(200);
    const page: CatalogPage = await response.json();
    titles = page.items.map(({ metadata }) => metadata.title ?? metadata.name);
    expect(titles).toHaveLength(3);
  }).toPass({ timeout: 30_000 });
  return titles;
}
