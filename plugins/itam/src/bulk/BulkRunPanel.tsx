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

import { Alert, Button, Flex, Text } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import { BulkRun } from '@itam/plugin-itam-common';
import { RunStatusMark } from '../discovery/StateMark';
import { Problem, Quiet } from '../shared';
import { useTexts } from '../translation';
import { useBulkActions } from './useBulkActions';
import { isLive } from './useBulkRun';

/** How a run is doing: status, progress with a way to stop it, counts. */
export const BulkRunPanel = (props: {
  run: BulkRun;
  /** The last attempt to follow the run failed. */
  error?: Error;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const { run, error, onChanged } = props;
  const actions = useBulkActions(run, onChanged);
  const problem = actions.error ?? error;
  return (
    <Flex direction="column" gap="3">
      <div aria-live="polite">
        <RunStatusMark status={run.status} />
        <Text as="p">
          {t(run.dryRun ? 'bulk.run.wouldCount' : 'bulk.run.counts', {
            read: number(run.counts.read),
            created: number(run.counts.created),
            updated: number(run.counts.updated),
            unchanged: number(run.counts.unchanged),
            rejected: number(run.counts.rejected),
          })}
        </Text>
        {run.dryRun && <Quiet as="p">{t('bulk.run.dryRun')}</Quiet>}
      </div>
      {isLive(run) && (
        <Flex align="center" gap="3">
          <div style={{ flexGrow: 1 }}>
            <Progress run={run} />
          </div>
          <Button
            size="small"
            variant="secondary"
            isPending={actions.busy}
            isDisabled={run.cancelling}
            onPress={actions.cancel}
          >
            {t('bulk.run.cancel')}
          </Button>
        </Flex>
      )}
      {run.error && (
        <Alert
          status={run.status === 'cancelled' ? 'info' : 'danger'}
          icon
          title={t(
            run.status === 'cancelled'
              ? 'bulk.run.cancelled'
              : 'bulk.run.failed',
          )}
          description={run.error}
        />
      )}
      {run.notes.length > 0 && (
        <div>
          <Text weight="bold">{t('bulk.run.notes')}</Text>
          {run.notes.map(note => (
            <Quiet key={note} as="p">
              {note}
            </Quiet>
          ))}
        </div>
      )}
      {run.counts.rejected > 0 && !isLive(run) && (
        <div>
          <Button
            size="small"
            variant="secondary"
            isPending={actions.busy}
            onPress={actions.saveRefusals}
          >
            {t('bulk.run.refusals')}
          </Button>
        </div>
      )}
      {problem && <Problem error={problem} />}
    </Flex>
  );
};

function Progress(props: { run: BulkRun }) {
  const { t } = useTexts();
  const { counts, total, cancelling } = props.run;
  const done = number(counts.read);
  return (
    <>
      <LinearProgress
        aria-label={t('bulk.run.progress')}
        {...(total
          ? {
              variant: 'determinate' as const,
              value: Math.min(100, (100 * counts.read) / total),
            }
          : {})}
      />
      <Quiet as="p" variant="body-small">
        {total
          ? t('bulk.run.doneOf', { done, total: number(total) })
          : t('bulk.run.done', { done })}
        {cancelling && ` · ${t('bulk.run.cancelling')}`}
      </Quiet>
    </>
  );
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
