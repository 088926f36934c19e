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

import { MapEdge, RelationMap } from '@itam/plugin-itam-common';
import { aMapNode, aRelationMap } from '../__testUtils__/relationBuilders';
import { mapGraph } from './mapGraph';

const texts = {
  typeTitle: (type: string) => `T ${type}`,
  relation: (type: string) => `R ${type}`,
};

function graphOf(given: Partial<RelationMap>) {
  return mapGraph(aRelationMap(given), texts);
}

/** A stack that made a number of things. */
function aHub(count: number): Partial<RelationMap> {
  const ids = Array.from({ length: count }, (_, n) => `n${n}`);
  return {
    nodes: [aMapNode('stack', 0), ...ids.map(id => aMapNode(id, 1))],
    edges: ids.map(from => ({ from, to: 'stack', type: 'provisioned-by' })),
  };
}

describe('mapGraph', () => {
  it('points every edge the way the relation is, with its name', () => {
    const edges: MapEdge[] = [
      { from: 'a', to: 'host', type: 'runs-on' },
      { from: 'app', to: 'a', type: 'depends-on' },
    ];
    const graph = graphOf({
      nodes: [aMapNode('a', 0), aMapNode('host', 1), aMapNode('app', 1)],
      edges,
    });

    expect(graph.edges).toEqual([
      { from: 'a', to: 'host', label: 'R runs-on' },
      { from: 'app', to: 'a', label: 'R depends-on' },
    ]);
    expect(graph.boxes.map(({ central }) => central)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('draws several relations between the same two as one line', () => {
    const { edges } = graphOf({
      nodes: [aMapNode('a', 0), aMapNode('b', 1)],
      edges: [
        { from: 'a', to: 'b', type: 'part-of' },
        { from: 'a', to: 'b', type: 'runs-on' },
      ],
    });
    expect(edges).toEqual([
      { from: 'a', to: 'b', label: 'R part-of, R runs-on' },
    ]);
  });

  it('calls entities by their title, or by the name in their ref', () => {
    const entity = { kind: 'component', present: true };
    const { boxes } = graphOf({
      nodes: [
        aMapNode('a', 0),
        {
          id: 'component:default/x',
          distance: 1,
          entity: { ...entity, ref: 'component:default/x' },
        },
        {
          id: 'component:default/y',
          distance: 1,
          entity: { ...entity, ref: 'component:default/y', title: 'Why' },
        },
      ],
    });
    expect(boxes.slice(1)).toMatchObject([
      { title: 'x', subtitle: 'Component', entityRef: 'component:default/x' },
      { title: 'Why', subtitle: 'Component' },
    ]);
  });

  it('names one of many edges of a kind', () => {
    const { edges } = graphOf(aHub(12));
    expect(edges.filter(({ label }) => label)).toHaveLength(1);
  });

  it('takes the room its fullest column and its columns need', () => {
    const chain = graphOf({
      nodes: [aMapNode('a', 0), aMapNode('b', 1), aMapNode('c', 2)],
      edges: [
        { from: 'a', to: 'b', type: 'part-of' },
        { from: 'b', to: 'c', type: 'part-of' },
      ],
    });
    const hub = graphOf(aHub(12));

    expect([chain.rows, chain.columns]).toEqual([1, 3]);
    expect([hub.rows, hub.columns]).toEqual([12, 2]);
  });
});
