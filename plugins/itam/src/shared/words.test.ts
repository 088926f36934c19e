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

import { valueText, words } from './words';

describe('words', () => {
  it.each([
    ['cloud-database', 'Cloud database'],
    ['instanceType', 'Instance type'],
    ['in-use', 'In use'],
    ['owner', 'Owner'],
    ['cpuModel', 'CPU model'],
    ['endpointUrl', 'Endpoint URL'],
  ])('turns %s into "%s"', (identifier, text) => {
    expect(words(identifier)).toBe(text);
  });
});

describe('valueText', () => {
  const texts = { yes: 'Yes', no: 'No' };

  it('is nothing for what is empty, but not for zero or false', () => {
    expect(valueText(undefined, texts)).toBeUndefined();
    expect(valueText(null, texts)).toBeUndefined();
    expect(valueText('', texts)).toBeUndefined();
    expect(valueText([], texts)).toBeUndefined();
    expect(valueText(0, texts)).toBe('0');
    expect(valueText(false, texts)).toBe('No');
  });

  it('joins lists, gives numbers their unit and amounts their currency', () => {
    expect(valueText(['a', 'b'], texts)).toBe('a, b');
    expect(valueText(8, { ...texts, unit: 'GiB' })).toBe('8 GiB');
    expect(valueText({ amount: '12.50', currency: 'EUR' }, texts)).toBe(
      '12.50 EUR',
    );
  });
});
