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

import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr max-content',
    gap: 'var(--bui-space-1) var(--bui-space-3)',
    alignItems: 'center',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    gridColumn: '1 / -1',
    alignItems: 'center',
    position: 'relative',
  },
  // The whole row leads on, the number too.
  link: {
    lineHeight: '24px',
    '&::after': { content: '""', position: 'absolute', inset: 0 },
  },
  track: {
    height: 8,
    borderRadius: 4,
    background: 'var(--bui-bg-neutral-2)',
  },
  bar: {
    height: 8,
    minWidth: 4,
    borderRadius: 4,
    background: 'var(--bui-accent-bg)',
  },
});

/** Counts as bars, each leading to what it counts. */
export const CountBars = (props: {
  label: string;
  counts: Array<{ id: string; label: string; count: number; href: string }>;
}) => {
  const classes = useStyles();
  const most = Math.max(...props.counts.map(({ count }) => count), 1);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.counts.map(({ id, label, count, href }) => (
        <li key={id} className={classes.row}>
          <Link href={href} className={classes.link}>
            {label}
          </Link>
          <div className={classes.track} aria-hidden="true">
            <div
              className={classes.bar}
              style={{ width: `${(100 * count) / most}%` }}
            />
          </div>
          <Text>{count}</Text>
        </li>
      ))}
    </ul>
  );
};
