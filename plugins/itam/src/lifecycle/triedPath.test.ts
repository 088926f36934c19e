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

import { assumedFacts, withMissingGiven } from './triedPath';

describe('a tried path', () => {
  it('takes missing facts and documents as given, and nothing else', () => {
    const step = {
      transition: 'receive',
      to: 'in-stock',
      facts: ['owner'],
      evidence: [],
    };

    expect(
      withMissingGiven(step, {
        missing: [
          { kind: 'fact', id: 'identity.serial' },
          { kind: 'evidence', id: 'delivery-slip' },
          { kind: 'role', id: 'TEC' },
        ],
      }),
    ).toEqual({
      ...step,
      facts: ['owner', 'identity.serial'],
      evidence: ['delivery-slip'],
    });
  });

  it('gives each fact a value of its type', () => {
    expect(
      assumedFacts(
        ['acquisition.date', 'acquisition.method', 'identity.serial'],
        '2026-11-22',
      ),
    ).toEqual({
      'acquisition.date': '2026-11-22',
      'acquisition.method': 'purchase',
      'identity.serial': 'any',
    });
  });
});
