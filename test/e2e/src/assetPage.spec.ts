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

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { BROKEN_BY_HOST_TABS, expectAccessible, takeScreenshot } from './looks';
import { assetNamed, startRun, untilEnded, untilRead } from './registerApi';
import { tableRows } from './tables';

test.beforeAll(({ portal }) => untilRead(portal));

test('an asset page shows facts, lifecycle, relations and history', async ({
  guestPage: page,
  portal,
}) => {
  const { tag } = await assetNamed(portal, 'checkout-primary');
  await page.goto(`/itam/assets/${tag}`);

  await expect(section(page, 'Identity')).toContainText(
    'arn:aws:rds:eu-west-1:100000000001:db:checkout-primary',
  );
  await expect(section(page, 'Where it is')).toContainText('100000000001');
  await expect(section(page, 'Technical facts')).toContainText('db.r6g.large');
  await expect(section(page, 'Labels')).toContainText('confidential');
  await expect(section(page, 'Seen by')).toContainText(
    'payments-infra.tfstate#module.checkout.aws_db_instance.primary',
  );
  await expect(section(page, 'History')).toContainText(
    'Registered by Terraform stacks',
  );

  const lifecycle = section(page, 'Lifecycle');
  await expect(
    lifecycle
      .getByRole('list', { name: 'Lifecycle' })
      .locator('[aria-current="step"]'),
  ).toContainText('In use · Now');
  await expect(
    lifecycle
      .getByRole('list', { name: 'Possible now' })
      .getByRole('button', { name: 'Stop' }),
  ).toBeVisible();
  await expect(
    lifecycle
      .getByRole('list', { name: 'Possible once something is given' })
      .getByRole('listitem')
      .filter({ hasText: 'Mark for deletion' }),
  ).toContainText('needs 3 facts');
  await expect(
    lifecycle.getByRole('list', { name: 'Not possible now' }),
  ).toContainText('Only the system does this.');

  const relations = section(page, 'Relations');
  await expect(
    relations.getByRole('link', { name: 'payments-infra', exact: true }),
  ).toBeVisible();
  await expect(
    relations.getByRole('link', { name: 'Checkout', exact: true }),
  ).toBeVisible();
  await expect(
    relations.getByRole('heading', { name: 'Provisioned by' }),
  ).toBeVisible();

  await takeScreenshot(page, 'asset-page', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await lifecycle
    .getByRole('button', { name: 'All statuses and transitions of this model' })
    .click();
  await expect(
    lifecycle.getByRole('img', { name: /Diagram of the lifecycle model/ }),
  ).toBeVisible();
  await takeScreenshot(page, 'asset-lifecycle-diagram', { fullPage: true });

  await relations
    .getByRole('link', { name: 'payments-infra', exact: true })
    .click();
  await expect(
    page.getByRole('heading', { name: 'payments-infra', level: 2 }),
  ).toBeVisible();
});

test('what is folded under a stack can be searched on its page', async ({
  guestPage: page,
  portal,
}) => {
  const { tag, foldedCount } = await assetNamed(portal, 'payments-infra');
  expect(foldedCount).toBeGreaterThan(5);
  await page.goto(`/itam/assets/${tag}`);

  const folded = section(page, `Folded under it (${foldedCount})`);
  await folded
    .getByRole('searchbox', { name: 'Search folded things' })
    .fill('postgres16');
  await expect(tableRows(folded)).toHaveCount(1);
  await expect(tableRows(folded)).toContainText('aws_db_parameter_group');
  await takeScreenshot(page, 'stack-page', { fullPage: true });
});

test('an owner set by a person stays, and what the source says stands beside it', async ({
  guestPage: page,
  portal,
}) => {
  const { tag } = await assetNamed(portal, 'checkout-sessions');
  await page.goto(`/itam/assets/${tag}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await giveOwner(dialog, 'group:default/finance');
  await dialog
    .getByRole('textbox', { name: 'Reason' })
    .fill('Moved by the budget of 2027');
  await takeScreenshot(page, 'asset-edit');
  await expectAccessible(page, {
    include: '[role="dialog"]',
    disableRules: BROKEN_BY_HOST_TABS,
  });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const custody = section(page, 'Custody');
  await expect(custody).toContainText('Finance');
  await expect(custody).toContainText('Set by a person');
  const history = section(page, 'History');
  await expect(history).toContainText('Moved by the budget of 2027');
  await expect(history).toContainText('Owner');

  const run = await startRun(portal);
  expect((await untilEnded(portal, run.id)).status).toBe('succeeded');

  await page.reload();
  await expect(custody).toContainText('Finance');
  await expect(custody).toContainText(
    'Terraform stacks says group:default/payments instead',
  );
  await takeScreenshot(page, 'asset-disputed', { fullPage: true });
  await page.goto('/itam/assets?disputed=true');
  await expect(
    page.getByRole('main').getByRole('link', { name: 'checkout-sessions' }),
  ).toBeVisible();
});

test('an owner the catalog does not have is refused with the reason', async ({
  guestPage: page,
  portal,
}) => {
  const { tag } = await assetNamed(portal, 'checkout-carts');
  await page.goto(`/itam/assets/${tag}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await giveOwner(dialog, 'group:default/nobody-here');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(dialog.getByRole('alert')).toContainText(
    'group:default/nobody-here',
  );
  await takeScreenshot(page, 'asset-edit-refused');
  const { owner } = await assetNamed(portal, 'checkout-carts');
  expect(owner).toBe('group:default/storefront');
});

async function giveOwner(dialog: Locator, ref: string) {
  const owner = dialog.getByRole('combobox', { name: /^Owner/ });
  await owner.fill(ref);
  await owner.press('Tab');
}

function section(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}
