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

import { screen, within } from '@testing-library/react';
import { setupItamServer } from '../../__testUtils__/itamServer';
import { renderItam } from '../../__testUtils__/renderItam';

const itam = setupItamServer();

// Decisions are cached for a while, so this stands apart from who may.
describe('someone who may neither read every asset nor erase names', () => {
  it('is told that the page of the history is not for them', async () => {
    itam.refuse('/history/verify/last', 403, 'NotAllowedError', 'no');
    renderItam('/itam/work/history', { forbidden: ['itam.history.erase'] });
    const page = within(
      await screen.findByRole('region', { name: 'Last verification' }),
    );

    expect(await page.findByText('You may not see this')).toBeInTheDocument();
    expect(page.queryByRole('button', { name: 'Verify now' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Erase a name' })).toBeNull();
  });
});
