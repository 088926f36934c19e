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

import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor, pageOf } from './cursor';

describe('cursors', () => {
  it('come back as they were written', () => {
    const values = ['Ünï "x"', '0193'];
    expect(decodeCursor(encodeCursor(values), 2)).toEqual(values);
    expect(decodeCursor(encodeCursor([7]), 1, true)).toEqual([7]);
  });

  it.each([
    ['garbage', 'zzzz'],
    ['nothing', ''],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['too few values', encodeCursor(['a'])],
    ['values of another kind', Buffer.from('[{},[]]').toString('base64url')],
    ['NUL characters', encodeCursor(['a\u0000', 'b'])],
    ['numbers for texts', encodeCursor([1, 'b'])],
  ])('are refused by name when they are %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow(InputError);
    expect(() => decodeCursor(cursor, 2)).toThrow(/^query\.cursor: /);
  });
});

describe('pageOf', () => {
  it('has a next cursor only when a row is left over', () => {
    expect(pageOf([1, 2], 2, n => [n])).toEqual({ items: [1, 2] });
    expect(pageOf([1, 2, 3], 2, n => [n])).toEqual({
      items: [1, 2],
      nextCursor: encodeCursor([2]),
    });
  });
});
