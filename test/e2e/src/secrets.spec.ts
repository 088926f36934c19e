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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Portal } from './portal';
import {
  askAll,
  latestRun,
  startRun,
  untilEnded,
  untilPublished,
  untilRead,
} from './registerApi';
import { exampleStacks, exampleText } from './states';

/** What all secrets of the example states begin with. */
const MARKER = 'EXAMPLE-SECRET-do-not-show';
/** What Terraform writes into `private` to keep timeouts. */
const PRIVATE_KEY = 'e2bfb730-ecaa-11e6';

// One example hides the marker in base64. There are three ways it can look, by
// where it stands in the text; the letters its neighbours decide are left out.
const ENCODED = [0, 1, 2].map(before =>
  Buffer.from(`${' '.repeat(before)}${MARKER}`)
    .toString('base64')
    .slice(before === 0 ? 0 : before + 1, -4),
);
const SECRETS = [MARKER, PRIVATE_KEY, ...ENCODED];

test.beforeAll(async ({ portal }) => {
  await untilRead(portal);
  await untilPublished(portal);
});

test('the examples hold secrets in every form looked for', () => {
  const text = exampleStacks.map(exampleText).join('\n');
  expect(text).toContain(MARKER);
  const encodedPrivate = Buffer.from(PRIVATE_KEY).toString('base64');
  expect(
    [...ENCODED, encodedPrivate.slice(0, -4)].some(code => text.includes(code)),
  ).toBe(true);
});

test('no secret of a state, read or pushed, is in the database files or the log', async ({
  portal,
}) => {
  const run = await startRun(portal, {
    name: 'payments-infra.tfstate',
    text: exampleText('payments-infra'),
  });
  await untilEnded(portal, run.id);

  const files = filesBelow(portal.folder);
  expect(files.some(file => file.includes('itam'))).toBe(true);
  for (const file of files) {
    expect(secretsIn(readFileSync(file, 'latin1')), file).toEqual([]);
  }
  expect(portal.log().length).toBeGreaterThan(1000);
  expect(secretsIn(portal.log()), 'log').toEqual([]);
});

test('no secret of a state is in an answer of the API or the catalog', async ({
  portal,
}) => {
  const assets = await askAll<{ tag: string }>(portal, '/assets');
  expect(assets.length).toBeGreaterThan(100);
  const run = await latestRun(portal);
  const paths = [
    '/assets?limit=200',
    '/assets/facets',
    '/sources',
    '/sources/stacks/documents',
    '/sources/stacks/runs',
    `/runs/${run.id}/rejects`,
    '/openapi.json',
    ...assets.flatMap(({ tag }) =>
      ['', '/history', '/relations', '/folded?limit=200', '/transitions'].map(
        path => `/assets/${tag}${path}`,
      ),
    ),
  ].map(path => `/api/itam${path}`);
  for (const path of [...paths, '/api/catalog/entities']) {
    const answer = await portal.fetch(path);
    expect(answer.status, path).toBe(200);
    expect(secretsIn(await answer.text()), path).toEqual([]);
  }
});

test('no secret of a state is on a page', async ({
  guestPage: page,
  portal,
}) => {
  const answers: Promise<[url: string, text: string]>[] = [];
  page.on('response', response => {
    if (response.url().includes('/api/')) {
      answers.push(
        response
          .text()
          .catch(() => '')
          .then(text => [response.url(), text]),
      );
    }
  });
  for (const path of [
    '/catalog/default/component/checkout',
    '/catalog/default/component/checkout/assets',
    '/itam/assets',
    '/itam/discovery/stacks',
    ...(await pagesOfAssets(portal)),
  ]) {
    await open(page, path);
    expect(secretsIn(await page.content()), path).toEqual([]);
  }
  expect(answers.length).toBeGreaterThan(10);
  for (const [url, text] of await Promise.all(answers)) {
    expect(secretsIn(text), url).toEqual([]);
  }
});

/** The things whose states hold secrets in attributes nobody marked. */
async function pagesOfAssets(portal: Portal): Promise<string[]> {
  const assets = await askAll<{ tag: string }>(
    portal,
    '/assets?type=serverless-function&type=virtual-machine',
  );
  return assets.slice(0, 4).map(({ tag }) => `/itam/assets/${tag}`);
}

async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText('Loading…')).toHaveCount(0);
}

function secretsIn(text: string): string[] {
  return SECRETS.filter(secret => text.includes(secret));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
