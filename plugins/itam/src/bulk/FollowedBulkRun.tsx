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
import { BulkRun } from '@itam/plugin-itam-common';
import { useEffect, useRef } from 'react';
import { bulkRunRouteRef } from '../routes';
import { Problem, Waiting } from '../shared';
import { useTexts } from '../translation';
import { BulkRowsSection } from './BulkRowsSection';
import { BulkRunPanel } from './BulkRunPanel';
import { isLive, useBulkRun } from './useBulkRun';

/** A run followed until it ends, with its rows and the way to its page. */
export const FollowedBulkRun = (props: {
  runId: string;
  onEnded?: (run: BulkRun) => void;
}) => {
  const { t } = useTexts();
  const runPath = useRouteRef(bulkRunRouteRef);
  const { runId, onEnded } = props;
  const { value: run, error, reload } = useBulkRun(runId);

  const told = useRef(false);
  useEffect(() => {
    if (run && !isLive(run) && !told.current) {
      told.current = true;
      onEnded?.(run);
    }
  }, [run, onEnded]);

  if (!run) {
    return error ? (
      <Problem error={error} onRetry={reload} />
    ) : (
      <Waiting lines={2} />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <BulkRunPanel run={run} error={error} onChanged={reload} />
      <BulkRowsSection run={run} />
      <div>
        <Link href={runPath({ runId: run.id })}>{t('bulk.run.details')}</Link>
      </div>
    </Flex>
  );
};
