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

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { anAsset, anAssetDetail } from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';
import { testSignals } from '../__testUtils__/signals';

const itam = setupItamServer();
const asset = anAssetDetail({
  name: 'checkout-db',
  version: 3,
  allowed: ['read', 'update'],
});
const page = `/itam/assets/${asset.tag}`;

function readings() {
  return itam.queries(`/assets/${asset.tag}`).length;
}

describe('signals of the register', () => {
  beforeEach(() => {
    itam.answer('/assets/:id', asset);
  });

  it('the page of an asset shows what somebody else has changed', async () => {
    const signals = testSignals();
    renderItam(page, { signals: signals.api });
    await screen.findByRole('heading', { name: 'checkout-db' });

    itam.answer('/assets/:id', { ...asset, name: 'ledger-db', version: 4 });
    act(() => signals.send({ versions: { [asset.id]: 4 }, many: false }));

    expect(
      await screen.findByRole('heading', { name: 'ledger-db' }),
    ).toBeInTheDocument();
  });

  it('the page of an asset is not read again for what it shows already', async () => {
    const signals = testSignals();
    renderItam(page, { signals: signals.api });
    await screen.findByRole('heading', { name: 'checkout-db' });
    const before = readings();

    act(() => {
      signals.send({ versions: { [asset.id]: 3, other: 9 }, many: false });
      signals.send({ versions: { other: 9 }, many: false });
    });
    await new Promise(resolve => setTimeout(resolve, 700));

    expect(readings()).toBe(before);
  });

  it('the list shows what was registered meanwhile', async () => {
    const signals = testSignals();
    itam.answer('/assets', { items: [], totalItems: 0 });
    renderItam('/itam/assets', { signals: signals.api });
    await waitFor(() => expect(itam.queries('/assets').length).toBe(1));

    itam.answer('/assets', {
      items: [anAsset({ name: 'new-cache' })],
      totalItems: 1,
    });
    act(() => signals.send({ versions: {}, many: true }));

    expect(
      await screen.findByRole('link', { name: 'new-cache' }),
    ).toBeInTheDocument();
  });

  it('an open form keeps the version it was opened on', async () => {
    const signals = testSignals();
    const matches: Array<string | null> = [];
    itam.server.use(
      http.patch(`${ITAM_URL}/assets/:id`, ({ request }) => {
        matches.push(request.headers.get('if-match'));
        return refusal(412, 'PreconditionFailedError', 'changed meanwhile');
      }),
    );
    renderItam(page, { signals: signals.api });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Environment' }),
      '-eu',
    );

    itam.server.use(
      http.get(`${ITAM_URL}/assets/:id`, () =>
        HttpResponse.json({ ...asset, name: 'ledger-db', version: 4 }),
      ),
    );
    const before = readings();
    act(() => signals.send({ versions: { [asset.id]: 4 }, many: false }));
    await waitFor(() => expect(readings()).toBe(before + 1));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(matches).toEqual(['"3"']));
  });
});
