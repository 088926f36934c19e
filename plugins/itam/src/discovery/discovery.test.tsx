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
import { aRun, aSource } from '../__testUtils__/builders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

describe('the list of sources', () => {
  it('tells how each source is doing', async () => {
    itam.answer('/sources', {
      items: [
        aSource({
          title: 'Payments states',
          lastRun: aRun({
            counts: { read: 180, assets: 120, folded: 55, grouped: 5 },
          }),
        }),
        aSource({
          id: 'broken',
          title: 'Broken states',
          state: 'disabled',
          error: 'locations: must not be empty',
        }),
      ],
    });
    renderItam('/itam/discovery');

    const good = await screen.findByRole('row', { name: /Payments states/ });
    expect(within(good).getByText('Ready')).toBeInTheDocument();
    expect(
      within(good).getByText(
        'Read 180 = 120 assets + 55 folded + 5 grouped + 0 rejected',
      ),
    ).toBeInTheDocument();
    expect(
      within(good).getByRole('link', { name: 'Payments states' }),
    ).toHaveAttribute('href', '/itam/discovery/payments-states');

    const broken = screen.getByRole('row', { name: /Broken states/ });
    expect(within(broken).getByText('Disabled')).toBeInTheDocument();
    expect(
      within(broken).getByText('locations: must not be empty'),
    ).toBeInTheDocument();
  });

  it('counts the charges of a source of bills, which has no assets', async () => {
    itam.answer('/sources', {
      items: [
        aSource({
          title: 'Cloud bill',
          kind: 'focus',
          assets: 0,
          folded: 0,
          lastRun: aRun({
            counts: { read: 5126, charges: 5123, rejected: 3 },
          }),
        }),
      ],
    });
    renderItam('/itam/discovery');

    const bill = await screen.findByRole('row', { name: /Cloud bill/ });
    expect(within(bill).getByText('5,123 charges')).toBeInTheDocument();
    expect(
      within(bill).getByText('Read 5126 = 5123 charges + 3 rejected'),
    ).toBeInTheDocument();
    expect(within(bill).queryByText('0')).toBeNull();
  });

  it('says how to add a source when there is none', async () => {
    itam.answer('/sources', { items: [] });
    renderItam('/itam/discovery');

    expect(
      await screen.findByText('No source is configured'),
    ).toBeInTheDocument();
    expect(screen.getByText(/itam\.sources/)).toBeInTheDocument();
  });
});

