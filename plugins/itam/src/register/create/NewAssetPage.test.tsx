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
import { accessibilityProblems } from '../../__testUtils__/accessibility';
import { anAssetDetail } from '../../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../../__testUtils__/itamServer';
import {
  anAssetType,
  aTransition,
  aWantedFact,
} from '../../__testUtils__/lifecycleBuilders';
import { renderItam } from '../../__testUtils__/renderItam';

const itam = setupItamServer();

function aType(id: string, title: string, category: string) {
  return {
    id,
    title,
    category,
    unit: 'asset',
    lifecycleModel: 'device',
    attributes: [
      { name: 'memory', kind: 'number', required: true, multi: false },
    ],
  };
}

function acceptCreation() {
  const seen: unknown[] = [];
  itam.server.use(
    http.post(`${ITAM_URL}/assets`, async ({ request }) => {
      seen.push(await request.json());
      return HttpResponse.json(
        anAssetDetail({ tag: 'HW-000007', name: 'Ada’s laptop' }),
        { status: 201 },
      );
    }),
  );
  itam.answer('/assets/:id', anAssetDetail({ name: 'Ada’s laptop' }));
  return seen;
}

const submit = () =>
  userEvent.click(screen.getByRole('button', { name: 'Register the asset' }));

describe('registering an asset', () => {
  it('is offered on the list to those who may', async () => {
    renderItam('/itam/assets');

    expect(
      await screen.findByRole('link', { name: 'New asset' }),
    ).toHaveAttribute('href', '/itam/assets/new');
  });

  it('begins with the type, searched for and grouped by category', async () => {
    itam.answer('/asset-types', {
      items: [
        aType('laptop', 'Laptop', 'hardware'),
        aType('cloud-database', 'Managed database', 'cloud'),
        { ...aType('route', 'Route', 'network'), unit: 'fold' },
      ],
    });
    renderItam('/itam/assets/new');

    const hardware = within(
      await screen.findByRole('list', { name: 'Hardware' }),
    );
    expect(hardware.getByText(/Asks for Memory/)).toBeInTheDocument();
    expect(screen.queryByText('Route')).toBeNull();
    await userEvent.type(screen.getByRole('searchbox'), 'data');
    expect(screen.queryByRole('list', { name: 'Hardware' })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: /Managed database/ }),
    );

    expect(
      await screen.findByRole('button', { name: 'Register the asset' }),
    ).toBeInTheDocument();
  });

  it('sends the asset with what its first transition asks for', async () => {
    const seen = acceptCreation();
    itam.answer(
      '/asset-types/:id',
      anAssetType({
        attributes: [
          {
            name: 'memory',
            kind: 'number',
            unit: 'GiB',
            multi: false,
            required: true,
          },
        ],
      }),
    );
    itam.answer('/asset-types/:type/transitions', {
      items: [
        aTransition({
          id: 'register',
          title: 'Register',
          to: ['in-stock'],
          allowed: false,
          completable: true,
          facts: [
            aWantedFact({
              fact: 'identity.serial',
              title: 'Serial number',
              type: 'text',
            }),
            aWantedFact({ fact: 'order.receipt', title: 'Goods receipt' }),
          ],
        }),
      ],
    });
    renderItam('/itam/assets/new?type=laptop');
    const name = await screen.findByRole('textbox', { name: /^Name/ });

    await submit();
    expect(screen.getAllByText('must be given')).toHaveLength(3);
    await waitFor(() => expect(name).toHaveFocus());
    await userEvent.type(name, 'Ada’s laptop');
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Serial/ }),
      'SN-7',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Goods receipt/ }),
      'GR-1',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Memory/ }),
      '16',
    );
    await submit();

    await waitFor(() =>
      expect(seen).toEqual([
        {
          type: 'laptop',
          name: 'Ada’s laptop',
          serial: 'SN-7',
          attributes: { memory: 16 },
          transition: 'register',
          facts: { 'order.receipt': 'GR-1' },
        },
      ]),
    );
    expect(
      await screen.findByRole('heading', { name: 'Ada’s laptop' }),
    ).toBeInTheDocument();
  });

  it('puts a refusal at the field it is about', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/assets`, () =>
        refusal(400, 'InputError', 'body.serial: SN-7 is taken by HW-000001'),
      ),
    );
    renderItam('/itam/assets/new?type=laptop');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Name/ }),
      'Ada’s laptop',
    );
    const serial = screen.getByRole('textbox', { name: /^Serial/ });
    await userEvent.type(serial, 'SN-7');
    await submit();

    await waitFor(() =>
      expect(serial).toHaveAccessibleDescription(/SN-7 is taken by HW-000001/),
    );
  });

  it('says who may start a life, if the reader may not', async () => {
    itam.answer('/asset-types/:type/transitions', {
      items: [
        aTransition({
          allowed: false,
          reasons: [
            {
              kind: 'role',
              id: 'STK',
              message: 'Only the stockroom does this.',
              wayOut: 'Ask one of them.',
            },
          ],
        }),
      ],
    });
    renderItam('/itam/assets/new?type=laptop');

    expect(
      await screen.findByText('Only the stockroom does this.'),
    ).toBeInTheDocument();
  });

  it('has nothing the accessibility checker finds', async () => {
    renderItam('/itam/assets/new?type=laptop');
    await screen.findByRole('textbox', { name: /^Name/ });
    await submit();

    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  // Last, because what somebody may do is remembered for a moment.
  it('is not offered to others, nor shown to them', async () => {
    renderItam('/itam/assets/new', { forbidden: ['itam.asset.create'] });

    expect(
      await screen.findByText('You may not register assets'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
