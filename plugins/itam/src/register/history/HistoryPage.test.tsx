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
import { aVerification } from '../../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';

const itam = setupItamServer();

function show() {
  renderItam('/itam/work/history');
}

async function verification() {
  const region = await screen.findByRole('region', {
    name: 'Last verification',
  });
  return { region, page: within(region) };
}

describe('the page of the history', () => {
  it('says that the history is intact, and what was looked at', async () => {
    itam.answer(
      '/history/verify/last',
      aVerification({ head: { block: 7, hash: 'abc' }, verified: 12_345 }),
    );
    show();
    const { page, region } = await verification();
    expect(await page.findByText('The history is intact')).toBeInTheDocument();
    expect(page.getByText('12,345')).toBeInTheDocument();
    expect(page.getByText('Block 7: abc')).toBeInTheDocument();
    expect(await accessibilityProblems(region)).toEqual([]);
  });

  it('names what was touched, with a way to each asset', async () => {
    itam.answer(
      '/history/verify/last',
      aVerification({
        state: 'touched',
        problemCount: 2,
        problems: [
          {
            kind: 'line-changed',
            tag: 'orders',
            message: 'Line 4 was changed.',
          },
        ],
      }),
    );
    show();
    const { page, region } = await verification();
    expect(
      await page.findByText(/2 things are not as the register wrote them/),
    ).toBeInTheDocument();
    expect(page.getByText('Line changed')).toBeInTheDocument();
    expect(page.getByText('Line 4 was changed.')).toBeInTheDocument();
    expect(page.getByText('and one more.')).toBeInTheDocument();
    expect(page.getByRole('link', { name: 'Asset orders' })).toHaveAttribute(
      'href',
      '/itam/assets/orders',
    );
    expect(await accessibilityProblems(region)).toEqual([]);
  });

  it('verifies now, part by part to the end', async () => {
    itam.answer('/history/verify/last', aVerification({ state: 'never' }));
    itam.server.use(
      http.get(`${ITAM_URL}/history/verify`, ({ request }) => {
        const further = new URL(request.url).searchParams.has('cursor');
        return HttpResponse.json({
          ...{ verified: 5, unsealed: 0, blocks: 1, assets: 2, problems: [] },
          ...(further
            ? { complete: true }
            : { complete: false, nextCursor: 'next' }),
        });
      }),
    );
    show();
    const { page } = await verification();
    expect(
      await page.findByText('The history has not been verified yet'),
    ).toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Verify now' }));
    expect(await page.findByText('The history is intact')).toBeInTheDocument();
    expect(page.getByText('10')).toBeInTheDocument();
  });

  it('says when the verification did not come to its end', async () => {
    itam.refuse('/history/verify', 500, 'Error', 'out of order');
    show();
    const { page } = await verification();
    await userEvent.click(
      await page.findByRole('button', { name: 'Verify now' }),
    );
    expect(
      await page.findByText('The verification did not come to its end'),
    ).toBeInTheDocument();
    expect(page.getByRole('button', { name: 'Verify now' })).toBeEnabled();
  });
});

describe('the erasure of a name', () => {
  async function fill() {
    show();
    const section = within(
      await screen.findByRole('region', { name: 'Erase a name' }),
    );
    await userEvent.type(section.getByLabelText('Person'), 'user:default/ada');
    await userEvent.type(section.getByLabelText('Reason'), 'left');
    await userEvent.click(
      section.getByRole('button', { name: 'Erase the name…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('Erase user:default/ada for good?'),
    ).toBeInTheDocument();
    return { section, dialog };
  }

  it('asks twice, and tells what came of it', async () => {
    const bodies: unknown[] = [];
    itam.server.use(
      http.post(`${ITAM_URL}/actors/erase`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ records: 3, shownAs: 'erased' });
      }),
    );
    const { section, dialog } = await fill();
    expect(bodies).toEqual([]);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Erase for good' }),
    );
    expect(
      await section.findByText('The name stood in 3 records and is erased.'),
    ).toBeInTheDocument();
    expect(bodies).toEqual([{ ref: 'user:default/ada', reason: 'left' }]);
  });

  it('can be called off, and says why it was refused', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/actors/erase`, () =>
        refusal(409, 'ConflictError', 'still is custodian of assets (1)'),
      ),
    );
    const { section, dialog } = await fill();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await userEvent.click(
      section.getByRole('button', { name: 'Erase the name…' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Erase for good' }),
    );
    expect(
      await section.findByText(/still is custodian of assets/),
    ).toBeInTheDocument();
  });
});
