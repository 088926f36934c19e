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

import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  ASSETS_CHANNEL,
  AssetSignal,
  assetSignalSchema,
} from '@itam/plugin-itam-common';
import { useEffect, useRef } from 'react';

/**
 * Reads what is shown again when assets it concerns have changed. Pages of many
 * people hear the same signal: each waits for a moment of its own, several
 * signals in that time count once, and a page nobody looks at waits until
 * somebody does. A portal without signals shows what it has read.
 */
export function useReloadOnSignal(options: {
  concerns: (signal: AssetSignal) => boolean;
  reload: () => void;
  /** The longest it waits, in milliseconds. */
  withinMs: number;
}) {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = false;

    function reloadIfSeen() {
      if (due && document.visibilityState === 'visible') {
        due = false;
        latest.current.reload();
      }
    }
    function hear(message: unknown) {
      const signal = assetSignalSchema.safeParse(message);
      if (!signal.success || !latest.current.concerns(signal.data)) {
        return;
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        due = true;
        reloadIfSeen();
      }, Math.random() * latest.current.withinMs);
    }

    const subscriber = signals?.subscribe(ASSETS_CHANNEL, hear);
    document.addEventListener('visibilitychange', reloadIfSeen);
    return () => {
      subscriber?.unsubscribe();
      document.removeEventListener('visibilitychange', reloadIfSeen);
      clearTimeout(timer);
    };
  }, [signals]);
}
