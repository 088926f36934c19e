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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { runRouteRef } from '../routes';
import { Problem, Waiting } from '../shared';
import { useTexts } from '../translation';
import { RunPanel } from './RunPanel';
import { isLive } from './runProgress';
import { useRun } from './useRun';

/** A run followed until it ends, with the way to its page. */
export const FollowedRun = (props: {
  runId: string;
  /** Started here: its end is news even if it comes before the first look. */
  startedHere?: boolean;
  onEnded: () => void;
}) => {
  const { t } = useTexts();
  const runPath = useRouteRef(runRouteRef);
  const { runId, startedHere = false, onEnded } = props;
  const { value: run, error, reload } = useRun(runId);

  const wasLive = useRef(startedHere);
  const live = run && isLive(run);
  useEffect(() => {
    if (wasLive.current && live === false) {
      onEnded();
    }
    wasLive.current = live ?? wasLive.current;
  }, [live, onEnded]);

  if (!run) {
    return error ? (
      <Problem error={error} onRetry={reload} />
    ) : (
      <Waiting lines={2} />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <RunPanel
        run={run}
        error={error}
        onDecided={() => {
          reload();
          onEnded();
        }}
      />
      <div>
        <Link href={runPath({ sourceId: run.sourceId, runId: run.id })}>
          {t('discovery.run.details')}
        </Link>
      </div>
    </Flex>
  );
};
