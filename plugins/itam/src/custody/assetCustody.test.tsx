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
import { anAssetDetail } from '../__testUtils__/builders';
import {
  aCustody,
  aDiscrepancy,
  anAssignment,
  aTransfer,
} from '../__testUtils__/custodyBuilders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam, renderOnEntity } from '../__testUtils__/renderItam';
import { CustodySection } from './CustodySection';

const itam = setupItamServer();

const asset = anAssetDetail({ id: 'a1', tag: 'HW-000001', name: 'orca' });

/** Bodies of the writes below the API, by path. */
function taken(path: string, answer: object = aCustody()) {
  const bodies: unknown[] = [];
  itam.server.use(
    http.post(`${ITAM_URL}${path}`, async ({ request }) => {
      bodies.push(await request.json());
      return HttpResponse.json(answer);
    }),
  );
  return bodies;
}

async function section(name = 'Who has it') {
  const region = await screen.findByRole('region', { name });
  return { region, page: within(region) };
}

function show(custody?: Parameters<typeof aCustody>[0]) {
  if (custody) {
    itam.answer('/assets/a1/custody', aCustody(custody));
  }
  renderOnEntity(<CustodySection asset={asset} onChanged={() => {}} />, {
    apiVersion: 'v1',
    kind: 'User',
    metadata: { name: 'me' },
  });
}

