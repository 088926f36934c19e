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

import { screen } from '@testing-library/react';
import { anAsset, anAssetDetail } from '../__testUtils__/builders';
import { costs, figures } from '../__testUtils__/costBuilders';
import { setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

// Decisions are cached for a while, so this stands apart from who may.
describe('someone who may not see or change costs', () => {
  const forbidden = ['itam.cost.read', 'itam.cost.update'];

  it('sees an asset without its cost', async () => {
    itam.answer('/assets/:id', anAssetDetail());
    renderItam('/itam/assets/checkout-db-1a2b3c', { forbidden });
    await screen.findByRole('heading', { name: 'Relations' });

    expect(screen.queryByRole('heading', { name: 'Cost' })).toBeNull();
    expect(itam.queries('/assets/checkout-db-1a2b3c/costs')).toHaveLength(0);
  });

  it('sees the list of assets without an empty column', async () => {
    itam.answer('/assets', {
      items: [
        anAsset({ cost: { month: '2026-10', ...costs(figures('1.00')) } }),
      ],
      totalItems: 1,
    });
    renderItam('/itam/assets', { forbidden });
    await screen.findByRole('link', { name: 'checkout-db' });

    expect(
      screen.queryByRole('columnheader', { name: 'Cost per month' }),
    ).toBeNull();
  });

  it('is not offered to import exchange rates', async () => {
    renderItam('/itam/costs', { forbidden });
    await screen.findByRole('heading', { name: 'Exchange rates' });

    expect(screen.queryByRole('button', { name: 'Import rates' })).toBeNull();
  });
});
