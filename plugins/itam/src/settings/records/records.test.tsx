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
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';
import {
  aCatalogueModel,
  aLegalEntity,
  aLocation,
  aTypeDetail,
} from '../__testUtils__/builders';

jest.setTimeout(30_000);

const { server, answer } = setupItamServer();

const main = () => screen.getByRole('main');
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

beforeEach(() => {
  ['locations', 'legal-entities', 'models'].forEach(path => {
    answer(`/${path}`, { items: [] });
    answer(`/${path}/:id/history`, { items: [] });
    answer(`/${path}/:id/use`, { assets: 0 });
  });
});

/** Locations the way the API pages them, by parent. */
function theTree() {
  const hall = aLocation({
    ...{ id: 'l2', code: 'AMS-1', name: 'Hall 1', kind: 'room', parent: 'l1' },
    path: [{ id: 'l1', code: 'AMS', name: 'Amsterdam' }],
  });
  server.use(
    http.get(`${ITAM_URL}/locations`, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const inside = { none: [aLocation({ children: 1 })], l1: [hall] };
      const parent = searchParams.get('parent');
      const items =
        parent === 'none' || parent === 'l1' ? inside[parent] : [hall];
      return HttpResponse.json({ items });
    }),
  );
}

describe('locations', () => {
  it('open up as a tree, by keyboard alone', async () => {
    theTree();
    renderItam('/itam/settings/locations');

    const opener = await screen.findByRole('button', {
      name: 'Show what lies in Amsterdam',
    });
    expect(opener).toHaveAttribute('aria-expanded', 'false');
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const inside = await screen.findByRole('list', { name: 'Amsterdam' });
    expect(
      await within(inside).findByRole('link', { name: 'Hall 1' }),
    ).toHaveAttribute('href', '/itam/settings/locations/l2');
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('are found with the way to them', async () => {
    theTree();
    renderItam('/itam/settings/locations');
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search by name or code' }),
      'hall',
    );
    const link = await screen.findByRole('link', { name: 'Hall 1' });
    expect(link.closest('li')).toHaveTextContent('Hall 1 Amsterdam');
  });

  it('say what to begin with when there is none', async () => {
    renderItam('/itam/settings/locations');
    expect(await screen.findByText('No location yet')).toBeVisible();
  });

  it('are added, with what is wrong said at the field', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post(`${ITAM_URL}/locations`, async ({ request }) => {
        bodies.push(await request.json());
        return bodies.length === 1
          ? refusal(
              400,
              'InputError',
              "body.code: 'ams' is the code of Amsterdam already; choose another",
            )
          : HttpResponse.json(aLocation({ id: 'l9', name: 'Berlin' }), {
              status: 201,
            });
      }),
      http.get(`${ITAM_URL}/locations/l9`, () =>
        HttpResponse.json(aLocation({ id: 'l9', name: 'Berlin' })),
      ),
    );
    renderItam('/itam/settings/locations');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a location' }),
    );
    await userEvent.type(field(/^Code/), 'ams');
    await userEvent.type(field(/^Name/), 'Berlin');
    await userEvent.type(field(/^Country/), 'XX');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(/must be a country code of ISO 3166-1/),
    ).toBeVisible();
    expect(bodies).toEqual([]);

    await userEvent.clear(field(/^Country/));
    await userEvent.type(field(/^Country/), 'DE');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(/is the code of Amsterdam already/),
    ).toBeVisible();
    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);

    await userEvent.type(field(/^Code/), '2');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('heading', { name: 'Berlin' }),
    ).toBeVisible();
    expect(bodies[1]).toEqual({
      code: 'ams2',
      name: 'Berlin',
      kind: 'site',
      country: 'DE',
    });
  });

  it('are changed on the version seen; a newer one is not overwritten', async () => {
    const requests: Array<{ body: unknown; ifMatch: string | null }> = [];
    answer(
      '/locations/l1',
      aLocation({
        version: 3,
        contacts: [{ name: 'Desk', phone: '+31 20 555 0100' }],
      }),
    );
    server.use(
      http.patch(`${ITAM_URL}/locations/l1`, async ({ request }) => {
        requests.push({
          body: await request.json(),
          ifMatch: request.headers.get('if-match'),
        });
        return refusal(412, 'PreconditionFailedError', 'no longer at 3');
      }),
    );
    renderItam('/itam/settings/locations/l1');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.clear(field(/^Phone/));
    await userEvent.type(field(/^Address/), 'Quay 1');
    await userEvent.type(field('Reason, for the history'), 'Moved');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(
      await screen.findByText('Somebody changed it meanwhile'),
    ).toBeVisible();
    expect(requests).toEqual([
      {
        body: {
          contacts: [{ name: 'Desk' }],
          address: 'Quay 1',
          reason: 'Moved',
        },
        ifMatch: '"3"',
      },
    ]);
  });

  it('cannot be retired while assets name them', async () => {
    answer('/locations/l1', aLocation());
    answer('/locations/l1/use', { assets: 7 });
    renderItam('/itam/settings/locations/l1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retire' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(
        '7 assets name it. Give them another one first.',
      ),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('link', { name: 'Show these assets' }),
    ).toHaveAttribute('href', '/itam/assets?location=l1');
    expect(
      within(dialog).getByRole('button', { name: 'Retire' }),
    ).toBeDisabled();
  });

  it('of the configuration are only read', async () => {
    answer('/locations/l1', aLocation({ configured: true }));
    renderItam('/itam/settings/locations/l1');
    expect(await screen.findByText(/comes from itam.records/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });
});

