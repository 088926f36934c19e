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
import { aLifecycleModel } from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';
import {
  aModelDetail,
  aTypeDetail,
  somePolicies,
} from './__testUtils__/builders';

jest.setTimeout(30_000);

const { server, answer, refuse } = setupItamServer();

beforeAll(() => {
  // The simulated page measures nothing, which the diagram asks for.
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
  });
});

const main = () => screen.getByRole('main');

describe('the settings', () => {
  it('begin with the asset types and lead to every other page', async () => {
    answer('/asset-types', {
      items: [
        {
          id: 'server',
          title: 'Server',
          category: 'hardware',
          unit: 'asset',
          lifecycleModel: 'datacentre-hardware',
          attributes: [],
        },
        {
          id: 'bucket',
          title: 'Bucket',
          category: 'cloud',
          unit: 'asset',
          lifecycleModel: 'cloud-resource',
          attributes: [],
        },
      ],
    });
    renderItam('/itam/settings');

    expect(await screen.findByRole('link', { name: 'Server' })).toBeVisible();
    const pages = within(screen.getByRole('navigation', { name: 'Settings' }));
    expect(
      pages.getAllByRole('link').map(({ textContent }) => textContent),
    ).toEqual([
      'Asset types',
      'Lifecycle models',
      'Relations',
      'Policies',
      'Locations',
      'Legal entities',
      'Model catalogue',
    ]);
    expect(pages.getByRole('link', { name: 'Asset types' })).toHaveAttribute(
      'aria-current',
      'page',
    );

    await userEvent.type(
      screen.getByRole('searchbox', { name: /search types/i }),
      'buck',
    );
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Server' })).toBeNull(),
    );
    expect(screen.getByText('1 type')).toBeVisible();
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('say what an asset type is, with units and reminders in words', async () => {
    answer('/asset-types/server', aTypeDetail());
    renderItam('/itam/settings/asset-types/server');

    expect(
      await screen.findByRole('heading', { name: 'Server' }),
    ).toBeVisible();
    expect(screen.getByText('Number in GiB')).toBeVisible();
    expect(screen.getByText('One of raid1, raid5; several')).toBeVisible();
    expect(screen.getByText('90 days, 30 days')).toBeVisible();
    expect(
      screen.getByText('Straight-line over 60 months, down to 0 %'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'seen by a source within 7 days, counted every 12 months',
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: '12 assets' })).toHaveAttribute(
      'href',
      '/itam/assets?type=server',
    );
    expect(
      screen.getByRole('link', { name: 'Datacentre hardware, version 1' }),
    ).toHaveAttribute(
      'href',
      '/itam/settings/lifecycle-models/datacentre-hardware',
    );
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('show every lifecycle model as a picture', async () => {
    answer('/lifecycle-models', { items: [aLifecycleModel()] });
    renderItam('/itam/settings/lifecycle-models');

    const { title } = aLifecycleModel();
    const section = await screen.findByRole('region', { name: title });
    expect(within(section).getByText('In use')).toBeVisible();
    expect(
      within(section).getByRole('link', { name: `Open ${title}` }),
    ).toBeVisible();
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('say what each transition asks for and does', async () => {
    answer('/lifecycle-models/drone-life', aModelDetail());
    renderItam('/itam/settings/lifecycle-models/drone-life');

    await userEvent.click(await screen.findByRole('button', { name: /^Lose/ }));
    expect(await screen.findByText('Report of the loss')).toBeVisible();
    expect(screen.getByText('(can follow; due within 7 days)')).toBeVisible();
    expect(screen.getByText('Police report')).toBeVisible();
    expect(screen.getByText('No legal hold is open.')).toBeVisible();
    expect(screen.getByText('Otherwise: Have it released.')).toBeVisible();
    expect(screen.getByText('Closes the books.')).toBeVisible();
    expect(screen.getByText(/IT asset manager/)).toBeVisible();
    expect(screen.getByRole('link', { name: '3 assets' })).toHaveAttribute(
      'href',
      '/itam/assets?status=flying&type=drone',
    );
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('move assets out of statuses left behind, once previewed', async () => {
    let left = 2;
    server.use(
      http.get(`${ITAM_URL}/lifecycle-models/drone-life`, () =>
        HttpResponse.json(
          aModelDetail({
            leftBehind: left
              ? [{ id: 'racing', title: 'Racing', version: 1, assets: left }]
              : [],
          }),
        ),
      ),
    );
    const bodies: unknown[] = [];
    server.use(
      http.post(
        `${ITAM_URL}/lifecycle-models/drone-life/migrations`,
        async ({ request }) => {
          const dryRun =
            new URL(request.url).searchParams.get('dryRun') === 'true';
          bodies.push(await request.json());
          const moved = dryRun ? 0 : 1;
          const items = [
            { type: 'drone', from: 'racing', to: 'flying', assets: left },
          ];
          left -= moved;
          return HttpResponse.json({
            ...{ dryRun, model: 'drone-life', toVersion: 2, items, moved },
            remaining: left,
            unmapped: [],
          });
        },
      ),
    );
    renderItam('/itam/settings/lifecycle-models/drone-life');

    await screen.findByRole('button', { name: 'Preview' });
    await userEvent.click(
      screen.getByRole('button', { name: /Racing \(2 assets/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Flying' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Reason, for the history' }),
      'No more races',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('2 assets would be moved.')).toBeVisible();
    expect(screen.getByText('Drone: Racing → Flying, 2 assets')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Move 2 assets' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Statuses left behind')).toBeNull(),
    );
    expect(left).toBe(0);
    expect(bodies).toHaveLength(3);
    expect(bodies[1]).toEqual({
      statuses: { racing: 'flying' },
      reason: 'No more races',
    });
  });

  it('show the kinds of relation with their rules', async () => {
    answer('/relation-kinds', {
      items: [
        {
          type: 'runs-on',
          title: 'Runs on',
          inverseTitle: 'Carries',
          from: { categories: ['software'] },
          to: {},
          toEntities: [],
          acyclic: true,
          single: false,
          failure: 'backward',
          rollUp: true,
        },
      ],
    });
    renderItam('/itam/settings/relations');

    const row = await screen.findByRole('row', { name: /Runs on/ });
    expect(row).toHaveTextContent('Software');
    expect(row).toHaveTextContent('any asset');
    expect(row).toHaveTextContent(
      'never back to itself; owner and location can be taken over; what has it stops with what it leads to',
    );
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('show policies as configured', async () => {
    answer('/settings/policies', somePolicies());
    renderItam('/itam/settings/policies');

    expect(
      await screen.findByText('Category: cloud or data; Stage: use'),
    ).toBeVisible();
    expect(screen.getByText('Owner: group:default/{{value}}')).toBeVisible();
    expect(
      screen.getByText(
        'is missing after 2 readings; held if more than 20 % go at once',
      ),
    ).toBeVisible();
    expect(await accessibilityProblems(main())).toEqual([]);
  });

  it('say what to do when they cannot be read', async () => {
    refuse('/settings/policies', 403, 'NotAllowedError', 'no');
    renderItam('/itam/settings/policies');
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('say that a type is not there', async () => {
    server.use(
      http.get(`${ITAM_URL}/asset-types/unicorn`, () =>
        refusal(404, 'NotFoundError', "There is no asset type 'unicorn'"),
      ),
    );
    renderItam('/itam/settings/asset-types/unicorn');
    expect(
      await screen.findByText("There is no asset type 'unicorn'"),
    ).toBeVisible();
  });
});
