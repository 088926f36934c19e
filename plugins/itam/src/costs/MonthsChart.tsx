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

import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { OTHERS_COLOUR, seriesColour } from './palette';
import { Series } from './series';
import { axisText, moneyText, monthText } from './text';

const HEIGHT = 260;
const lineColour = 'color-mix(in srgb, var(--bui-fg-primary) 20%, transparent)';
const tick = { fill: 'var(--bui-fg-primary)', fontSize: 12 };

/** Months as bars stacked from series. What it shows is told beside it. */
export const MonthsChart = (props: {
  months: string[];
  series: Series[];
  currency: string;
}) => {
  const { months, series, currency } = props;
  const hatched = `hatched-${useId().replace(/:/g, '')}`;
  const rows = months.map(month => ({
    month,
    ...Object.fromEntries(
      series.map(({ id, amounts }) => [id, Number(amounts.get(month) ?? 0)]),
    ),
  }));
  return (
    <ResponsiveContainer
      width="100%"
      height={HEIGHT}
      initialDimension={{ width: 640, height: HEIGHT }}
    >
      <BarChart
        data={rows}
        stackOffset="sign"
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <defs>
          <pattern
            id={hatched}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={2.5} height={6} fill={OTHERS_COLOUR} />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke={lineColour} />
        <XAxis
          dataKey="month"
          tickFormatter={month => monthText(String(month), 'short')}
          tick={tick}
          stroke={lineColour}
        />
        <YAxis
          width={72}
          tickFormatter={value => axisText(Number(value), currency)}
          tick={tick}
          stroke={lineColour}
        />
        <ReferenceLine y={0} stroke="var(--bui-fg-secondary)" />
        <Tooltip
          cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
          labelFormatter={month => monthText(String(month))}
          formatter={value => moneyText(Number(value).toFixed(6), currency)}
          contentStyle={{
            background: 'var(--bui-bg-neutral-2)',
            border: '1px solid var(--bui-border-2)',
            borderRadius: 'var(--bui-radius-2)',
          }}
          labelStyle={{ color: 'var(--bui-fg-primary)' }}
          itemStyle={{ color: 'var(--bui-fg-primary)' }}
        />
        {series.map((one, place) => (
          <Bar
            key={one.id}
            dataKey={one.id}
            name={one.label}
            stackId="month"
            maxBarSize={64}
            isAnimationActive={false}
            fill={
              one.kind === 'unattributed'
                ? `url(#${hatched})`
                : seriesColour(one, place)
            }
            stroke={
              one.kind === 'unattributed'
                ? OTHERS_COLOUR
                : 'var(--bui-bg-neutral-1)'
            }
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
};
