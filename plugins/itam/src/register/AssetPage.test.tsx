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
import {
  aHistoryEntry,
  aLifecycleModel,
  anAssetDetail,
  aSource,
} from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
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

  it('says which moves are possible, and why another is not', async () => {
    itam.answer('/assets/:id/transitions', {
      model: aLifecycleModel(),
      status: 'in-use',
      items: [
        {
          id: 'stop',
          title: 'Stop',
          to: 'stopped',
          allowed: true,
          reasons: [],
        },
        {
          id: 'mark-for-deletion',
          title: 'Mark for deletion',
          to: 'marked-for-deletion',
          allowed: false,
          reasons: [
            {
              kind: 'guard',
              id: 'no-dependants',
              message: 'Two assets depend on it.',
              wayOut: 'Move them first.',
            },
          ],
        },
      ],
    });
    show();

    const life = await section('Lifecycle');
    const moves = within(
      await life.findByRole('list', { name: 'Moves from here' }),
    );
    expect(moves.getByText('Possible now')).toBeInTheDocument();
    expect(moves.getByText('Not possible now')).toBeInTheDocument();
    expect(moves.getByText('Two assets depend on it.')).toBeInTheDocument();
    expect(moves.getByText('What to do: Move them first.')).toBeInTheDocument();
    expect(life.getByText('Stopped · Possible next')).toBeInTheDocument();
    expect(life.getByText('Marked for deletion')).toBeInTheDocument();
  });

  it('lists relations by kind, each leading to its other end', async () => {
    itam.answer('/assets/:id/relations', {
      items: [
        {
          type: 'provisioned-by',
          direction: 'out',
          origin: 'source:payments-states',
          since: '2026-11-01T00:00:00.000Z',
          asset: {
            id: '9',
            tag: 'payments-infra',
            name: 'payments-infra',
            type: 'iac-stack',
            status: 'in-use',
          },
        },
        {
          type: 'supports',
          direction: 'out',
          origin: 'person',
          since: '2026-11-01T00:00:00.000Z',
          entityRef: 'component:default/checkout',
        },
      ],
    });
    show({ supports: [] });

    const relations = await section('Relations');
    expect(
      await relations.findByRole('heading', { name: 'Provisioned by' }),
    ).toBeInTheDocument();
    expect(
      relations.getByRole('link', { name: 'payments-infra' }),
    ).toHaveAttribute('href', '/itam/assets/payments-infra');
    expect(relations.getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(relations.getByText('stated by a person')).toBeInTheDocument();
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

  it('shows the first dozen of many relations, and all when asked', async () => {
    itam.answer('/assets/:id/relations', {
      items: Array.from({ length: 15 }, (_, n) => ({
        type: 'provisioned-by',
        direction: 'in',
        origin: 'source:payments-states',
        since: '2026-11-01T00:00:00.000Z',
        asset: {
          id: `a${n}`,
          tag: `queue-${n}`,
          name: `queue-${n}`,
          type: 'message-queue',
          status: 'in-use',
        },
      })),
    });
    show();

    const relations = await section('Relations');
    const list = within(
      await relations.findByRole('list', { name: 'Provisions (15)' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(12);
    expect(list.getAllByText('Message queue')).toHaveLength(12);
    await userEvent.click(
      relations.getByRole('button', { name: 'Show all 15' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(15);
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

describe('editing an asset', () => {
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

  async function type(field: string, text: string) {
    const input = screen.getByRole('textbox', { name: field });
    await userEvent.clear(input);
    await userEvent.type(input, text);
  }

  it('is not offered to who may only read', async () => {
    show({ allowed: ['read'] });
    await screen.findByRole('heading', { name: 'checkout-db' });

    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('sends only what was changed, on the version it was made on', async () => {
    const seen = acceptChanges();
    show({ allowed: ['read', 'update'], version: 3 });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));

    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await type('Environment', 'staging');
    await type('Reason', 'was wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

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
    show({ allowed: ['read', 'update'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));

    await userEvent.clear(screen.getByRole('textbox', { name: /Owner/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0].patch).toEqual({ owner: null });
  });

  it('asks to reload when someone else was faster', async () => {
    itam.server.use(
      http.patch(`${ITAM_URL}/assets/:id`, () =>
        refusal(412, 'PreconditionFailedError', 'version 4 is newer'),
      ),
    );
    show({ allowed: ['read', 'update'], version: 3 });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await type('Environment', 'staging');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(
      await screen.findByText('Someone else changed this asset meanwhile'),
    ).toBeInTheDocument();
    itam.answer(
      '/assets/:id',
      anAssetDetail({
        allowed: ['read', 'update'],
        version: 4,
        environment: 'test',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));

    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Environment' })).toHaveValue(
        'test',
      ),
    );
  });

  it('shows the reason when a change is refused', async () => {
    itam.server.use(
      http.patch(`${ITAM_URL}/assets/:id`, () =>
        refusal(400, 'InputError', 'owner: no such group'),
      ),
    );
    show({ allowed: ['read', 'update'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await type('Environment', 'staging');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('owner: no such group')).toBeInTheDocument();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });
});
