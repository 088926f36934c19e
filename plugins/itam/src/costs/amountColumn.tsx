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

import { Cell, Column, ColumnConfig, TableItem } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles({
  head: {
    '& > div': { justifyContent: 'flex-end' },
    // A long label takes two lines rather than width from other columns.
    '& > div > span:first-child': { whiteSpace: 'normal', textAlign: 'right' },
  },
  cell: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    '& > *': { justifyContent: 'flex-end', textAlign: 'right' },
  },
});

/** A column of figures: under each other by their places. */
export function amountColumn<T extends TableItem>(
  column: Omit<ColumnConfig<T>, 'cell' | 'header'> & {
    value(item: T): ReactNode;
  },
): ColumnConfig<T> {
  const { value, ...config } = column;
  return {
    ...config,
    header: () => <AmountHead config={config} />,
    cell: item => <AmountCell>{value(item)}</AmountCell>,
  };
}

function AmountHead(props: { config: Omit<ColumnConfig<TableItem>, 'cell'> }) {
  const classes = useStyles();
  const { id, label, isSortable, defaultWidth, minWidth } = props.config;
  return (
    <Column
      id={id}
      className={classes.head}
      allowsSorting={isSortable}
      defaultWidth={defaultWidth}
      minWidth={minWidth}
    >
      {label}
    </Column>
  );
}

function AmountCell(props: { children: ReactNode }) {
  const classes = useStyles();
  return <Cell className={classes.cell}>{props.children}</Cell>;
}
