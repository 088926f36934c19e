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

import { Cell, ColumnConfig, Flex, Table, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { addMonths, CostReport } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { amountColumn } from './amountColumn';
import { ChangeText } from './ChangeText';
import { ShownGrouping } from './costFilters';
import { GroupName } from './GroupName';
import { groupRows, GroupRow } from './groupRows';
import { Lens } from './lens';
import { Sparkline } from './Sparkline';
import { monthText, percentText } from './text';
import { CostLinkTo, useCostLinks } from './useCostLinks';

const useStyles = makeStyles({
  track: {
    width: 64,
    height: 8,
    flex: 'none',
    borderRadius: 4,
    background: 'var(--bui-bg-neutral-3)',
    border: '1px solid var(--bui-border-2)',
  },
  bar: {
    height: '100%',
    borderRadius: 4,
    background: 'var(--bui-accent-bg)',
  },
});

/** The costs by group, what is attributed to nothing, and the total. */
export const GroupsTable = (props: {
  report: CostReport;
  groups: CostReport['items'];
  groupBy: ShownGrouping;
  lens: Lens;
  months: string[];
  label: (key: string) => string;
  /** What the lines of everything shown are. */
  chosen: CostLinkTo;
}) => {
  const { t } = useTexts();
  const { report, groups, groupBy, lens, months, label, chosen } = props;
  const columnConfig = useGroupColumns({ groupBy, lens, months });
  const rows = useMemo(
    () =>
      groupRows({ report, groups, groupBy, lens, chosen }).map(row => ({
        ...row,
        label: row.kind === 'group' ? label(row.key) : '',
      })),
    [report, groups, groupBy, lens, chosen, label],
  );
  return (
    <Table
      columnConfig={columnConfig}
      data={rows}
      pagination={{ type: 'none' }}
      emptyState={<Text>{t('costs.group.empty')}</Text>}
    />
  );
};

type LabelledRow = GroupRow & { label: string };

function useGroupColumns(options: {
  groupBy: ShownGrouping;
  lens: Lens;
  months: string[];
}): ColumnConfig<LabelledRow>[] {
  const { t } = useTexts();
  const links = useCostLinks();
  const { groupBy, lens, months } = options;
  return useMemo(() => {
    const { currency } = lens;
    const last = months[months.length - 1];
    const before = addMonths(last, -1);
    const nameOf = (row: LabelledRow) =>
      row.kind === 'group' ? row.label : t(`costs.group.${row.kind}`);
    return [
      {
        id: 'name',
        label: t(`costs.group.column.${groupBy}`),
        isRowHeader: true,
        defaultWidth: '1.6fr',
        minWidth: 180,
        cell: row => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            {row.kind === 'group' ? (
              <GroupName
                groupBy={groupBy}
                groupKey={row.key}
                label={row.label}
                href={links.costs(row.narrowed)}
              />
            ) : (
              <Text weight="bold">{nameOf(row)}</Text>
            )}
          </Cell>
        ),
      },
      amountColumn({
        id: 'amount',
        label: t('costs.group.column.amount'),
        defaultWidth: '1fr',
        minWidth: 130,
        value: row => (
          <Amount
            amount={row.amount}
            currency={currency}
            lines={{ href: links.lines(row.lines), what: nameOf(row) }}
          />
        ),
      }),
      {
        id: 'share',
        label: t('costs.group.column.share'),
        defaultWidth: '1fr',
        minWidth: 150,
        cell: row => (
          <Cell>
            <Share share={row.share} />
          </Cell>
        ),
      },
      {
        id: 'months',
        label: t('costs.group.column.months'),
        defaultWidth: '1fr',
        minWidth: 185,
        cell: row => (
          <Cell>
            <Sparkline
              months={months}
              amounts={row.amounts}
              currency={currency}
            />
          </Cell>
        ),
      },
      {
        id: 'change',
        label: t('costs.group.column.change', {
          month: monthText(last, 'short'),
        }),
        defaultWidth: '1fr',
        minWidth: 185,
        cell: row => (
          <Cell>
            <ChangeText
              before={row.amounts.get(before)}
              after={row.amounts.get(last)}
              currency={currency}
              month={before}
              short
            />
          </Cell>
        ),
      },
    ];
  }, [t, links, groupBy, lens, months]);
}

function Share(props: { share?: number }) {
  const classes = useStyles();
  const { share } = props;
  if (share === undefined) {
    return null;
  }
  return (
    <Flex align="center" gap="2">
      <div className={classes.track} aria-hidden="true">
        <div
          className={classes.bar}
          style={{ width: `${Math.min(share, 1) * 100}%` }}
        />
      </div>
      <Text>{percentText(share)}</Text>
    </Flex>
  );
}
