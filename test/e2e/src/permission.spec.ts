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

import type { AssetItem, EntitySummary } from '@itam/plugin-itam-common';
import { expect, test } from './fixtures';
import { takeScreenshot } from './looks';
import { Portal } from './portal';
import {
  ask,
  askAll,
  assetNamed,
  latestRun,
  totalAssets,
  untilRead,
} from './registerApi';
import { tableRows } from './tables';

// The guest belongs to this group, see app-config.yaml.
const GUESTS_TEAM = 'group:default/it-asset-management';
const NO_ROLES = {
  assetManager: [],
  superUser: [],
  registerAdministrator: [],
  analyst: [],
  licenceManager: [],
  procurement: [],
  contractManager: [],
  stockroom: [],
  technician: [],
  serviceDesk: [],
  finance: [],
  security: [],
  auditor: [],
  externalAuditor: [],
  sourceOperator: [],
};

let portal: Portal;

test.beforeAll(async ({ database }) => {
  test.setTimeout(180_000);
  portal = await Portal.start({
    database,
    config: () => ({ itam: { permission: { roles: NO_ROLES } } }),
  });
  await untilRead(portal);
});

test.afterAll(() => portal?.stop());

test('an engineer sees what services stand on and can change nothing of others', async ({
  guestPage: page,
}) => {
  const asset = await assetNamed(portal, 'checkout-primary');
  await page.goto(`${portal.url}/itam/discovery/stacks`);
  await expect(
    page.getByRole('heading', { name: 'Terraform stacks' }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Latest run' })).toContainText(
    'Succeeded',
  );
  await expect(page.getByRole('button', { name: 'Read now' })).toBeHidden();
  await expect(
    page.getByRole('button', { name: 'Upload a file' }),
  ).toBeHidden();
  await takeScreenshot(page, 'source-page-engineer');

  await page.goto(`${portal.url}/itam/assets/${asset.tag}`);
  await expect(
    page.getByRole('heading', { name: 'checkout-primary', level: 2 }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();

  const { id } = await latestRun(portal);
  const run = await portal.fetch('/api/itam/sources/stacks/runs', {
    method: 'POST',
  });
  expect(run.status).toBe(403);
  expect((await latestRun(portal)).id).toBe(id);
  const change = await portal.fetch(`/api/itam/assets/${asset.tag}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/json',
      'if-match': `"${asset.version}"`,
    },
    body: JSON.stringify({ owner: GUESTS_TEAM }),
  });
  expect(change.status).toBe(403);
  const { version, owner } = asset;
  expect(await assetNamed(portal, 'checkout-primary')).toMatchObject({
    version,
    owner,
  });
});

test('somebody without any role sees what is theirs and nothing else', async ({
  guestPage: page,
}) => {
  test.setTimeout(120_000);
  const all = await askAll<AssetItem>(portal, '/assets');
  const foreign = await assetNamed(portal, 'checkout-primary');
  const mine = all.filter(({ owner }) => owner === GUESTS_TEAM);
  expect(mine.length).toBeGreaterThan(0);

  portal.configure({
    itam: { permission: { roles: { ...NO_ROLES, engineer: [] } } },
  });
  await portal.restart();

  await page.goto(`${portal.url}/itam/assets`);
  const rows = tableRows(page.getByRole('main'));
  await expect(rows).toHaveCount(mine.length);
  await expect(rows).toContainText(mine.map(({ tag }) => tag));
  await takeScreenshot(page, 'register-without-role');
  expect(await totalAssets(portal)).toBe(mine.length);

  await page.goto(`${portal.url}/itam/assets/${foreign.tag}`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('arn:aws:rds')).toBeHidden();
  await takeScreenshot(page, 'asset-forbidden');
  for (const path of [
    '',
    '/history',
    '/relations',
    '/folded',
    '/transitions',
  ]) {
    const answer = await portal.fetch(`/api/itam/assets/${foreign.tag}${path}`);
    expect([403, 404], path).toContain(answer.status);
  }
  expect(
    await ask<EntitySummary>(
      portal,
      '/entities/component/default/checkout/summary',
    ),
  ).toMatchObject({ total: 0 });
});