describe('custody of an asset', () => {
  it('stands on its page', async () => {
    itam.answer('/assets/HW-000001', asset);
    renderItam('/itam/assets/HW-000001');
    const { page } = await section();
    expect(await page.findByText('It is with nobody.')).toBeInTheDocument();
  });

  it('tells who owns, keeps and uses it, since when, and who is gone', async () => {
    show({
      owner: { ref: 'group:default/payments', title: 'Payments', gone: false },
      custodian: { ref: 'user:default/old', gone: true },
      open: [
        anAssignment({
          expectedReturn: '2026-11-02',
          overdue: true,
          exclusive: false,
        }),
      ],
      heldBack: 'a legal hold keeps it where it is',
    });
    const { region, page } = await section();
    expect(await page.findByText('Payments')).toBeInTheDocument();
    expect(page.getByText('(no longer in the catalog)')).toBeInTheDocument();
    expect(page.getByText('nobody')).toBeInTheDocument();
    expect(page.getByText('Overdue since 2026-11-02')).toBeInTheDocument();
    expect(
      page.getByText(/cannot change hands: a legal hold/),
    ).toBeInTheDocument();
    expect(
      page.queryByRole('button', { name: 'Hand out' }),
    ).not.toBeInTheDocument();
    expect(await accessibilityProblems(region)).toEqual([]);
  });

  it('hands it out by keyboard alone, and puts what is refused at its field', async () => {
    show({ allowed: ['assign'] });
    itam.server.use(
      http.post(`${ITAM_URL}/assets/a1/assignments`, () =>
        refusal(
          400,
          'InputError',
          'body.holder: the catalog has no user:default/x',
        ),
      ),
    );
    const { page } = await section();
    (await page.findByRole('button', { name: 'Hand out' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    const form = within(dialog);
    await userEvent.click(form.getByRole('button', { name: 'Hand out' }));
    expect(await form.findAllByText('must be given')).not.toHaveLength(0);
    const holder = form.getByRole('combobox', { name: /Who/ });
    await userEvent.type(holder, 'user:default/x');
    await userEvent.tab();
    await userEvent.click(form.getByRole('button', { name: 'Hand out' }));
    expect(
      (await form.findAllByText(/the catalog has no user:default\/x/)).length,
    ).toBeGreaterThan(0);
    const bodies = taken('/assets/a1/assignments');
    await userEvent.click(form.getByRole('button', { name: 'Hand out' }));
    await waitFor(() =>
      expect(bodies).toEqual([{ kind: 'consumer', holder: 'user:default/x' }]),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('asks whether somebody is to be replaced, and until when a loan lasts', async () => {
    show({ allowed: ['assign'], open: [anAssignment()] });
    const bodies = taken('/assets/a1/assignments');
    const { page } = await section();
    await userEvent.click(
      await page.findByRole('button', { name: 'Hand out' }),
    );
    const dialog = await screen.findByRole('dialog');
    const form = within(dialog);
    await userEvent.click(form.getByRole('radio', { name: 'On loan' }));
    await userEvent.type(
      form.getByRole('combobox', { name: /Who/ }),
      'user:default/bob',
    );
    await userEvent.tab();
    await userEvent.type(form.getByLabelText(/Back by/), '2030-01-31');
    await userEvent.click(form.getByRole('checkbox', { name: /Takes over/ }));
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Hand out' }));
    await waitFor(() =>
      expect(bodies).toEqual([
        {
          kind: 'loan',
          holder: 'user:default/bob',
          replace: true,
          expectedReturn: '2030-01-31',
        },
      ]),
    );
  });

  it('takes it back', async () => {
    show({ allowed: ['assign'], open: [anAssignment()] });
    const bodies = taken('/assets/a1/assignments/return');
    const { page } = await section();
    await userEvent.click(
      await page.findByRole('button', { name: 'Take back' }),
    );
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByLabelText(/Note/), 'complete');
    await userEvent.click(form.getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(bodies).toEqual([{ note: 'complete' }]));
  });

  it('offers it to another team, with a reason', async () => {
    show({ allowed: ['assign'] });
    const bodies = taken('/assets/a1/transfers', aTransfer());
    const { page } = await section();
    await userEvent.click(
      await page.findByRole('button', { name: 'Transfer' }),
    );
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(
      form.getByRole('combobox', { name: /To which team/ }),
      'group:default/platform',
    );
    await userEvent.tab();
    await userEvent.type(form.getByLabelText(/Reason/), 'theirs now');
    await userEvent.click(form.getByRole('button', { name: 'Offer' }));
    await waitFor(() =>
      expect(bodies).toEqual([
        { toOwner: 'group:default/platform', reason: 'theirs now' },
      ]),
    );
  });

  it('shows a transfer that waits, and lets the receiver answer', async () => {
    show({ transfer: aTransfer({ allowed: ['accept', 'decline'] }) });
    const accepted = taken('/transfers/transfer-1/accept', aTransfer());
    const declined = taken('/transfers/transfer-1/decline', aTransfer());
    const { page } = await section();
    expect(
      await page.findByText('from Payments to Platform'),
    ).toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Decline: orca' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.click(form.getByRole('button', { name: 'Decline' }));
    expect(declined).toEqual([]);
    await userEvent.type(form.getByLabelText(/Reason/), 'not ours');
    await userEvent.click(form.getByRole('button', { name: 'Decline' }));
    await waitFor(() => expect(declined).toEqual([{ note: 'not ours' }]));
    await userEvent.click(page.getByRole('button', { name: 'Accept: orca' }));
    await waitFor(() => expect(accepted).toEqual([{}]));
  });

  it('takes what anyone says of the record, and says what became of it', async () => {
    show({});
    const bodies = taken('/assets/a1/statements', { version: 4 });
    const { page } = await section();
    await userEvent.click(
      await page.findByRole('button', { name: 'It is right: orca' }),
    );
    expect(
      await page.findByText('Thank you: noted as verified.'),
    ).toBeInTheDocument();
    await userEvent.click(
      page.getByRole('button', { name: 'Something is wrong: orca' }),
    );
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(
      form.getByLabelText(/What is so instead/),
      'on the third floor',
    );
    await userEvent.click(form.getByRole('button', { name: 'Report' }));
    await waitFor(() =>
      expect(bodies).toEqual([
        { says: 'right' },
        { says: 'wrong', observed: 'on the third floor' },
      ]),
    );
  });

  it('says why a statement was refused', async () => {
    show({});
    itam.server.use(
      http.post(`${ITAM_URL}/assets/a1/statements`, () =>
        refusal(400, 'InputError', 'body.says: it is not yours'),
      ),
    );
    const { page } = await section();
    await userEvent.click(
      await page.findByRole('button', { name: 'I do not have it: orca' }),
    );
    expect(await page.findByText(/it is not yours/)).toBeInTheDocument();
  });

  it('lists what does not agree, and closes it with how and why', async () => {
    show({ openDiscrepancies: 1 });
    itam.answer('/discrepancies', { items: [aDiscrepancy()] });
    const bodies = taken(
      '/discrepancies/discrepancy-1/resolution',
      aDiscrepancy({ state: 'closed' }),
    );
    const { region, page } = await section('What does not agree');
    expect(
      await page.findByText('register: rack-1 · said: rack-2'),
    ).toBeInTheDocument();
    expect(await accessibilityProblems(region)).toEqual([]);
    await userEvent.click(
      page.getByRole('button', { name: 'Resolve: Misplaced: Location' }),
    );
    const form = within(await screen.findByRole('dialog'));
    await userEvent.click(form.getByRole('button', { name: 'Resolve' }));
    expect(bodies).toEqual([]);
    await choose(form, /How/, 'The record was corrected');
    await choose(form, /Why it came/, 'Error of entry');
    await userEvent.type(form.getByLabelText(/Note/), 'moved in May');
    await userEvent.click(form.getByRole('button', { name: 'Resolve' }));
    await waitFor(() =>
      expect(bodies).toEqual([
        {
          resolution: 'corrected',
          cause: 'entry-error',
          note: 'moved in May',
        },
      ]),
    );
  });

  it('tells who had it', async () => {
    itam.answer('/assets/a1/assignments', {
      items: [
        anAssignment({ to: '2026-11-10T10:00:00.000Z', conditionIn: 'worn' }),
      ],
    });
    show();
    const { page } = await section('Who had it');
    expect(await page.findByText(/came back: Worn/)).toBeInTheDocument();
  });

  it('says when it cannot be read, and reads it again', async () => {
    itam.refuse('/assets/a1/custody', 500, 'Error', 'out of order');
    show();
    const { page } = await section();
    expect(await page.findByText('out of order')).toBeInTheDocument();
    itam.answer('/assets/a1/custody', aCustody());
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(await page.findByText('It is with nobody.')).toBeInTheDocument();
  });
});

async function choose(
  form: ReturnType<typeof within>,
  label: RegExp,
  option: string,
) {
  await userEvent.click(form.getByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}
