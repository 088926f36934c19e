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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetItem, EntitySummary } from '@itam/plugin-itam-common';
import { expect, test } from './fixtures';
import { takeScreenshot } from './looks';
import { Portal } from './portal';
import {
  ask,
  askAll,
  assetNamed,
  CatalogEntity,
  entityOf,
  publishedEntities,
  totalAssets,
  untilPublished,
  untilRead,
} from './registerApi';
import {
  exampleStacks,
  exampleState,
  nextState,
  resourceAt,
  writeState,
} from './states';
import { row } from './tables';

const SCHEDULE_MS = 5_000;
// A reading takes about a second; the page has to be loaded as well.
const SLACK_MS = 10_000;
const CATALOG_MS = 30_000;

let portal: Portal;

test.beforeAll(async ({ database }) => {
  test.setTimeout(180_000);
  portal = await Portal.start({
    database,
    config: folder => {
      mkdirSync(statesOf(folder));
      exampleStacks.forEach(stack =>
        writeState(statesOf(folder), stack, exampleState(stack)),
      );
      return configOf(folder);
    },
  });
  await untilRead(portal);
  await untilPublished(portal);
});

test.afterAll(() => portal?.stop());

test('a change in a state file reaches the service page within the schedule and the catalog soon after @smoke', async ({
  guestPage: page,
}) => {
  test.setTimeout(120_000);
  const { total } = await ask<EntitySummary>(
    portal,
    '/entities/component/default/checkout/summary',
  );
  const { tag } = await assetNamed(portal, 'checkout-carts');

  writeState(
    statesOf(portal.folder),
    'payments-infra',
    nextState(exampleState('payments-infra'), resources => {
      // Another owner by its tag, another size, one queue more.
      const carts = resourceAt(
        resources,
        'module.checkout.aws_dynamodb_table.carts',
      ).instances[0];
      carts.attributes.tags = {
        ...Object(carts.attributes.tags),
        owner: 'finance',
      };
      carts.attributes.tags_all = carts.attributes.tags;
      resourceAt(
        resources,
        'module.checkout.aws_db_instance.primary',
      ).instances[0].attributes.instance_class = 'db.r6g.2xlarge';
      const queue = structuredClone(
        resourceAt(resources, 'module.checkout.aws_sqs_queue.confirmed_orders'),
      );
      queue.name = 'returns';
      const text = JSON.stringify(queue.instances);
      queue.instances = JSON.parse(
        text.replaceAll('checkout-confirmed-orders', 'checkout-returns'),
      );
      resources.push(queue);
    }),
  );

  await expect(async () => {
    await page.goto(`${portal.url}/catalog/default/component/checkout`);
    await expect(page.getByText(`${total + 1} assets`)).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: SCHEDULE_MS + SLACK_MS });

  const added = await assetNamed(portal, 'checkout-returns');
  expect(await assetNamed(portal, 'checkout-primary')).toMatchObject({
    attributes: { instanceClass: 'db.r6g.2xlarge' },
  });
  await expect(async () => {
    expect(
      await entityOf(portal, `resource/default/${added.tag}`),
    ).toMatchObject({ spec: { owner: 'group:default/payments' } });
    expect(await entityOf(portal, `resource/default/${tag}`)).toMatchObject({
      spec: { owner: 'group:default/finance' },
    });
  }).toPass({ timeout: CATALOG_MS });

  await page.goto(`${portal.url}/catalog/default/component/checkout`);
  const resources = page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Depends on resources' }),
  });
  await expect(row(resources, 'checkout-returns')).toBeVisible();
  await takeScreenshot(page, 'service-page-changed');
});

test('a removed publish rule withdraws its entities and nothing else', async () => {
  test.setTimeout(150_000);
  const before = await publishedEntities(portal);
  const isData = await dataAssets();
  const kept = namesOf(before).filter(name => !isData.has(name));
  expect(before.length - kept.length).toBeGreaterThan(0);
  const total = await totalAssets(portal);

  // The rules of a portal that names none, less the one for data.
  portal.configure({
    itam: {
      ...configOf(portal.folder).itam,
      catalog: {
        publish: [
          {
            category: ['software', 'licence', 'cloud', 'network'],
            stage: ['assign', 'use', 'decommission'],
          },
          { category: 'cloud', stage: 'acquire' },
        ],
      },
    },
  });
  await portal.restart();

  await expect(async () =>
    expect(namesOf(await publishedEntities(portal))).toEqual(kept),
  ).toPass({ timeout: 60_000 });
  expect(await totalAssets(portal)).toBe(total);
  const components = await portal.fetch(
    '/api/catalog/entities/by-name/component/default/checkout',
  );
  expect(components.status).toBe(200);
});

async function dataAssets(): Promise<Set<string>> {
  const items = await askAll<AssetItem>(portal, '/assets?category=data');
  return new Set(items.map(({ tag }) => tag));
}

function namesOf(entities: CatalogEntity[]): string[] {
  return entities.map(({ metadata }) => metadata.name).sort();
}

function statesOf(folder: string): string {
  return join(folder, 'states');
}

function configOf(folder: string) {
  return {
    itam: {
      sources: {
        terraform: {
          stacks: {
            locations: [join(statesOf(folder), '*.tfstate')],
            schedule: { frequency: `PT${SCHEDULE_MS / 1000}S` },
          },
        },
      },
    },
  };
}
