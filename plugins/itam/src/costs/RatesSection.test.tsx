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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { FxImport } from '@itam/plugin-itam-common';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

const file = new File(['date,from,to,rate\n'], 'rates.csv');

function anOutcome(given: Partial<FxImport> = {}): FxImport {
  return {
    dryRun: true,
    read: 3,
    created: 2,
    updated: 0,
    unchanged: 0,
    rejected: [],
    ...given,
  };
}

function answerImports(outcome: Partial<FxImport> = {}) {
  const sent: Array<string | null> = [];
  itam.server.use(
    http.post(`${ITAM_URL}/fx-rates/import`, ({ request }) => {
      const dryRun = new URL(request.url).searchParams.get('dryRun');
      sent.push(dryRun);
      return HttpResponse.json(
        anOutcome({ ...outcome, dryRun: dryRun === 'true' }),
      );
    }),
  );
  return sent;
}

async function chooseFile() {
  await userEvent.upload(
    await screen.findByLabelText(/CSV file with the columns/),
    file,
  );
}

describe('the exchange rates', () => {
  it('are listed with the day they are of', async () => {
    itam.answer('/fx-rates', {
      items: [{ date: '2026-10-30', from: 'USD', to: 'EUR', rate: '0.9123' }],
    });
    renderItam('/itam/costs');

    expect(await screen.findByText('0.9123 EUR')).toBeInTheDocument();
    expect(screen.getByText('30 Oct 2026')).toBeInTheDocument();
  });

  it('are checked first and imported only when told to', async () => {
    const sent = answerImports({
      rejected: [{ line: 4, field: 'rate', reason: 'must be more than zero' }],
    });
    renderItam('/itam/costs');
    await chooseFile();

    expect(
      await screen.findByText('Checked rates.csv, nothing is changed yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('3 lines: 2 new, 0 replaced, 0 unchanged, 1 refused'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Line 4, rate: must be more than zero'),
    ).toBeInTheDocument();
    expect(sent).toEqual(['true']);
    const asked = itam.queries('/fx-rates').length;

    await userEvent.click(screen.getByRole('button', { name: 'Import them' }));

    expect(await screen.findByText('Imported rates.csv')).toBeInTheDocument();
    expect(sent).toEqual(['true', 'false']);
    await waitFor(() =>
      expect(itam.queries('/fx-rates').length).toBeGreaterThan(asked),
    );
  });

  it('are left as they are when the file holds nothing new', async () => {
    answerImports({ created: 0, unchanged: 3 });
    renderItam('/itam/costs');
    await chooseFile();

    expect(
      await screen.findByText('There is nothing to import.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import them' })).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('There is nothing to import.')).toBeNull();
  });

  it('say why a file could not be checked', async () => {
    itam.server.use(
      http.post(`${ITAM_URL}/fx-rates/import`, () =>
        refusal(400, 'InputError', 'the column rate is missing'),
      ),
    );
    renderItam('/itam/costs');
    await chooseFile();

    expect(
      await screen.findByText('The file could not be checked'),
    ).toBeInTheDocument();
    expect(screen.getByText('the column rate is missing')).toBeInTheDocument();
  });
});
