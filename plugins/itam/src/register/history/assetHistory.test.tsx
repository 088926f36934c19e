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

import { AssetAsOf } from '@itam/plugin-itam-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibility';
import {
  aHistoryEntry,
  anAssetDetail,
  aVerification,
} from '../../__testUtils__/builders';
import { setupItamServer } from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';

const itam = setupItamServer();

const asset = anAssetDetail({
  owner: 'group:default/payments',
  attributes: { engine: 'mysql' },
});
const below = `/assets/${asset.id}`;

function aPastAsset(given: Partial<AssetAsOf> = {}): AssetAsOf {
  return {
    assetId: asset.id,
    at: '2026-11-05T23:59:59.999Z',
    time: 'effective',
    version: 2,
    effectiveAt: '2026-11-04T10:00:00.000Z',
    recordedAt: '2026-11-04T10:00:00.000Z',
    facts: { name: 'checkout-db', owner: 'group:default/ops' },
    attributes: { engine: 'postgres' },
    labels: {},
    keys: [],
    relations: ['supports component:default/checkout (person)'],
    locked: [],
    observed: {},
    beside: {},
    ...given,
  };
}

async function showHistory() {
  itam.answer('/assets/:id', asset);
  renderItam('/itam/assets/checkout-db-1a2b3c');
  const region = await screen.findByRole('region', { name: 'History' });
  return { region, history: within(region) };
}

