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

import { parseAttribute } from './attributes';

describe('parseAttribute', () => {
  it.each([
    ['text', { kind: 'text', multi: false, required: false }],
    ['boolean!', { kind: 'boolean', multi: false, required: true }],
    ['number', { kind: 'number', multi: false, required: false }],
    [
      'number(GiB)!',
      { kind: 'number', unit: 'GiB', multi: false, required: true },
    ],
    [
      'number(Gbit/s)',
      { kind: 'number', unit: 'Gbit/s', multi: false, required: false },
    ],
    [
      'enum(a|24x7)',
      { kind: 'enum', values: ['a', '24x7'], multi: false, required: false },
    ],
    [
      'multi(entity(User))!',
      { kind: 'entity', entityKind: 'User', multi: true, required: true },
    ],
  ])('reads %s', (notation, expected) => {
    expect(parseAttribute('memory', notation)).toEqual({
      name: 'memory',
      ...expected,
    });
  });

  it.each([
    ['', /'' is not an attribute notation/],
    ['string', /'string' is not an attribute notation/],
    ['number()', /needs a unit/],
    ['number(GiB', /is not an attribute notation/],
    ['text(long)', /'text' takes nothing in brackets/],
    ['enum()', /words separated by \|/],
    ['enum(a||b)', /words separated by \|/],
    ['enum(a|a)', /names 'a' twice/],
    ['entity(asset)', /needs a kind such as Asset/],
    ['multi(multi(text))', /multi cannot stand inside multi/],
    ['!text', /is not an attribute notation/],
  ])('refuses %s with path and reason', (notation, reason) => {
    const path = 'itam.assetTypes[3].attrs.memory';
    const parse = () => parseAttribute('memory', notation, path);
    expect(parse).toThrow(reason);
    expect(parse).toThrow(`${path}: `);
    expect(parse).toThrow(expect.objectContaining({ name: 'InputError' }));
  });

  it('refuses a name that is not camelCase', () => {
    expect(() => parseAttribute('Screen size', 'text')).toThrow(/camelCase/);
  });
});
