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
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useMemo } from 'react';
import { useNames } from '../names';
import { GraphNode } from '../shared';
import { itamTranslationRef } from '../translation';
import { MapEdge } from './MapEdge';
import { mapGraph } from './mapGraph';
import { Neighbourhood } from './neighbourhood';
import { relationLabel } from './relationLabel';

/** Height of a node with the room around it, in pixels. */
const NODE_SPACE = 64;
/** Width of a column of nodes with the room for a label, in pixels. */
const COLUMN_SPACE = 330;

/** An asset with its neighbours around it; left out where it would be tiny. */
export const RelationMap = (props: {
  asset: { id: string; name: string; type: string };
  neighbourhood: Neighbourhood;
}) => {
  const { t } = useTranslationRef(itamTranslationRef);
  const isWideEnough = useMediaQuery('(min-width: 700px)', { noSsr: true });
  const { asset, neighbourhood } = props;
  const { nodes, edges, columns, rows } = useMap(asset, neighbourhood);
  return isWideEnough ? (
    <DependencyGraph
      style={{
        display: 'block',
        margin: '0 auto',
        height: rows * NODE_SPACE + 32,
        maxWidth: columns * COLUMN_SPACE,
      }}
      role="img"
      aria-label={t('relations.map', { name: asset.name })}
      nodes={nodes}
      edges={edges}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      nodeMargin={16}
      rankMargin={140}
      paddingX={16}
      paddingY={16}
      zoom="enable-on-click"
      fit="contain"
      allowFullscreen={false}
      renderNode={({ node }) => <GraphNode {...node} />}
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

/** Nodes and edges; the same ones as long as what they show is the same. */
function useMap(
  { id, name, type }: { id: string; name: string; type: string },
  around: Neighbourhood,
) {
  const { t } = useTranslationRef(itamTranslationRef);
  const { typeTitle } = useNames();
  return useMemo(
    () =>
      mapGraph({ id, name, type }, around, {
        typeTitle,
        relation: kind => relationLabel({ type: kind, direction: 'out' }, t),
        more: count => t('relations.more', { count }),
        moreHint: t('relations.moreHint'),
      }),
    [id, name, type, around, t, typeTitle],
  );
}
