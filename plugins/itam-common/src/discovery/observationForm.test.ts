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

import { ObservedThing, observedThingSchema } from './observation';
import {
  foldedSearchText,
  isAnotherThing,
  observationForm,
  ownershipForm,
} from './observationForm';

const aThing = (facts: Partial<ObservedThing> = {}): ObservedThing =>
  observedThingSchema.parse({
    sourceKey: 'a',
    place: 'main.tf a',
    unit: 'asset',
    type: 'object-storage',
    name: 'A',
    keys: [],
    ...facts,
  });

const id = (value: string) => ({ type: 'provider-id', value });

describe('observationForm', () => {
  it('is the same whatever the order of attributes, labels and keys', () => {
    expect(
      observationForm(
        aThing({
          attributes: { x: 1, y: { b: 1, a: 2 } },
          labels: { k: '1', l: '2' },
          keys: [id('1'), id('2')],
        }),
      ),
    ).toBe(
      observationForm(
        aThing({
          keys: [id('2'), id('1')],
          labels: { l: '2', k: '1' },
          attributes: { y: { a: 2, b: 1 }, x: 1 },
        }),
      ),
    );
  });

  it('differs when the thing differs', () => {
    const forms = [
      observationForm(aThing()),
      observationForm(aThing({ name: 'B' })),
      observationForm(aThing({ attributes: { x: null } })),
    ];
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('refuses what JSON cannot express', () => {
    expect(() => observationForm(aThing({ attributes: { x: NaN } }))).toThrow();
  });
});

describe('ownershipForm', () => {
  const ownership = { supports: [], claims: {}, ruleIndex: {} };

  it('differs when the rules make something else of a thing', () => {
    const forms = [
      ownershipForm(ownership),
      ownershipForm({ ...ownership, owner: 'group:default/a' }),
      ownershipForm({ ...ownership, supports: ['component:default/a'] }),
    ];
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('does not care which rule decided, or in which order it named entities', () => {
    expect(
      ownershipForm({
        ...ownership,
        supports: ['component:default/a', 'component:default/b'],
        ruleIndex: { owner: 1 },
      }),
    ).toBe(
      ownershipForm({
        ...ownership,
        supports: ['component:default/b', 'component:default/a'],
      }),
    );
  });
});

describe('foldedSearchText', () => {
  it('holds name, types and the values of attributes, in lower case', () => {
    expect(
      foldedSearchText(
        aThing({
          name: 'Allow ALL',
          type: 'access-rule',
          providerType: 'aws_security_group_rule',
          attributes: { ports: [80, 443], cidr: { v4: '10.0.0.0/8' }, x: null },
        }),
      ),
    ).toBe('allow all access-rule aws_security_group_rule 80 443 10.0.0.0/8');
  });
});

describe('isAnotherThing', () => {
  it.each([
    [[id('1')], [id('2')], true],
    [[id('1')], [id('1'), id('2')], false],
    [[id('1'), id('2')], [id('2')], false],
    [[], [id('1')], false],
    [[id('1')], [], false],
    [[{ type: 'mac', value: '1' }], [id('1')], false],
    [
      [id('1'), { type: 'mac', value: 'm' }],
      [id('2'), { type: 'mac', value: 'm' }],
      true,
    ],
  ])('%j then %j: %s', (before, now, expected) => {
    expect(isAnotherThing(before, now)).toBe(expected);
  });
});
