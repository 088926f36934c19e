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
import { GraphNode, words } from '../shared';
import { itamTranslationRef } from '../translation';
import { MapEdge } from './MapEdge';
import { Neighbour, Neighbourhood } from './neighbourhood';
import { relationLabel } from './relationLabel';

/** Height of a node with the room around it, in pixels. */
const NODE_SPACE = 64;
/** Width of a column of nodes with the room for a label, in pixels. */
const COLUMN_SPACE = 330;

/** Up to this many edges on a side each one has its name. */
const ALL_NAMED = 5;

interface MapNode {
  id: string;
  title: string;
  subtitle: string;
  central?: boolean;
}

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
  asset: { id: string; name: string; type: string },
  { drawn, leftOut }: Neighbourhood,
) {
  const { t } = useTranslationRef(itamTranslationRef);
  const { typeTitle } = useNames();
  return useMemo(() => {
    const subtitleOf = ({ assetType, entityKind }: Neighbour) =>
      assetType ? typeTitle(assetType) : words(entityKind ?? '');
    const rest = (['in', 'out'] as const)
      .filter(direction => leftOut[direction] > 0)
      .map(direction => ({
        id: `more ${direction}`,
        title: t('relations.more', { count: leftOut[direction] }),
        subtitle: t('relations.moreHint'),
        direction,
        kind: '',
      }));
    const around = [
      ...drawn.map(neighbour => ({
        id: neighbour.id,
        title: neighbour.title,
        subtitle: subtitleOf(neighbour),
        direction: neighbour.direction,
        kind: neighbour.type,
      })),
      ...rest,
    ];
    const nodes: MapNode[] = [
      {
        id: asset.id,
        title: asset.name,
        subtitle: typeTitle(asset.type),
        central: true,
      },
      ...around.map(({ id, title, subtitle }) => ({ id, title, subtitle })),
    ];
    const incoming = around.filter(({ direction }) => direction === 'in');
    const sides = [incoming.length, around.length - incoming.length];
    // Of many edges of a kind one is named, lest the names cover the lines.
    const named = new Set<string>();
    const edges = around.map(({ id, direction, kind }) => {
      const isNamed =
        kind !== '' &&
        (Math.max(...sides) <= ALL_NAMED || !named.has(`${kind} ${direction}`));
      named.add(`${kind} ${direction}`);
      return {
        from: direction === 'out' ? asset.id : id,
        to: direction === 'out' ? id : asset.id,
        label: isNamed
          ? relationLabel({ type: kind, direction: 'out' }, t)
          : undefined,
      };
    });
    return {
      nodes,
      edges,
      rows: Math.max(...sides),
      columns: 1 + sides.filter(count => count > 0).length,
    };
  }, [asset.id, asset.name, asset.type, drawn, leftOut, t, typeTitle]);
}
