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
import { Cell, CellText, ColumnConfig, Link, Table } from '@backstage/ui';
import { RunItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { runRouteRef } from '../routes';
import { momentText, PageList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { RunCountsText } from './RunCountsText';
import { runDuration } from './runProgress';
import { RunStatusMark } from './StateMark';
import { useRuns } from './useRuns';

/** The runs of a source, newest first. */
export const RunsSection = (props: { sourceId: string; runsEnded: number }) => {
  const { t } = useTexts();
  const pages = useRuns(props.sourceId, props.runsEnded);
  const columnConfig = useRunColumns();
  return (
    <Section title={t('discovery.runs.title')}>
      <PageList pages={pages} empty={t('discovery.runs.empty')}>
        {items => (
          <Table
            columnConfig={columnConfig}
            data={items}
            pagination={{ type: 'none' }}
          />
        )}
      </PageList>
    </Section>
  );
};

function useRunColumns(): ColumnConfig<RunItem>[] {
  const { t } = useTexts();
  const runPath = useRouteRef(runRouteRef);
  return useMemo(
    () => [
      {
        id: 'started',
        label: t('discovery.runs.column.started'),
        isRowHeader: true,
        defaultWidth: '1fr',
        minWidth: 150,
        cell: run => (
          <Cell>
            <Link href={runPath({ sourceId: run.sourceId, runId: run.id })}>
              {momentText(run.startedAt ?? run.createdAt)}
            </Link>
          </Cell>
        ),
      },
      {
        id: 'status',
        label: t('discovery.runs.column.status'),
        defaultWidth: '0.8fr',
        minWidth: 130,
        cell: run => (
          <Cell>
            <RunStatusMark status={run.status} />
          </Cell>
        ),
      },
      {
        id: 'trigger',
        label: t('discovery.runs.column.trigger'),
        defaultWidth: '0.8fr',
        minWidth: 125,
        cell: run => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            {t(`discovery.trigger.${run.trigger}`)}
            <Quiet as="div" variant="body-small">
              {run.fileName}
            </Quiet>
          </Cell>
        ),
      },
      {
        id: 'counts',
        label: t('discovery.runs.column.counts'),
        defaultWidth: '2.4fr',
        minWidth: 220,
        cell: run => (
          <Cell>
            <RunCountsText counts={run.counts} />
          </Cell>
        ),
      },
      {
        id: 'duration',
        label: t('discovery.runs.column.duration'),
        defaultWidth: '0.7fr',
        minWidth: 90,
        cell: run => <CellText title={runDuration(run) ?? ''} />,
      },
    ],
    [t, runPath],
  );
}
