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

import { createExtensionTester } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { EntityCosts } from '@itam/plugin-itam-common';
import { anEntitySummary } from '../__testUtils__/builders';
import {
  anEntityCosts,
  costs,
  figures,
  inMonth,
} from '../__testUtils__/costBuilders';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { setupItamServer } from '../__testUtils__/itamServer';
import { renderOnEntity } from '../__testUtils__/renderItam';
import { assetsEntityCard } from '../plugin';

const itam = setupItamServer();

async function showCard(given?: EntityCosts) {
  itam.answer(
    '/entities/component/default/checkout/summary',
    anEntitySummary({ total: 3, costs: given }),
  );
  renderOnEntity(createExtensionTester(assetsEntityCard).reactElement(), {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
  });
  await screen.findByText('3 assets');
}

describe('the cost on the card of an entity', () => {
  it('is that of the last full month, with how it moved and where to see more', async () => {
    await showCard(
      anEntityCosts({
        months: [
          inMonth('2026-08', '10.00'),
          inMonth('2026-09', '100.00'),
          inMonth('2026-10', '112.00'),
        ],
      }),
    );

    expect(screen.getByText('Cost in October 2026')).toBeInTheDocument();
    expect(screen.getByText('€112.00')).toBeInTheDocument();
    expect(
      screen.getByText('€12.00 (12%) more than in September 2026'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Per month: Aug 2026: €10.00; Sept 2026: €100.00; Oct 2026: €112.00',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show the cost' })).toHaveAttribute(
      'href',
      '/itam/costs?scope=component%3Adefault%2Fcheckout',
    );
    expect(
      await accessibilityProblems(
        screen.getByText('Cost in October 2026').parentElement!,
      ),
    ).toEqual([]);
  });

  it('is converted where rates allow it, with the amounts it was', async () => {
    await showCard(
      anEntityCosts({
        reportingCurrency: 'EUR',
        months: [
          inMonth('2026-10', {
            ...costs(figures('10.00'), figures('20.00', 'USD')),
            converted: figures('28.00'),
          }),
        ],
        rates: [
          {
            month: '2026-10',
            from: 'USD',
            to: 'EUR',
            rate: '0.9',
            date: '2026-10-30',
          },
        ],
      }),
    );

    expect(screen.getByText('€28.00')).toBeInTheDocument();
    expect(screen.getByText('€10.00 + US$20.00')).toBeInTheDocument();
    expect(
      screen.getByText('At the rates of 1 USD = 0.9 EUR of 30 Oct 2026'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Nothing was charged in September 2026'),
    ).toBeInTheDocument();
  });

  it('stands apart by currency when a rate is missing, and says which', async () => {
    await showCard(
      anEntityCosts({
        months: [
          inMonth('2026-10', costs(figures('10.00'), figures('20.00', 'USD'))),
        ],
        missingRates: [{ month: '2026-10', from: 'USD', to: 'EUR' }],
      }),
    );

    expect(screen.getByText('€10.00')).toBeInTheDocument();
    expect(screen.getByText('US$20.00')).toBeInTheDocument();
    expect(screen.getByText(/USD to EUR in Oct 2026/)).toBeInTheDocument();
  });

  it('says when nothing was charged in the last month, not that it is free', async () => {
    await showCard(anEntityCosts({ months: [inMonth('2026-09', '5.00')] }));

    expect(
      screen.getByText('Nothing was charged in October 2026.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('€5.00 (100%) less than in September 2026'),
    ).toBeInTheDocument();
  });

  it('says how costs get here before there are any', async () => {
    await showCard(anEntityCosts());

    expect(screen.getByText('No charges yet')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Show the cost' })).toBeNull();
  });

  it('is simply not there for who may not see it', async () => {
    await showCard(undefined);

    expect(screen.queryByText(/Cost in/)).toBeNull();
    expect(screen.queryByText('No charges yet')).toBeNull();
  });
});
