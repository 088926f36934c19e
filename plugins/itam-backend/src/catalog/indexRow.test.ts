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

import { toIndexRow } from './indexRow';

function lastDay(kind: string, annotations: Record<string, string>) {
  const [row] = toIndexRow(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'ann', annotations },
    },
    {
      providerIdAnnotations: [],
      endDateAnnotation: 'hr/last-day',
      parents: new Map(),
    },
  );
  return row.ends_on;
}

describe('the index row of a person or team', () => {
  it.each(['User', 'Group'])('has the last day of a %s', kind => {
    expect(lastDay(kind, { 'hr/last-day': '2026-12-31' })).toBe('2026-12-31');
    expect(lastDay(kind, { 'hr/last-day': '2026-12-31T17:00:00Z' })).toBe(
      '2026-12-31',
    );
  });

  it.each(['2026-02-30', 'end of May', '31.12.2026', ''])(
    'takes %j for no day',
    day => {
      expect(lastDay('User', { 'hr/last-day': day })).toBeUndefined();
    },
  );

  it('reads no other annotation, and no other kind', () => {
    expect(lastDay('User', { 'itam/ends-on': '2026-12-31' })).toBeUndefined();
    expect(
      lastDay('Component', { 'hr/last-day': '2026-12-31' }),
    ).toBeUndefined();
  });
});
