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

import {
  AssetDetail,
  NewRelation,
  RelationItem,
} from '@itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { anAsset, anAssetDetail } from '../__testUtils__/builders';
import { costs, figures } from '../__testUtils__/costBuilders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import {
  aMapNode,
  anImpact,
  aRelatedAsset,
  aRelation,
  aRelationMap,
  relationKinds,
} from '../__testUtils__/relationBuilders';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

function show(given: Partial<AssetDetail> = {}) {
  itam.answer('/relation-kinds', { items: relationKinds() });
  itam.answer('/assets/:id', anAssetDetail(given));
  renderItam('/itam/assets/checkout-db-1a2b3c');
}

function related(...items: RelationItem[]) {
  itam.answer('/assets/:id/relations', { items });
}

async function section(name: string) {
  return within(await screen.findByRole('region', { name }));
}

/** Takes what is sent to a path; answers that it was done. */
function takeChanges(path: string, status = 201) {
  const taken: Array<{ path: string; body: unknown }> = [];
  itam.server.use(
    http.post(`${ITAM_URL}${path}`, async ({ request }) => {
      taken.push({
        path: new URL(request.url).pathname,
        body: await request.json(),
      });
      return HttpResponse.json(
        { assetId: '1', tag: 'checkout-db-1a2b3c', version: 4 },
        { status },
      );
    }),
  );
  return taken;
}

/** Types into a finder and leaves it, so that what it found is put away. */
async function write(field: RegExp, text: string) {
  const input = await screen.findByRole('combobox', { name: field });
  await userEvent.type(input, text);
  await userEvent.tab();
  return input;
}

