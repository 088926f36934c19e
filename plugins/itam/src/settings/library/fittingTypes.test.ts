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

import type { AssetTypeItem } from '@itam/plugin-itam-common';
import { fittingTypes } from './fittingTypes';

const aType = (
  id: string,
  category: string,
  attributes: string[] = [],
): AssetTypeItem => ({
  id,
  title: id.toUpperCase(),
  category,
  unit: 'asset',
  lifecycleModel: 'x',
  attributes: attributes.map(name => ({
    name,
    kind: 'text',
    required: false,
    multi: false,
  })),
});

const types = [
  aType('server', 'hardware', ['memory']),
  aType('laptop', 'hardware', ['memory', 'diskEncrypted']),
  aType('bucket', 'cloud'),
];

const idsOf = (q: string, category = 'all') =>
  fittingTypes(types, { q, category }).map(({ id }) => id);

describe('the types that fit', () => {
  it('come by category and name', () => {
    expect(idsOf('')).toEqual(['bucket', 'laptop', 'server']);
  });

  it('hold every word, in name or attributes, without regard to case', () => {
    expect(idsOf('Memory')).toEqual(['laptop', 'server']);
    expect(idsOf('memory diskENCRYPTED')).toEqual(['laptop']);
    expect(idsOf('wheel')).toEqual([]);
  });

  it('are of the category chosen', () => {
    expect(idsOf('', 'cloud')).toEqual(['bucket']);
  });
});
