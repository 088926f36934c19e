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

import { Alert, Flex, Text } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import { RunItem } from '@itam/plugin-itam-common';
import { Problem, Quiet } from '../shared';
import { useTexts } from '../translation';
import { onlyCharges } from './charges';
import { HeldRun } from './HeldRun';
import { RunCountsText } from './RunCountsText';
import { isLive } from './runProgress';
import { RunStatusMark } from './StateMark';

/** How a run is doing: its status, its progress while it lives, its counts. */
export const RunPanel = (props: {
  run: RunItem;
  /** The last attempt to follow the run failed. */
  error?: Error;
  onDecided: () => void;
}) => {
  const { t } = useTexts();
  const { run, error, onDecided } = props;
  const { counts } = run;
  return (
    <Flex direction="column" gap="3">
      <div aria-live="polite">
        <RunStatusMark status={run.status} />
        <Text as="p">
          <RunCountsText counts={counts} />
        </Text>
        {!onlyCharges(counts) && (
          <Quiet as="p">
            {t('discovery.run.effect', {
              created: String(counts.created),
              updated: String(counts.updated),
              unchanged: String(counts.unchanged),
              discrepancies: String(counts.discrepancies),
            })}
          </Quiet>
        )}
        <Quiet as="p">
          {t('discovery.run.documents', {
            count:
              counts.documents +
              counts.documentsUnchanged +
              counts.documentsRefused,
            read: String(counts.documents),
            unchanged: String(counts.documentsUnchanged),
            refused: String(counts.documentsRefused),
          })}
        </Quiet>
        {counts.missing > 0 && (
          <Text as="p">
            {t('discovery.run.missing', { count: counts.missing })}
          </Text>
        )}
      </div>
      {isLive(run) && <RunProgress run={run} />}
      {run.error && (
        <Alert
          status="danger"
          icon
          title={t('discovery.run.error')}
          description={run.error}
        />
      )}
      {run.status === 'held' && <HeldRun run={run} onDecided={onDecided} />}
      {error && <Problem error={error} />}
    </Flex>
  );
};

function RunProgress(props: { run: RunItem }) {
  const { t } = useTexts();
  const { progress } = props.run;
  return (
    <div>
      <LinearProgress aria-label={t('discovery.run.progress')} />
      {progress && (
        <Quiet as="p" variant="body-small">
          {t('discovery.run.documentsDone', { count: progress.done })}
          {progress.document &&
            ` · ${t('discovery.run.reading', { document: progress.document })}`}
        </Quiet>
      )}
    </div>
  );
}
