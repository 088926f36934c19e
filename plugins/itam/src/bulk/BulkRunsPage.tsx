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
import {
  Cell,
  CellText,
  ColumnConfig,
  Container,
  Flex,
  Link,
  Table,
  Text,
} from '@backstage/ui';
import { BulkRun } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { RunStatusMark } from '../discovery/StateMark';
import { bulkRunRouteRef } from '../routes';
import { PageHeader, PageList, PageTitle } from '../shared';
import { useTexts } from '../translation';
import { bulkRunTitle, Requester } from './BulkRunPage';
import { useBulkRuns } from './useBulkRun';

/** The bulk runs the reader may see, newest first. */
export const BulkRunsPage = () => {
  const { t } = useTexts();
  const pages = useBulkRuns();
  const columnConfig = useRunColumns();
  return (
    <>
      <PageTitle name={t('bulk.runs.title')} />
      <PageHeader title={t('bulk.runs.title')} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <Text as="p">{t('bulk.runs.introduction')}</Text>
          <PageList pages={pages} empty={t('bulk.runs.empty')}>
            {items => (
              <Table
                columnConfig={columnConfig}
                data={items}
                pagination={{ type: 'none' }}
              />
            )}
          </PageList>
        </Flex>
      </Container>
    </>
  );
};

function useRunColumns(): ColumnConfig<BulkRun>[] {
  const { t } = useTexts();
  const runPath = useRouteRef(bulkRunRouteRef);
  return useMemo(
    () => [
      {
        id: 'run',
        label: t('bulk.runs.column.run'),
        isRowHeader: true,
        defaultWidth: '1.6fr',
        minWidth: 180,
        cell: run => (
          <Cell>
            <Link href={runPath({ runId: run.id })}>
              {bulkRunTitle(run, t)}
            </Link>
          </Cell>
        ),
      },
      {
        id: 'status',
        label: t('bulk.runs.column.status'),
        defaultWidth: '0.8fr',
        minWidth: 110,
        cell: run => (
          <Cell>
            <RunStatusMark status={run.status} />
          </Cell>
        ),
      },
      {
        id: 'counts',
        label: t('bulk.runs.column.counts'),
        defaultWidth: '2.4fr',
        minWidth: 220,
        cell: ({ counts, dryRun }) => (
          <CellText
            title={t(dryRun ? 'bulk.run.wouldCount' : 'bulk.run.counts', {
              read: String(counts.read),
              created: String(counts.created),
              updated: String(counts.updated),
              unchanged: String(counts.unchanged),
              rejected: String(counts.rejected),
            })}
          />
        ),
      },
      {
        id: 'by',
        label: t('bulk.runs.column.by'),
        defaultWidth: '1fr',
        minWidth: 120,
        cell: run => (
          <Cell>
            <Requester entityRef={run.requestedBy} />
          </Cell>
        ),
      },
    ],
    [t, runPath],
  );
}
