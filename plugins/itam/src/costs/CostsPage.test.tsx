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
import { accessibilityProblems } from '../__testUtils__/accessibility';
import {
  aCostReport,
  aGroup,
  aStatement,
  costs,
  figures,
  inMonth,
} from '../__testUtils__/costBuilders';
import { ITAM_URL, setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

const checkout = 'component:default/checkout';

function aSmallReport() {
  return aCostReport({
    items: [
      aGroup(checkout, '90.00', [
        inMonth('2026-09', '40.00'),
        inMonth('2026-10', '50.00'),
      ]),
    ],
    total: {
      ...costs(figures('120.00', 'EUR', '150.00')),
      months: [inMonth('2026-09', '60.00'), inMonth('2026-10', '60.00')],
    },
    unattributed: {
      ...costs(figures('30.00', 'EUR', '60.00')),
      months: [inMonth('2026-09', '20.00'), inMonth('2026-10', '10.00')],
      reasons: [
        { reason: 'unknown-resource', ...costs(figures('20.00')) },
        { reason: 'no-entity', ...costs(figures('8.00')) },
        { reason: 'rounding', ...costs(figures('0.000001')) },
      ],
    },
  });
}

function lastQuery() {
  return itam.queries('/costs').slice(-1)[0];
}

/** A row of the list of groups, not of the figures beside the chart. */
async function groupRow(name: string) {
  const grids = await screen.findAllByRole('grid');
  return within(grids[0]).findByRole('row', { name: new RegExp(name) });
}

async function choose(filter: string, option: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(filter) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('the page of costs', () => {
  it('shows the total, each service, what is unattributed, and no more', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs');

    const service = await groupRow('checkout');
    expect(within(service).getByText('€90.00')).toHaveAttribute(
      'href',
      '/itam/costs/lines?from=2026-09&to=2026-10&entity=component%3Adefault%2Fcheckout',
    );
    expect(within(service).getByText('75%')).toBeInTheDocument();
    expect(within(service).getByText('25% more')).toBeInTheDocument();
    expect(
      within(service).getByRole('img', {
        name: 'Per month: Sept 2026: €40.00; Oct 2026: €50.00',
      }),
    ).toBeInTheDocument();

    const [, , unattributed, total] = within(
      screen.getAllByRole('grid')[0],
    ).getAllByRole('row');
    expect(unattributed).toHaveTextContent(/^Unattributed€30\.00/);
    expect(total).toHaveTextContent(/^Total€120\.00/);
    expect(screen.getByText('25% of the total')).toBeInTheDocument();
    expect(
      screen.getByText('The same as in September 2026'),
    ).toBeInTheDocument();
  });

  it('says for each reason why it is unattributed and what to do next', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs');

    expect(
      await screen.findByText(/Names a resource the register does not have/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Go to Discovery' }),
    ).toHaveAttribute('href', '/itam/discovery');
    expect(
      screen.getByRole('link', { name: 'Find the assets in the lines' }),
    ).toHaveAttribute(
      'href',
      '/itam/costs/lines?from=2026-09&to=2026-10&reason=no-entity',
    );
    expect(screen.getByText('less than €0.01')).toBeInTheDocument();
  });

  it('tells the chart in words and its figures beside it', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs');

    expect(
      await screen.findByRole('img', {
        name: 'Cost per month in EUR, effective view, from September 2026 to October 2026. Sept 2026: €60.00; Oct 2026: €60.00.',
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Figures of the chart'));
    const figuresTable = screen.getByRole('table', {
      name: 'Cost by service in EUR',
    });
    expect(
      within(figuresTable).getByRole('link', {
        name: 'Show the lines of checkout, October 2026: €50.00',
      }),
    ).toHaveAttribute(
      'href',
      '/itam/costs/lines?from=2026-10&to=2026-10&entity=component%3Adefault%2Fcheckout',
    );
  });

  it('is accessible', async () => {
    itam.answer('/costs', aSmallReport());
    itam.answer('/costs/statements', { items: [aStatement()] });
    renderItam('/itam/costs');
    await groupRow('checkout');

    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  it('shows billed instead of effective, never both in one figure', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs');
    expect(
      await screen.findByText(/Effective: what was prepaid is spread/),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: 'Billed' }));

    expect((await screen.findAllByText('€150.00'))[0]).toBeInTheDocument();
    expect(screen.queryByText('€120.00')).toBeNull();
    expect(
      screen.getByText(/Billed: what the invoices ask for/),
    ).toBeInTheDocument();
  });

  it('keeps currencies apart, each with its own total', async () => {
    const both = costs(figures('10.00'), figures('99.00', 'USD'));
    itam.answer(
      '/costs',
      aCostReport({
        items: [aGroup(checkout, both)],
        total: { ...both, months: [inMonth('2026-10', both)] },
      }),
    );
    renderItam('/itam/costs');

    const euros = await screen.findByRole('region', { name: 'In EUR' });
    const dollars = screen.getByRole('region', { name: 'In USD' });
    expect(within(euros).getAllByText('€10.00').length).toBeGreaterThan(0);
    expect(within(euros).queryByText(/99/)).toBeNull();
    expect(within(dollars).getAllByText('US$99.00').length).toBeGreaterThan(0);
    expect(
      screen.getByText('Amounts in different currencies are never added.'),
    ).toBeInTheDocument();
  });

  it('asks for the reporting currency and says at which rates it converted', async () => {
    const both = {
      ...costs(figures('10.00'), figures('20.00', 'USD')),
      converted: figures('28.00'),
    };
    itam.answer(
      '/costs',
      aCostReport({
        items: [aGroup(checkout, both)],
        total: { ...both, months: [inMonth('2026-10', both)] },
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
    renderItam('/itam/costs', { reportingCurrency: 'EUR' });

    const converted = await screen.findByRole('region', {
      name: 'Converted to EUR',
    });
    expect(within(converted).getAllByText('€28.00').length).toBeGreaterThan(0);
    expect(
      within(converted).getByText(
        'At the rates of 1 USD = 0.9 EUR of 30 Oct 2026',
      ),
    ).toBeInTheDocument();
    expect(lastQuery().get('currency')).toBe('EUR');

    await choose('Currency', 'Each apart');
    await waitFor(() => expect(lastQuery().has('currency')).toBe(false));
  });

  it('shows currencies apart and names the rate that is missing', async () => {
    const both = costs(figures('10.00'), figures('20.00', 'USD'));
    itam.answer(
      '/costs',
      aCostReport({
        total: { ...both, months: [] },
        missingRates: [{ month: '2026-09', from: 'USD', to: 'EUR' }],
      }),
    );
    renderItam('/itam/costs?currency=EUR');

    expect(
      await screen.findByText('Not converted: an exchange rate is missing'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No rate for USD to EUR in Sept 2026.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'In USD' })).toBeInTheDocument();
  });

  it('says how many rows of bills could not be read, and where to see why', async () => {
    itam.answer('/costs', { ...aSmallReport(), rejectedRows: 3 });
    itam.answer('/costs/statements', {
      items: [
        aStatement({
          rejectedRows: 3,
          missing: [
            { currency: 'USD', rows: 3, billed: '1.5', effective: '1.25' },
          ],
        }),
      ],
    });
    renderItam('/itam/costs');

    expect(
      await screen.findByText(
        '3 rows of the bills of these months could not be read',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: '3 rows of aws-2026-10.csv' }),
    ).toHaveAttribute('href', '/itam/discovery/cloud-bill/runs/run-9');
    expect(
      screen.getByText('Missing US$1.25 effective, US$1.50 billed'),
    ).toBeInTheDocument();
  });

  it('lists the bills with their exact sums', async () => {
    itam.answer('/costs', aSmallReport());
    itam.answer('/costs/statements', { items: [aStatement()] });
    renderItam('/itam/costs');

    const bill = await screen.findByRole('row', { name: /aws-2026-10\.csv/ });
    expect(bill).toHaveTextContent('US$14.9765140001');
    expect(bill).toHaveTextContent('US$20.520227123');
    expect(within(bill).getByText('5,123')).toBeInTheDocument();
    expect(itam.queries('/costs/statements')[0].get('from')).toBe('2026-09');
  });

  it('shows the bills of the latest months first, and all when asked', async () => {
    const monthly = ['03', '09', '04', '05', '06', '07', '08'].map(month => ({
      ...aStatement(),
      id: month,
      documents: [`bills/aws-2026-${month}.csv`],
      totals: aStatement().totals.map(total => ({
        ...total,
        periodStart: `2026-${month}-01`,
      })),
    }));
    itam.answer('/costs', aSmallReport());
    itam.answer('/costs/statements', { items: monthly });
    renderItam('/itam/costs');

    const bills = async () =>
      (await screen.findAllByRole('row', { name: /aws-2026/ })).map(
        row => /aws-2026-(\d\d)/.exec(row.textContent ?? '')?.[1],
      );
    expect(await bills()).toEqual(['09', '08', '07', '06', '05', '04']);

    await userEvent.click(screen.getByRole('button', { name: 'Show all 7' }));
    expect(await bills()).toContain('03');
  });

  it('of a system says so, and keeps it on the way to the lines', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs?scope=system:default/ticketing');

    expect(
      await screen.findByRole('link', {
        name: 'Costs of ticketing and the services in it',
      }),
    ).toHaveAttribute('href', '/catalog/default/system/ticketing');
    expect(lastQuery().get('scope')).toBe('system:default/ticketing');
    expect(lastQuery().get('groupBy')).toBe('entity');
    expect(
      within(await groupRow('checkout')).getByText('€90.00'),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('scope=system%3Adefault%2Fticketing'),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Without Costs of' }),
    );
    await waitFor(() => expect(lastQuery().has('scope')).toBe(false));
  });

  it('names what is no entity as the address has it', async () => {
    renderItam('/itam/costs?scope=ticketing');

    expect(await screen.findByText('Costs of ticketing')).toBeInTheDocument();
  });

  it('groups as chosen, and by cloud service where one service is shown', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs?entity=component:default/checkout');

    await waitFor(() => expect(lastQuery()?.get('groupBy')).toBe('service'));
    expect(lastQuery().get('entity')).toBe(checkout);

    await userEvent.click(
      await screen.findByRole('radio', { name: 'By team' }),
    );
    await waitFor(() => expect(lastQuery().get('groupBy')).toBe('owner'));

    await userEvent.click(
      await screen.findByRole('button', { name: 'Without Service' }),
    );
    await waitFor(() => expect(lastQuery().has('entity')).toBe(false));
  });

  it('shows last months up to the last one there are charges of', async () => {
    itam.answer('/costs', aSmallReport());
    renderItam('/itam/costs');
    await choose('Months', 'Last 3 months');

    await waitFor(() => expect(lastQuery().get('from')).toBe('2026-08'));
    expect(lastQuery().get('to')).toBe('2026-10');
  });

  it('asks for the months of its address', async () => {
    renderItam('/itam/costs?from=2026-01&to=2026-03');

    await waitFor(() => expect(lastQuery()?.get('from')).toBe('2026-01'));
    expect(lastQuery().get('to')).toBe('2026-03');
  });

  it('adds the next groups to those shown', async () => {
    itam.server.use(
      http.get(`${ITAM_URL}/costs`, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor')
            ? {
                ...aSmallReport(),
                items: [aGroup('component:default/ledger', '1.00')],
              }
            : { ...aSmallReport(), nextCursor: 'more' },
        ),
      ),
    );
    renderItam('/itam/costs');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );

    expect(await groupRow('ledger')).toBeInTheDocument();
    expect(await groupRow('checkout')).toBeInTheDocument();
  });

  it('leads to Discovery when no bill was read yet', async () => {
    renderItam('/itam/costs');

    expect(await screen.findByText('No charges yet')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Go to Discovery' }),
    ).toHaveAttribute('href', '/itam/discovery');
  });

  it('offers to show all costs when nothing fits what is chosen', async () => {
    renderItam('/itam/costs?provider=GCP');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all costs' }),
    );

    await waitFor(() => expect(lastQuery().has('provider')).toBe(false));
  });

  it('tells who may not see costs whom to ask', async () => {
    itam.refuse('/costs', 403, 'NotAllowedError', 'no');
    renderItam('/itam/costs');

    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('says what to do when costs cannot be loaded, and tries again', async () => {
    itam.refuse('/costs', 503, 'ServiceUnavailableError', 'database is away');
    renderItam('/itam/costs');
    expect(await screen.findByText('database is away')).toBeInTheDocument();

    itam.answer('/costs', aSmallReport());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await groupRow('checkout')).toBeInTheDocument();
  });
});
