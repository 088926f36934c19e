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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { anAsset } from '../__testUtils__/builders';
import { costs, figures } from '../__testUtils__/costBuilders';
import { ITAM_URL, setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

function lastQuery() {
  return itam.queries('/assets').slice(-1)[0];
}

async function choose(filter: string, option: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(filter) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
  await userEvent.keyboard('{Escape}');
}

describe('the list of assets', () => {
  it('shows name, status, owner and what each asset supports', async () => {
    itam.answer('/assets', {
      items: [anAsset({ name: 'checkout-db', status: 'in-use' })],
      totalItems: 1,
    });
    renderItam('/itam/assets');

    const row = await screen.findByRole('row', { name: /checkout-db/ });
    expect(within(row).getByText('In use')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(within(row).getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(screen.getByText('1 asset')).toBeInTheDocument();
  });

  it('opens at /itam', async () => {
    itam.answer('/assets', { items: [anAsset()], totalItems: 1 });
    renderItam('/itam');

    expect(
      await screen.findByRole('link', { name: 'checkout-db' }),
    ).toHaveAttribute('href', '/itam/assets/checkout-db-1a2b3c');
  });

  it('asks for what the address says', async () => {
    renderItam(
      '/itam/assets?category=cloud&category=code&owner=none&disputed=true&q=db&sort=-updatedAt',
    );

    await waitFor(() => expect(lastQuery()).toBeDefined());
    expect(lastQuery().getAll('category')).toEqual(['cloud', 'code']);
    expect(lastQuery().get('owner')).toBe('none');
    expect(lastQuery().get('disputed')).toBe('true');
    expect(lastQuery().get('q')).toBe('db');
    expect(lastQuery().get('sort')).toBe('-updatedAt');
    expect(lastQuery().get('total')).toBe('true');
  });

  it('sorts by name when the address asks for a sort there is none of', async () => {
    renderItam('/itam/assets?sort=price');

    await waitFor(() => expect(lastQuery()?.get('sort')).toBe('name'));
  });

  it('puts a chosen filter into the request', async () => {
    itam.answer('/assets/facets', {
      category: [{ value: 'cloud', count: 12 }],
      type: [],
      status: [],
      owner: [],
      environment: [],
      provider: [],
      source: [],
    });
    renderItam('/itam/assets');

    await choose('Category', 'Cloud (12)');

    await waitFor(() =>
      expect(lastQuery().getAll('category')).toEqual(['cloud']),
    );
    expect(itam.queries('/assets/facets').slice(-1)[0].get('category')).toBe(
      'cloud',
    );
  });

  it('offers to find what nobody owns', async () => {
    renderItam('/itam/assets');

    await choose('Owner', 'Nobody');

    await waitFor(() => expect(lastQuery().get('owner')).toBe('none'));
  });

  it('searches once typing pauses', async () => {
    renderItam('/itam/assets');

    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search assets' }),
      'ledger',
    );

    await waitFor(() => expect(lastQuery()?.get('q')).toBe('ledger'));
    expect(itam.queries('/assets').map(query => query.get('q'))).not.toContain(
      'led',
    );
  });

  it('sorts by the column whose header is pressed', async () => {
    itam.answer('/assets', { items: [anAsset()], totalItems: 1 });
    renderItam('/itam/assets?column=updatedAt');
    const header = await screen.findByRole('columnheader', { name: 'Updated' });

    await userEvent.click(header);
    await waitFor(() => expect(lastQuery().get('sort')).toBe('updatedAt'));
    await userEvent.click(
      screen.getByRole('columnheader', { name: 'Updated' }),
    );
    await waitFor(() => expect(lastQuery().get('sort')).toBe('-updatedAt'));
  });

  it('shows what each asset costs per month, and sorts by it', async () => {
    itam.answer('/assets', {
      items: [
        anAsset({
          id: '1',
          name: 'dear',
          cost: {
            month: '2026-10',
            ...costs(figures('1234.50'), figures('8', 'USD')),
          },
        }),
        anAsset({ id: '2', name: 'free' }),
      ],
      totalItems: 2,
    });
    renderItam('/itam/assets');

    const dear = await screen.findByRole('row', { name: /dear/ });
    await waitFor(() =>
      expect(within(dear).getByText('€1,234.50')).toBeInTheDocument(),
    );
    expect(within(dear).getByText('US$8.00')).toBeInTheDocument();
    const free = screen.getByRole('row', { name: /free/ });
    expect(within(free).getByText('No charge')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('columnheader', { name: 'Cost in Oct 2026' }),
    );
    await waitFor(() => expect(lastQuery().get('sort')).toBe('-cost'));

    await userEvent.click(screen.getByRole('columnheader', { name: /^Cost/ }));
    await waitFor(() => expect(lastQuery().get('sort')).toBe('cost'));
  });

  it('turns pages with the cursor it was given', async () => {
    itam.server.use(
      http.get(`${ITAM_URL}/assets`, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'after-first'
            ? { items: [anAsset({ id: '2', name: 'second' })], totalItems: 2 }
            : {
                items: [anAsset({ id: '1', name: 'first' })],
                nextCursor: 'after-first',
                totalItems: 2,
              },
        ),
      ),
    );
    renderItam('/itam/assets');
    await screen.findByRole('link', { name: 'first' });

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(
      await screen.findByRole('link', { name: 'second' }),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(
      await screen.findByRole('link', { name: 'first' }),
    ).toBeInTheDocument();
  });

  it('marks an asset a source contradicts', async () => {
    itam.answer('/assets', {
      items: [anAsset({ disputed: true })],
      totalItems: 1,
    });
    renderItam('/itam/assets');

    expect(
      await screen.findByRole('button', { name: 'Disputed' }),
    ).toBeInTheDocument();
  });

  it('leads to Discovery when the register is empty', async () => {
    renderItam('/itam/assets');

    expect(
      await screen.findByText('The register is empty'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Go to Discovery' }),
    ).toHaveAttribute('href', '/itam/discovery');
  });

  it('offers to clear the filters when nothing fits them', async () => {
    renderItam('/itam/assets?status=stopped&q=x');
    expect(
      await screen.findByText('No asset fits these filters'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );

    await waitFor(() => expect(lastQuery().has('status')).toBe(false));
    expect(lastQuery().has('q')).toBe(false);
  });

  it('says what to do when the list cannot be loaded, and tries again', async () => {
    itam.refuse('/assets', 503, 'ServiceUnavailableError', 'database is away');
    renderItam('/itam/assets');
    expect(await screen.findByText('database is away')).toBeInTheDocument();

    itam.answer('/assets', { items: [anAsset()], totalItems: 1 });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'checkout-db' }),
    ).toBeInTheDocument();
  });

  it('tells who may not see the register whom to ask', async () => {
    itam.refuse('/assets', 403, 'NotAllowedError', 'no');
    renderItam('/itam/assets');

    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.getByText(/Ask an IT asset manager/)).toBeInTheDocument();
  });

  it('shows only the assets of an entity the address names', async () => {
    itam.answer('/entities/component/default/checkout/assets', {
      items: [anAsset({ name: 'only-this' })],
      totalItems: 1,
    });
    renderItam('/itam/assets?entity=component:default/checkout&owner=none');

    expect(
      await screen.findByRole('link', { name: 'only-this' }),
    ).toBeInTheDocument();
    const asked = itam.queries('/entities/component/default/checkout/assets');
    expect(asked[0].get('owner')).toBe('none');

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all assets' }),
    );
    await waitFor(() => expect(itam.queries('/assets')).not.toHaveLength(0));
  });
});
