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

import { Flex } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { MouseEvent, ReactNode } from 'react';
import { useTexts } from '../translation';

/** A part of a long page that can be jumped to. */
export interface Chapter {
  id: string;
  title: string;
  content: ReactNode;
}

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(0, 1fr)',
    gap: 'var(--bui-space-4)',
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  contents: {
    position: 'sticky',
    top: 'var(--bui-space-4)',
    '@media (max-width: 1000px)': { position: 'static', overflowX: 'auto' },
  },
  links: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: 'var(--bui-space-1)',
    '@media (max-width: 1000px)': {
      flexDirection: 'row',
      gap: 'var(--bui-space-2)',
    },
  },
  link: {
    display: 'block',
    padding: '4px 8px',
    borderLeft: '2px solid var(--bui-border-2)',
    color: 'var(--bui-fg-primary)',
    textDecoration: 'none',
    whiteSpace: 'nowrap',
    '&:hover': { borderLeftColor: 'currentColor' },
    '&:focus-visible': { outline: '2px solid var(--bui-ring, currentColor)' },
  },
  chapter: {
    scrollMarginTop: 'var(--bui-space-4)',
    outline: 'none',
    minWidth: 0,
  },
});

/** The parts of a long page, with links to jump to each. */
export const Chapters = (props: { chapters: Chapter[] }) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.page}>
      <nav
        className={classes.contents}
        aria-label={t('register.chapter.label')}
      >
        <ul className={classes.links}>
          {props.chapters.map(({ id, title }) => (
            <li key={id}>
              <a
                className={classes.link}
                href={`#${id}`}
                onClick={event => jumpTo(event, id)}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Flex direction="column" gap="4" style={{ minWidth: 0 }}>
        {props.chapters.map(({ id, content }) => (
          <div key={id} id={id} tabIndex={-1} className={classes.chapter}>
            <Flex direction="column" gap="4">
              {content}
            </Flex>
          </div>
        ))}
      </Flex>
    </div>
  );
};

/** Takes eye and keyboard to a chapter, without a step in the router. */
function jumpTo(event: MouseEvent, id: string): void {
  const chapter = document.getElementById(id);
  if (chapter) {
    event.preventDefault();
    chapter.scrollIntoView?.({ block: 'start' });
    chapter.focus({ preventScroll: true });
  }
}
