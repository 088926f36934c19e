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

import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation';
import { Amounts } from './series';
import { moneyText, monthText } from './text';

const BAR = 10;
const GAP = 4;

const useStyles = makeStyles({
  bar: { fill: 'color-mix(in srgb, var(--bui-fg-primary) 45%, transparent)' },
  last: { fill: 'var(--bui-accent-bg)' },
  base: {
    stroke: 'color-mix(in srgb, var(--bui-fg-primary) 30%, transparent)',
  },
});

/**
 * Months as small bars, the last one marked. Drawn by hand: a list shows one
 * per row, and the card of an entity should not load a chart library for it.
 */
export const Sparkline = (props: {
  months: string[];
  amounts: Amounts;
  currency: string;
  height?: number;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { months, amounts, currency, height = 28 } = props;
  const values = months.map(month => Number(amounts.get(month) ?? 0));
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const perUnit = top === bottom ? 0 : (height - 2) / (top - bottom);
  const zero = 1 + top * perUnit;
  const width = months.length * (BAR + GAP) - GAP;
  const text = months
    .map(month => {
      const amount = amounts.get(month);
      return t('costs.chart.month', {
        month: monthText(month, 'short'),
        amount:
          amount === undefined
            ? t('costs.chart.nothing')
            : moneyText(amount, currency),
      });
    })
    .join('; ');
  return (
    <svg
      role="img"
      aria-label={t('costs.chart.sparkline', { months: text })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <line x1={0} x2={width} y1={zero} y2={zero} className={classes.base} />
      {values.map((value, place) => (
        <rect
          key={months[place]}
          x={place * (BAR + GAP)}
          y={value < 0 ? zero : zero - value * perUnit}
          width={BAR}
          height={Math.abs(value) * perUnit}
          className={place === months.length - 1 ? classes.last : classes.bar}
        />
      ))}
    </svg>
  );
};
