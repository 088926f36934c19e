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

import { RelationItem } from '@itam/plugin-itam-common';
import { commonOrigin, relationGroups } from './relationGroups';

function aRelation(given: Partial<RelationItem> = {}): RelationItem {
  return {
    id: 'r1',
    rollUp: [],
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
