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
import { GRAPH_NODE } from '../shared';
import { edgeEnds, Point } from './edgeEnds';

const useStyles = makeStyles({
  line: {
    fill: 'none',
    stroke: 'var(--bui-fg-secondary)',
    strokeWidth: 1.3,
  },
  arrow: { fill: 'var(--bui-fg-secondary)' },
  label: {
    fill: 'var(--bui-fg-primary)',
    fontSize: 12,
    textAnchor: 'middle',
    // Keeps the words readable where a line runs behind them.
    paintOrder: 'stroke',
    stroke: 'var(--bui-bg-neutral-1)',
    strokeWidth: 5,
    strokeLinejoin: 'round',
  },
});

/** An edge of the map: a curve from side to side, an arrow and its name. */
export const MapEdge = (props: { points?: Point[]; label?: string }) => {
  const classes = useStyles();
  const ends = edgeEnds(props.points ?? [], GRAPH_NODE);
  if (!ends || ![ends.start.x, ends.end.x].every(Number.isFinite)) {
    return null;
  }
  const { start, end } = ends;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return (
    <g>
      <path
        className={classes.line}
        d={`M${start.x},${start.y} C${middle.x},${start.y} ${middle.x},${
          end.y
        } ${end.x - 7},${end.y}`}
      />
      <path
        className={classes.arrow}
        d={`M${end.x - 8},${end.y - 4} L${end.x},${end.y} L${end.x - 8},${
          end.y + 4
        } Z`}
      />
      {props.label && (
        <text className={classes.label} x={middle.x} y={middle.y + 4}>
          {props.label}
        </text>
      )}
    </g>
  );
};
