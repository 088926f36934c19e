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

import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { Quiet } from './Quiet';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 190px) minmax(0, 1fr)',
    gap: 'var(--bui-space-6)',
    padding: 'var(--bui-space-4) 0 var(--bui-space-6)',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pages: {
    listStyle: 'none',
    margin: '0 0 var(--bui-space-4)',
    padding: 0,
    '@media (max-width: 800px)': { display: 'flex', flexWrap: 'wrap' },
  },
  page: {
    display: 'block',
    padding: 'var(--bui-space-2) var(--bui-space-3)',
    borderRadius: 'var(--bui-radius-2)',
    color: 'var(--bui-fg-primary)',
    textDecoration: 'none',
    '&:hover': { background: 'var(--bui-bg-neutral-2)' },
    '&[aria-current="page"]': {
      background: 'var(--bui-bg-neutral-2)',
      fontWeight: 'var(--bui-font-weight-bold)' as 'bold',
    },
  },
  group: { padding: '0 var(--bui-space-3)' },
});

/** Pages of one kind. */
export interface PageGroup {
  title: string;
  pages: Array<{ title: string; href: string }>;
}

/** A page beside the list of those it belongs to. */
export const PageFrame = (props: {
  /** What the list is called by screen readers. */
  label: string;
  groups: PageGroup[];
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <Container>
      <div className={classes.frame}>
        <nav aria-label={props.label}>
          {props.groups.map(({ title, pages }) => (
            <div key={title}>
              <Quiet as="p" variant="body-small" className={classes.group}>
                {title}
              </Quiet>
              <ul className={classes.pages}>
                {pages.map(page => (
                  <li key={page.href}>
                    <NavLink to={page.href} className={classes.page}>
                      {page.title}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div>{props.children}</div>
      </div>
    </Container>
  );
};
