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

import { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import {
  anAsset,
  anAssetDetail,
  anEntitySummary,
} from '../__testUtils__/builders';
import { assetsEntityCard, assetsEntityContent } from '../plugin';
import { setupItamServer } from '../__testUtils__/itamServer';
import { renderOnEntity } from '../__testUtils__/renderItam';

const itam = setupItamServer();

function anEntity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: annotations ? 'Resource' : 'Component',
    metadata: { name: 'checkout', namespace: 'default', annotations },
  };
}

function showCard(entity = anEntity()) {
  renderOnEntity(
    createExtensionTester(assetsEntityCard).reactElement(),
    entity,
  );
}

describe('the card on the page of an entity', () => {
  it('counts the assets by category and status', async () => {
    itam.answer(
      '/entities/component/default/checkout/summary',
      anEntitySummary({
        total: 14,
        byCategory: [
          { category: 'cloud', count: 12 },
          { category: 'code', count: 2 },
        ],
        byStatus: [{ status: 'in-use', stage: 'use', count: 14 }],
      }),
    );
    showCard();

    expect(await screen.findByText('14 assets')).toBeInTheDocument();
    const categories = within(
      screen.getByRole('list', { name: 'By category' }),
    );
    expect(categories.getByRole('link', { name: 'Cloud' })).toHaveAttribute(
      'href',
      '/itam/assets?entity=component%3Adefault%2Fcheckout&category=cloud',
    );
    expect(categories.getByText('12')).toBeInTheDocument();
    expect(
      within(screen.getByRole('group', { name: 'By status' })).getByText(
        'In use',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('All have an owner, none is disputed.'),
    ).toBeInTheDocument();
  });

  it('leads to what nobody owns and to what is disputed', async () => {
    itam.answer(
      '/entities/component/default/checkout/summary',
      anEntitySummary({ total: 5, unowned: 3, disputed: 1 }),
    );
    showCard();

    expect(
      await screen.findByRole('link', { name: '3 owned by nobody' }),
    ).toHaveAttribute(
      'href',
      '/itam/assets?entity=component%3Adefault%2Fcheckout&owner=none',
    );
    expect(screen.getByRole('link', { name: '1 disputed' })).toHaveAttribute(
      'href',
      '/itam/assets?entity=component%3Adefault%2Fcheckout&disputed=true',
    );
  });

  it('warns of a source that fails or was not read for days', async () => {
    itam.answer(
      '/entities/component/default/checkout/summary',
      anEntitySummary({
        total: 5,
        readings: [
          { sourceId: 'failing-one', failing: true },
          {
            sourceId: 'old-one',
            lastReadAt: '2020-01-01T00:00:00.000Z',
            failing: false,
          },
        ],
      }),
    );
    showCard();

    expect(await screen.findByText('failing')).toBeInTheDocument();
    expect(screen.getByText('stale')).toBeInTheDocument();
  });

  it('says how assets get here when there are none', async () => {
    showCard();

    expect(
      await screen.findByText('No assets belong here yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/a tag, an account or the stack/),
    ).toBeInTheDocument();
  });

  it('shows the facts of the asset on the entity published from it', async () => {
    itam.answer(
      '/assets/checkout-db-1a2b3c',
      anAssetDetail({ region: 'eu-west-1', account: '111122223333' }),
    );
    showCard(anEntity({ 'itam/asset-tag': 'checkout-db-1a2b3c' }));

    expect(await screen.findByText('eu-west-1')).toBeInTheDocument();
    expect(screen.getByText('111122223333')).toBeInTheDocument();
    expect(screen.getByText('In use')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show the asset' }),
    ).toHaveAttribute('href', '/itam/assets/checkout-db-1a2b3c');
  });
});

describe('the tab on the page of an entity', () => {
  it('lists the assets of that entity', async () => {
    itam.answer('/entities/component/default/checkout/assets', {
      items: [anAsset({ name: 'checkout-cache' })],
      totalItems: 1,
    });
    renderOnEntity(
      createExtensionTester(assetsEntityContent).reactElement(),
      anEntity(),
    );

    expect(
      await screen.findByRole('link', { name: 'checkout-cache' }),
    ).toBeInTheDocument();
    expect(itam.queries('/assets')).toHaveLength(0);
  });
});
