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

import { aLifecycleModel } from '../__testUtils__/builders';
import { namesOf } from './Names';

describe('names', () => {
  const iacStack = {
    id: 'iac-stack',
    title: 'IaC stack',
    category: 'code',
    unit: 'asset' as const,
    lifecycleModel: 'cloud-resource',
    attributes: [],
  };

  it('are the titles given, not the identifiers in words', () => {
    const names = namesOf({
      types: [iacStack],
      models: [aLifecycleModel()],
      sources: [{ id: 'stacks', title: 'Terraform stacks' }],
    });

    expect(names.typeTitle('iac-stack')).toBe('IaC stack');
    expect(names.status('iac-stack', 'in-use')).toEqual({
      title: 'In use',
      stage: 'use',
    });
    expect(names.sourceTitle('stacks')).toBe('Terraform stacks');
  });

  it('fall back to the identifiers while nothing is known', () => {
    const names = namesOf({});

    expect(names.typeTitle('iac-stack')).toBe('Iac stack');
    expect(names.status('iac-stack', 'in-use')).toEqual({
      title: 'In use',
      stage: undefined,
    });
    expect(names.sourceTitle('stacks')).toBe('stacks');
  });
});
