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

import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it('writes any JSON value as the reference implementation of RFC 8785', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it('sorts members by code units and leaves out what is undefined', () => {
    expect(
      canonicalJson({
        b: [1, undefined, 'ü'],
        a: undefined,
        '\u20ac': 1,
        A: {},
      }),
    ).toBe('{"A":{},"b":[1,null,"ü"],"€":1}');
  });

  it('asks a value that knows its own JSON', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z"}',
    );
  });

  it('writes what is nothing as null', () => {
    expect(canonicalJson(undefined)).toBe('null');
  });

  it.each([NaN, Infinity])('refuses %s', value => {
    expect(() => canonicalJson({ value })).toThrow('not allowed in JSON');
  });
});
