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

import { SignalApi } from '@backstage/plugin-signals-react';
import { ASSETS_CHANNEL, AssetSignal } from '@itam/plugin-itam-common';

/** The signals of a portal, sent by a test. */
export function testSignals() {
  const listeners = new Set<(message: never) => void>();
  const api: SignalApi = {
    subscribe(channel, hear: (message: never) => void) {
      if (channel === ASSETS_CHANNEL) {
        listeners.add(hear);
      }
      return { unsubscribe: () => listeners.delete(hear) };
    },
  };
  return {
    api,
    listeners,
    /** What comes over the channel is not checked by anybody on the way. */
    send(message: AssetSignal | object) {
      listeners.forEach(hear => hear(message as never));
    },
  };
}
