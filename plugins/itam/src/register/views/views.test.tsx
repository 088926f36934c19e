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
import { SavedView, TransitionItem } from '@itam/plugin-itam-common';
import { accessibilityProblems } from '../../__testUtils__/accessibility';
import { anAsset, anAssetDetail } from '../../__testUtils__/builders';
import { ITAM_URL, setupItamServer } from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';

const itam = setupItamServer();

function aView(differences: Partial<SavedView> = {}): SavedView {
  return {
    id: 'v1',
    name: 'Dear things',
    shared: false,
    mine: true,
    version: 4,
    updatedAt: '2026-11-01T00:00:00.000Z',
    content: { filter: { category: ['cloud'] }, sort: '-cost', columns: [] },
    ...differences,
  };
}

async function openMenu(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

describe('views of the list of assets', () => {
  beforeEach(() => {
    itam.answer('/assets', { items: [anAsset()], totalItems: 1 });
  });

  it('show what they keep', async () => {
    itam.answer('/views', {
      items: [aView(), aView({ id: 'v2', name: 'Ours', shared: true })],
    });
    renderItam('/itam/assets');
    await openMenu(/^Views/);
    expect(
      within(screen.getByRole('group', { name: 'For everybody' })).getByText(
        'Ours',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Dear things' }),
    );
    await waitFor(() => {
      const query = itam.queries('/assets').slice(-1)[0];
      expect(query.getAll('category')).toEqual(['cloud']);
      expect(query.get('sort')).toBe('-cost');
    });
    expect(
      await screen.findByRole('button', { name: 'View: Dear things' }),
    ).toBeInTheDocument();
  });

  it('are kept under a name by keyboard alone', async () => {
    const saved: unknown[] = [];
    itam.server.use(
      http.post(`${ITAM_URL}/views`, async ({ request }) => {
        saved.push(await request.json());
        return HttpResponse.json(aView(), { status: 201 });
      }),
    );
    renderItam('/itam/assets?status=in-use&column=owner');
    const button = await screen.findByRole('button', { name: /^Views/ });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('menuitem', { name: 'Save as a view…' });
    await userEvent.keyboard('{End}{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Save as a view',
    });
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText(/Name/), 'In use');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toEqual({
      name: 'In use',
      shared: false,
      content: {
        filter: { status: ['in-use'] },
        sort: 'name',
        columns: ['owner'],
      },
    });
  });

  it('are updated with what is shown now, on the version that was read', async () => {
    const versions: Array<string | null> = [];
    itam.answer('/views', { items: [aView()] });
    itam.server.use(
      http.patch(`${ITAM_URL}/views/v1`, ({ request }) => {
        versions.push(request.headers.get('if-match'));
        return HttpResponse.json(aView({ version: 5 }));
      }),
    );
    renderItam('/itam/assets');
    await openMenu(/^Views/);
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Dear things' }),
    );
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Disputed only' }),
    );
    await openMenu(/Dear things \*/);
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Update “Dear things”' }),
    );
    await waitFor(() => expect(versions).toEqual([expect.stringMatching('4')]));
  });

  it('choose the columns', async () => {
    renderItam('/itam/assets');
    expect(
      await screen.findByRole('columnheader', { name: 'Environment' }),
    ).toBeInTheDocument();
    await openMenu(/Columns/);
    await userEvent.click(screen.getByRole('option', { name: 'Environment' }));
    await userEvent.click(screen.getByRole('option', { name: 'Custodian' }));
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('columnheader', { name: 'Custodian' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('columnheader', { name: 'Environment' }),
    ).not.toBeInTheDocument();
  });
});

describe('a row of the list', () => {
  const move: TransitionItem = {
    id: 'stop',
    title: 'Stop',
    to: ['stopped'],
    roles: ['Technician'],
    allowed: true,
    completable: false,
    reasons: [],
    warnings: [],
    facts: [],
    evidence: [],
    effects: [],
  };

  it('offers what can be done with the asset now', async () => {
    const asset = anAsset({ allowed: ['read', 'update', 'transition'] });
    itam.answer('/assets', { items: [asset], totalItems: 1 });
    itam.answer(`/assets/${asset.id}`, anAssetDetail(asset));
    itam.answer('/assets/:id/transitions', {
      model: { id: 'm', version: 1, title: 'M', statuses: [], transitions: [] },
      status: asset.status,
      since: asset.updatedAt,
      version: asset.version,
      flags: [],
      mayForce: false,
      items: [move],
    });
    renderItam('/itam/assets');
    await openMenu(/^Actions for/);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Stop' }),
    );
    expect(
      await screen.findByRole('dialog', { name: /Stop/ }),
    ).toBeInTheDocument();
  });

  it('offers nothing to who may not move the asset', async () => {
    itam.answer('/assets', {
      items: [anAsset({ allowed: ['read'] })],
      totalItems: 1,
    });
    renderItam('/itam/assets');
    await screen.findByRole('row', { name: /checkout-db/ });
    expect(
      screen.queryByRole('button', { name: /^Actions for/ }),
    ).not.toBeInTheDocument();
  });
});
