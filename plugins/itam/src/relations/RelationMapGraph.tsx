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

import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { RelationMap } from '@itam/plugin-itam-common';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useMemo } from 'react';
import { useNames } from '../names';
import { useTexts } from '../translation';
import { MapBoxLink } from './MapBoxLink';
import { MapEdge } from './MapEdge';
import { mapGraph, nodeTitle } from './mapGraph';
import type { RelationKinds } from './useRelationKinds';

/** Height of a node with the room around it, in pixels. */
const NODE_SPACE = 64;
/** Width of a column of nodes with the room for a label, in pixels. */
const COLUMN_SPACE = 330;
/** Higher than this a map is shrunk to fit, unless it has a page to itself. */
const HIGHEST = 640;

/** A map as a drawing; left out where it would be tiny. */
export const RelationMapGraph = (props: {
  map: RelationMap;
  kinds: RelationKinds;
  /** It has the page to itself. */
  full?: boolean;
}) => {
  const { t } = useTexts();
  const isWideEnough = useMediaQuery('(min-width: 700px)', { noSsr: true });
  const { map, kinds, full } = props;
  const { boxes, edges, columns, rows } = useGraph(map, kinds);
  const height = rows * NODE_SPACE + 32;
  return isWideEnough ? (
    <DependencyGraph
      style={{
        display: 'block',
        margin: '0 auto',
        height: full ? Math.max(height, 400) : Math.min(height, HIGHEST),
        maxWidth: columns * COLUMN_SPACE,
      }}
      role="group"
      aria-label={t('relations.map.label', { name: nodeTitle(map.nodes[0]) })}
      nodes={boxes}
      edges={edges}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      nodeMargin={16}
      rankMargin={140}
      paddingX={16}
      paddingY={16}
      zoom="enable-on-click"
      fit="contain"
      allowFullscreen={false}
      renderNode={({ node }) => <MapBoxLink box={node} />}
      renderEdge={({ edge, id }) => (
        <MapEdge
          key={`${id.v} ${id.w}`}
          points={edge.points}
          label={edge.label}
        />
      )}
    />
  ) : null;
};

/** Boxes and edges; the same ones as long as what they show is the same. */
function useGraph(map: RelationMap, { labelOf }: RelationKinds) {
  const { typeTitle } = useNames();
  return useMemo(
    () =>
      mapGraph(map, {
        typeTitle,
        relation: type => labelOf({ type, direction: 'out' }),
      }),
    [map, typeTitle, labelOf],
  );
}
