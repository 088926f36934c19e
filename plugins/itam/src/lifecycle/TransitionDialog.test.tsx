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
  TransitionItem,
  TransitionRequest,
  TransitionResult,
} from '@itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { anAssetDetail } from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import {
  aTransition,
  aTransitionList,
  aTransitionResult,
  aWantedFact,
} from '../__testUtils__/lifecycleBuilders';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

/** Takes every transition; a dry run says what it would do. */
function accept(result: Partial<TransitionResult> = {}) {
  const seen: TransitionRequest[] = [];
  itam.server.use(
    http.post(`${ITAM_URL}/assets/:id/transitions`, async ({ request }) => {
      const body = (await request.json()) as TransitionRequest; // what the form sends
      seen.push(body);
      return HttpResponse.json(
        aTransitionResult({
          ...result,
          outcome: body.dryRun ? 'would' : result.outcome ?? 'done',
        }),
      );
    }),
  );
  return seen;
}

async function open(
  item: TransitionItem,
  options: { asset?: Partial<AssetDetail>; mayForce?: boolean } = {},
) {
  itam.answer(
    '/assets/:id',
    anAssetDetail({ allowed: ['read', 'transition'], ...options.asset }),
  );
  itam.answer(
    '/assets/:id/transitions',
    aTransitionList({ items: [item], mayForce: options.mayForce ?? false }),
  );
  renderItam('/itam/assets/checkout-db-1a2b3c');
  const life = within(await screen.findByRole('region', { name: 'Lifecycle' }));
  await userEvent.click(
    await life.findByRole('button', { name: new RegExp(item.title) }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByRole('button', { name: 'Check' });
  return dialog;
}

const press = (name: string) =>
  userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name }),
  );

