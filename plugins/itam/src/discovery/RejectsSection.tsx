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

import { CellText, ColumnConfig, Cell, Table } from '@backstage/ui';
import { RunItem, RunReject } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { PageList, Section } from '../shared';
import { useTexts } from '../translation';
import { useRejects } from './useRejects';

/** What a run did not take: where, which field, and why. */
export const RejectsSection = (props: { run: RunItem }) => {
  const { t } = useTexts();
  const pages = useRejects(props.run);
  const columnConfig = useRejectColumns();
  return (
    <Section title={t('discovery.rejects.title')}>
      <PageList pages={pages} empty={t('discovery.rejects.empty')}>
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

function useRejectColumns(): ColumnConfig<RunReject>[] {
  const { t } = useTexts();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('discovery.rejects.column.kind'),
        defaultWidth: '0.6fr',
        minWidth: 90,
        cell: reject => (
          <CellText title={t(`discovery.rejects.kind.${reject.kind}`)} />
        ),
      },
      {
        id: 'place',
        label: t('discovery.rejects.column.place'),
        isRowHeader: true,
        defaultWidth: '1.6fr',
        minWidth: 180,
        cell: reject => (
          <Cell style={{ overflowWrap: 'anywhere' }}>{reject.place}</Cell>
        ),
      },
      {
        id: 'field',
        label: t('discovery.rejects.column.field'),
        defaultWidth: '0.8fr',
        minWidth: 90,
        cell: reject => (
          <Cell style={{ overflowWrap: 'anywhere' }}>{reject.field}</Cell>
        ),
      },
      {
        id: 'reason',
        label: t('discovery.rejects.column.reason'),
        defaultWidth: '2fr',
        minWidth: 200,
        cell: reject => (
          <Cell style={{ overflowWrap: 'anywhere' }}>{reject.reason}</Cell>
        ),
      },
    ],
    [t],
  );
}
