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

import { screen } from '@testing-library/react';
import { aRun, aSource } from '../__testUtils__/builders';
import { setupItamServer } from '../__testUtils__/itamServer';
import { renderItam } from '../__testUtils__/renderItam';

const itam = setupItamServer();

// Decisions are cached for a while, so this stands apart from who may.
describe('someone who may not run sources', () => {
  it('is offered neither a reading nor an upload', async () => {
    itam.answer('/sources/:id', aSource());
    renderItam('/itam/discovery/payments-states', {
      forbidden: ['itam.source.run'],
    });
    await screen.findByRole('heading', { name: 'Payments states' });

    expect(screen.queryByRole('button', { name: 'Read now' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Upload a file' })).toBeNull();
  });

  it('sees a held run without a decision to make', async () => {
    itam.answer('/runs/:id', aRun({ status: 'held' }));
    renderItam('/itam/discovery/payments-states/runs/run-1', {
      forbidden: ['itam.source.run'],
    });

    expect(
      await screen.findByText('This run waits for a decision'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Cancel the run' })).toBeNull();
  });
});
