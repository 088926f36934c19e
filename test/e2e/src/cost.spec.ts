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

import type {
  AssetCosts,
  AssetItem,
  CostReport,
  EntitySummary,
} from '@itam/plugin-itam-common';
import { addFigures, billText, sumsOfBills } from './bills';
import { expect, test } from './fixtures';
import { BROKEN_BY_HOST_TABS, expectAccessible, takeScreenshot } from './looks';
import { Portal } from './portal';
import {
  ask,
  askAll,
  assetNamed,
  BILLS,
  ListPage,
  startRun,
  untilEnded,
  untilRead,
} from './registerApi';
import { row, tableRows } from './tables';

const CHECKOUT = '/catalog/default/component/checkout';
const CHECKOUT_API = '/entities/component/default/checkout';

/** What a total is compared with: amounts as the page writes them. */
const euro = (amount: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(
    Number(amount),
  );

test.beforeAll(async ({ portal }) => {
  await untilRead(portal);
  await untilRead(portal, BILLS);
  // Bills read before the stacks find their assets within the minute.
  await expect(async () => {
    const { unattributed } = await ask<CostReport>(
      portal,
      '/costs?groupBy=entity&currency=EUR',
    );
    expect(unattributed.share).toBeLessThan(0.5);
  }).toPass({ timeout: 90_000 });
});

test('services and teams, each with what goes to nothing, add up to the bills, month by month @smoke', async ({
  portal,
}) => {
  const bills = sumsOfBills();
  expect(bills.size).toBe(24);
  for (const groupBy of ['entity', 'owner']) {
    const report = await wholeReport(portal, groupBy);
    const sums = new Map<string, bigint>();
    for (const { months } of [...report.items, report.unattributed]) {
      for (const { month, costs } of months) {
        costs.forEach(figures => addFigures(sums, month, figures));
      }
    }
    expect([...sums].sort()).toEqual([...bills].sort());
  }
});

test('a bill that is read again changes nothing', async ({ portal }) => {
  const before = await wholeReport(portal, 'entity');
  const run = await startRun(
    portal,
    { name: 'aws-2026-10.csv', text: billText('aws-2026-10.csv') },
    BILLS,
  );
  const { status, counts } = await untilEnded(portal, run.id);
  expect([status, counts.documentsUnchanged]).toEqual(['succeeded', 1]);
  expect(await wholeReport(portal, 'entity')).toEqual(before);
});

test('a bill without a mandatory column is refused with file, column and reason', async ({
  guestPage: page,
  portal,
}) => {
  const before = await wholeReport(portal, 'entity');
  const text = billText('azure-2026-10.csv').replace('BilledCost', 'Cost');
  const { id } = await startRun(portal, { name: 'broken.csv', text }, BILLS);
  const run = await untilEnded(portal, id);
  expect(run.status).toBe('failed');
  expect(run.error).toContain('broken.csv');
  expect(run.error).toContain('BilledCost');
  expect(await wholeReport(portal, 'entity')).toEqual(before);

  await page.goto(`/itam/discovery/${BILLS}/runs/${id}`);
  await expect(page.getByRole('main')).toContainText('BilledCost');
  await takeScreenshot(page, 'bill-refused');
});

test('a service page tells what the service costs, and how that moved @smoke', async ({
  guestPage: page,
  portal,
}) => {
  const { costs } = await ask<EntitySummary>(portal, `${CHECKOUT_API}/summary`);
  const month = costs?.months.at(-1);
  expect(month?.month).toBe('2026-10');

  await page.goto(CHECKOUT);
  const card = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'IT assets' }),
  });
  await expect(card).toContainText('Cost in October 2026');
  await expect(card).toContainText(euro(month?.converted?.effective ?? ''));
  await expect(card.getByRole('img', { name: /May 2026/ })).toBeVisible();
  await card.getByRole('link', { name: 'Show the cost' }).click();
  await expect(
    page.getByRole('heading', { name: 'Cost', exact: true }).first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/checkout/);
});

test('the "Assets" tab of a service is sorted by cost', async ({
  guestPage: page,
  portal,
}) => {
  const { items } = await ask<ListPage<AssetItem>>(
    portal,
    `${CHECKOUT_API}/assets?sort=-cost&limit=25`,
  );
  const [dearest] = items;
  await page.goto(`${CHECKOUT}/assets`);
  const header = page.getByRole('columnheader', { name: /^Cost/ });
  await expect(header).toBeInViewport({ ratio: 1 });
  // The dearest come first at the first press.
  await header.click();
  await expect(page).toHaveURL(/sort=-cost/);
  const first = tableRows(page.getByRole('main')).first();
  await expect(first).toContainText(dearest.name);
  await expect(first).toContainText(
    euro(dearest.cost?.converted?.effective ?? ''),
  );
  await takeScreenshot(page, 'service-assets-by-cost');
});

