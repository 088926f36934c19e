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

import fc from 'fast-check';
import { joinList, readText, splitList, writeText } from './cells';

describe('the text of a cell', () => {
  it('comes back as it went out, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({
            unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '1', 'E', '.'),
          }),
        ),
        text => {
          expect(readText(writeText(text)).text).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['=1+1', '+1 a', '-a', '@x', "'=x", '1.5E+10'])(
    'is marked when a table would misread it: %s',
    text => expect(writeText(text)).toBe(`'${text}`),
  );

  it.each(['-5', '12.50', 'a-b', "it's", "'t Hooft"])(
    'is left alone otherwise: %s',
    text => expect(writeText(text)).toBe(text),
  );

  it('of people is trimmed', () => {
    expect(readText('  x ')).toEqual({ text: 'x', marked: false });
  });
});

describe('a list in a cell', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({
              unit: fc.constantFrom('a', ';', '\\', ' ', '\n', 'b'),
            })
            .filter(text => text !== ''),
        ),
        values => {
          expect(splitList(joinList(values))).toEqual(values);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of people has its spaces trimmed and its empty values dropped', () => {
    expect(splitList(' a;b ; ;c;')).toEqual(['a', 'b', 'c']);
  });
});
