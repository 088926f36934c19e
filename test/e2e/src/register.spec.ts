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

import type { AssetItem } from '@itam/plugin-itam-common';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { BROKEN_BY_HOST_TABS, expectAccessible, takeScreenshot } from './looks';
import { ask, ListPage, untilRead } from './registerApi';
import { row, tableRows } from './tables';

const REGISTER = '/itam/assets';
const PAGE_SIZE = 25;

test.beforeAll(({ portal }) => untilRead(portal));

test('filters go to the address and to the list, and a reload keeps them', async ({
  guestPage: page,
  portal,
}) => {
  const wanted = await ask<ListPage<AssetItem>>(
    portal,
    '/assets?category=cloud&type=cloud-database&owner=group:default/payments&sort=name&total=true',
  );
  expect(wanted.totalItems).toBeGreaterThan(1);

  await page.goto(REGISTER);
  await choose(page, 'Category', /^Cloud /);
  await choose(page, 'Type', /^Cloud database /);
  await choose(page, 'Owner', /^payments /);

  const isFiltered = async () => {
    await expect(page).toHaveURL(
      /category=cloud&type=cloud-database&owner=group%3Adefault%2Fpayments/,
    );
    await expect(tableRows(page.getByRole('main'))).toHaveCount(
      wanted.items.length,
    );
    for (const line of await tableRows(page.getByRole('main')).all()) {
      await expect(line).toContainText('Cloud database');
      await expect(line).toContainText('Payments');
    }
  };
  await isFiltered();
  await takeScreenshot(page, 'register-filtered');
  await page.reload();
  await isFiltered();
});

test('the list sorts on the server and pages forward and back', async ({
  guestPage: page,
  portal,
}) => {
  const names = async (query: string) =>
    (
      await ask<ListPage<AssetItem>>(
        portal,
        `/assets?limit=${PAGE_SIZE}&${query}`,
      )
    ).items.map(({ tag }) => tag);
  const first = await ask<ListPage<AssetItem>>(
    portal,
    `/assets?limit=${PAGE_SIZE}&sort=-name`,
  );
  const second = await names(`sort=-name&cursor=${first.nextCursor}`);
  expect(second).toHaveLength(PAGE_SIZE);

  await page.goto(REGISTER);
  await expect(tableRows(page.getByRole('main'))).toHaveCount(PAGE_SIZE);
  await takeScreenshot(page, 'register');
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await page.getByRole('columnheader', { name: 'Name' }).click();
  await expect(page).toHaveURL(/sort=-name/);
  await shows(
    page,
    first.items.map(({ tag }) => tag),
  );
  await page.getByRole('button', { name: 'Next table page' }).click();
  await shows(page, second);
  await page.getByRole('button', { name: 'Previous table page' }).click();
  await shows(
    page,
    first.items.map(({ tag }) => tag),
  );
});

test('a pasted provider id finds its asset', async ({ guestPage: page }) => {
  await page.goto(REGISTER);
  await page
    .getByRole('searchbox', { name: 'Search assets' })
    .fill('arn:aws:rds:eu-west-1:100000000001:db:checkout-primary');

  await expect(tableRows(page.getByRole('main'))).toHaveCount(1);
  await expect(row(page.getByRole('main'), 'checkout-primary')).toBeVisible();
  await expect(page).toHaveURL(/q=arn/);
});

test('what nobody owns and what is disputed can be singled out', async ({
  guestPage: page,
  portal,
}) => {
  const unowned = await ask<ListPage<AssetItem>>(portal, '/assets?owner=none');
  const disputed = await ask<ListPage<AssetItem>>(
    portal,
    '/assets?disputed=true',
  );
  expect(unowned.items.length).toBeGreaterThan(1);
  expect(disputed.items.length).toBeGreaterThan(0);

  await page.goto(REGISTER);
  await choose(page, 'Owner', /^Nobody/);
  await expect(tableRows(page.getByRole('main'))).toHaveCount(
    unowned.items.length,
  );
  for (const line of await tableRows(page.getByRole('main')).all()) {
    await expect(line).toContainText('Nobody');
  }
  await takeScreenshot(page, 'register-unowned');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(tableRows(page.getByRole('main'))).toHaveCount(PAGE_SIZE);
  await page.getByText('Disputed only').click();
  await expect(tableRows(page.getByRole('main'))).toHaveCount(
    disputed.items.length,
  );
  for (const line of await tableRows(page.getByRole('main')).all()) {
    await expect(line.getByRole('button', { name: 'Disputed' })).toBeVisible();
  }
});

test('a search without results says so and offers the way back', async ({
  guestPage: page,
}) => {
  await page.goto(`${REGISTER}?q=no-such-thing`);
  await expect(page.getByText('No asset fits these filters')).toBeVisible();
  await takeScreenshot(page, 'register-nothing-found');

  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(tableRows(page.getByRole('main'))).toHaveCount(PAGE_SIZE);
  await expect(page).toHaveURL(/\/itam\/assets$/);
});

async function choose(page: Page, filter: string, option: RegExp) {
  const filters = page.getByRole('search', { name: 'Filters' });
  await filters.getByRole('button', { name: filter }).click();
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
}

async function shows(page: Page, tags: string[]) {
  await expect(tableRows(page.getByRole('main'))).toHaveCount(tags.length);
  await expect(tableRows(page.getByRole('main'))).toContainText(tags);
}