async function choose(field: string, option: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(field) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('the relations of an asset', () => {
  it('are listed by kind, each leading to its other end', async () => {
    related(
      aRelation({
        id: 'r1',
        type: 'provisioned-by',
        origin: 'source:payments-states',
        asset: aRelatedAsset(),
      }),
      aRelation({ id: 'r2' }),
    );
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

  it('are shown a dozen at a time, and all when asked', async () => {
    related(
      ...Array.from({ length: 15 }, (_, n) =>
        aRelation({
          id: `r${n}`,
          type: 'provisioned-by',
          direction: 'in',
          asset: aRelatedAsset({
            id: `a${n}`,
            tag: `queue-${n}`,
            type: 'message-queue',
          }),
        }),
      ),
    );
    show();

    const relations = await section('Relations');
    const list = within(
      await relations.findByRole('list', { name: 'Provisions (15)' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(12);
    await userEvent.click(
      relations.getByRole('button', { name: 'Show all 15' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(15);
  });

  it('say what a part takes over, and that something may not be seen', async () => {
    related(
      aRelation({
        id: 'r1',
        type: 'part-of',
        asset: aRelatedAsset({ name: 'chassis' }),
        rollUp: ['owner', 'location'],
      }),
      aRelation({
        id: 'r2',
        type: 'depends-on',
        direction: 'in',
        entityRef: undefined,
      }),
    );
    show();

    const relations = await section('Relations');
    expect(
      await relations.findByText('Follows it in: owner, location'),
    ).toBeInTheDocument();
    expect(relations.getByText('An asset you may not see')).toBeInTheDocument();
  });

  it('cannot be changed by those who may only read', async () => {
    related(aRelation());
    show({ allowed: ['read'] });

    const relations = await section('Relations');
    await relations.findByRole('link', { name: 'checkout' });
    expect(
      relations.queryByRole('button', { name: 'Add relation' }),
    ).toBeNull();
    expect(relations.queryByRole('button', { name: /Take away/ })).toBeNull();
  });

  it('are taken away after asking once more', async () => {
    const taken = takeChanges('/assets/:id/relations/removal', 200);
    related(
      aRelation({ id: 'r1' }),
      aRelation({
        id: 'r2',
        type: 'provisioned-by',
        origin: 'source:payments-states',
        asset: aRelatedAsset(),
      }),
    );
    show({ allowed: ['read', 'update'] });

    const relations = await section('Relations');
    const buttons = await relations.findAllByRole('button', {
      name: /Take away/,
    });
    // what a source declares is not a person's to take away
    expect(buttons).toHaveLength(1);
    await userEvent.click(buttons[0]);
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/checkout-db will no longer be related: Supports/),
    ).toBeInTheDocument();
    expect(taken).toEqual([]);
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Reason' }),
      'moved',
    );
    related();
    await userEvent.click(dialog.getByRole('button', { name: 'Take away' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(taken).toMatchObject([
      {
        body: {
          type: 'supports',
          toEntityRef: 'component:default/checkout',
          reason: 'moved',
        },
      },
    ]);
    expect(
      await relations.findByText('No relation is known.'),
    ).toBeInTheDocument();
  });

  it('tell why one was not taken away', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/assets/:id/relations/removal`, () =>
        refusal(409, 'ConflictError', 'the source terraform declares it'),
      ),
    );
    related(aRelation());
    show({ allowed: ['read', 'update'] });

    const relations = await section('Relations');
    await userEvent.click(
      await relations.findByRole('button', { name: /Take away/ }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take away' }),
    );
    expect(
      await screen.findByText('the source terraform declares it'),
    ).toBeInTheDocument();
  });
});

describe('adding a relation', () => {
  async function open(given: Partial<AssetDetail> = {}) {
    show({ allowed: ['read', 'update'], ...given });
    const relations = await section('Relations');
    await userEvent.click(
      await relations.findByRole('button', { name: 'Add relation' }),
    );
    await screen.findByRole('dialog');
  }

  it('asks for the kind, searches what it may lead to, and sends it', async () => {
    const taken = takeChanges('/assets/:id/relations');
    itam.answer('/assets', {
      items: [
        anAsset({ id: '7', tag: 'ch-1', name: 'Chassis one' }),
        anAsset({ tag: 'checkout-db-1a2b3c', name: 'itself' }),
      ],
    });
    await open();
    await choose('Choose a relation', 'Part of');
    await userEvent.type(
      await screen.findByRole('combobox', { name: /Asset/ }),
      'ch',
    );
    await userEvent.click(await screen.findByRole('option', { name: /ch-1/ }));
    expect(screen.queryByRole('option', { name: /checkout-db/ })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Owner' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent: NewRelation = {
      type: 'part-of',
      to: 'ch-1',
      rollUp: ['owner'],
    };
    expect(taken).toEqual([
      { path: expect.stringMatching(/0001\/relations$/), body: sent },
    ]);
  });

  it('gives the other asset the relation, seen from the other side', async () => {
    const taken = takeChanges('/assets/:id/relations');
    await open();
    await choose('Choose a relation', 'Needed by');
    await write(/Asset/, 'app-1');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));

    await waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]).toEqual({
      path: '/api/itam/assets/app-1/relations',
      body: { type: 'depends-on', to: 'checkout-db-1a2b3c' },
    });
  });

  it('leads to a catalog entity where the kind does', async () => {
    const taken = takeChanges('/assets/:id/relations');
    await open();
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    await choose('Choose a relation', 'Supports');
    await write(/Catalog entity/, 'component:default/cart');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));

    await waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0].body).toEqual({
      type: 'supports',
      toEntityRef: 'component:default/cart',
    });
  });

  it('shows why it was refused and keeps what was entered', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/assets/:id/relations`, () =>
        refusal(400, 'InputError', 'body.to: there is no asset app-9'),
      ),
    );
    await open();
    await choose('Choose a relation', 'Depends on');
    const asset = await write(/Asset/, 'app-9');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));

    expect(
      await screen.findByText('body.to: there is no asset app-9'),
    ).toBeInTheDocument();
    expect(asset).toHaveValue('app-9');
  });

  it('has nothing an accessibility checker finds', async () => {
    await open();
    await choose('Choose a relation', 'Part of');
    expect(
      await accessibilityProblems(await screen.findByRole('dialog')),
    ).toEqual([]);
  });
});

describe('the map around an asset', () => {
  const around = aRelationMap({
    nodes: [
      aMapNode('checkout-db-1a2b3c', 0, { name: 'checkout-db' }),
      aMapNode('host-1', 1, { type: 'server' }),
      {
        id: 'component:default/cart',
        distance: 2,
        entity: {
          ref: 'component:default/cart',
          kind: 'component',
          owner: 'group:default/shop',
          present: true,
        },
      },
    ],
    edges: [{ from: 'checkout-db-1a2b3c', to: 'host-1', type: 'runs-on' }],
    truncated: true,
    hidden: 2,
  });

  it('reaches as far and along what the reader chooses', async () => {
    related(aRelation());
    itam.answer('/assets/:id/map', around);
    show();

    const relations = await section('Relations');
    await choose('Reach', '3 steps');
    await choose('Kinds of relation', 'Runs on');
    await userEvent.keyboard('{Escape}');

    const id = anAssetDetail().id;
    await waitFor(() =>
      expect(
        Object.fromEntries(itam.queries(`/assets/${id}/map`).at(-1) ?? []),
      ).toMatchObject({ depth: '3', types: 'runs-on' }),
    );
    expect(
      await relations.findByText(/There is more than the 3 boxes shown/),
    ).toBeInTheDocument();
    expect(
      relations.getByText('2 neighbours you may not see are left out.'),
    ).toBeInTheDocument();
  });

  it('has a page of its own, whose address says what it shows', async () => {
    itam.answer('/relation-kinds', { items: relationKinds() });
    itam.answer('/assets/:id/map', around);
    renderItam('/itam/assets/checkout-db-1a2b3c/map?depth=4&type=runs-on');

    expect(
      await screen.findByRole('heading', {
        name: 'Map around checkout-db-1a2b3c',
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: '2 steps away' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'host-1' })).toHaveAttribute(
      'href',
      '/itam/assets/host-1',
    );
    expect(screen.getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart',
    );
    expect(
      Object.fromEntries(
        itam.queries('/assets/checkout-db-1a2b3c/map').at(-1) ?? [],
      ),
    ).toMatchObject({ depth: '4', types: 'runs-on', limit: '200' });
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  describe('on a screen that is wide enough', () => {
    const { matchMedia } = window;
    beforeEach(() => {
      // The simulated page has no layout, which the drawing asks for.
      Object.assign(SVGElement.prototype, {
        getBBox: () => ({ x: 0, y: 0, width: 190, height: 48 }),
      });
      window.matchMedia = query =>
        Object.assign(new EventTarget(), {
          matches: query === '(min-width: 700px)',
          media: query,
          onchange: null,
          addListener: () => undefined,
          removeListener: () => undefined,
        });
    });
    afterEach(() => {
      Reflect.deleteProperty(SVGElement.prototype, 'getBBox');
      window.matchMedia = matchMedia;
    });

    it('is a drawing whose boxes lead to their pages', async () => {
      itam.answer('/relation-kinds', { items: relationKinds() });
      itam.answer('/assets/:id/map', around);
      renderItam('/itam/assets/checkout-db-1a2b3c/map');

      const drawing = await screen.findByRole('group', {
        name: /^Map around checkout-db/,
      });
      const host = await within(drawing).findByRole('link', {
        name: /host-1/,
      });
      expect(host).toHaveAttribute('href', '/itam/assets/host-1');
      expect(
        within(drawing).getByRole('link', { name: /cart/ }),
      ).toHaveAttribute('href', '/catalog/default/component/cart');
      expect(within(drawing).getByText('checkout-db')).toBeInTheDocument();
      expect(await accessibilityProblems(drawing)).toEqual([]);

      itam.answer('/assets/:id', anAssetDetail({ name: 'the host' }));
      await userEvent.click(host);
      expect(
        await screen.findByRole('heading', { name: 'the host' }),
      ).toBeInTheDocument();
    });
  });

  it('says that the asset is not there', async () => {
    itam.refuse('/assets/:id/map', 404, 'NotFoundError', 'there is no asset x');
    renderItam('/itam/assets/x/map');
    expect(await screen.findByText('there is no asset x')).toBeInTheDocument();
  });
});

describe('what stops when an asset stops', () => {
  const step = (type: string, direction: 'in' | 'out', title: string) => ({
    type,
    direction,
    id: title,
    title,
  });

  it('is told with services, owners, cost and the reason', async () => {
    itam.answer(
      '/assets/:id/impact',
      anImpact({
        entities: {
          total: 1,
          items: [
            {
              ref: 'component:default/cart',
              kind: 'component',
              title: 'Cart',
              owner: 'group:default/shop',
              present: true,
              path: [
                step('runs-on', 'in', 'app'),
                step('supports', 'out', 'Cart'),
              ],
              ...{ costs: costs(figures('12.50')) },
            },
          ],
        },
        assets: {
          total: 1,
          items: [
            {
              ...aRelatedAsset({ tag: 'app-1', name: 'app' }),
              path: [step('runs-on', 'in', 'app')],
            },
          ],
        },
        owners: [{ ref: 'group:default/shop', entities: 1, assets: 1 }],
        costs: { month: '2026-10', ...costs(figures('12.50')) },
        hidden: 1,
      }),
    );
    show();

    const impact = await section('If this stops…');
    expect(
      await impact.findByText(
        '1 service or other catalog entity stops too, and 1 other asset',
      ),
    ).toBeInTheDocument();
    expect(
      impact.getByText(/Cost of what stops, October 2026/),
    ).toBeInTheDocument();
    expect(impact.getAllByText(/12\.50/)).toHaveLength(2);
    expect(
      impact.getByText('Because: carries app → supports Cart'),
    ).toBeInTheDocument();
    expect(impact.getAllByRole('link', { name: 'shop' })).not.toHaveLength(0);
    expect(impact.getByRole('link', { name: 'app' })).toHaveAttribute(
      'href',
      '/itam/assets/app-1',
    );
    expect(
      impact.getByText(/1 affected asset you may not see is left out/),
    ).toBeInTheDocument();
  });

  it('is nothing where nothing stands on it', async () => {
    show();
    const impact = await section('If this stops…');
    expect(
      await impact.findByText('Nothing else is known to stop.'),
    ).toBeInTheDocument();
  });

  it('can be asked again when it could not be read', async () => {
    itam.refuse('/assets/:id/impact', 500, 'Error', 'no database');
    show();
    const impact = await section('If this stops…');
    const retry = await impact.findByRole('button', { name: 'Try again' });
    itam.answer('/assets/:id/impact', anImpact());
    await userEvent.click(retry);
    expect(
      await impact.findByText('Nothing else is known to stop.'),
    ).toBeInTheDocument();
  });
});
