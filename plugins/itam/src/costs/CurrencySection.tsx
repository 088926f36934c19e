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

import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { CostReport, Costs, monthsBetween } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { Section } from '../shared';
import { useTexts } from '../translation';
import { CostFiguresRow } from './CostFiguresRow';
import { GroupsTable } from './GroupsTable';
import { useGroupLabel } from './GroupName';
import { standsBeside, unattributedLines } from './groupRows';
import { amountOfCosts, Lens, monthAmounts } from './lens';
import { FiguresRow, MonthsFigures } from './MonthsFigures';
import { MonthsPicture } from './MonthsPicture';
import { RatesNote } from './RatesNote';
import { Series, seriesOf } from './series';
import { UnattributedReasons } from './UnattributedReasons';
import { CostsQuery } from './useCostsQuery';
import { CostLinkTo, useCostLinks } from './useCostLinks';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', lineHeight: '24px' },
});

/** The costs in one currency: figures, chart, groups, what is unattributed. */
export const CurrencySection = (props: {
  report: CostReport;
  groups: CostReport['items'];
  query: CostsQuery;
  lens: Lens;
}) => {
  const { t } = useTexts();
  const { report, query, lens } = props;
  const { groupBy, filters } = query;
  const { from, to } = report;
  const months = useMemo(() => monthsBetween(from, to), [from, to]);
  const groups = useMemo(
    () =>
      props.groups
        .filter(group => amountOfCosts(group, lens) !== undefined)
        .sort((one, other) => amountIn(other, lens) - amountIn(one, lens)),
    [props.groups, lens],
  );
  const label = useGroupLabel(
    groupBy,
    groups.map(({ key }) => key),
  );
  const chosen = useMemo(
    () => ({
      ...filters,
      from,
      to,
      sort: lens.view === 'billed' ? '-billed' : undefined,
    }),
    [filters, from, to, lens.view],
  );
  const parts = { report, groups, groupBy, lens, months, label, chosen };
  return (
    <Section
      title={
        lens.converted
          ? t('costs.currency.convertedHeading', { currency: lens.currency })
          : t('costs.currency.heading', { currency: lens.currency })
      }
    >
      <Flex direction="column" gap="5">
        <CostFiguresRow
          report={report}
          groupBy={groupBy}
          lens={lens}
          chosen={chosen}
        />
        {lens.converted && <RatesNote rates={report.rates} />}
        <GroupsChart {...parts} />
        <GroupsTable {...parts} />
        <UnattributedReasons
          reasons={report.unattributed.reasons}
          lens={lens}
          chosen={chosen}
        />
      </Flex>
    </Section>
  );
};

/** Good enough to sort by. */
function amountIn(costs: Costs, lens: Lens): number {
  return Number(amountOfCosts(costs, lens) ?? 0);
}

function GroupsChart(props: {
  report: CostReport;
  groups: CostReport['items'];
  groupBy: CostsQuery['groupBy'];
  lens: Lens;
  months: string[];
  label: (key: string) => string;
  chosen: CostLinkTo;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const links = useCostLinks();
  const { report, groups, groupBy, lens, months, label, chosen } = props;
  const total = monthAmounts(report.total.months, lens);
  const series = seriesOf(
    {
      layers: groups.map(({ key, months: ofGroup }) => ({
        key,
        amounts: monthAmounts(ofGroup, lens),
      })),
      total,
      unattributed: standsBeside(groupBy)
        ? monthAmounts(report.unattributed.months, lens)
        : undefined,
    },
    {
      layer: label,
      others: t('costs.group.others'),
      unattributed: t('costs.group.unattributed'),
    },
  );
  const linesOf = (narrowed: CostLinkTo) => (month: string) =>
    links.lines({ ...chosen, ...narrowed, from: month, to: month });
  const row = ({ id, label: name, amounts, kind, key }: Series): FiguresRow => {
    if (kind === 'others' || key === '') {
      return { id, label: name, amounts };
    }
    return {
      id,
      label: name,
      amounts,
      linesOf: linesOf(key ? { [groupBy]: key } : unattributedLines(groupBy)),
    };
  };
  return (
    <div>
      <MonthsPicture
        months={months}
        series={series}
        total={total}
        lens={lens}
      />
      <details>
        <summary className={classes.summary}>
          <Text variant="body-small">{t('costs.chart.figures')}</Text>
        </summary>
        <MonthsFigures
          caption={t('costs.group.table', {
            grouping: t(`costs.group.${groupBy}`).toLocaleLowerCase('en-GB'),
            currency: lens.currency,
          })}
          rowHead={t(`costs.group.column.${groupBy}`)}
          months={months}
          rows={series.map(row)}
          total={{
            id: 'total',
            label: t('costs.group.total'),
            amounts: total,
            linesOf: linesOf({}),
          }}
          currency={lens.currency}
        />
      </details>
    </div>
  );
}