test('the Cost tab shows services, teams and what goes to nothing, down to the lines @smoke', async ({
  guestPage: page,
  portal,
}) => {
  const report = await ask<CostReport>(
    portal,
    '/costs?groupBy=entity&currency=EUR&limit=100',
  );
  await page.goto('/itam/costs');
  const main = page.getByRole('main');
  await expect(main).toContainText(
    euro(report.total.converted?.effective ?? ''),
  );
  await expect(row(main, 'Unattributed').first()).toContainText(
    euro(report.unattributed.converted?.effective ?? ''),
  );
  await expect(
    row(main, 'Checkout').filter({ hasText: '€' }).first(),
  ).toContainText(
    euro(
      report.items.find(({ key }) => key === 'component:default/checkout')
        ?.converted?.effective ?? '',
    ),
  );
  await takeScreenshot(page, 'cost-page');
  await takeScreenshot(page, 'cost-page-whole', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await page.getByRole('radio', { name: 'By team' }).click();
  await expect(row(main, 'Payments').first()).toBeVisible();
  await takeScreenshot(page, 'cost-page-teams');
  await page.getByRole('radio', { name: 'By service' }).click();

  await row(main, 'Checkout').first().getByRole('link', { name: /€/ }).click();
  await expect(page).toHaveURL(/\/itam\/costs\/lines\?/);
  await expect(row(main, 'checkout-carts').first()).toBeVisible();
  await takeScreenshot(page, 'cost-lines');
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });
});

test('a system page leads to the costs of the services in it, and on to their lines', async ({
  guestPage: page,
  portal,
}) => {
  const report = await ask<CostReport>(
    portal,
    '/costs?groupBy=entity&currency=EUR&scope=system:default/ticketing',
  );
  const total = euro(report.total.converted?.effective ?? '');
  await page.goto('/catalog/default/system/ticketing');
  await page.getByRole('link', { name: 'Show the cost' }).click();

  const main = page.getByRole('main');
  const whose = main.getByRole('link', {
    name: 'Costs of Ticketing and the services in it',
  });
  await expect(whose).toBeVisible();
  await expect(row(main, 'Total').first()).toContainText(total);
  await expect(row(main, 'Checkout').first()).toBeVisible();
  await takeScreenshot(page, 'cost-of-system', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await row(main, 'Total').first().getByRole('link', { name: /€/ }).click();
  await expect(page).toHaveURL(/\/itam\/costs\/lines\?/);
  await expect(whose).toBeVisible();
  await expect(tableRows(main).first()).toBeVisible();
});

test('amounts are whole on the screen of a small notebook', async ({
  guestPage: page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const main = page.getByRole('main');
  for (const path of [
    '/itam/costs/lines?scope=component:default/checkout',
    `${CHECKOUT}/assets`,
    '/itam/assets?sort=-cost',
    '/itam/costs',
  ]) {
    await page.goto(path);
    await expect(tableRows(main).first()).toContainText(/[€$]/);
    expect(
      await main
        .getByRole('gridcell')
        .filter({ hasText: /[€$]/ })
        .evaluateAll(
          cells =>
            cells.filter(cell => cell.scrollWidth > cell.clientWidth).length,
        ),
      path,
    ).toBe(0);
    expect(
      await main
        .getByRole('grid')
        .evaluateAll(
          tables =>
            tables.filter(
              ({ parentElement: around }) =>
                around && around.scrollWidth > around.clientWidth,
            ).length,
        ),
      path,
    ).toBe(0);
  }
});

test('an asset page tells what the asset costs, and who it goes to', async ({
  guestPage: page,
  portal,
}) => {
  const asset = await assetNamed(portal, 'checkout-primary');
  const costs = await ask<AssetCosts>(portal, `/assets/${asset.tag}/costs`);
  expect(costs.months).toHaveLength(6);

  await page.goto(`/itam/assets/${asset.tag}`);
  const section = page.getByRole('region', { name: 'Cost', exact: true });
  await expect(section).toContainText(
    euro(costs.months.at(-1)?.converted?.effective ?? ''),
  );
  await expect(section).toContainText('Whole amount to');
  await section.scrollIntoViewIfNeeded();
  await takeScreenshot(page, 'asset-cost');
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });
});

/** All groups of a report over the months of the bills. */
async function wholeReport(
  portal: Portal,
  groupBy: string,
): Promise<CostReport> {
  const path = `/costs?groupBy=${groupBy}&from=2026-05&to=2026-10`;
  const report = await ask<CostReport>(portal, `${path}&limit=200`);
  return { ...report, items: await askAll(portal, path) };
}
