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

import { useApi } from '@backstage/core-plugin-api';
import {
  HistoryVerification,
  itamRoutes,
  LastVerification,
} from '@itam/plugin-itam-common';
import { useEffect, useRef, useState } from 'react';
import { itamApiRef } from '../../api';
import { toError } from '../../shared';

/** What a verification has gone through so far. */
export type VerificationSum = Omit<HistoryVerification, 'nextCursor'>;

/** A verification that is done now, part by part. */
export interface RunningVerification {
  sum?: VerificationSum;
  running: boolean;
  error?: Error;
  start(): void;
  stop(): void;
}

const nothingYet: VerificationSum = {
  ...{ verified: 0, unsealed: 0, blocks: 0, assets: 0 },
  problems: [],
  complete: false,
};

/** Verifies the history from its beginning when asked to. */
export function useVerification(): RunningVerification {
  const api = useApi(itamApiRef);
  const controller = useRef<AbortController>();
  const [sum, setSum] = useState<VerificationSum>();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error>();

  useEffect(() => () => controller.current?.abort(), []);

  async function verify(signal: AbortSignal) {
    let cursor: string | undefined;
    let total = nothingYet;
    do {
      const part: HistoryVerification = await api.call(
        itamRoutes.verifyHistory,
        { query: { cursor }, signal },
      );
      if (signal.aborted) return;
      total = together(total, part);
      setSum(total);
      cursor = part.nextCursor;
    } while (cursor !== undefined);
  }

  return {
    sum,
    running,
    error,
    stop: () => {
      controller.current?.abort();
      setRunning(false);
    },
    start: async () => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setSum(nothingYet);
      setError(undefined);
      setRunning(true);
      try {
        await verify(signal);
      } catch (thrown) {
        if (!signal.aborted) setError(toError(thrown));
      }
      if (!signal.aborted) setRunning(false);
    },
  };
}

function together(
  sum: VerificationSum,
  part: HistoryVerification,
): VerificationSum {
  return {
    verified: sum.verified + part.verified,
    unsealed: sum.unsealed + part.unsealed,
    blocks: sum.blocks + part.blocks,
    assets: sum.assets + part.assets,
    problems: [...sum.problems, ...part.problems],
    head: part.head ?? sum.head,
    complete: part.complete,
  };
}

/** A verification that came to its end, as the last one is told. */
export function asLast(sum: VerificationSum): LastVerification {
  const { complete, ...counts } = sum;
  return {
    ...counts,
    state: sum.problems.length > 0 ? 'touched' : 'intact',
    problemCount: sum.problems.length,
  };
}
