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
import { decideMissing, defaultMissingPolicy, MISSING_FLOOR } from './missing';

const absent = (count: number, missed: number) =>
  Array.from({ length: count }, (_, id) => ({ id, missed }));

describe('decideMissing', () => {
  it('waits for as many complete readings as the source wants', () => {
    const policy = { missingAfter: 3, missingShare: 0.2 };
    const decide = (missed: number) =>
      decideMissing({ present: 100, absent: absent(1, missed) }, policy);
    expect(decide(0).waiting).toHaveLength(1);
    expect(decide(1).waiting).toHaveLength(1);
    expect(decide(2)).toEqual({
      waiting: [],
      missing: absent(1, 2),
      held: [],
    });
  });

  it('holds what would go when it is more than the share', () => {
    const decide = (count: number) =>
      decideMissing(
        { present: 100, absent: absent(count, 1) },
        defaultMissingPolicy,
      );
    expect(decide(20)).toMatchObject({ missing: { length: 20 }, held: [] });
    expect(decide(21)).toMatchObject({ missing: [], held: { length: 21 } });
  });

  it('lets a few go whatever their share is', () => {
    const all = (count: number) =>
      decideMissing(
        { present: count, absent: absent(count, 1) },
        defaultMissingPolicy,
      );
    expect(all(MISSING_FLOOR).missing).toHaveLength(MISSING_FLOOR);
    expect(all(MISSING_FLOOR + 1).held).toHaveLength(MISSING_FLOOR + 1);
  });

  it('puts everything absent in exactly one place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ missed: fc.nat(5) }), { maxLength: 50 }),
        fc.nat(100),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (things, more, missingAfter, missingShare) => {
          const { waiting, missing, held } = decideMissing(
            { present: things.length + more, absent: things },
            { missingAfter, missingShare },
          );
          expect(waiting.length + missing.length + held.length).toBe(
            things.length,
          );
          expect(missing.length === 0 || held.length === 0).toBe(true);
        },
      ),
    );
  });
});
