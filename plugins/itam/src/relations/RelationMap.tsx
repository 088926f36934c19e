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
import { GraphNode, words } from '../shared';
import { itamTranslationRef } from '../translation';
import { Neighbour } from './neighbourhood';
import { relationLabel } from './relationLabel';

/** Height of a node with the room around it, in pixels. */
const NODE_SPACE = 52;

/** An asset with its neighbours around it. */
export const RelationMap = (props: {
  asset: { id: string; name: string; type: string };
  neighbours: Neighbour[];
}) => {
  const { t } = useTranslationRef(itamTranslationRef);
  const { asset, neighbours } = props;
  const outgoing = neighbours.filter(({ direction }) => direction === 'out');
  const ranks = Math.max(outgoing.length, neighbours.length - outgoing.length);
  return (
    <DependencyGraph
      style={{ height: ranks * NODE_SPACE + NODE_SPACE }}
      role="img"
      aria-label={t('relations.map', { name: asset.name })}
      nodes={[
        {
          id: asset.id,
          title: asset.name,
          subtitle: words(asset.type),
          central: true,
        },
        ...neighbours.map(({ id, title, subtitle }) => ({
          id,
          title,
          subtitle: words(subtitle),
          central: false,
        })),
      ]}
      edges={neighbours.map(neighbour => ({
        from: neighbour.direction === 'out' ? asset.id : neighbour.id,
        to: neighbour.direction === 'out' ? neighbour.id : asset.id,
        label: relationLabel({ type: neighbour.type, direction: 'out' }, t),
      }))}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      nodeMargin={16}
      rankMargin={110}
      paddingX={16}
      paddingY={16}
      showArrowHeads
      zoom="enable-on-click"
      fit="contain"
      allowFullscreen={false}
      renderNode={({ node }) => <GraphNode {...node} />}
    />
  );
};
