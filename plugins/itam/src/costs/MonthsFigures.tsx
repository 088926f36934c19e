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
import { ReactNode } from 'react';
import { Amount } from './Amount';
import { Amounts } from './series';
import { monthText } from './text';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-primary)',
    '& th, & td': {
      padding: 'var(--bui-space-1_5) var(--bui-space-2)',
      borderBottom: '1px solid var(--bui-border-1)',
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontWeight: 'inherit',
    },
    '& th:first-child': { textAlign: 'left', whiteSpace: 'normal' },
    '& thead th, & tfoot th, & tfoot td': { fontWeight: 600 },
  },
  wraps: {
    '& thead th': { whiteSpace: 'normal', verticalAlign: 'bottom' },
    '& th:first-child': { whiteSpace: 'nowrap' },
  },
  caption: { position: 'absolute', clip: 'rect(0 0 0 0)' },
});

/** A row of figures by month. */
export interface FiguresRow {
  id: string;
  label: string;
  amounts: Amounts;
  /** The lines of a month of it; none where a figure is no sum of lines. */
  linesOf?: (month: string) => string;
}

interface FiguresTable {
  caption: string;
  months: string[];
  rows: FiguresRow[];
  total: FiguresRow;
  currency: string;
}

/** What a chart of months shows, in figures, each leading to its lines. */
export const MonthsFigures = (props: FiguresTable & { rowHead: string }) => {
  const { caption, rowHead, months, rows, total, currency } = props;
  const cells = (row: FiguresRow) =>
    months.map(month => (
      <Figure key={month} row={row} month={month} currency={currency} />
    ));
  return (
    <Scrolled caption={caption}>
      <thead>
        <tr>
          <th scope="col">{rowHead}</th>
          {months.map(month => (
            <th key={month} scope="col">
              {monthText(month, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total.label}</th>
          {cells(total)}
        </tr>
      </tfoot>
    </Scrolled>
  );
};

/** The same with the months below each other, the last one first. */
export const MonthsDownFigures = (
  props: FiguresTable & { monthHead: string },
) => {
  const { caption, monthHead, months, rows, total, currency } = props;
  const columns = rows.length > 1 ? [total, ...rows] : rows;
  return (
    <Scrolled caption={caption} wraps>
      <thead>
        <tr>
          <th scope="col">{monthHead}</th>
          {columns.map(column => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...months].reverse().map(month => (
          <tr key={month}>
            <th scope="row">{monthText(month)}</th>
            {columns.map(column => (
              <Figure
                key={column.id}
                row={column}
                month={month}
                currency={currency}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Scrolled>
  );
};

function Figure(props: { row: FiguresRow; month: string; currency: string }) {
  const { row, month, currency } = props;
  return (
    <td>
      <Amount
        amount={row.amounts.get(month)}
        currency={currency}
        lines={
          row.linesOf && {
            href: row.linesOf(month),
            what: `${row.label}, ${monthText(month)}`,
          }
        }
      />
    </td>
  );
}

function Scrolled(props: {
  caption: string;
  /** Long heads take several lines rather than width. */
  wraps?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { caption, wraps, children } = props;
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={caption}
      // What scrolls has to be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={`${classes.table} ${wraps ? classes.wraps : ''}`}>
        <caption className={classes.caption}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
