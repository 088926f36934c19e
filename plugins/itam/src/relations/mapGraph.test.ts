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

import { mapGraph } from './mapGraph';
import { Neighbour } from './neighbourhood';

const asset = { id: 'a', name: 'checkout-db', type: 'cloud-database' };
const texts = {
  typeTitle: (type: string) => `T ${type}`,
  relation: (type: string) => `R ${type}`,
  more: (count: number) => `+${count} more`,
  moreHint: 'below',
};

function aNeighbour(given: Partial<Neighbour> = {}): Neighbour {
  return {
    id: 'n',
    title: 'payments-infra',
    assetType: 'iac-stack',
    type: 'provisioned-by',
    direction: 'out',
    ...given,
  };
}

function neighbours(count: number) {
  return Array.from({ length: count }, (_, n) => aNeighbour({ id: `n${n}` }));
}

describe('mapGraph', () => {
  it('points every edge the way the relation is', () => {
    const { edges } = mapGraph(
      asset,
      {
        drawn: [
          aNeighbour({ id: 'stack' }),
          aNeighbour({ id: 'replica', type: 'depends-on', direction: 'in' }),
        ],
        leftOut: { in: 0, out: 0 },
      },
      texts,
    );

    expect(edges).toEqual([
      { from: 'a', to: 'stack', label: 'R provisioned-by' },
      { from: 'replica', to: 'a', label: 'R depends-on' },
    ]);
  });

  it('draws one box for the neighbours left out', () => {
    const { nodes, edges } = mapGraph(
      asset,
      { drawn: neighbours(2), leftOut: { in: 0, out: 59 } },
      texts,
    );

    expect(nodes[3]).toEqual({
      id: 'more out',
      title: '+59 more',
      subtitle: 'below',
    });
    expect(edges[2].label).toBeUndefined();
  });

  it('names one of many edges of a kind', () => {
    const { edges } = mapGraph(
      asset,
      { drawn: neighbours(12), leftOut: { in: 0, out: 0 } },
      texts,
    );

    expect(edges.filter(({ label }) => label)).toHaveLength(1);
  });
});
