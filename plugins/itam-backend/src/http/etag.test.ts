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

import { etagOf, isFresh, parseIfMatch } from './etag';

describe('ETags', () => {
  it('carry the version of what has one', () => {
    expect(etagOf({ version: 7 }, '{}')).toMatch(/^"7\.[0-9a-f]{16}"$/);
    expect(etagOf({ items: [] }, '{}')).toMatch(/^W\/"[0-9a-f]{16}"$/);
  });

  it('change with anything in the answer', () => {
    expect(etagOf({ version: 7 }, '{"a":1}')).not.toBe(
      etagOf({ version: 7 }, '{"a":2}'),
    );
  });

  it('are compared one by one, weakly', () => {
    expect(isFresh('"x", W/"y"', '"y"')).toBe(true);
    expect(isFresh('*', '"y"')).toBe(true);
    expect(isFresh('"x"', '"y"')).toBe(false);
    expect(isFresh(undefined, '"y"')).toBe(false);
  });
});

describe('If-Match', () => {
  it.each(['"12"', '"12.0123456789abcdef"', 'W/"12"'])('%s names 12', text => {
    expect(parseIfMatch(text)).toBe(12);
  });

  it.each([undefined, '', '12', '"x"', '*', '"99999999999"'])(
    '%s is refused with what to send',
    text => {
      expect(() => parseIfMatch(text)).toThrow(/^header If-Match: .*ETag/);
    },
  );
});
