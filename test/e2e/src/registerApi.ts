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
  AssetDetail,
  AssetItem,
  RunItem,
  SourceItem,
} from '@itam/plugin-itam-common';
import { expect } from '@playwright/test';
import { Portal } from './portal';

/** The source of the demo portal: the example Terraform stacks. */
export const STACKS = 'stacks';

/** The source of the demo portal's bills. */
export const BILLS = 'cloud-bill';

const API = '/api/itam';
const READ_TIMEOUT_MS = 60_000;

/** What every list of the API answers. */
export interface ListPage<T> {
  items: T[];
  nextCursor?: string;
  totalItems?: number;
}

/** The parts of a catalog entity the tests look at. */
export interface CatalogEntity {
  kind: string;
  metadata: {
    name: string;
    title?: string;
    annotations?: Record<string, string>;
  };
  spec: { type?: string; owner?: string; lifecycle?: string };
}

/** Asks the API of the register as the guest; anything but a success throws. */
export async function ask<T>(
  portal: Portal,
  path: string,
  init?: RequestInit,
): Promise<T> {
  const response = await portal.fetch(`${API}${path}`, init);
  if (!response.ok) {
    throw new Error(
      `${path} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}

/** All items of a list, page by page. */
export async function askAll<T>(portal: Portal, path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const url = new URL(path, portal.url);
    url.searchParams.set('limit', '200');
    if (cursor) {
      url.searchParams.set('cursor', cursor);
    }
    const page = await ask<ListPage<T>>(portal, `${url.pathname}${url.search}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** Waits until the source has been read and no run of it is under way. */
export async function untilRead(
  portal: Portal,
  sourceId: string = STACKS,
): Promise<SourceItem> {
  let source: SourceItem | undefined;
  await expect(async () => {
    source = await ask<SourceItem>(portal, `/sources/${sourceId}`);
    expect(source.lastSucceededAt).toBeDefined();
    expect(source.lastRun?.status).not.toMatch(/queued|running/);
  }).toPass({ timeout: READ_TIMEOUT_MS });
  if (!source) {
    throw new Error(`The source ${sourceId} has not been read`);
  }
  return source;
}

/** Starts a run, of a file if one is given. */
export async function startRun(
  portal: Portal,
  file?: { name: string; text: string },
  sourceId: string = STACKS,
): Promise<RunItem> {
  return ask<RunItem>(portal, `/sources/${sourceId}/runs`, {
    method: 'POST',
    headers: file
      ? { 'content-type': 'application/octet-stream', 'x-file-name': file.name }
      : {},
    body: file?.text,
  });
}

/** Waits until a run has ended, and answers how. */
export async function untilEnded(
  portal: Portal,
  runId: string,
): Promise<RunItem> {
  let run: RunItem | undefined;
  await expect(async () => {
    run = await ask<RunItem>(portal, `/runs/${runId}`);
    expect(run.status).not.toMatch(/queued|running/);
  }).toPass({ timeout: READ_TIMEOUT_MS });
  if (!run) {
    throw new Error(`The run ${runId} has not ended`);
  }
  return run;
}

/** The newest run of the source. */
export async function latestRun(portal: Portal): Promise<RunItem> {
  const { items } = await ask<ListPage<RunItem>>(
    portal,
    `/sources/${STACKS}/runs?limit=1`,
  );
  return items[0];
}

/** How many assets the register shows the guest. */
export async function totalAssets(portal: Portal): Promise<number> {
  const { totalItems = 0 } = await ask<ListPage<AssetItem>>(
    portal,
    '/assets?total=true&limit=1',
  );
  return totalItems;
}

/** The one asset of this name. */
export async function assetNamed(
  portal: Portal,
  name: string,
): Promise<AssetDetail> {
  const found = await askAll<AssetDetail>(
    portal,
    `/assets?${new URLSearchParams({ q: name })}`,
  );
  const [asset, second] = found.filter(item => item.name === name);
  if (!asset || second) {
    throw new Error(`There are ${found.length} assets called ${name}, not 1`);
  }
  return ask<AssetDetail>(portal, `/assets/${asset.tag}`);
}

/** The catalog entities that were published from the register. */
export async function publishedEntities(
  portal: Portal,
): Promise<CatalogEntity[]> {
  const filter = encodeURIComponent('metadata.annotations.itam/asset-id');
  const response = await portal.fetch(
    `/api/catalog/entities/by-query?limit=1000&filter=${filter}`,
  );
  expect(response.status).toBe(200);
  const page: ListPage<CatalogEntity> = await response.json();
  return page.items;
}

/** Waits until the catalog has all that the register publishes. */
export async function untilPublished(portal: Portal): Promise<void> {
  await expect(async () => {
    const assets = await askAll<AssetDetail>(
      portal,
      '/assets?category=cloud&category=data&stage=use',
    );
    const names = new Set(
      (await publishedEntities(portal)).map(({ metadata }) => metadata.name),
    );
    expect(names.size).toBeGreaterThan(0);
    expect(assets.filter(({ tag }) => !names.has(tag))).toEqual([]);
  }).toPass({ timeout: 60_000 });
}

/** An entity of the catalog by `<kind>/<namespace>/<name>`; none if it is gone. */
export async function entityOf(
  portal: Portal,
  path: string,
): Promise<CatalogEntity | undefined> {
  const response = await portal.fetch(`/api/catalog/entities/by-name/${path}`);
  return response.ok ? response.json() : undefined;
}
