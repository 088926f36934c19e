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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Allocation, AssetCosts } from '@itam/plugin-itam-common';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { anAssetDetail } from '../__testUtils__/builders';
import {
  anAssetCosts,
  costs,
  figures,
  inMonth,
} from '../__testUtils__/costBuilders';
import { setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

const asset = anAssetDetail({ id: 'a1' });

function aPart(service: string, amount: string, correction = false) {
  return {
    service,
    category: 'usage' as const,
    correction,
    ...costs(figures(amount)),
  };
}

function somethingCharged(given: Partial<AssetCosts> = {}) {
  return anAssetCosts({
    months: [
      { ...inMonth('2026-09', '3.00'), parts: [aPart('Database', '3.00')] },
      {
        ...inMonth('2026-10', '6.00'),
        parts: [aPart('Database', '4.00'), aPart('Backup', '2.00', true)],
      },
    ],
    total: costs(figures('9.00')),
    ...given,
  });
}

async function showSection(answer: AssetCosts) {
  itam.answer('/assets/:id', asset);
  itam.answer('/assets/a1/costs', answer);
  renderItam('/itam/assets/checkout-db-1a2b3c');
  return screen.findByRole('region', { name: 'Cost' });
}

async function showAllocation(allocation: Partial<Allocation>) {
  const section = await showSection(
    anAssetCosts({
      allocations: [{ rule: 'whole', entities: [], ...allocation }],
    }),
  );
  return within(section)
    .findByText(/Owner:/)
    .then(owner => owner.closest('li'));
}

describe('the cost on the page of an asset', () => {
  it('is charted and listed by month and part, each leading to its lines', async () => {
    const section = await showSection(somethingCharged());

    expect(
      await within(section).findByRole('img', {
        name: /September 2026 to October 2026\. Sept 2026: €3\.00; Oct 2026: €6\.00/,
      }),
    ).toBeInTheDocument();
    const parts = within(section).getByRole('table', {
      name: 'Cost per month and part in EUR',
    });
    expect(
      within(parts)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual([
      'Month',
      'Total',
      'Database, Usage',
      'Backup, Usage, Correction',
    ]);
    expect(
      within(parts)
        .getAllByRole('rowheader')
        .map(header => header.textContent),
    ).toEqual(['October 2026', 'September 2026']);
    expect(
      within(parts).getByRole('link', {
        name: 'Show the lines of Database, Usage, October 2026: €4.00',
      }),
    ).toHaveAttribute(
      'href',
      '/itam/costs/lines?asset=a1&service=Database&category=usage&correction=false&from=2026-10&to=2026-10',
    );
    expect(await accessibilityProblems(section)).toEqual([]);
  });

  it('begins with the first month it was charged in', async () => {
    const section = await showSection(somethingCharged({ from: '2025-11' }));

    expect(
      await within(section).findByRole('img', {
        name: /from September 2026 to October 2026/,
      }),
    ).toBeInTheDocument();
  });

  it('puts together what is beyond its largest parts', async () => {
    const parts = ['A', 'B', 'C', 'D', 'E'].map((service, place) =>
      aPart(service, `${5 - place}.00`),
    );
    const section = await showSection(
      anAssetCosts({
        months: [{ ...inMonth('2026-10', '15.00'), parts }],
        total: costs(figures('15.00')),
      }),
    );

    const [row] = await within(section).findAllByRole('row', {
      name: /October 2026/,
    });
    expect(row).toHaveTextContent('October 2026€15.00€5.00€4.00€3.00€3.00');
    expect(
      within(section).getByRole('columnheader', { name: 'Others' }),
    ).toBeInTheDocument();
  });

  it('can be stacked by category instead of service', async () => {
    const section = await showSection(somethingCharged());
    const legend = await within(section).findByRole('list', { name: 'Legend' });
    expect(within(legend).getByText('Backup')).toBeInTheDocument();

    await userEvent.click(
      within(section).getByRole('radio', { name: 'By category' }),
    );

    expect(within(legend).getByText('Usage')).toBeInTheDocument();
    expect(within(legend).queryByText('Backup')).toBeNull();
  });

  it('goes whole to the one service it supports', async () => {
    expect(
      await showAllocation({
        entities: ['component:default/checkout'],
        owner: 'group:default/payments',
      }),
    ).toHaveTextContent('Whole amount to checkoutOwner: paymentsIn all months');
  });

  it('is split between two because it supports both', async () => {
    expect(
      await showAllocation({
        rule: 'even',
        entities: ['component:default/checkout', 'component:default/order-api'],
        from: '2026-10',
      }),
    ).toHaveTextContent(
      'Split evenly between checkout and order-api, because it supports bothOwner: nobodySince October 2026',
    );
  });

  it('goes to no service when it supports none', async () => {
    expect(
      await showAllocation({ rule: 'none', to: '2026-09' }),
    ).toHaveTextContent(
      'Goes to no service: it supports noneOwner: nobodyUntil September 2026',
    );
  });

  it('says that closed months stay as they are', async () => {
    const section = await showSection(
      somethingCharged({
        allocations: [{ rule: 'none', entities: [] }],
        closedThrough: '2026-09',
      }),
    );

    expect(
      await within(section).findByText(
        /The months up to September 2026 are closed/,
      ),
    ).toBeInTheDocument();
  });

  it('says so when no bill names it', async () => {
    const section = await showSection(anAssetCosts());

    expect(
      await within(section).findByText('No bill names this asset.'),
    ).toBeInTheDocument();
  });

  it('keeps the rest of the page when costs cannot be read', async () => {
    itam.answer('/assets/:id', asset);
    itam.refuse('/assets/a1/costs', 503, 'ServiceUnavailableError', 'away');
    renderItam('/itam/assets/checkout-db-1a2b3c');

    expect(await screen.findByText('away')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'checkout-db' }),
    ).toBeInTheDocument();
  });
});
