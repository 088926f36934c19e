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
  aChargeLine,
  aCostReport,
  anAssetCosts,
  costs,
  figures,
} from '../__testUtils__/costBuilders';
import { ITAM_URL, setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

const database = {
  id: 'a1',
  tag: 'checkout-db-1a2b3c',
  name: 'checkout-db',
  type: 'cloud-database',
};

function lastQuery() {
  return itam.queries('/charges').slice(-1)[0];
}

describe('the lines behind a cost', () => {
  it('name the asset, the service, the file and the exact amounts', async () => {
    itam.answer('/charges', {
      items: [aChargeLine({ asset: database, ...figures('12.345678') })],
    });
    renderItam('/itam/costs/lines?from=2026-10&to=2026-10');

    const line = await screen.findByRole('row', { name: /checkout-db/ });
    expect(
      within(line).getByRole('link', { name: 'checkout-db' }),
    ).toHaveAttribute('href', '/itam/assets/checkout-db-1a2b3c');
    expect(within(line).getByText('Relational Database')).toBeInTheDocument();
    expect(within(line).getByText('aws-2026-10.csv')).toBeInTheDocument();
    expect(line).toHaveTextContent('€12.345678€12.345678');
    expect(line).toHaveTextContent('31 rows');
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  it('say which part goes to the service asked for', async () => {
    itam.answer('/charges', {
      items: [
        aChargeLine({
          asset: database,
          ...figures('10.00'),
          share: { ...figures('5.00'), shares: 2, rule: 'even' },
        }),
      ],
    });
    renderItam('/itam/costs/lines?entity=component:default/checkout');

    const line = await screen.findByRole('row', { name: /checkout-db/ });
    expect(line).toHaveTextContent('€5.0000001/2 of €10.000000');
    expect(lastQuery().get('entity')).toBe('component:default/checkout');
  });

  it('mark corrections, hide assets one may not see, and name rounding', async () => {
    itam.answer('/charges', {
      items: [
        aChargeLine({ id: '1', correction: true, resourceId: 'arn:one' }),
        aChargeLine({ id: '2', hidden: true }),
        aChargeLine({ id: '3', category: 'rounding', documents: [] }),
      ],
    });
    renderItam('/itam/costs/lines');

    const corrected = await screen.findByRole('row', { name: /arn:one/ });
    expect(within(corrected).getByText('Correction')).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /An asset you may not see/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('Rounding has no file')).toBeInTheDocument();
  });

  it('add up to the total of the API, in both views', async () => {
    itam.answer('/charges', { items: [aChargeLine()] });
    itam.answer(
      '/costs',
      aCostReport({
        total: { ...costs(figures('99.10', 'EUR', '88.20')), months: [] },
      }),
    );
    renderItam('/itam/costs/lines?provider=AWS&from=2026-09&to=2026-10');

    expect(await screen.findByText('€99.10')).toBeInTheDocument();
    expect(screen.getByText('€88.20')).toBeInTheDocument();
    expect(
      screen.getByText('September 2026 to October 2026'),
    ).toBeInTheDocument();
    expect(itam.queries('/costs')[0].get('provider')).toBe('AWS');
  });

  it('of a reason add up to what is unattributed for it', async () => {
    itam.answer('/charges', { items: [aChargeLine()] });
    itam.answer(
      '/costs',
      aCostReport({
        unattributed: {
          costs: [],
          months: [],
          reasons: [{ reason: 'no-owner', ...costs(figures('7.70')) }],
        },
      }),
    );
    renderItam('/itam/costs/lines?reason=no-owner');

    expect((await screen.findAllByText('€7.70'))[0]).toBeInTheDocument();
    expect(itam.queries('/costs')[0].get('groupBy')).toBe('owner');
    expect(lastQuery().get('reason')).toBe('no-owner');
  });

  it('of an asset add up to what it costs', async () => {
    itam.answer('/charges', { items: [aChargeLine({ asset: database })] });
    itam.answer(
      '/assets/a1/costs',
      anAssetCosts({ total: costs(figures('4.40')) }),
    );
    renderItam('/itam/costs/lines?asset=a1');

    expect((await screen.findAllByText('€4.40'))[0]).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Without Asset' }),
    );
    await waitFor(() => expect(lastQuery().has('asset')).toBe(false));
  });

  it('are sorted by the view whose header is pressed', async () => {
    itam.answer('/charges', { items: [aChargeLine()] });
    renderItam('/itam/costs/lines');

    await userEvent.click(
      await screen.findByRole('columnheader', { name: 'Billed' }),
    );
    await waitFor(() => expect(lastQuery().get('sort')).toBe('-billed'));

    await userEvent.click(screen.getByRole('columnheader', { name: 'Billed' }));
    await waitFor(() => expect(lastQuery().get('sort')).toBe('billed'));
  });

  it('come page by page', async () => {
    itam.server.use(
      http.get(`${ITAM_URL}/charges`, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor')
            ? { items: [aChargeLine({ id: '2', resourceId: 'arn:two' })] }
            : {
                items: [aChargeLine({ id: '1', resourceId: 'arn:one' })],
                nextCursor: 'after-one',
              },
        ),
      ),
    );
    renderItam('/itam/costs/lines');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );

    expect(await screen.findByText('arn:two')).toBeInTheDocument();
    expect(screen.getByText('arn:one')).toBeInTheDocument();
  });

  it('lead back to the costs', async () => {
    renderItam('/itam/costs/lines?provider=AWS');

    expect(await screen.findByText('No lines')).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('link', { name: 'Cost' })
        .map(link => link.getAttribute('href')),
    ).toContain('/itam/costs?provider=AWS');
  });

  it('tell who may not see costs whom to ask', async () => {
    itam.refuse('/charges', 403, 'NotAllowedError', 'no');
    itam.refuse('/costs', 403, 'NotAllowedError', 'no');
    renderItam('/itam/costs/lines');

    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
