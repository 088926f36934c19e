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

import { createExtensionTester } from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import {
  aHeldAsset,
  aLeaver,
  aSummaryOfMine,
  aTransfer,
} from '../__testUtils__/custodyBuilders';
import { ITAM_URL, setupItamServer } from '../__testUtils__/itamServer';
import { renderItam, renderOnEntity } from '../__testUtils__/renderItam';
import { myAssetsWidget } from '../plugin';
import { MineWidget } from './MineWidget';

const itam = setupItamServer();

/** Bodies of the writes below the API. */
function taken(path: string, answer: (body: object) => object) {
  const bodies: object[] = [];
  itam.server.use(
    http.post(`${ITAM_URL}${path}`, async ({ request }) => {
      const body = Object(await request.json());
      bodies.push(body);
      return HttpResponse.json(answer(body));
    }),
  );
  return bodies;
}

async function main() {
  const element = await screen.findByRole('main');
  return { element, page: within(element) };
}

describe('my assets', () => {
  it('list what I use and keep, what my teams own and what waits for me', async () => {
    itam.answer(
      '/mine',
      aSummaryOfMine({
        uses: 1,
        transfersToAccept: 1,
        owned: [
          { ref: 'group:default/payments', title: 'Payments', count: 12 },
        ],
      }),
    );
    itam.answer('/assignments', {
      items: [aHeldAsset({ overdue: true, expectedReturn: '2026-11-02' })],
    });
    itam.answer('/transfers', {
      items: [aTransfer({ allowed: ['accept', 'decline'] })],
    });
    renderItam('/itam/mine');
    const { element, page } = await main();
    const used = within(await page.findByRole('list', { name: 'What I use' }));
    expect(used.getByRole('link', { name: 'orca' })).toHaveAttribute(
      'href',
      '/itam/assets/HW-000001',
    );
    expect(used.getByText('Overdue since 2026-11-02')).toBeInTheDocument();
    expect(
      page.getByRole('link', { name: 'Payments: 12 assets' }),
    ).toHaveAttribute('href', '/itam/assets?owner=group%3Adefault%2Fpayments');
    expect(
      await page.findByRole('button', { name: 'Accept: orca' }),
    ).toBeInTheDocument();
    expect(itam.queries('/open-facts')[0].getAll('assignee')).toEqual([
      'user:default/test',
      'group:default/payments',
    ]);
    expect(await accessibilityProblems(element)).toEqual([]);
  });

  it('let me say that I have something, that I got it, or that I do not', async () => {
    itam.answer('/assignments', { items: [aHeldAsset()] });
    const said = taken('/assets/:id/statements', () => ({ version: 2 }));
    const got = taken('/assignments/assignment-1/acceptance', () =>
      aHeldAsset({ acceptedAt: '2026-11-20T10:00:00.000Z' }),
    );
    renderItam('/itam/mine');
    const { page } = await main();
    const used = within(await page.findByRole('list', { name: 'What I use' }));
    await userEvent.click(
      used.getByRole('button', { name: 'I do not have it: orca' }),
    );
    await waitFor(() => expect(said).toEqual([{ says: 'not-mine' }]));
    await userEvent.click(used.getByRole('button', { name: 'I got it: orca' }));
    await waitFor(() => expect(got).toEqual([{}]));
  });

  it('say what to do when there is nothing', async () => {
    renderItam('/itam/mine');
    const { page } = await main();
    expect(
      await page.findByText('Nothing is assigned to you to use.'),
    ).toBeInTheDocument();
    expect(page.getByText(/say "I have it"/)).toBeInTheDocument();
    expect(
      page.getByText('Nothing belongs to you or your teams.'),
    ).toBeInTheDocument();
  });

  it('say when they may not be seen', async () => {
    itam.refuse('/mine', 403, 'NotAllowedError', 'no');
    renderItam('/itam/mine');
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('stand on a home page in short', async () => {
    itam.answer('/mine', aSummaryOfMine({ transfersToAccept: 2, loansDue: 1 }));
    itam.answer('/assignments', { items: [aHeldAsset()] });
    const { container } = renderOnEntity(<MineWidget />, {
      apiVersion: 'v1',
      kind: 'User',
      metadata: { name: 'me' },
    });
    expect(
      await screen.findByRole('link', { name: '2 transfers to accept' }),
    ).toHaveAttribute('href', '/itam/work/transfers');
    expect(screen.getByText('1 loan to give back')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'orca' })).toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(
      createExtensionTester(myAssetsWidget).get(homePageWidgetDataRef),
    ).toMatchObject({ title: 'My IT assets' });
  });
});

