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

import { SavedView } from '@itam/plugin-itam-common';
import { parseAssetsQuery } from '../useAssetsQuery';
import { contentOf, isShown, parametersOf } from './viewQuery';

const view: SavedView = {
  id: 'v1',
  name: 'Dear cloud things',
  shared: false,
  mine: true,
  version: 1,
  updatedAt: '2026-11-01T00:00:00.000Z',
  content: {
    filter: { category: ['cloud'], owner: ['none'], disputed: true, q: 'db' },
    sort: '-cost',
    columns: ['owner', 'cost'],
  },
};

describe('what a view keeps', () => {
  it('comes back from the address it leads to', () => {
    const query = parseAssetsQuery(parametersOf(view));
    expect(contentOf(query)).toEqual(view.content);
    expect(isShown(view, query)).toBe(true);
  });

  it('is no longer shown once something is chosen differently', () => {
    const query = parseAssetsQuery(parametersOf(view));
    expect(isShown(view, { ...query, sort: 'name' })).toBe(false);
    expect(isShown(view, { ...query, columns: [] })).toBe(false);
  });
});