describe('the page of a source', () => {
  it('counts the documents a run found, whatever became of them', async () => {
    itam.answer('/sources/:id', aSource({ lastRun: aRun() }));
    itam.answer(
      '/runs/:id',
      aRun({
        counts: { documents: 1, documentsUnchanged: 3, documentsRefused: 2 },
      }),
    );
    renderItam('/itam/discovery/payments-states');

    expect(
      await screen.findByText('6 documents: 1 read, 3 unchanged, 2 refused'),
    ).toBeInTheDocument();
  });

  it('leads to the costs of a source of bills', async () => {
    const lastRun = aRun({ counts: { read: 7, charges: 7 } });
    itam.answer('/sources/:id', aSource({ id: 'cloud-bill', lastRun }));
    itam.answer('/runs/:id', lastRun);
    renderItam('/itam/discovery/cloud-bill');

    expect(
      await screen.findByRole('link', { name: 'Show its costs' }),
    ).toHaveAttribute('href', '/itam/costs?source=cloud-bill');
    expect(
      await screen.findByText('Read 7 = 7 charges + 0 rejected'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/0 created/)).toBeNull();
  });

  it('counts charges beside assets where a run took both', async () => {
    itam.answer('/sources/:id', aSource({ lastRun: aRun() }));
    itam.answer(
      '/runs/:id',
      aRun({ counts: { read: 12, assets: 2, charges: 10 } }),
    );
    renderItam('/itam/discovery/payments-states');

    expect(
      await screen.findByText(
        'Read 12 = 2 assets + 0 folded + 0 grouped + 10 charges + 0 rejected',
      ),
    ).toBeInTheDocument();
  });

  it('lists the documents with the reason of a refusal', async () => {
    itam.answer('/sources/:id', aSource());
    itam.answer('/sources/:id/documents', {
      items: [
        {
          scope: 'old.tfstate',
          state: 'refused',
          error: 'state version 3 is not supported',
          lastTriedAt: '2026-11-20T10:00:00.000Z',
        },
      ],
    });
    renderItam('/itam/discovery/payments-states');

    const row = await screen.findByRole('row', { name: /old\.tfstate/ });
    expect(within(row).getByText('Refused')).toBeInTheDocument();
    expect(
      within(row).getByText('state version 3 is not supported'),
    ).toBeInTheDocument();
  });

  it('follows a run it started until it ends, then reads the runs again', async () => {
    const answers = [
      aRun({ id: 'run-2', status: 'queued' }),
      aRun({
        id: 'run-2',
        status: 'running',
        counts: { read: 90, assets: 90 },
        progress: { document: 'payments.tfstate', done: 1 },
      }),
      aRun({
        id: 'run-2',
        status: 'succeeded',
        counts: { read: 180, assets: 125, folded: 55 },
      }),
    ];
    itam.answer('/sources/:id', aSource());
    itam.server.use(
      http.post(`${ITAM_URL}/sources/payments-states/runs`, () =>
        HttpResponse.json(answers[0], { status: 202 }),
      ),
      http.get(`${ITAM_URL}/runs/run-2`, () =>
        HttpResponse.json(answers.length > 1 ? answers.shift()! : answers[0]),
      ),
    );
    renderItam('/itam/discovery/payments-states');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Read now' }),
    );

    expect(
      await screen.findByRole('progressbar', { name: 'Progress of the run' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/Reading payments\.tfstate/),
    ).toBeInTheDocument();
    const runsAsked = itam.queries('/sources/payments-states/runs').length;
    expect(
      await screen.findByText(
        'Read 180 = 125 assets + 55 folded + 0 grouped + 0 rejected',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
    await waitFor(() =>
      expect(itam.queries('/sources/payments-states/runs').length).toBe(
        runsAsked + 1,
      ),
    );
  });

  it('shows what a run brought that ended before it was first looked at', async () => {
    itam.answer('/sources/:id', aSource());
    itam.server.use(
      http.post(`${ITAM_URL}/sources/payments-states/runs`, () =>
        HttpResponse.json(aRun({ id: 'run-2', status: 'queued' }), {
          status: 202,
        }),
      ),
    );
    itam.answer('/runs/run-2', aRun({ id: 'run-2', status: 'failed' }));
    renderItam('/itam/discovery/payments-states');
    const button = await screen.findByRole('button', { name: 'Read now' });
    const asked = itam.queries('/sources/payments-states').length;

    await userEvent.click(button);

    await waitFor(() =>
      expect(itam.queries('/sources/payments-states').length).toBe(asked + 1),
    );
  });

  it('pushes a file as it is, with its name', async () => {
    const pushed: Array<{ name: string | null; text: string }> = [];
    itam.answer('/sources/:id', aSource());
    itam.answer('/runs/:id', aRun({ trigger: 'push' }));
    itam.server.use(
      http.post(
        `${ITAM_URL}/sources/payments-states/runs`,
        async ({ request }) => {
          pushed.push({
            name: request.headers.get('x-file-name'),
            text: await request.text(),
          });
          return HttpResponse.json(aRun({ trigger: 'push' }), { status: 202 });
        },
      ),
    );
    renderItam('/itam/discovery/payments-states');

    await userEvent.upload(
      await screen.findByLabelText('File to read with this source'),
      new File(['{"version":4}'], 'my state.tfstate'),
    );

    await waitFor(() =>
      expect(pushed).toEqual([
        { name: 'my%20state.tfstate', text: '{"version":4}' },
      ]),
    );
    expect(await screen.findByText('Succeeded')).toBeInTheDocument();
  });

  it('refuses an empty file instead of reading the source', async () => {
    itam.answer('/sources/:id', aSource());
    renderItam('/itam/discovery/payments-states');

    await userEvent.upload(
      await screen.findByLabelText('File to read with this source'),
      new File([], 'empty.tfstate'),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /empty\.tfstate is empty/,
    );
  });

  it('says why a run could not be started', async () => {
    itam.answer('/sources/:id', aSource());
    itam.server.use(
      http.post(`${ITAM_URL}/sources/payments-states/runs`, () =>
        refusal(409, 'ConflictError', 'a run is queued already'),
      ),
    );
    renderItam('/itam/discovery/payments-states');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Read now' }),
    );

    expect(
      await screen.findByText('a run is queued already'),
    ).toBeInTheDocument();
  });
});

describe('the page of a run', () => {
  it('lists what was rejected, with place, field and reason', async () => {
    itam.answer('/runs/:id', aRun({ counts: { read: 1, rejected: 1 } }));
    itam.answer('/runs/:id/rejects', {
      items: [
        {
          id: 'r1',
          kind: 'thing',
          place: 'payments.tfstate aws_instance.web[0]',
          field: 'id',
          reason: 'the instance has no id',
        },
      ],
    });
    renderItam('/itam/discovery/payments-states/runs/run-1');

    const row = await screen.findByRole('row', { name: /aws_instance\.web/ });
    expect(within(row).getByText('id')).toBeInTheDocument();
    expect(within(row).getByText('the instance has no id')).toBeInTheDocument();
  });

  it('shows why a run failed', async () => {
    itam.answer(
      '/runs/:id',
      aRun({ status: 'failed', error: 'no file matches *.tfstate' }),
    );
    renderItam('/itam/discovery/payments-states/runs/run-1');

    expect(
      await screen.findByText('no file matches *.tfstate'),
    ).toBeInTheDocument();
  });

  it('lets a person decide on a held run', async () => {
    const decisions: unknown[] = [];
    itam.answer('/runs/:id', aRun({ status: 'held', counts: { missing: 60 } }));
    itam.server.use(
      http.post(`${ITAM_URL}/runs/run-1/release`, async ({ request }) => {
        decisions.push(await request.json());
        const decided = aRun({ status: 'cancelled', counts: { missing: 60 } });
        itam.answer('/runs/:id', decided);
        return HttpResponse.json(decided);
      }),
    );
    renderItam('/itam/discovery/payments-states/runs/run-1');
    expect(
      await screen.findByText('60 assets were not found any more'),
    ).toBeInTheDocument();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the run' }),
    );

    await waitFor(() => expect(decisions).toEqual([{ decision: 'cancel' }]));
    expect((await screen.findAllByText('Cancelled'))[0]).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Apply what was found' }),
    ).toBeNull();
  });
});
