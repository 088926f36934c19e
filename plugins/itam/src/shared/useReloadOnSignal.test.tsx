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

import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { AssetSignal } from '@itam/plugin-itam-common';
import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { testSignals } from '../__testUtils__/signals';
import { useReloadOnSignal } from './useReloadOnSignal';

function aPortalWithSignals() {
  const signals = testSignals();
  return {
    ...signals,
    wrapper: ({ children }: PropsWithChildren<{}>) => (
      <TestApiProvider apis={[[signalApiRef, signals.api]]}>
        {children}
      </TestApiProvider>
    ),
  };
}

const changed: AssetSignal = { versions: { a: 2 }, many: false };

function showing(
  portal: Pick<ReturnType<typeof aPortalWithSignals>, 'wrapper'>,
  concerns: (signal: AssetSignal) => boolean = () => true,
) {
  const reload = jest.fn();
  const { unmount } = renderHook(
    () => useReloadOnSignal({ concerns, reload, withinMs: 1000 }),
    { wrapper: portal.wrapper },
  );
  return { reload, unmount };
}

function look(visibility: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('useReloadOnSignal', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reloads once for several signals in a short time', () => {
    const portal = aPortalWithSignals();
    const { reload } = showing(portal);
    portal.send(changed);
    portal.send({ versions: { b: 7 }, many: false });
    expect(reload).not.toHaveBeenCalled();
    act(() => jest.advanceTimersByTime(1000));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('leaves alone what a signal does not concern', () => {
    const portal = aPortalWithSignals();
    const { reload } = showing(portal, ({ versions }) => 'b' in versions);
    portal.send(changed);
    act(() => jest.advanceTimersByTime(1000));
    expect(reload).not.toHaveBeenCalled();
  });

  it('takes no notice of a message that is none of ours', () => {
    const portal = aPortalWithSignals();
    const { reload } = showing(portal);
    portal.send({ versions: 'many' });
    act(() => jest.advanceTimersByTime(1000));
    expect(reload).not.toHaveBeenCalled();
  });

  it('waits until somebody looks at the page', () => {
    const portal = aPortalWithSignals();
    const { reload } = showing(portal);
    look('hidden');
    portal.send(changed);
    act(() => jest.advanceTimersByTime(1000));
    expect(reload).not.toHaveBeenCalled();
    look('visible');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('stops listening with the page', () => {
    const portal = aPortalWithSignals();
    const { reload, unmount } = showing(portal);
    portal.send(changed);
    unmount();
    act(() => jest.advanceTimersByTime(1000));
    expect(portal.listeners.size).toBe(0);
    expect(reload).not.toHaveBeenCalled();
  });

  it('shows what it has in a portal without signals', () => {
    const { reload } = showing({
      wrapper: ({ children }) => (
        <TestApiProvider apis={[]}>{children}</TestApiProvider>
      ),
    });
    act(() => jest.advanceTimersByTime(1000));
    expect(reload).not.toHaveBeenCalled();
  });
});