describe('the inbox of transfers', () => {
  it('shows what waits for me first, and other views by choice', async () => {
    itam.answer('/transfers', { items: [aTransfer({ allowed: ['accept'] })] });
    renderItam('/itam/work/transfers');
    const { element, page } = await main();
    expect(await page.findByText('they run it now')).toBeInTheDocument();
    expect(await accessibilityProblems(element)).toEqual([]);
    await userEvent.click(page.getByRole('radio', { name: 'Offered by me' }));
    await waitFor(() =>
      expect(
        itam.queries('/transfers').map(query => query.get('mine')),
      ).toEqual(['to-accept', 'asked']),
    );
  });

  it('says when it is empty', async () => {
    renderItam('/itam/work/transfers');
    expect(await screen.findByText('No transfer is here.')).toBeInTheDocument();
  });
});

describe('the page of leavers', () => {
  it('tells who leaves and how much they hold', async () => {
    itam.answer('/leavers', {
      items: [
        aLeaver(),
        aLeaver({
          ref: 'group:default/old',
          kind: 'group',
          title: undefined,
          state: 'ending',
          endsOn: '2026-12-01',
          goneSince: undefined,
        }),
      ],
    });
    renderItam('/itam/work/leavers');
    const { element, page } = await main();
    expect(await page.findByRole('link', { name: 'Ann' })).toHaveAttribute(
      'href',
      '/itam/work/leavers/user/default/ann',
    );
    expect(page.getByText(/gone from the catalog since/)).toBeInTheDocument();
    expect(page.getByText('leaves on 2026-12-01')).toBeInTheDocument();
    expect(page.getAllByText('keeps 1 · uses 2')).toHaveLength(2);
    expect(await accessibilityProblems(element)).toEqual([]);
  });

  it('hands on everything after a check, and tells each that was refused', async () => {
    itam.answer('/leavers/user/default/ann/holdings', {
      items: [
        {
          assetId: 'a1',
          tag: 'HW-000001',
          name: 'orca',
          type: 'laptop',
          status: 'in-use',
          as: ['consumer', 'owner'],
        },
      ],
    });
    const bodies = taken('/leavers/user/default/ann/settle', body => ({
      done: 1,
      refused: 1,
      items: [
        {
          assetId: 'a1',
          name: 'orca',
          outcome: 'dryRun' in body && body.dryRun ? 'would' : 'done',
          what: 'taken back',
        },
        {
          assetId: 'a2',
          name: 'narwhal',
          outcome: 'refused',
          reason: 'a legal hold keeps it where it is',
        },
      ],
    }));
    renderItam('/itam/work/leavers/user/default/ann');
    const { page } = await main();
    expect(await page.findByText('uses it, owns it')).toBeInTheDocument();
    await userEvent.click(
      page.getByRole('button', { name: 'Hand on or take back' }),
    );
    const dialog = await screen.findByRole('dialog');
    const form = within(dialog);
    expect(form.getByRole('button', { name: 'Do it' })).toBeDisabled();
    await userEvent.click(
      form.getByRole('checkbox', { name: 'Take back what is used' }),
    );
    await userEvent.type(form.getByLabelText(/Reason/), 'she leaves');
    await userEvent.click(form.getByRole('button', { name: 'Check' }));
    expect(
      await form.findByText('1 asset would change, 1 was refused'),
    ).toBeInTheDocument();
    expect(
      form.getByText('narwhal: a legal hold keeps it where it is'),
    ).toBeInTheDocument();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Do it' }));
    expect(
      await form.findByText('1 asset changed, 1 was refused'),
    ).toBeInTheDocument();
    expect(bodies).toEqual([
      { reassign: {}, recall: true, reason: 'she leaves', dryRun: true },
      { reassign: {}, recall: true, reason: 'she leaves', dryRun: false },
    ]);
  });

  it('says when nobody leaves', async () => {
    renderItam('/itam/work/leavers');
    expect(
      await screen.findByText('Nobody who leaves holds anything.'),
    ).toBeInTheDocument();
  });
});