describe('legal entities', () => {
  it('are listed and retired with a reason, which their history tells', async () => {
    answer('/legal-entities', {
      items: [
        aLegalEntity({
          capitalisationThreshold: { amount: '500.00', currency: 'EUR' },
        }),
      ],
    });
    answer('/legal-entities/e1', aLegalEntity());
    answer('/legal-entities/e1/history', {
      items: [
        {
          id: 'h2',
          version: 2,
          at: '2026-11-02T10:00:00.000Z',
          actor: 'user:default/ann',
          action: 'update',
          reason: 'Renamed',
          changes: { name: { from: 'Old B.V.', to: 'Example B.V.' } },
        },
      ],
    });
    const bodies: unknown[] = [];
    server.use(
      http.post(`${ITAM_URL}/legal-entities/e1/retire`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(
          aLegalEntity({ retiredAt: '2026-11-03T10:00:00.000Z', version: 2 }),
        );
      }),
    );
    renderItam('/itam/settings/legal-entities');
    expect(await screen.findByText('500.00 EUR')).toBeVisible();
    expect(await accessibilityProblems(main())).toEqual([]);

    await userEvent.click(screen.getByRole('link', { name: 'Example B.V.' }));
    expect(
      await screen.findByText('Name: Old B.V. → Example B.V.'),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retire' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      await within(dialog).findByRole('textbox', {
        name: 'Reason, for the history',
      }),
      'Merged',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Retire' }),
    );
    await waitFor(() =>
      expect(bodies).toEqual([{ version: 1, reason: 'Merged' }]),
    );
  });
});

describe('the model catalogue', () => {
  it('shows models with attributes in their units, and edits them by type', async () => {
    answer('/asset-types', {
      items: [
        {
          ...{ id: 'server', title: 'Server', category: 'hardware' },
          ...{ unit: 'asset', lifecycleModel: 'datacentre-hardware' },
          attributes: [
            {
              ...{ name: 'memory', kind: 'number', unit: 'GiB' },
              ...{ required: true, multi: false },
            },
          ],
        },
      ],
    });
    answer('/asset-types/server', aTypeDetail());
    answer(
      '/models/m1',
      aCatalogueModel({
        attributes: { memory: 512 },
        substitutes: [{ id: 'm2', code: 'r750', name: 'PowerEdge R750' }],
      }),
    );
    const bodies: unknown[] = [];
    server.use(
      http.patch(`${ITAM_URL}/models/m1`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(aCatalogueModel({ version: 2 }));
      }),
    );
    renderItam('/itam/settings/models/m1');
    expect(await screen.findByText('512 GiB')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'PowerEdge R750' }),
    ).toHaveAttribute('href', '/itam/settings/models/m2');
    expect(await accessibilityProblems(main())).toEqual([]);

    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const memory = await screen.findByRole('textbox', { name: /Memory/ });
    await userEvent.clear(memory);
    await userEvent.type(memory, '1024');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bodies).toEqual([{ attributes: { memory: 1024 } }]),
    );
  });
});
