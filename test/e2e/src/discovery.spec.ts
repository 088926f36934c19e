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
import { Portal } from './portal';
import { ask, askAll, latestRun, ListPage, untilRead } from './registerApi';
import { exampleState, exampleText } from './states';

const SOURCE = '/itam/discovery/stacks';

test.beforeAll(({ portal }) => untilRead(portal));

test('the counts of a run add up', async ({ guestPage: page, portal }) => {
  const { counts } = await latestRun(portal);
  expect(counts.read).toBe(302);
  expect(counts.assets + counts.folded + counts.grouped + counts.rejected).toBe(
    counts.read,
  );

  await page.goto('/itam/discovery');
  const sum = `Read ${counts.read} = ${counts.assets} assets + ${counts.folded} folded + ${counts.grouped} grouped + ${counts.rejected} rejected`;
  await expect(page.getByRole('main')).toContainText(sum);
  await takeScreenshot(page, 'discovery');
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await page.getByRole('link', { name: 'Terraform stacks' }).click();
  await expect(latest(page)).toContainText(sum);
  const { totalItems } = await ask<ListPage<AssetItem>>(
    portal,
    '/assets?source=stacks&total=true&limit=1',
  );
  await expect(
    page.getByRole('definition').filter({ hasText: String(totalItems) }),
  ).toBeVisible();
  await takeScreenshot(page, 'source-page', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });

  await page.getByRole('link', { name: 'Show the run' }).click();
  await expect(page.getByText('Everything read was taken.')).toBeVisible();
  await takeScreenshot(page, 'run-page', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });
});

test('"Read now" reads the source and shows how it went', async ({
  guestPage: page,
  portal,
}) => {
  const before = await latestRun(portal);
  await page.goto(SOURCE);
  await page.getByRole('button', { name: 'Read now' }).click();

  await expect(async () => {
    const run = await latestRun(portal);
    expect(run.id).not.toBe(before.id);
    expect(run.trigger).toBe('person');
    expect(run.status).toBe('succeeded');
  }).toPass({ timeout: 30_000 });
  await expect(latest(page)).toContainText('Succeeded');
  await expect(latest(page)).toContainText('0 created');
  await expect(page.getByRole('region', { name: 'Runs' })).toContainText(
    'by hand',
  );
});

test('a truncated file is refused with file, place and reason, and changes nothing', async ({
  guestPage: page,
  portal,
}) => {
  const whole = exampleText('payments-infra');
  const before = await register(portal);

  await page.goto(SOURCE);
  await upload(page, {
    name: 'payments-infra.tfstate',
    text: whole.slice(0, whole.length / 2),
  });
  await expect(latest(page)).toContainText('Failed');
  await expect(latest(page)).toContainText('The last good state is kept.');
  await expect(page.getByRole('definition').first()).toHaveText('Failing');
  await expect(page.getByRole('region', { name: 'Documents' })).toContainText(
    'Refused',
  );
  await takeScreenshot(page, 'source-upload-refused', { fullPage: true });

  await page.getByRole('link', { name: 'Show the run' }).click();
  const rejects = page.getByRole('region', { name: 'Rejects' });
  await expect(rejects).toContainText('payments-infra.tfstate');
  await expect(rejects).toContainText(/line \d+|byte \d+|position \d+/);
  await expect(rejects).toContainText(/ends|truncated|incomplete|JSON/i);
  await takeScreenshot(page, 'run-refused', { fullPage: true });
  await expectAccessible(page, { disableRules: BROKEN_BY_HOST_TABS });
  expect(await register(portal)).toEqual(before);
});

test('a state older than the one read is refused', async ({
  guestPage: page,
  portal,
}) => {
  const older = exampleState('payments-infra');
  older.serial -= 1;
  older.resources = older.resources.slice(0, 3);
  const before = await register(portal);

  await page.goto(SOURCE);
  await upload(page, {
    name: 'payments-infra.tfstate',
    text: JSON.stringify(older),
  });
  await expect(latest(page)).toContainText('Failed');
  await page.getByRole('link', { name: 'Show the run' }).click();
  const rejects = page.getByRole('region', { name: 'Rejects' });
  await expect(rejects).toContainText('411');
  await expect(rejects).toContainText('412');
  await takeScreenshot(page, 'run-older-serial', { fullPage: true });
  expect(await register(portal)).toEqual(before);
});

test('a refused file makes the source failing until it reads well again', async ({
  guestPage: page,
}) => {
  await page.goto(SOURCE);
  const state = page.getByRole('definition').first();
  await expect(state).toHaveText('Failing');
  await takeScreenshot(page, 'source-failing');

  await page.getByRole('button', { name: 'Read now' }).click();
  await expect(state).toHaveText('Ready', { timeout: 30_000 });
});

function latest(page: Page) {
  return page.getByRole('region', { name: 'Latest run' });
}

async function upload(page: Page, file: { name: string; text: string }) {
  const started = page.waitForResponse(
    response =>
      response.request().method() === 'POST' &&
      response.url().endsWith('/sources/stacks/runs'),
  );
  await page.getByLabel('File to read with this source').setInputFiles({
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file.text),
  });
  expect((await started).ok()).toBe(true);
}

async function register(portal: Portal) {
  const items = await askAll<AssetItem>(portal, '/assets?sort=tag');
  return items.map(({ tag, version }) => `${tag} ${version}`);
}
