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

import { LifecycleModelDetail } from '@itam/plugin-itam-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { itamApiRef } from '../api';
import { LifecycleTryPanel } from './LifecycleTryPanel';

const model: LifecycleModelDetail = {
  id: 'device',
  title: 'Device',
  version: 1,
  versions: [1],
  statuses: [
    {
      id: 'ordered',
      title: 'Ordered',
      stage: 'acquire',
      terminal: false,
      assets: 0,
    },
    {
      id: 'in-stock',
      title: 'In stock',
      stage: 'acquire',
      terminal: false,
      assets: 0,
    },
  ],
  transitions: [
    {
      id: 'order',
      title: 'Order',
      from: [],
      to: ['ordered'],
      roles: [],
      facts: [],
      evidence: [],
      guards: [],
      effects: [],
    },
    {
      id: 'receive',
      title: 'Receive',
      from: ['ordered'],
      to: ['in-stock'],
      roles: [],
      facts: [],
      evidence: [],
      guards: [],
      effects: [],
    },
  ],
  observableStatuses: [],
  types: [],
  leftBehind: [],
};

interface Asked {
  path: Array<{ transition: string; facts?: Record<string, unknown> }>;
}

/** Refuses to receive until the serial is assumed to be known. */
function simulated({ path }: Asked) {
  return {
    steps: path.map(({ transition, facts = {} }) => {
      const isMissing =
        transition === 'receive' && !('identity.serial' in facts);
      return {
        transition,
        to: transition === 'order' ? 'ordered' : 'in-stock',
        allowed: !isMissing,
        missing: isMissing
          ? [
              {
                kind: 'fact',
                id: 'identity.serial',
                message: 'Serial number is not known.',
                wayOut: 'Fill it in on the asset.',
              },
            ]
          : [],
        warnings: [],
      };
    }),
  };
}

describe('trying a path', () => {
  it('goes step by step and says what would be missing', async () => {
    const call = jest.fn(
      async (
        { operationId }: { operationId: string },
        request: { body: Asked },
      ) =>
        operationId === 'getLifecycleModel' ? model : simulated(request.body),
    );
    renderInTestApp(<LifecycleTryPanel modelId="device" />, {
      // only what the panel calls
      apis: [[itamApiRef, { call } as never]],
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Order → Ordered' }),
    );
    expect(await screen.findByText('could be made')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Receive → In stock' }),
    );
    expect(
      await screen.findByText('Serial number is not known.'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Assume that what is missing is given',
      }),
    );

    await waitFor(() =>
      expect(screen.getAllByText('could be made')).toHaveLength(2),
    );
  });
});
