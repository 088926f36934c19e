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
import { Cell, ColumnConfig, Link, Table, Text } from '@backstage/ui';
import { StatementItem, StatementTotal } from '@itam/plugin-itam-common';
import { ReactNode, useMemo } from 'react';
import { SourceLink } from '../names';
import { runRouteRef } from '../routes';
import { Moment, PageList, Pages, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { amountColumn } from './amountColumn';
import { statementFile } from './statementFile';
import { countText, dayText, moneyText, monthText } from './text';

/** Bills a reader sees before asking for all. */
const SHOWN_AT_FIRST = 6;

/** The files charges were read from, newest billing period first, with their exact sums. */
export const StatementsSection = (props: { pages: Pages<StatementItem> }) => {
  const { t } = useTexts();
  const columnConfig = useStatementColumns();
  const pages = useMemo(
    () => ({
      ...props.pages,
      items: [...props.pages.items].sort(byLatestPeriod),
    }),
    [props.pages],
  );
  return (
    <Section title={t('costs.statements.title')}>
      <Quiet as="p" variant="body-small">
        {t('costs.statements.hint')}
      </Quiet>
      <PageList
        pages={pages}
        empty={t('costs.statements.empty')}
        few={SHOWN_AT_FIRST}
      >
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

function byLatestPeriod(one: StatementItem, other: StatementItem): number {
  const latest = ({ totals }: StatementItem) =>
    totals
      .map(({ periodStart }) => periodStart)
      .sort()
      .slice(-1)[0] ?? '';
  return latest(other).localeCompare(latest(one));
}

function useStatementColumns(): ColumnConfig<StatementItem>[] {
  const { t } = useTexts();
  const runPath = useRouteRef(runRouteRef);
  return useMemo(() => {
    const perTotal = (
      statement: StatementItem,
      text: (total: StatementTotal) => ReactNode,
    ) =>
      statement.totals.map(total => (
        <Text as="div" key={`${total.periodStart} ${total.currency}`}>
          {text(total)}
        </Text>
      ));
    // Bills are of months of the calendar, but need not be.
    const periodText = ({ periodStart, periodEnd }: StatementTotal) =>
      periodStart.endsWith('-01')
        ? monthText(periodStart.slice(0, 7))
        : t('costs.statements.period', {
            from: dayText(periodStart),
            to: dayText(periodEnd),
          });
    return [
      {
        id: 'file',
        label: t('costs.statements.column.file'),
        isRowHeader: true,
        defaultWidth: '1.3fr',
        minWidth: 165,
        cell: statement => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <div>
              {statementFile(statement)}
              <Quiet as="div" variant="body-x-small">
                {statement.standard} ·{' '}
                <SourceLink id={statement.sourceId} variant="body-x-small" />
              </Quiet>
            </div>
          </Cell>
        ),
      },
      {
        id: 'period',
        label: t('costs.statements.column.period'),
        defaultWidth: '0.9fr',
        minWidth: 130,
        cell: statement => (
          <Cell>
            <div>
              {[...new Set(statement.totals.map(periodText))].map(period => (
                <Text as="div" key={period}>
                  {period}
                </Text>
              ))}
            </div>
          </Cell>
        ),
      },
      amountColumn({
        id: 'rows',
        label: t('costs.statements.column.rows'),
        defaultWidth: '0.5fr',
        minWidth: 72,
        value: ({ rows }) => countText(rows),
      }),
      amountColumn({
        id: 'rejected',
        label: t('costs.statements.column.rejected'),
        defaultWidth: '0.8fr',
        minWidth: 100,
        value: statement => (
          <div>
            {countText(statement.rejectedRows)}
            {statement.missing.map(({ currency, effective, billed }) => (
              <Quiet as="div" variant="body-x-small" key={currency}>
                {t('costs.statements.missing', {
                  amount: moneyText(effective, currency, { exact: true }),
                  billed: moneyText(billed, currency, { exact: true }),
                })}
              </Quiet>
            ))}
          </div>
        ),
      }),
      ...(['effective', 'billed'] as const).map(view =>
        amountColumn<StatementItem>({
          id: view,
          label: t(`costs.statements.column.${view}`),
          defaultWidth: '1.2fr',
          minWidth: 200,
          value: statement => (
            <div>
              {perTotal(statement, total => (
                <Amount
                  amount={total[view]}
                  currency={total.currency}
                  form={{ exact: true }}
                />
              ))}
            </div>
          ),
        }),
      ),
      {
        id: 'read',
        label: t('costs.statements.column.read'),
        defaultWidth: '0.8fr',
        minWidth: 120,
        cell: ({ readAt, sourceId, runId }) => (
          <Cell>
            <Link href={runPath({ sourceId, runId })}>
              <Moment at={readAt} />
            </Link>
          </Cell>
        ),
      },
    ];
  }, [t, runPath]);
}
