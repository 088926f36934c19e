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

import { RelatedItem } from '@itam/plugin-itam-common';
import { commonOrigin, neighbourhood, relationGroups } from './neighbourhood';

function aRelation(given: Partial<RelatedItem> = {}): RelatedItem {
  return {
    type: 'supports',
    direction: 'out',
    origin: 'person',
    since: '2026-11-01T00:00:00.000Z',
    entityRef: 'component:default/checkout',
    ...given,
  };
}

describe('relationGroups', () => {
  it('keeps the two directions of one kind apart', () => {
    const groups = relationGroups([
      aRelation({ type: 'depends-on', direction: 'in' }),
      aRelation({ type: 'depends-on', direction: 'out' }),
      aRelation({ type: 'depends-on', direction: 'in' }),
    ]);

    expect(
      groups.map(({ direction, items }) => [direction, items.length]),
    ).toEqual([
      ['in', 2],
      ['out', 1],
    ]);
  });
});

describe('commonOrigin', () => {
  it('is told once for a group, unless its relations differ in it', () => {
    const [same] = relationGroups([aRelation(), aRelation()]);
    const [mixed] = relationGroups([
      aRelation(),
      aRelation({ origin: 'source:payments-states' }),
    ]);

    expect(commonOrigin(same)).toBe('person');
    expect(commonOrigin(mixed)).toBeUndefined();
  });
});

describe('neighbourhood', () => {
  it('draws what is related twice only once', () => {
    const { drawn } = neighbourhood(
      [aRelation(), aRelation({ origin: 'source:payments-states' })],
      10,
    );

    expect(drawn).toEqual([
      {
        id: 'component:default/checkout',
        title: 'checkout',
        entityKind: 'component',
        type: 'supports',
        direction: 'out',
      },
    ]);
  });

  it('draws no more than the map can hold and counts the others', () => {
    const many = Array.from({ length: 5 }, (_, n) =>
      aRelation({ entityRef: `component:default/c${n}`, direction: 'in' }),
    );

    const { drawn, leftOut } = neighbourhood(many, 3);

    expect(drawn).toHaveLength(3);
    expect(leftOut).toEqual({ in: 2, out: 0 });
  });

  it('does not let one kind of relation crowd out another', () => {
    const many = Array.from({ length: 5 }, (_, n) =>
      aRelation({ entityRef: `component:default/c${n}` }),
    );
    const host = aRelation({
      type: 'runs-on',
      entityRef: 'resource:default/host',
    });

    const { drawn } = neighbourhood([...many, host], 3);

    expect(drawn.map(({ title }) => title)).toContain('host');
  });
});
