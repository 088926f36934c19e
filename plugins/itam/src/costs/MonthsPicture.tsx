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
import { lazy, Suspense } from 'react';
import { Waiting } from '../shared';
import { useTexts } from '../translation';
import { Lens } from './lens';
import { OTHERS_COLOUR, seriesColour } from './palette';
import { Amounts, Series } from './series';
import { moneyText, monthText } from './text';

// The chart library is loaded where a chart is shown.
const MonthsChart = lazy(() =>
  import('./MonthsChart').then(m => ({ default: m.MonthsChart })),
);

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-1) var(--bui-space-4)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: 6 },
  swatch: { width: 12, height: 12, borderRadius: 2, flex: 'none' },
});

/** A chart of months with its legend, and in words for who cannot see it. */
export const MonthsPicture = (props: {
  months: string[];
  series: Series[];
  total: Amounts;
  lens: Lens;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { months, series, total, lens } = props;
  const { currency, view } = lens;
  const text = t('costs.chart.text', {
    title: t('costs.chart.title', {
      currency,
      view: t(`costs.view.${view}`).toLocaleLowerCase('en-GB'),
    }),
    from: monthText(months[0]),
    to: monthText(months[months.length - 1]),
    months: months
      .map(month =>
        t('costs.chart.month', {
          month: monthText(month, 'short'),
          amount: total.has(month)
            ? moneyText(total.get(month) ?? '0', currency)
            : t('costs.chart.nothing'),
        }),
      )
      .join('; '),
  });
  return (
    <Flex direction="column" gap="2">
      <div role="img" aria-label={text}>
        <Suspense fallback={<Waiting lines={6} />}>
          <MonthsChart months={months} series={series} currency={currency} />
        </Suspense>
      </div>
      <ul className={classes.legend} aria-label={t('costs.chart.legend')}>
        {series.map((one, place) => (
          <li key={one.id} className={classes.entry}>
            <span
              className={classes.swatch}
              style={{ background: swatch(one, place) }}
              aria-hidden="true"
            />
            <Text variant="body-small">{one.label}</Text>
          </li>
        ))}
      </ul>
    </Flex>
  );
};

function swatch(series: Series, place: number): string {
  return series.kind === 'unattributed'
    ? `repeating-linear-gradient(45deg, ${OTHERS_COLOUR} 0 2px, transparent 2px 4px)`
    : seriesColour(series, place);
}
