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
import { BulkRun } from '@itam/plugin-itam-common';
import { http, HttpResponse } from 'msw';
import { accessibilityProblems } from '../__testUtils__/accessibility';
import { anAsset } from '../__testUtils__/builders';
import { aBulkRow, aBulkRun, aPreview } from '../__testUtils__/bulkBuilders';
import {
  ITAM_URL,
  refusal,
  setupItamServer,
} from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';
import { refusalsCsv } from './useBulkActions';

const itam = setupItamServer();

/** What was sent to a path of the API, in order. */
function answerPost(path: string, answer: (body: unknown, url: URL) => object) {
  const sent: Array<{ body: unknown; url: URL }> = [];
  itam.server.use(
    http.post(`${ITAM_URL}${path}`, async ({ request }) => {
      const url = new URL(request.url);
      const text = await request.text();
      const body: unknown = text.startsWith('{') ? JSON.parse(text) : text;
      sent.push({ body, url });
      return HttpResponse.json(answer(body, url));
    }),
  );
  return sent;
}

function answerRuns(...runs: BulkRun[]) {
  for (const run of runs) {
    itam.answer(`/bulk-runs/${run.id}`, { ...run });
    itam.answer(`/bulk-runs/${run.id}/rows`, {
      items: [
        aBulkRow(),
        aBulkRow({
          row: 2,
          assetId: undefined,
          tag: undefined,
          outcome: 'rejected',
          changes: {},
          problems: [{ field: 'Name', reason: 'give it a name' }],
        }),
      ],
    });
  }
}

async function chooseFile() {
  itam.answer('/import-mappings', { items: [] });
  answerPost('/assets/import/preview', () => aPreview());
  renderItam('/itam/work/import');
  await screen.findByRole('button', { name: 'Choose a file' });
  await userEvent.upload(
    screen.getByLabelText('File with assets, CSV or JSON'),
    new File(['Name,Bought,Colour\nlaptop 1,31.01.2026,red'], 'assets.csv'),
  );
}