describe('the dialog of a transition', () => {
  it('makes a transition that asks for nothing, after checking it', async () => {
    const seen = accept();
    const dialog = await open(aTransition());

    await press('Stop');

    expect(
      await dialog.findByText('Done: it is now Stopped'),
    ).toBeInTheDocument();
    expect(seen).toEqual([
      { transition: 'stop', dryRun: true },
      { transition: 'stop' },
    ]);
  });

  it('asks for each fact in its kind and sends what was given', async () => {
    const seen = accept();
    const dialog = await open(
      aTransition({
        allowed: false,
        completable: true,
        facts: [
          aWantedFact({ fact: 'change.ref', title: 'Change' }),
          aWantedFact({
            fact: 'acquisition.date',
            title: 'Acquired',
            type: 'date',
          }),
          aWantedFact({
            fact: 'condition',
            title: 'Condition',
            type: 'enum',
            values: ['new', 'good'],
          }),
          aWantedFact({ fact: 'finance.cost', title: 'Cost', type: 'money' }),
        ],
      }),
    );

    await userEvent.type(
      dialog.getByRole('textbox', { name: /^Change/ }),
      'CHG-7',
    );
    await userEvent.type(dialog.getByLabelText(/^Acquired/), '2026-11-01');
    await userEvent.click(dialog.getByRole('button', { name: /Condition/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Good' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Amount of Cost' }),
      '12.50',
    );
    await press('Stop');

    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1].facts).toEqual({
      'change.ref': 'CHG-7',
      'acquisition.date': '2026-11-01',
      condition: 'good',
      'finance.cost': { amount: '12.50', currency: 'EUR' },
    });
  });

  it('sends nothing while a needed fact is missing, and goes to it', async () => {
    const seen = accept();
    const dialog = await open(
      aTransition({
        allowed: false,
        completable: true,
        facts: [aWantedFact()],
      }),
    );

    await press('Stop');

    expect(dialog.getByText('must be given')).toBeInTheDocument();
    await waitFor(() =>
      expect(dialog.getByRole('textbox', { name: /^Change/ })).toHaveFocus(),
    );
    expect(seen).toHaveLength(0);
  });

  it('shows what has to follow by when before it is confirmed', async () => {
    const seen = accept({
      warnings: [
        {
          kind: 'fact',
          id: 'change.ref',
          message: 'Change is not known.',
          wayOut: 'Give it with this step.',
          due: '2026-12-01',
        },
      ],
    });
    const dialog = await open(
      aTransition({
        facts: [aWantedFact({ level: 'warn' })],
        warnings: [
          {
            kind: 'fact',
            id: 'change.ref',
            message: 'Change is not known.',
            wayOut: '',
            due: '2026-12-01',
          },
        ],
      }),
    );
    expect(dialog.getByText(/Can follow by 2026-12-01/)).toBeInTheDocument();

    await press('Stop');

    expect(
      await dialog.findByText(/Change is not known\. \(by 2026-12-01\)/),
    ).toBeInTheDocument();
    expect(seen).toEqual([{ transition: 'stop', dryRun: true }]);
    await press('Confirm: Stop');
    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toEqual({ transition: 'stop' });
  });

  it('puts a refusal at the fact it is about', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/assets/:id/transitions`, () =>
        refusal(400, 'InputError', 'facts.change.ref: CHG-7 is closed'),
      ),
    );
    const dialog = await open(
      aTransition({
        allowed: false,
        completable: true,
        facts: [aWantedFact()],
      }),
    );
    const field = dialog.getByRole('textbox', { name: /^Change/ });
    await userEvent.type(field, 'CHG-7');
    await press('Check');

    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/CHG-7 is closed/),
    );
    expect(field).toHaveFocus();
  });

  it('takes a link as a document, and refuses what is no link', async () => {
    const seen = accept();
    const dialog = await open(
      aTransition({
        allowed: false,
        completable: true,
        evidence: [
          {
            doc: 'handover-receipt',
            title: 'Handover receipt',
            what: 'The confirmation of the receiver.',
            level: 'block',
            known: false,
          },
        ],
      }),
    );
    await press('Stop');
    expect(
      dialog.getByText('must be given: a link or a file'),
    ).toBeInTheDocument();

    const link = dialog.getByRole('textbox', { name: 'Link to it' });
    await userEvent.type(link, 'receipt');
    expect(dialog.getByText(/must be a link such as/)).toBeInTheDocument();
    await userEvent.clear(link);
    await userEvent.type(link, 'https://files.example.com/receipt.pdf');
    await press('Stop');

    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1].evidence).toEqual([
      {
        doc: 'handover-receipt',
        url: 'https://files.example.com/receipt.pdf',
      },
    ]);
  });

  it('keeps a file with the asset and names it', async () => {
    const seen = accept();
    const kept: Array<string | null> = [];
    itam.server.use(
      http.post(`${ITAM_URL}/assets/:id/documents`, async ({ request }) => {
        kept.push(
          new URL(request.url).searchParams.get('doc'),
          await request.text(),
        );
        return HttpResponse.json(
          {
            id: 'doc-1',
            doc: 'handover-receipt',
            docTitle: 'Handover receipt',
            title: 'receipt.txt',
            addedAt: '2026-11-20T10:00:00.000Z',
            addedBy: 'user:default/ada',
          },
          { status: 201 },
        );
      }),
    );
    const dialog = await open(
      aTransition({
        evidence: [
          {
            doc: 'handover-receipt',
            title: 'Handover receipt',
            what: 'The confirmation of the receiver.',
            level: 'warn',
            known: false,
          },
        ],
      }),
    );

    await userEvent.upload(
      dialog.getByLabelText('File: Handover receipt'),
      new File(['signed'], 'receipt.txt', { type: 'text/plain' }),
    );
    expect(await dialog.findByText('receipt.txt')).toBeInTheDocument();
    await press('Stop');

    await waitFor(() => expect(seen).toHaveLength(2));
    expect(kept).toEqual(['handover-receipt', 'signed']);
    expect(seen[1].evidence).toEqual([
      {
        doc: 'handover-receipt',
        documentId: 'doc-1',
        title: 'receipt.txt',
      },
    ]);
  });

  it('lets one choose where to, if there are several', async () => {
    const seen = accept();
    const dialog = await open(aTransition({ to: ['stopped', 'deleted'] }));

    await userEvent.click(dialog.getByRole('button', { name: /Where to/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Deleted' }),
    );
    await press('Stop');

    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toEqual({ transition: 'stop', to: 'deleted' });
  });

  it('plans what lies ahead', async () => {
    const seen = accept({ outcome: 'planned' });
    const dialog = await open(aTransition());

    await userEvent.click(
      dialog.getByRole('radio', { name: 'At another time' }),
    );
    const when = dialog.getByLabelText(/Day and time/);
    await userEvent.clear(when);
    await userEvent.type(when, '2099-01-01T10:00');
    expect(dialog.getByText(/This lies ahead/)).toBeInTheDocument();
    await press('Stop');

    expect(
      await dialog.findByText('Planned: it will be Stopped'),
    ).toBeInTheDocument();
    expect(seen[1].effectiveAt).toMatch(/^209[89]-/);
  });

  it('forces what is refused only with a reason', async () => {
    const seen = accept({ exceptionId: 'exception-1' });
    const dialog = await open(
      aTransition({
        allowed: false,
        reasons: [
          {
            kind: 'guard',
            id: 'no-dependants',
            message: 'Two assets depend on it.',
            wayOut: 'Move them first.',
          },
        ],
        facts: [aWantedFact()],
      }),
      { mayForce: true },
    );
    expect(dialog.getByText('Two assets depend on it.')).toBeInTheDocument();

    await press('Stop');
    expect(
      dialog.getByText('must be given: why it is done against the rules'),
    ).toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'site closes tonight',
    );
    await userEvent.type(
      dialog.getByLabelText('What is missing is made good by'),
      '2026-12-31',
    );
    await press('Stop');

    expect(
      await dialog.findByText('It is listed as an exception for review.'),
    ).toBeInTheDocument();
    expect(seen[seen.length - 1]).toEqual({
      transition: 'stop',
      reason: 'site closes tonight',
      force: true,
      makeGoodBy: '2026-12-31',
    });
  });

  it('can be done with the keyboard alone', async () => {
    const seen = accept();
    const dialog = await open(
      aTransition({
        allowed: false,
        completable: true,
        facts: [aWantedFact()],
      }),
    );

    const field = dialog.getByRole('textbox', { name: /^Change/ });
    for (let steps = 0; steps < 10 && !hasFocus(field); steps++) {
      await userEvent.tab();
    }
    expect(field).toHaveFocus();
    await userEvent.keyboard('CHG-7');
    const submit = dialog.getByRole('button', { name: 'Stop' });
    for (let steps = 0; steps < 10 && !hasFocus(submit); steps++) {
      await userEvent.tab();
    }
    expect(submit).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    expect(
      await dialog.findByText('Done: it is now Stopped'),
    ).toBeInTheDocument();
    expect(seen).toHaveLength(2);
    const close = dialog.getAllByRole('button', { name: 'Close' }).slice(-1)[0];
    await waitFor(() => expect(close).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has nothing the accessibility checker finds', async () => {
    await open(
      aTransition({
        to: ['stopped', 'deleted'],
        allowed: false,
        completable: true,
        facts: [
          aWantedFact(),
          aWantedFact({ fact: 'owner', title: 'Owner', type: 'entity' }),
          aWantedFact({ fact: 'finance.cost', title: 'Cost', type: 'money' }),
          aWantedFact({ fact: 'plan.need', title: 'Need', type: 'record' }),
        ],
        evidence: [
          {
            doc: 'handover-receipt',
            title: 'Handover receipt',
            what: 'The confirmation of the receiver.',
            level: 'block',
            known: false,
          },
        ],
      }),
      { mayForce: true },
    );
    await press('Stop');

    expect(await accessibilityProblems(screen.getByRole('dialog'))).toEqual([]);
  });
});

function hasFocus(element: Element): boolean {
  return element.ownerDocument.activeElement === element;
}
