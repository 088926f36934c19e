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
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ItamClient } from '@itam/plugin-itam-common';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  AssetSearchResultListItem,
  EntityAssetsCard,
  EntityAssetsContent,
  HomePageMyAssets,
  itamApiRef,
  ItamPage,
  rootRouteRef,
} from './legacy';
import { anAsset, anEntitySummary, aSource } from './__testUtils__/builders';
import { aSummaryOfMine } from './__testUtils__/custodyBuilders';
import { setupItamServer } from './__testUtils__/itamServer';

const itam = setupItamServer();

const client = new ItamClient({
  discoveryApi: mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
  fetchApi: { fetch: (...args) => fetch(...args) },
});
const checkout = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};

async function show(content: ReactNode, path = '/') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [itamApiRef, client],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      {content}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/itam': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

// Hidden from the search for mount points, which mountedRoutes replaces.
const MountedPage = () => (
  <Routes>
    <Route path="/itam/*" element={<ItamPage />} />
  </Routes>
);

describe('in the old frontend system', () => {
  it('the page opens with the list of assets', async () => {
    itam.answer('/assets', { items: [anAsset()], totalItems: 1 });
    await show(<MountedPage />, '/itam');

    expect(
      await screen.findByRole('link', { name: 'checkout-db' }),
    ).toHaveAttribute('href', '/itam/assets/checkout-db-1a2b3c');
    expect(screen.getByRole('tab', { name: 'Discovery' })).toHaveAttribute(
      'href',
      '/itam/discovery',
    );
  });

  it('the page holds Discovery', async () => {
    itam.answer('/sources', { items: [aSource()] });
    await show(<MountedPage />, '/itam/discovery');

    expect(
      await screen.findByRole('link', { name: 'Payments states' }),
    ).toBeInTheDocument();
  });

  it('the page holds the costs', async () => {
    await show(<MountedPage />, '/itam/costs');

    expect(await screen.findByText('No charges yet')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Cost' })).toHaveAttribute(
      'href',
      '/itam/costs',
    );
  });

  it('the card counts the assets of an entity', async () => {
    itam.answer(
      '/entities/component/default/checkout/summary',
      anEntitySummary({ total: 14 }),
    );
    await show(
      <EntityProvider entity={checkout}>
        <EntityAssetsCard />
      </EntityProvider>,
    );

    expect(await screen.findByText('14 assets')).toBeInTheDocument();
  });

  it('the tab lists the assets of an entity', async () => {
    itam.answer('/entities/component/default/checkout/assets', {
      items: [anAsset({ name: 'checkout-cache' })],
      totalItems: 1,
    });
    await show(
      <EntityProvider entity={checkout}>
        <EntityAssetsContent />
      </EntityProvider>,
    );

    expect(
      await screen.findByRole('link', { name: 'checkout-cache' }),
    ).toBeInTheDocument();
  });

  it('the search shows an asset with its status', async () => {
    const found = {
      title: 'ThinkPad of the lab',
      text: 'HW-000123 · Laptop',
      location: '/itam/assets/HW-000123',
      tag: 'HW-000123',
      assetType: 'Laptop',
      category: 'hardware',
      status: 'In use',
      stage: 'use',
    };
    await show(<AssetSearchResultListItem result={found} />);

    expect(
      await screen.findByRole('link', { name: 'ThinkPad of the lab' }),
    ).toHaveAttribute('href', '/itam/assets/HW-000123');
    expect(screen.getByText('In use')).toBeInTheDocument();
  });

  it('a home page shows what the reader has', async () => {
    itam.answer('/mine', aSummaryOfMine({ transfersToAccept: 2, loansDue: 0 }));
    itam.answer('/assignments', { items: [] });
    await show(<HomePageMyAssets />);

    expect(await screen.findByText('My IT assets')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: '2 transfers to accept' }),
    ).toHaveAttribute('href', '/itam/work/transfers');
  });
});
