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
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import {
  aHold,
  anException,
  anOpenFact,
} from '../__testUtils__/lifecycleBuilders';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

/** Takes what is posted to a path below the API. */
function accept(path: string, answer: object) {
  const seen: unknown[] = [];
  itam.server.use(
    http.post(`${ITAM_URL}${path}`, async ({ request }) => {
      seen.push(await request.json());
      return HttpResponse.json(answer);
    }),
  );
  return seen;
}

const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the page of open facts', () => {
  it('asks for what is given to the reader first', async () => {
    renderItam('/itam/work/open-facts');

    expect(
      await screen.findByText('Nothing is open here.'),
    ).toBeInTheDocument();
    expect(itam.queries('/open-facts')[0].getAll('assignee').length).toBe(1);
    await userEvent.click(screen.getByRole('radio', { name: 'Overdue' }));
    await waitFor(() =>
      expect(itam.queries('/open-facts').slice(-1)[0].get('overdue')).toBe(
        'true',
      ),
    );
  });

  it('takes a fact in its own form', async () => {
    itam.answer('/open-facts', { items: [anOpenFact()] });
    const seen = accept('/assets/:id/facts', {
      version: 4,
      closed: ['open-1'],
    });
    renderItam('/itam/work/open-facts');
    expect(
      await screen.findByRole('link', { name: 'checkout-db' }),
    ).toHaveAttribute('href', '/itam/assets/checkout-db-1a2b3c');

    await press('Give: Serial number');
    const form = await dialog();
    await userEvent.click(form.getByRole('button', { name: 'Give' }));
    expect(form.getByText('must be given')).toBeInTheDocument();
    await userEvent.type(
      form.getByRole('textbox', { name: /^Serial number/ }),
      'SN-7',
    );
    await userEvent.click(form.getByRole('button', { name: 'Give' }));

    await waitFor(() =>
      expect(seen).toEqual([{ facts: { 'identity.serial': 'SN-7' } }]),
    );
  });

  it('gives a fact to somebody', async () => {
    itam.answer('/open-facts', { items: [anOpenFact()] });
    const seen = accept('/open-facts/:id', { id: 'open-1', state: 'open' });
    renderItam('/itam/work/open-facts');
    await screen.findByText('Serial number');

    await press('Assign: Serial number');
    const form = await dialog();
    await userEvent.type(
      form.getByRole('combobox', { name: 'Who gives it' }),
      'user:default/ada',
    );
    await userEvent.tab();
    await userEvent.click(form.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(seen).toEqual([{ assignee: 'user:default/ada' }]),
    );
  });

  it('waives a fact only with a reason', async () => {
    itam.answer('/open-facts', { items: [anOpenFact()] });
    const seen = accept('/open-facts/:id', { id: 'open-1', state: 'waived' });
    renderItam('/itam/work/open-facts');
    await screen.findByText('Serial number');

    await press('Waive: Serial number');
    const form = await dialog();
    await userEvent.click(form.getByRole('button', { name: 'Waive' }));
    expect(form.getByText('must be given')).toBeInTheDocument();
    await userEvent.type(form.getByRole('textbox', { name: /Reason/ }), 'none');
    await userEvent.click(form.getByRole('button', { name: 'Waive' }));

    await waitFor(() =>
      expect(seen).toEqual([{ waive: true, reason: 'none' }]),
    );
  });
});

describe('the page of legal holds', () => {
  it('lets a second person release what somebody asked to be released', async () => {
    itam.answer('/holds', {
      items: [
        aHold({
          matter: 'Case 42',
          releaseAskedAt: '2026-11-02T10:00:00.000Z',
          releaseAskedBy: 'user:default/lea',
        }),
      ],
    });
    const seen = accept('/holds/:id/release', aHold());
    renderItam('/itam/work/holds');
    expect(await screen.findByText('Matter: Case 42')).toBeInTheDocument();

    await press('Release: Case 42');
    const form = await dialog();
    await userEvent.type(
      form.getByRole('textbox', { name: /Reason/ }),
      'closed',
    );
    await userEvent.click(form.getByRole('button', { name: 'Release' }));

    await waitFor(() => expect(seen).toEqual([{ reason: 'closed' }]));
  });

  it('says why a release was refused', async () => {
    itam.answer('/holds', { items: [aHold({ matter: 'Case 42' })] });
    itam.server.use(
      http.post(`${ITAM_URL}/holds/:id/release`, () =>
        refusal(409, 'ConflictError', 'the same person cannot do both'),
      ),
    );
    renderItam('/itam/work/holds');
    await screen.findByText('Matter: Case 42');

    await press('Ask for release: Case 42');
    const form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: /Reason/ }), 'x');
    await userEvent.click(
      form.getByRole('button', { name: 'Ask for release' }),
    );

    expect(
      await form.findByText('the same person cannot do both'),
    ).toBeInTheDocument();
  });
});

describe('the page of exceptions', () => {
  it('takes the decision of the review with a note', async () => {
    itam.answer('/lifecycle-exceptions', {
      items: [anException({ name: 'checkout-db', reason: 'site closed' })],
    });
    const seen = accept('/lifecycle-exceptions/:id/review', anException());
    renderItam('/itam/work/exceptions');
    expect(await screen.findByText('Reason: site closed')).toBeInTheDocument();

    await press('Review: checkout-db');
    const form = await dialog();
    await userEvent.click(
      form.getByRole('radio', { name: 'It has to be corrected' }),
    );
    await userEvent.type(
      form.getByRole('textbox', { name: /Note/ }),
      'wipe it',
    );
    await userEvent.click(form.getByRole('button', { name: 'Review' }));

    await waitFor(() =>
      expect(seen).toEqual([{ decision: 'correct', note: 'wipe it' }]),
    );
  });
});

describe('the lists of the lifecycle', () => {
  it.each(['open-facts', 'holds', 'exceptions'])(
    'have nothing the accessibility checker finds on %s',
    async path => {
      itam.answer('/open-facts', { items: [anOpenFact()] });
      itam.answer('/holds', { items: [aHold()] });
      itam.answer('/lifecycle-exceptions', { items: [anException()] });
      renderItam(`/itam/work/${path}`);
      await screen.findByRole('link', { name: 'checkout-db' });

      expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
    },
  );
});
