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
import { LifecycleModelItem } from '@itam/plugin-itam-common';
import { GraphNode } from '../shared';
import { useTexts } from '../translation';

/** Every status and transition of a model as a graph. */
export const LifecycleDiagram = (props: {
  model: LifecycleModelItem;
  status: string;
}) => {
  const { t } = useTexts();
  const { model, status } = props;
  return (
    <DependencyGraph
      role="img"
      aria-label={t('lifecycle.diagram.label', { model: model.title })}
      nodes={model.statuses.map(({ id, title, stage }) => ({
        id,
        title,
        subtitle: stage,
        central: id === status,
      }))}
      edges={model.transitions.flatMap(transition =>
        transition.from.flatMap(from =>
          transition.to
            .filter(to => to !== from)
            .map(to => ({ from, to, label: transition.title })),
        ),
      )}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      nodeMargin={24}
      rankMargin={96}
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