describe('the changes of an asset', () => {
  it('are filtered by what was done, who did it, and when', async () => {
    itam.answer('/assets/:id/history', { items: [aHistoryEntry()] });
    const { history } = await showHistory();
    const last = () => itam.queries(`${below}/history`).slice(-1)[0];

    await userEvent.click(
      history.getByRole('button', { name: /What was done/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Moved on' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(last().get('action')).toBe('transition'));

    await userEvent.type(history.getByRole('searchbox'), 'ada');
    await waitFor(() => expect(last().get('actor')).toBe('user:default/ada'));

    fireEvent.change(history.getByLabelText('From'), {
      target: { value: '2026-11-01' },
    });
    await waitFor(() => expect(last().get('from')).toBe('2026-11-01'));
    expect(last().get('time')).toBe('effective');

    await userEvent.click(
      history.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(last().get('actor')).toBeNull());
    expect(last().get('from')).toBeNull();
  });

  it('say so when none fits', async () => {
    const { history } = await showHistory();
    expect(
      await history.findByText('No change is recorded.'),
    ).toBeInTheDocument();
    await userEvent.type(history.getByRole('searchbox'), 'bob');
    expect(
      await history.findByText('No change fits these filters.'),
    ).toBeInTheDocument();
  });

  it('name nobody whose name was erased, and lead to the run of a source', async () => {
    itam.answer('/assets/:id/history', {
      items: [
        aHistoryEntry({ id: 'h2', actor: 'erased', action: 'transition' }),
        aHistoryEntry({ runId: 'run-1' }),
      ],
    });
    const { history, region } = await showHistory();
    const [latest, read] = await history.findAllByRole('listitem');
    expect(latest).toHaveTextContent(
      /^Moved on by a person whose name was erased/,
    );
    expect(
      within(read).getByRole('link', { name: 'Run that brought it' }),
    ).toHaveAttribute('href', '/itam/discovery/payments-states/runs/run-1');
    expect(await accessibilityProblems(region)).toEqual([]);
  });
});

describe('an asset as it was', () => {
  async function showPast() {
    const shown = await showHistory();
    await userEvent.click(
      shown.history.getByRole('radio', { name: 'As it was on' }),
    );
    return shown;
  }

  it('shows the facts of the day picked, and what they are now', async () => {
    itam.answer('/assets/:id/as-of', aPastAsset());
    const { history, region } = await showPast();
    expect(
      history.getByText(/Pick a day to see the facts/),
    ).toBeInTheDocument();
    fireEvent.change(history.getByLabelText('Day'), {
      target: { value: '2026-11-05' },
    });

    expect(
      await history.findByText(/Version 2, as it was at the end of that day/),
    ).toBeInTheDocument();
    expect(history.getByText('group:default/ops')).toBeInTheDocument();
    expect(
      history.getByText('Now: group:default/payments'),
    ).toBeInTheDocument();
    expect(history.getByText('postgres')).toBeInTheDocument();
    expect(history.getByText('Now: mysql')).toBeInTheDocument();
    expect(history.queryByText('Now: checkout-db')).not.toBeInTheDocument();
    expect(history.getByText('component:default/checkout')).toBeInTheDocument();
    const [query] = itam.queries(`${below}/as-of`);
    expect([query.get('date'), query.get('time')]).toEqual([
      '2026-11-05',
      'effective',
    ]);
    expect(await accessibilityProblems(region)).toEqual([]);
  });

  it('says that it was not registered then', async () => {
    itam.refuse('/assets/:id/as-of', 404, 'NotFoundError', 'not registered');
    const { history } = await showPast();
    fireEvent.change(history.getByLabelText('Day'), {
      target: { value: '2020-01-01' },
    });
    expect(
      await history.findByText('It was not registered then'),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    itam.refuse('/assets/:id/as-of', 500, 'Error', 'out of order');
    const { history } = await showPast();
    fireEvent.change(history.getByLabelText('Day'), {
      target: { value: '2026-11-05' },
    });
    expect(await history.findByText(/out of order/)).toBeInTheDocument();
  });
});

describe('two versions of an asset', () => {
  it('are compared, the last two to begin with', async () => {
    itam.answer('/assets/:id/history/diff', {
      assetId: asset.id,
      from: 2,
      to: 3,
      changes: { owner: { from: 'group:default/ops', to: 'group:default/x' } },
    });
    const { history, region } = await showHistory();
    await userEvent.click(
      history.getByRole('radio', { name: 'Compare versions' }),
    );
    expect(
      await history.findByText('Owner: group:default/ops → group:default/x'),
    ).toBeInTheDocument();
    expect(
      history.getByText('What changed from version 2 to version 3'),
    ).toBeInTheDocument();
    const [query] = itam.queries(`${below}/history/diff`);
    expect([query.get('from'), query.get('to')]).toEqual(['2', '3']);
    expect(await accessibilityProblems(region)).toEqual([]);

    itam.answer('/assets/:id/history/diff', {
      assetId: asset.id,
      from: 1,
      to: 3,
      changes: {},
    });
    const from = history.getByRole('textbox', { name: 'From version' });
    await userEvent.clear(from);
    await userEvent.type(from, '1');
    await userEvent.tab();
    expect(
      await history.findByText('These versions do not differ.'),
    ).toBeInTheDocument();
  });
});

describe('whether the history of an asset can be relied on', () => {
  it('is said to those who may know', async () => {
    const { history } = await showHistory();
    expect(
      await history.findByText(/History is intact, verified/),
    ).toBeInTheDocument();
  });

  it('is said of this asset in particular', async () => {
    itam.answer(
      '/history/verify/last',
      aVerification({
        state: 'touched',
        problemCount: 1,
        problems: [
          { kind: 'line-changed', assetId: asset.id, message: 'Line 1 …' },
        ],
      }),
    );
    const { history } = await showHistory();
    expect(
      await history.findByText(
        'History was touched This asset is among what was touched.',
      ),
    ).toBeInTheDocument();
    expect(history.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/itam/work/history',
    );
  });

  it('is not said to others', async () => {
    itam.refuse('/history/verify/last', 403, 'NotAllowedError', 'no');
    itam.answer('/assets/:id/history', { items: [aHistoryEntry()] });
    const { history } = await showHistory();
    expect(await history.findByRole('listitem')).toHaveTextContent('Observed');
    expect(history.queryByText(/History is/)).not.toBeInTheDocument();
  });
});
