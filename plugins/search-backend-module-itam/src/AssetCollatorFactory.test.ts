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

import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { SearchableAsset } from '@itam/plugin-itam-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { AssetCollatorFactory } from './AssetCollatorFactory';

const REGISTER = 'http://register.example.com/api/itam';

const server = setupServer();
registerMswTestHooks(server);

function aLaptop(number: number): SearchableAsset {
  return {
    id: `id-${number}`,
    tag: `HW-${number}`,
    name: `Laptop ${number}`,
    type: 'laptop',
    typeTitle: 'Laptop',
    category: 'hardware',
    status: 'in-use',
    statusTitle: 'In use',
    stage: 'use',
    manufacturer: 'Lenovo',
  };
}

/** A register whose feed has these pages. */
function aRegister(...pages: SearchableAsset[][]) {
  const asked: Array<{ cursor: string | null; token: string | null }> = [];
  server.use(
    http.get(`${REGISTER}/search-documents`, call => {
      const cursor = new URL(call.request.url).searchParams.get('cursor');
      asked.push({ cursor, token: call.request.headers.get('authorization') });
      const page = Number(cursor ?? 0);
      return HttpResponse.json({
        items: pages[page],
        ...(page + 1 < pages.length && { nextCursor: String(page + 1) }),
      });
    }),
  );
  return asked;
}

function aFactory() {
  return new AssetCollatorFactory({
    auth: mockServices.auth({ pluginId: 'search' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => REGISTER,
    }),
  });
}

describe('the collator of assets', () => {
  it('makes a document of every asset of every page', async () => {
    aRegister([aLaptop(1), aLaptop(2)], [aLaptop(3)]);
    const { documents, error } = await TestPipeline.fromCollator(
      await aFactory().getCollator(),
    ).execute();
    expect(error).toBeUndefined();
    expect(documents.map(({ title }) => title)).toEqual([
      'Laptop 1',
      'Laptop 2',
      'Laptop 3',
    ]);
    expect(documents[0]).toEqual({
      title: 'Laptop 1',
      text: 'HW-1 · Laptop · Lenovo · In use',
      location: '/itam/assets/HW-1',
      tag: 'HW-1',
      assetType: 'Laptop',
      category: 'hardware',
      status: 'In use',
      stage: 'use',
    });
  });

  it('asks as a service of this portal', async () => {
    const asked = aRegister([aLaptop(1)]);
    await TestPipeline.fromCollator(await aFactory().getCollator()).execute();
    expect(asked).toEqual([
      { cursor: null, token: expect.stringContaining('mock-service-token') },
    ]);
  });

  it('holds no more than a page: the next is asked for when the first is taken', async () => {
    const asked = aRegister(
      Array.from({ length: 100 }, (_, n) => aLaptop(n)),
      [aLaptop(101)],
    );
    const collator = await aFactory().getCollator();
    const documents = collator[Symbol.asyncIterator]();
    await documents.next();
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(asked).toHaveLength(1);
    for (let n = 1; n <= 100; n += 1) {
      await documents.next();
    }
    expect(asked).toHaveLength(2);
  });

  it('fails when the register does, so that the index stays as it was', async () => {
    server.use(
      http.get(`${REGISTER}/search-documents`, () =>
        HttpResponse.json({ error: { name: 'Error' } }, { status: 503 }),
      ),
    );
    const { error } = await TestPipeline.fromCollator(
      await aFactory().getCollator(),
    ).execute();
    expect(String(error)).toContain('503');
  });

  it('is authorised once for all its documents', () => {
    const { visibilityPermission } = aFactory();
    expect(visibilityPermission.name).toBe('itam.search');
    expect(isResourcePermission(visibilityPermission)).toBe(false);
  });
});
