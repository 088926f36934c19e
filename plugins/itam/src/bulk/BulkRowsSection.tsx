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
  Link,
  Select,
  Table,
  Text,
} from '@backstage/ui';
import {
  BulkOutcome,
  bulkOutcomes,
  BulkRow,
  BulkRun,
} from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { assetRouteRef } from '../routes';
import { PageList, Section } from '../shared';
import { useTexts } from '../translation';
import { isLive, useBulkRows } from './useBulkRun';

/** What a run did with each row: the change, or why it was refused. */
export const BulkRowsSection = (props: { run: BulkRun }) => {
  const { t } = useTexts();
  const { run } = props;
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const pages = useBulkRows(run, outcome);
  const columnConfig = useRowColumns();
  return (
    <Section
      title={t('bulk.rows.title')}
      actions={
        <Select
          aria-label={t('bulk.rows.filter')}
          size="small"
          options={[
            { id: 'all', label: t('bulk.rows.all') },
            ...bulkOutcomes.map(id => ({
              id,
              label: t(`bulk.outcome.${id}`),
            })),
          ]}
          value={outcome ?? 'all'}
          onChange={key => setOutcome(bulkOutcomes.find(id => id === key))}
        />
      }
    >
      {!isLive(run) || pages.items.length > 0 ? (
        <PageList pages={pages} empty={t('bulk.rows.empty')}>
          {items => (
            <Table
              columnConfig={columnConfig}
              data={items.map(item => ({ ...item, id: item.row }))}
              pagination={{ type: 'none' }}
            />
          )}
        </PageList>
      ) : null}
    </Section>
  );
};

type RowItem = BulkRow & { id: number };

function useRowColumns(): ColumnConfig<RowItem>[] {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  return useMemo(
    () => [
      {
        id: 'row',
        label: t('bulk.rows.column.row'),
        isRowHeader: true,
        defaultWidth: '0.4fr',
        minWidth: 60,
        cell: row => <CellText title={String(row.row)} />,
      },
      {
        id: 'asset',
        label: t('bulk.rows.column.asset'),
        defaultWidth: '0.9fr',
        minWidth: 110,
        cell: ({ assetId, tag }) => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            {assetId && tag ? (
              <Link href={assetPath({ tag })}>{tag}</Link>
            ) : (
              <Text>{tag}</Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'outcome',
        label: t('bulk.rows.column.outcome'),
        defaultWidth: '0.7fr',
        minWidth: 90,
        cell: row => <CellText title={t(`bulk.outcome.${row.outcome}`)} />,
      },
      {
        id: 'what',
        label: t('bulk.rows.column.what'),
        defaultWidth: '3fr',
        minWidth: 220,
        cell: row => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <What row={row} />
          </Cell>
        ),
      },
    ],
    [t, assetPath],
  );
}

function What(props: { row: BulkRow }) {
  const { t } = useTexts();
  const { problems, changes } = props.row;
  return (
    <>
      {problems.map(({ field, reason }) => (
        <div key={`${field} ${reason}`}>
          {field ? t('bulk.rows.problem', { field, reason }) : reason}
        </div>
      ))}
      {Object.entries(changes).map(([field, { from, to }]) => (
        <div key={field}>
          {t('bulk.rows.from', {
            field,
            from: valueText(from, t('bulk.rows.nothing')),
            to: valueText(to, t('bulk.rows.nothing')),
          })}
        </div>
      ))}
    </>
  );
}

function valueText(value: unknown, nothing: string): string {
  if (value === undefined || value === null) {
    return nothing;
  }
  if (Array.isArray(value)) {
    return value.map(item => valueText(item, nothing)).join(', ');
  }
  if (typeof value === 'object' && 'amount' in value && 'currency' in value) {
    return `${value.amount} ${value.currency}`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
