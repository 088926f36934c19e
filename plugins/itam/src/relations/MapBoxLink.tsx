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

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { MouseEvent } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { assetRouteRef } from '../routes';
import { GRAPH_NODE, GraphNode } from '../shared';
import type { MapBox } from './mapGraph';

const useStyles = makeStyles({
  link: {
    cursor: 'pointer',
    outline: 'none',
    '& $ring': { display: 'none' },
    '&:focus-visible $ring': { display: 'inline' },
  },
  ring: {
    fill: 'none',
    stroke: 'var(--bui-ring, var(--bui-fg-primary))',
    strokeWidth: 3,
  },
});

/** A box of the map that leads to the page of what it stands for. */
export const MapBoxLink = (props: { box: MapBox }) => {
  const { box } = props;
  const path = useBoxPath(box);
  return box.central || path === undefined ? (
    <GraphNode {...box} />
  ) : (
    <LinkedBox box={box} path={path} />
  );
};

function LinkedBox(props: { box: MapBox; path: string }) {
  const classes = useStyles();
  const { box, path } = props;
  const href = useHref(path);
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    // A new tab or window is opened by the browser itself.
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      navigate(path);
    }
  };
  return (
    <a href={href} className={classes.link} onClick={follow}>
      <GraphNode {...box} />
      <rect
        className={classes.ring}
        x={-3}
        y={-3}
        width={GRAPH_NODE.width + 6}
        height={GRAPH_NODE.height + 6}
        rx={8}
      />
    </a>
  );
}

function useBoxPath({ tag, entityRef }: MapBox): string | undefined {
  const assetPath = useRouteRef(assetRouteRef);
  const entityPath = useRouteRef(entityRouteRef);
  if (tag !== undefined) {
    return assetPath({ tag });
  }
  return entityRef === undefined
    ? undefined
    : entityPath(parseEntityRef(entityRef));
}