describe('the import', () => {
  it('shows where each column would go, and what is guessed', async () => {
    await chooseFile();
    const row = await screen.findByRole('row', { name: /Bought/ });
    expect(within(row).getByText('31.01.2026')).toBeInTheDocument();
    expect(within(row).getByText('guessed')).toBeInTheDocument();
    expect(
      within(row).getByRole('button', { name: /How Bought writes days/ }),
    ).toHaveTextContent('DD.MM.YYYY');
    const colour = screen.getByRole('row', { name: /Colour/ });
    expect(
      within(colour).getByText('choose where it goes'),
    ).toBeInTheDocument();
    expect(screen.getByText('assets.csv: CSV, UTF-8')).toBeInTheDocument();
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  it('tries the file out, tells each row, and imports it then', async () => {
    const trial = aBulkRun({ id: 'trial', dryRun: true });
    const real = aBulkRun({ id: 'real' });
    answerRuns(trial, real);
    const sent = answerPost('/assets/import', (_, url) =>
      url.searchParams.get('dryRun') === 'true' ? trial : real,
    );
    await chooseFile();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try it out' }),
    );
    expect(
      await screen.findByText(
        '3 rows: 1 would be new, 1 changed, 0 unchanged, 1 refused',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('environment: test → live'),
    ).toBeInTheDocument();
    expect(screen.getByText('Name: give it a name')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(
      await screen.findByText(
        '3 rows: 1 new, 1 changed, 0 unchanged, 1 refused',
      ),
    ).toBeInTheDocument();
    const queries = sent.map(({ url }) => url.searchParams);
    expect(queries.map(query => query.get('dryRun'))).toEqual([
      'true',
      'false',
    ]);
    expect(queries[1].get('mode')).toBe('upsert');
    expect(JSON.parse(queries[1].get('columns') ?? '')).toEqual({
      Name: { to: 'name' },
      Bought: { to: 'acquiredOn' },
      Colour: { to: null },
    });
  });

  it('says what is wrong with a file that cannot be read', async () => {
    itam.answer('/import-mappings', { items: [] });
    itam.server.use(
      http.post(`${ITAM_URL}/assets/import/preview`, () =>
        refusal(400, 'InputError', 'body: the file is empty'),
      ),
    );
    renderItam('/itam/work/import');
    await screen.findByRole('button', { name: 'Choose a file' });
    await userEvent.upload(
      screen.getByLabelText('File with assets, CSV or JSON'),
      new File(['x'], 'empty.csv'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the file is empty',
    );
  });
});

describe('a bulk run', () => {
  it('shows its counts and rows, and nothing against accessibility', async () => {
    answerRuns(aBulkRun({ notes: ["Read 'Bought' as acquiredOn."] }));
    renderItam('/itam/work/bulk/run-1');
    expect(
      await screen.findByRole('heading', { name: /^Import of/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText("Read 'Bought' as acquiredOn."),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'HW-000001' }),
    ).toHaveAttribute('href', '/itam/assets/HW-000001');
    expect(await accessibilityProblems(screen.getByRole('main'))).toEqual([]);
  });

  it('is stopped while it lives', async () => {
    answerRuns(aBulkRun({ status: 'running', total: 10, endedAt: undefined }));
    const sent = answerPost('/bulk-runs/run-1/cancel', () =>
      aBulkRun({ status: 'running', cancelling: true }),
    );
    renderItam('/itam/work/bulk/run-1');
    expect(await screen.findByText('3 of 10 rows done')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('is taken back once that is confirmed', async () => {
    answerRuns(
      aBulkRun(),
      aBulkRun({ id: 'run-2', kind: 'undo', undoOf: 'run-1' }),
    );
    const sent = answerPost('/bulk-runs/run-1/undo', () =>
      aBulkRun({ id: 'run-2', kind: 'undo' }),
    );
    renderItam('/itam/work/bulk/run-1');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Undo the run' }),
    );
    expect(
      await screen.findByRole('heading', { name: /^Undo of/ }),
    ).toBeInTheDocument();
    expect(sent).toHaveLength(1);
  });

  it('offers no undo for what changed nothing', async () => {
    answerRuns(aBulkRun({ dryRun: true }));
    renderItam('/itam/work/bulk/run-1');
    await screen.findByRole('heading', { name: /^Import of/ });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('stands among the others', async () => {
    itam.answer('/bulk-runs', { items: [aBulkRun({ kind: 'edit' })] });
    renderItam('/itam/work/bulk');
    expect(
      await screen.findByRole('link', { name: /^Bulk edit of/ }),
    ).toHaveAttribute('href', '/itam/work/bulk/run-1');
  });
});

describe('assets taken from the list', () => {
  const two = [
    anAsset({ id: 'a', name: 'one' }),
    anAsset({ id: 'b', name: 'two' }),
  ];

  async function takeOne() {
    itam.answer('/assets', { items: two, totalItems: 40 });
    renderItam('/itam/assets');
    const row = await screen.findByRole('row', { name: /one/ });
    await userEvent.click(within(row).getByRole('checkbox'));
    return screen.findByRole('group', { name: 'Change several assets' });
  }

  it('are counted, and all that match can be taken instead', async () => {
    const bar = await takeOne();
    expect(within(bar).getByText('1 selected')).toBeInTheDocument();
    await userEvent.click(
      within(bar).getByRole('button', { name: 'Take all 40 that match' }),
    );
    expect(within(bar).getByText('All 40 that match')).toBeInTheDocument();
    await userEvent.click(within(bar).getByRole('button', { name: 'Leave' }));
    expect(
      screen.queryByRole('group', { name: 'Change several assets' }),
    ).toBeNull();
  });

  it('are edited after a look at what it would do', async () => {
    const trial = aBulkRun({ id: 'trial', kind: 'edit', dryRun: true });
    const real = aBulkRun({ id: 'real', kind: 'edit' });
    answerRuns(trial, real);
    const sent = answerPost('/assets/bulk', body =>
      JSON.stringify(body).includes('"dryRun":true') ? trial : real,
    );
    const bar = await takeOne();
    await userEvent.click(within(bar).getByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Facts to change/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Environment' }),
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.type(
      await within(dialog).findByRole('textbox', { name: /Environment/ }),
      'live',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Preview' }),
    );
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Change 1 asset' }),
    );
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1].body).toEqual({
      selection: { ids: ['a'] },
      change: { patch: { environment: 'live' } },
      dryRun: false,
    });
  });
});

describe('what was refused', () => {
  it('is saved as a table', () => {
    const csv = refusalsCsv([
      aBulkRow({ problems: [{ field: 'a "b"', reason: 'x, y' }] }),
    ]);
    expect(csv).toBe(
      'row,tag,field,reason\r\n"1","HW-000001","a ""b""","x, y"',
    );
  });
});
