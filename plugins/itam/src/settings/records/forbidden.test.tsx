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
import { setupItamServer } from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';
import { aLocation } from '../__testUtils__/builders';

const { answer } = setupItamServer();

// Apart from the other tests: decisions of the policy are remembered in a page.
describe('shared records', () => {
  it('are only read by those who may not change them', async () => {
    answer('/locations', { items: [] });
    answer('/locations/l1', aLocation());
    answer('/locations/l1/history', { items: [] });
    renderItam('/itam/settings/locations/l1', {
      forbidden: ['itam.settings.update'],
    });
    expect(
      await screen.findByRole('heading', { name: 'Amsterdam' }),
    ).toBeVisible();
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Retire' })).toBeNull();
  });
});
