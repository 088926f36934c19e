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

import { AssetDetail } from '@itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import {
  aHistoryEntry,
  anAssetDetail,
  aSource,
} from '../__testUtils__/builders';
import { setupItamServer } from '../__testUtils__/itamServer';
import {
  aHold,
  anOpenFact,
  aTransition,
  aTransitionList,
  aWantedFact,
} from '../__testUtils__/lifecycleBuilders';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

function show(given: Partial<AssetDetail> = {}) {
  itam.answer('/assets/:id', anAssetDetail(given));
  renderItam('/itam/assets/checkout-db-1a2b3c');
}

async function section(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('the page of an asset', () => {
  it('names the asset, its status, owner and type', async () => {
    itam.answer('/asset-types', {
      items: [
        {
          id: 'cloud-database',
          title: 'Managed database',
          category: 'cloud',
          unit: 'asset',
          lifecycleModel: 'cloud-resource',
          attributes: [],
        },
      ],
    });
    show({ name: 'checkout-db' });

    expect(
      await screen.findByRole('heading', { name: 'checkout-db' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Managed database')).toBeInTheDocument();
    expect(screen.getByText('checkout-db-1a2b3c')).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: 'payments' })[0],
    ).toHaveAttribute('href', '/catalog/default/group/payments');
  });

  it('shows technical facts with their unit and in words', async () => {
    itam.answer('/asset-types', {
      items: [
        {
          id: 'cloud-database',
          title: 'Managed database',
          category: 'cloud',
          unit: 'asset',
          lifecycleModel: 'cloud-resource',
          attributes: [
            {
              name: 'storageSize',
              kind: 'number',
              unit: 'GiB',
              required: false,
              multi: false,
            },
          ],
        },
      ],
    });
    show({ attributes: { storageSize: 100, multiZone: true } });

    const facts = await section('Technical facts');
    expect(facts.getByText('Storage size')).toBeInTheDocument();
    expect(await facts.findByText('100 GiB')).toBeInTheDocument();
    expect(facts.getByText('Multi zone')).toBeInTheDocument();
    expect(facts.getByText('Yes')).toBeInTheDocument();
  });

  it('tells what a source says instead, and why it was not taken', async () => {
    show({
      fields: [
        {
          field: 'owner',
          origin: 'person',
          since: '2026-11-19T08:00:00.000Z',
          locked: true,
          observed: 'group:default/ops',
          observedBy: 'payments-states',
          observedReason: 'the value is locked by a person',
        },
      ],
    });

    const custody = await section('Custody');
    expect(
      custody.getByText(/Set by a person on 2026-11-19/),
    ).toBeInTheDocument();
    expect(
      custody.getByText(
        'payments-states says group:default/ops instead: the value is locked by a person',
      ),
    ).toBeInTheDocument();
  });

  it('marks the present status in the picture of its life, in words', async () => {
    show();

    const life = await section('Lifecycle');
    expect(
      await life.findByText(/Present status: In use, in the stage Use/),
    ).toBeInTheDocument();
    expect(life.getByText('In use · Now')).toBeInTheDocument();
    const stages = life
      .getByRole('list', { name: 'Lifecycle' })
      .querySelectorAll(':scope > li');
    expect(
      [...stages].map(stage => stage.getAttribute('aria-current')),
    ).toEqual([null, 'step', null, null]);
    expect(stages[0]).toHaveTextContent('Plan');
    expect(stages[3]).toHaveTextContent('Dispose');
  });

  it('says which moves are possible, what one needs, and why another is not', async () => {
    itam.answer(
      '/assets/:id/transitions',
      aTransitionList({
        items: [
          aTransition({ id: 'stop', title: 'Stop', to: ['stopped'] }),
          aTransition({
            id: 'rebuild',
            title: 'Rebuild',
            to: ['in-use'],
            allowed: false,
            completable: true,
            facts: [aWantedFact()],
          }),
          aTransition({
            id: 'mark-for-deletion',
            title: 'Mark for deletion',
            to: ['marked-for-deletion'],
            allowed: false,
            reasons: [
              {
                kind: 'guard',
                id: 'no-dependants',
                message: 'Two assets depend on it.',
                wayOut: 'Move them first.',
              },
            ],
          }),
        ],
      }),
    );
    show({ allowed: ['read', 'transition'] });

    const life = await section('Lifecycle');
    const possible = within(
      await life.findByRole('list', { name: 'Possible now' }),
    );
    expect(possible.getByRole('button', { name: 'Stop' })).toBeInTheDocument();
    const completable = within(
      life.getByRole('list', { name: 'Possible once something is given' }),
    );
    expect(completable.getByText('needs 1 fact')).toBeInTheDocument();
    const refused = within(
      life.getByRole('list', { name: 'Not possible now' }),
    );
    expect(refused.getByText('Two assets depend on it.')).toBeInTheDocument();
    expect(
      refused.getByText('What to do: Move them first.'),
    ).toBeInTheDocument();
    expect(refused.queryByRole('button')).toBeNull();
    expect(life.getByText('Stopped · Possible next')).toBeInTheDocument();
  });

  it('offers no move to who may only read', async () => {
    itam.answer(
      '/assets/:id/transitions',
      aTransitionList({ items: [aTransition()] }),
    );
    show({ allowed: ['read'] });

    const life = await section('Lifecycle');
    const moves = await life.findByRole('list', { name: 'Possible now' });
    expect(moves).toHaveTextContent('Stop');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('puts the likeliest moves into the header', async () => {
    itam.answer(
      '/assets/:id/transitions',
      aTransitionList({
        items: [
          aTransition({ id: 'rest', title: 'Rest', to: ['in-use'] }),
          aTransition({ id: 'stop', title: 'Stop', to: ['stopped'] }),
          aTransition({ id: 'end', title: 'End', to: ['deleted'] }),
        ],
      }),
    );
    show({ allowed: ['read', 'transition'] });
    await section('Lifecycle');

    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: 'Stop' })).toHaveLength(2),
    );
    expect(screen.getAllByRole('button', { name: 'End' })).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: 'Rest' })).toHaveLength(1);
  });

  it('tells how long it was in each stage, and its moves so far', async () => {
    itam.answer('/assets/:id/transition-history', {
      items: [
        {
          id: 't1',
          transition: 'deploy',
          title: 'Deploy',
          from: 'planned',
          to: 'in-use',
          fromStage: 'plan',
          toStage: 'use',
          effectiveAt: '2026-11-01T10:00:00.000Z',
          recordedAt: '2026-11-01T10:00:00.000Z',
          actor: 'user:default/ada',
          forced: true,
          secondsBefore: 3 * 86_400,
          version: 2,
        },
      ],
    });
    show();

    const life = await section('Lifecycle');
    expect(await life.findByText('3 days')).toBeInTheDocument();
    await userEvent.click(life.getByRole('button', { name: 'Moves so far' }));
    const moves = within(life.getByRole('list', { name: 'Moves so far' }));
    expect(moves.getByText('Deploy: Planned → In use')).toBeInTheDocument();
    expect(moves.getByText('Forced')).toBeInTheDocument();
  });

  it('leads to each of its parts', async () => {
    show();

    const contents = within(
      await screen.findByRole('navigation', { name: 'On this page' }),
    );
    await userEvent.click(contents.getByRole('link', { name: 'History' }));
    expect(document.getElementById('history')).toHaveFocus();
  });

  it('says above all that it is under legal hold', async () => {
    itam.answer('/holds', { items: [aHold({ matter: 'Case 42' })] });
    show({ flags: ['legal-hold'] });

    const banner = await section('Legal holds');
    expect(await banner.findByText('Matter: Case 42')).toBeInTheDocument();
    expect(screen.getByText('Marks')).toBeInTheDocument();
  });

  it('has nothing the accessibility checker finds', async () => {
    itam.answer(
      '/assets/:id/transitions',
      aTransitionList({
        items: [
          aTransition(),
          aTransition({ id: 'end', title: 'End', allowed: false }),
        ],
      }),
    );
    itam.answer('/open-facts', { items: [anOpenFact({ overdue: true })] });
    show({
      allowed: ['read', 'update', 'transition', 'hold'],
      flags: ['legal-hold'],
      dates: { 'warranty-end': '2027-01-01' },
      purchaseCost: { amount: '10.00', currency: 'EUR' },
    });
    await section('Lifecycle');
    await screen.findByText('Overdue since 2026-12-01');

    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  it('tells the history: who changed what, from what to what', async () => {
    itam.answer('/assets/:id/history', {
      items: [
        aHistoryEntry({
          actor: 'user:default/ada',
          action: 'update',
          reason: 'team moved',
          changes: {
            owner: { from: 'group:default/ops', to: 'group:default/payments' },
          },
        }),
      ],
    });
    show();

    const history = await section('History');
    expect(
      await history.findByText(
        'Owner: group:default/ops → group:default/payments',
      ),
    ).toBeInTheDocument();
    expect(history.getByText('Reason: team moved')).toBeInTheDocument();
    expect(history.getByRole('link', { name: 'ada' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ada',
    );
  });

  it('folds away what an asset was registered with', async () => {
    itam.answer('/assets/:id/history', {
      items: [
        aHistoryEntry({
          action: 'register',
          changes: { name: { to: 'checkout-db' }, account: { to: '1111' } },
        }),
      ],
    });
    show();

    const history = await section('History');
    const summary = await history.findByText('2 facts');
    expect(history.getByText('Account: 1111')).not.toBeVisible();
    await userEvent.click(summary);
    expect(history.getByText('Account: 1111')).toBeVisible();
  });

  it('calls sources by their title, leading to them', async () => {
    itam.answer('/sources', { items: [aSource()] });
    itam.answer('/assets/:id/history', { items: [aHistoryEntry()] });
    show();

    const history = await section('History');
    expect(
      await history.findByRole('link', { name: 'Payments states' }),
    ).toHaveAttribute('href', '/itam/discovery/payments-states');
  });

  it('says why the catalog does not have it', async () => {
    show({ publicationError: 'the owner does not exist' });

    expect(
      await screen.findByText('Not in the catalog: the owner does not exist'),
    ).toBeInTheDocument();
  });

  it('begins the title of the browser page with its name', async () => {
    show({ name: 'checkout-db' });

    await waitFor(() =>
      expect(document.title).toMatch(/^checkout-db \| IT assets/),
    );
  });

  it('searches what is folded under the asset', async () => {
    itam.answer('/assets/:id/folded', {
      items: [
        {
          id: 'f1',
          sourceId: 'payments-states',
          name: 'allow-https',
          type: 'security-rule',
          place: 'payments.tfstate aws_security_group_rule.https',
          attributes: {},
          firstSeenAt: '2026-11-01T00:00:00.000Z',
          lastSeenAt: '2026-11-20T00:00:00.000Z',
          state: 'present',
        },
      ],
    });
    show({ foldedCount: 1 });
    const folded = await section('Folded under it (1)');
    expect(await folded.findByText('allow-https')).toBeInTheDocument();

    await userEvent.type(folded.getByRole('searchbox'), 'https');

    await waitFor(() =>
      expect(
        itam
          .queries('/assets/01930000-0000-7000-8000-000000000001/folded')
          .slice(-1)[0]
          .get('q'),
      ).toBe('https'),
    );
  });

  it('says where sources saw it', async () => {
    show({
      observations: [
        {
          sourceId: 'payments-states',
          place: 'payments.tfstate aws_db_instance.checkout',
          firstSeenAt: '2026-11-01T00:00:00.000Z',
          lastSeenAt: '2026-11-20T00:00:00.000Z',
          state: 'present',
        },
      ],
    });

    const seen = await section('Seen by');
    expect(seen.getByRole('link', { name: 'payments-states' })).toHaveAttribute(
      'href',
      '/itam/discovery/payments-states',
    );
    expect(
      seen.getByText('payments.tfstate aws_db_instance.checkout'),
    ).toBeInTheDocument();
  });

  it('leads to the entity it is published as', async () => {
    show({ publishedAs: 'resource:default/checkout-db-1a2b3c' });

    expect(
      await screen.findByRole('link', { name: 'Open in the catalog' }),
    ).toHaveAttribute('href', '/catalog/default/resource/checkout-db-1a2b3c');
  });

  it('says that an asset does not exist', async () => {
    itam.refuse('/assets/:id', 404, 'NotFoundError', 'No asset nowhere.');
    renderItam('/itam/assets/nowhere');

    expect(await screen.findByText(/No asset nowhere\./)).toBeInTheDocument();
  });
});
