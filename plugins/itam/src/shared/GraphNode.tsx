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

/** The size of a box of our graphs. */
export const GRAPH_NODE = { width: 190, height: 48 };
const LETTERS = 26;

const useStyles = makeStyles({
  box: {
    fill: 'var(--bui-bg-neutral-2)',
    stroke: 'var(--bui-fg-secondary)',
  },
  central: {
    fill: 'var(--bui-announcement-bg-subdued)',
    stroke: 'var(--bui-announcement-fg-subdued)',
    strokeWidth: 2,
  },
  title: { fill: 'var(--bui-fg-primary)', fontSize: 13 },
  centralTitle: { fill: 'var(--bui-announcement-fg-subdued)', fontWeight: 600 },
  subtitle: { fill: 'var(--bui-fg-primary)', fontSize: 11 },
});

/** A box with two lines, as our graphs draw their nodes. */
export const GraphNode = (props: {
  title?: string;
  subtitle?: string;
  central?: boolean;
}) => {
  const classes = useStyles();
  const { title = '', subtitle = '', central } = props;
  return (
    <g>
      <title>{`${title} (${subtitle})`}</title>
      <rect
        width={GRAPH_NODE.width}
        height={GRAPH_NODE.height}
        rx={6}
        className={central ? classes.central : classes.box}
      />
      <text
        x={12}
        y={20}
        className={`${classes.title} ${central ? classes.centralTitle : ''}`}
      >
        {shorten(title)}
      </text>
      <text x={12} y={37} className={classes.subtitle}>
        {shorten(subtitle)}
      </text>
    </g>
  );
};

function shorten(text: string): string {
  return text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text;
}
