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

import { anAssetDetail } from '../__testUtils__/builders';
import { mergeOf } from './conflict';
import { Field } from './form';

function aField(path: string): Field {
  return { path, label: path, kind: 'text', check: () => undefined };
}

const fields = ['environment', 'region', 'supplier', 'attributes.cpu'].map(
  aField,
);

function merge(options: {
  now: Parameters<typeof anAssetDetail>[0];
  yours: Record<string, unknown>;
}) {
  return mergeOf({
    fields,
    before: anAssetDetail({ environment: 'production', region: 'eu' }),
    now: anAssetDetail({
      environment: 'production',
      region: 'eu',
      ...options.now,
    }),
    changed: Object.keys(options.yours),
    values: options.yours,
  });
}

describe('mergeOf', () => {
  it('has a conflict where both changed a field differently', () => {
    const { conflicts } = merge({
      now: { environment: 'test' },
      yours: { environment: 'staging' },
    });

    expect(conflicts).toEqual([
      {
        field: fields[0],
        before: 'production',
        theirs: 'test',
        yours: 'staging',
      },
    ]);
  });

  it('has none where both changed it to the same', () => {
    const { conflicts, theirs } = merge({
      now: { environment: 'test' },
      yours: { environment: 'test' },
    });

    expect(conflicts).toEqual([]);
    expect(theirs.map(({ path }) => path)).toEqual(['environment']);
  });

  it('tells what only one of the two has changed', () => {
    const { conflicts, theirs, yours } = merge({
      now: { region: 'us' },
      yours: { 'attributes.cpu': 'arm' },
    });

    expect(conflicts).toEqual([]);
    expect(theirs.map(({ path }) => path)).toEqual(['region']);
    expect(yours.map(({ path }) => path)).toEqual(['attributes.cpu']);
  });
});
