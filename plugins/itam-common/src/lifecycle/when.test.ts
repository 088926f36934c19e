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

import { conditionHolds, parseCondition } from './when';

const holds = (
  text: string,
  facts: Record<string, unknown> = {},
  flags: string[] = [],
) => conditionHolds(parseCondition(text), { facts, flags });

describe('conditions', () => {
  it('compares a fact with a value', () => {
    const facts = { 'disposal.decision': 'resale' };
    expect(holds('disposal.decision = resale', facts)).toBe(true);
    expect(holds('disposal.decision != resale', facts)).toBe(false);
    expect(holds('disposal.decision = donation', facts)).toBe(false);
  });

  it('looks a fact up in a list', () => {
    const facts = { 'acquisition.method': 'rent' };
    expect(holds('acquisition.method in (lease, rent)', facts)).toBe(true);
    expect(holds('acquisition.method not in (lease,rent)', facts)).toBe(false);
    expect(holds('acquisition.method in (built)', facts)).toBe(false);
  });

  it('does not hold while the fact is unknown, negated or not', () => {
    expect(holds('entitlement.term = perpetual')).toBe(false);
    expect(holds('entitlement.term != perpetual')).toBe(false);
  });

  it('reads the value of a record', () => {
    const facts = { 'entitlement.term': { value: 'fixed', end: '2027-01-31' } };
    expect(holds('entitlement.term != perpetual', facts)).toBe(true);
  });

  it('takes a bare word from flags or from a fact that is true', () => {
    expect(holds('data-bearing', {}, ['data-bearing'])).toBe(true);
    expect(holds('data-bearing', { 'data-bearing': true })).toBe(true);
    expect(holds('data-bearing')).toBe(false);
  });

  it.each(['', 'leaving site', 'a = ', 'a in ()', 'a in (b', 'a == b', '= b'])(
    'refuses %p',
    text => {
      expect(() => parseCondition(text)).toThrow(/is not a condition/);
    },
  );
});
