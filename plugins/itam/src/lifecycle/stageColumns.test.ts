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
import { stageColumns } from './stageColumns';

describe('stageColumns', () => {
  it('puts the stages in the order of a life, whatever the model lists', () => {
    const columns = stageColumns(aLifecycleModel(), 'in-use', []);

    expect(columns.map(column => column.stage)).toEqual([
      'plan',
      'use',
      'decommission',
      'dispose',
    ]);
  });

  it('marks the present status and where a possible move leads', () => {
    const columns = stageColumns(aLifecycleModel(), 'in-use', ['stopped']);

    expect(columns.find(column => column.present)).toEqual({
      stage: 'use',
      present: true,
      statuses: [
        { id: 'in-use', title: 'In use', mark: 'now' },
        { id: 'stopped', title: 'Stopped', mark: 'next' },
      ],
    });
  });

  it('marks no stage for a status the model does not have', () => {
    const columns = stageColumns(aLifecycleModel(), 'lost', []);

    expect(columns.some(column => column.present)).toBe(false);
  });
});
