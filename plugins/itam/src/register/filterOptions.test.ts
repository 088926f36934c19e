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

import { anEntitySummary } from '../__testUtils__/builders';
import { entityFilterOptions, registerFilterOptions } from './filterOptions';
import { parseAssetsQuery } from './useAssetsQuery';

const names = {
  typeTitle: (id: string) => `T ${id}`,
  sourceTitle: (id: string) => `S ${id}`,
  unowned: 'Nobody',
};
const none = parseAssetsQuery(new URLSearchParams()).values;

describe('registerFilterOptions', () => {
  it('names values and counts them', () => {
    const options = registerFilterOptions(
      {
        category: [],
        type: [{ value: 'virtual-machine', count: 4 }],
        status: [{ value: 'in-use', count: 7 }],
        owner: [{ value: 'group:default/payments', count: 2 }],
        environment: [],
        provider: [],
        source: [{ value: 'stacks', count: 3 }],
      },
      none,
      names,
    );

    expect(options.type).toEqual([
      { value: 'virtual-machine', label: 'T virtual-machine (4)' },
    ]);
    expect(options.source[0].label).toBe('S stacks (3)');
    expect(options.status[0].label).toBe('In use (7)');
    expect(options.owner.map(option => option.label)).toEqual([
      'Nobody',
      'payments (2)',
    ]);
  });

  it('keeps offering a chosen value that is not found any more', () => {
    const options = registerFilterOptions(
      undefined,
      { ...none, environment: ['staging'] },
      names,
    );

    expect(options.environment).toEqual([
      { value: 'staging', label: 'staging' },
    ]);
  });
});

describe('entityFilterOptions', () => {
  it('offers what the summary of the entity counts', () => {
    const options = entityFilterOptions(
      anEntitySummary({
        byCategory: [{ category: 'cloud', count: 3 }],
        unowned: 1,
      }),
      none,
      names,
    );

    expect(options.category).toEqual([{ value: 'cloud', label: 'Cloud (3)' }]);
    expect(options.owner).toEqual([{ value: 'none', label: 'Nobody (1)' }]);
    expect(options.provider).toBeUndefined();
  });
});
