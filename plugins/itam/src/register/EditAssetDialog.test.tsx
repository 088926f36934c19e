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

import { AssetDetail, AssetPatch } from '@itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { anAssetDetail } from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { anAssetType } from '../__testUtils__/lifecycleBuilders';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

function acceptChanges() {
  const seen: Array<{ patch: AssetPatch; ifMatch: string | null }> = [];
  itam.server.use(
    http.patch(`${ITAM_URL}/assets/:id`, async ({ request }) => {
      seen.push({
        patch: (await request.json()) as AssetPatch, // what the form sends
        ifMatch: request.headers.get('if-match'),
      });
      return HttpResponse.json(anAssetDetail({ version: 4 }));
    }),
  );
  return seen;
}

/** Refuses the first change, because somebody else was faster. */
function refuseOnce(now: AssetDetail) {
  const seen: Array<{ patch: AssetPatch; ifMatch: string | null }> = [];
  itam.server.use(
    http.patch(`${ITAM_URL}/assets/:id`, async ({ request }) => {
      seen.push({
        patch: (await request.json()) as AssetPatch, // what the form sends
        ifMatch: request.headers.get('if-match'),
      });
      if (seen.length > 1) {
        return HttpResponse.json(now);
      }
      itam.answer('/assets/:id', now);
      return refusal(412, 'PreconditionFailedError', 'version 4 is newer');
    }),
  );
  return seen;
}

const editable = {
  type: 'laptop',
  category: 'hardware',
  allowed: ['read', 'update'],
} as const;

async function open(given: Partial<AssetDetail> = {}) {
  itam.answer(
    '/assets/:id',
    anAssetDetail({ ...editable, allowed: ['read', 'update'], ...given }),
  );
  renderItam('/itam/assets/checkout-db-1a2b3c');
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByRole('textbox', { name: 'Environment' });
  return dialog;
}

async function type(field: string | RegExp, text: string) {
  const input = screen.getByRole('textbox', { name: field });
  await userEvent.clear(input);
  if (text) {
    await userEvent.type(input, text);
  }
}

const save = () =>
  userEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('editing an asset', () => {
  it('is not offered to who may only read', async () => {
    itam.answer('/assets/:id', anAssetDetail({ allowed: ['read'] }));
    renderItam('/itam/assets/checkout-db-1a2b3c');
    await screen.findByRole('heading', { name: 'checkout-db' });

    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('sends only what was changed, on the version it was made on', async () => {
    const seen = acceptChanges();
    await open({ version: 3 });

    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await type('Environment', 'staging');
    await type('Reason', 'was wrong');
    await save();

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(seen).toEqual([
      {
        patch: { environment: 'staging', reason: 'was wrong' },
        ifMatch: '"3"',
      },
    ]);
  });

  it('empties a field that was cleared', async () => {
    const seen = acceptChanges();
    await open({ owner: 'group:default/payments' });

    await userEvent.clear(screen.getByRole('combobox', { name: /Owner/ }));
    // Leaves the list of what was found.
    await userEvent.tab();
    await save();

    await waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0].patch).toEqual({ owner: null });
  });

  it('asks for the technical facts of the type, each in its kind', async () => {
    const seen = acceptChanges();
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
          {
            name: 'ports',
            kind: 'enum',
            values: ['usb-c', 'hdmi'],
            multi: true,
            required: false,
          },
        ],
        keyDates: [
          {
            id: 'warranty-end',
            title: 'Warranty end',
            lead: [],
            to: 'owner',
            hard: false,
          },
        ],
      }),
    );
    const dialog = await open({ attributes: { memory: 16 } });

    expect(dialog.getByText(/Needed before use/)).toBeInTheDocument();
    await type(/Memory \(GiB\)/, '32');
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Hdmi' }));
    await userEvent.type(dialog.getByLabelText('Warranty end'), '2027-01-31');
    await save();

    await waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0].patch).toEqual({
      attributes: { memory: 32, ports: ['hdmi'] },
      dates: { 'warranty-end': '2027-01-31' },
    });
  });

  it('says while typing what would be right', async () => {
    const dialog = await open();

    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Amount of Purchase cost' }),
      '12x',
    );

    expect(dialog.getByText(/must be a decimal string/)).toBeInTheDocument();
    await type('Amount of Purchase cost', '1200.50');
    expect(dialog.queryByText(/must be a decimal string/)).toBeNull();
  });

  it('sends nothing while a field is wrong, and goes to it', async () => {
    const seen = acceptChanges();
    const dialog = await open();

    await type(/^Name/, '');
    await save();

    expect(dialog.getByText('must be given')).toBeInTheDocument();
    await waitFor(() =>
      expect(dialog.getByRole('textbox', { name: /^Name/ })).toHaveFocus(),
    );
    expect(seen).toHaveLength(0);
  });

  it('puts a refusal at the field it is about', async () => {
    itam.server.use(
      http.patch(`${ITAM_URL}/assets/:id`, () =>
        refusal(400, 'InputError', 'body.environment: no such environment'),
      ),
    );
    const dialog = await open();
    await type('Environment', 'moon');
    await save();

    const field = dialog.getByRole('textbox', { name: 'Environment' });
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/no such environment/),
    );
    expect(field).toHaveFocus();
  });

  it('lays two changes of one field side by side, and keeps the chosen one', async () => {
    const theirs = anAssetDetail({
      ...editable,
      allowed: ['read', 'update'],
      version: 4,
      environment: 'test',
      region: 'eu-north-1',
    });
    const seen = refuseOnce(theirs);
    const dialog = await open({ version: 3, environment: 'production' });
    await type('Environment', 'staging');
    await save();

    expect(
      await dialog.findByText('Someone else changed this asset meanwhile'),
    ).toBeInTheDocument();
    expect(dialog.getByText('Before: production')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(dialog.getByRole('radio', { name: 'Theirs: test' }));
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Yours: staging' }),
    );
    await save();

    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toEqual({
      patch: { environment: 'staging' },
      ifMatch: '"4"',
    });
  });

  it('keeps both changes of different fields', async () => {
    const seen = refuseOnce(
      anAssetDetail({
        ...editable,
        allowed: ['read', 'update'],
        version: 4,
        supplier: 'Acme',
      }),
    );
    const dialog = await open({ version: 3 });
    await type('Environment', 'staging');
    await save();

    expect(
      await dialog.findByText('They changed: Supplier'),
    ).toBeInTheDocument();
    await save();
    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toEqual({
      patch: { environment: 'staging' },
      ifMatch: '"4"',
    });
  });

  it('has nothing the accessibility checker finds', async () => {
    await open();

    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
  });
});
