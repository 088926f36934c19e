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

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetItem, EntitySummary } from '@itam/plugin-itam-common';
import { expect, test } from './fixtures';
import { expectAccessible, screenshotFile, takeScreenshot } from './looks';
import { ROOT } from './portal';
import { ask, ListPage, untilPublished, untilRead } from './registerApi';
import { row, tableRows } from './tables';

const CHECKOUT = '/catalog/default/component/checkout';
const CHECKOUT_API = '/entities/component/default/checkout';

test.beforeAll(async ({ portal }) => {
  await untilRead(portal);
  await untilPublished(portal);
});

test('a service page tells what the service stands on @smoke', async ({
  guestPage: page,
  portal,
}) => {
  const summary = await ask<EntitySummary>(portal, `${CHECKOUT_API}/summary`);
  expect(summary.total).toBeGreaterThanOrEqual(10);
  expect(summary.byCategory.length).toBeGreaterThanOrEqual(2);

  await page.goto(CHECKOUT);
  const card = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'IT assets' }),
  });
  await expect(card.getByText(`${summary.total} assets`)).toBeVisible();
  const categories = card.getByRole('list', { name: 'By category' });
  for (const { category, count } of summary.byCategory) {
    await expect(
      categories.getByRole('listitem').filter({
        has: page.getByRole('link', { name: category }),
      }),
    ).toContainText(String(count));
  }
  await expect(
    card.getByRole('group', { name: 'By status' }).getByRole('link'),
  ).toHaveText(summary.byStatus.map(({ count }) => new RegExp(`${count}$`)));
  await expect(
    card.getByRole('listitem').filter({ hasText: 'stacks' }),
  ).toContainText('ago');

  // The stock card, fed by the catalog.
  const resources = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Depends on resources' }),
  });
  await expect(row(resources, 'checkout-primary')).toContainText('in-use');
  await expect(row(resources, 'checkout-carts')).toContainText('Storefront');

  await takeScreenshot(page, 'service-page');
  await takeScreenshot(page, 'service-page-whole', { fullPage: true });
  // ITAM_README_SCREENSHOT=1 npm test -- e2e servicePage --project=sqlite
  // renews the picture of the README.
  if (process.env.ITAM_README_SCREENSHOT === '1') {
    mkdirSync(join(ROOT, 'docs', 'images'), { recursive: true });
    copyFileSync(
      screenshotFile('service-page'),
      join(ROOT, 'docs', 'images', 'service-page.png'),
    );
  }
  await expectAccessible(page, { include: 'main' });
});

test('the "Assets" tab lists what a service stands on with owner and status @smoke', async ({
  guestPage: page,
  portal,
}) => {
  const { items, totalItems } = await ask<ListPage<AssetItem>>(
    portal,
    `${CHECKOUT_API}/assets?sort=name&total=true&limit=25`,
  );
  expect(items.length).toBeGreaterThanOrEqual(10);

  await page.goto(CHECKOUT);
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Assets' })
    .click();
  await expect(tableRows(page.getByRole('main'))).toHaveCount(items.length);
  await expect(page.getByText(`${totalItems} assets`).last()).toBeVisible();
  // Some have no owner in the example states; the list says so.
  expect(items.some(({ owner }) => owner === undefined)).toBe(true);
  for (const [index, { name, status, owner }] of items.entries()) {
    const line = tableRows(page.getByRole('main')).nth(index);
    await expect(line).toContainText(name);
    await expect(line).toContainText(
      status === 'unclaimed' ? 'Unclaimed' : 'In use',
    );
    await (owner === undefined
      ? expect(line).toContainText('Nobody')
      : expect(
          line.locator(`a[href$="/group/${owner.split('/')[1]}"]`),
        ).toBeVisible());
  }
  await takeScreenshot(page, 'service-assets');
  await expectAccessible(page, { include: 'main' });
});

test('a Resource of the catalog shows the asset it stands for', async ({
  guestPage: page,
}) => {
  await page.goto('/itam/assets?q=checkout-primary');
  await row(page.getByRole('main'), 'checkout-primary')
    .getByRole('link', { name: 'checkout-primary', exact: true })
    .click();
  await page.getByRole('link', { name: 'Open in the catalog' }).click();

  const card = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'IT asset', exact: true }),
  });
  await expect(card).toContainText('In use');
  await expect(card).toContainText('Cloud database');
  await takeScreenshot(page, 'resource-page');
});

test('a team page counts what the team owns', async ({
  guestPage: page,
  portal,
}) => {
  const summary = await ask<EntitySummary>(
    portal,
    '/entities/group/default/payments/summary',
  );
  await page.goto('/catalog/default/group/payments');
  await expect(page.getByText(`${summary.total} assets`)).toBeVisible();
  // The stock graph takes its time.
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await takeScreenshot(page, 'team-page');
});
