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

import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import * as fc from 'fast-check';
import { entityNameOf, entityRefOf } from './entityName';

describe('entityNameOf', () => {
  it('is the tag in lower case', () => {
    expect(entityNameOf('HW-000123')).toBe('hw-000123');
  });

  it('makes a valid name of a tag that is none, and keeps it apart', () => {
    expect(entityNameOf('Kühlschrank 1/2')).toMatch(
      /^k-hlschrank-1-2-[0-9a-f]{8}$/,
    );
    expect(entityNameOf('a/b')).not.toBe(entityNameOf('a b'));
  });

  it('shortens a long tag without losing what tells it from others', () => {
    const [one, other] = ['x', 'y'].map(end =>
      entityNameOf('a'.repeat(100) + end),
    );
    expect(one).toHaveLength(63);
    expect(one).not.toBe(other);
  });

  it('is always a valid name, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120 }), tag => {
        const name = entityNameOf(tag);
        expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
        expect(entityNameOf(tag)).toBe(name);
      }),
    );
  });
});

describe('entityRefOf', () => {
  it('gives cloud assets the stock kind Resource', () => {
    expect(entityRefOf({ category: 'cloud', tag: 'db-1' })).toBe(
      'resource:default/db-1',
    );
    expect(entityRefOf({ category: 'licence', tag: 'LIC-1' })).toBe(
      'licence:default/lic-1',
    );
    expect(entityRefOf({ category: 'network', tag: 'NET-1' })).toBe(
      'asset:default/net-1',
    );
  });
});
