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

import { historyLines } from './historyLines';

describe('historyLines', () => {
  it('tells a label from a fact of the same name', () => {
    const lines = historyLines(
      {
        environment: { to: 'production' },
        'labels.environment': { from: 'staging', to: 'production' },
        'attributes.instanceClass': { to: 'db.r6g.large' },
      },
      { yes: 'Yes', no: 'No', label: name => `Label ${name}` },
    );

    expect(lines.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Environment', undefined, 'production'],
      ['Label environment', 'staging', 'production'],
      ['Instance class', undefined, 'db.r6g.large'],
    ]);
  });
});
