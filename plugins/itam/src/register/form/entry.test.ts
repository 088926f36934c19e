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

import { entryOf, valueOf } from './entry';
import { Field, FieldKind } from './field';

function aField(kind: FieldKind, given: Partial<Field> = {}): Field {
  return { path: 'x', label: 'X', kind, check: () => undefined, ...given };
}

describe('entries of a form', () => {
  it.each<[FieldKind, unknown]>([
    ['text', 'a rack'],
    ['number', 12.5],
    ['boolean', false],
    ['day', '2026-11-22'],
    ['money', { amount: '12.50', currency: 'EUR' }],
    ['record', 'agreed by mail'],
    ['record', { note: 'agreed', by: 'Ada', on: '2026-11-22' }],
  ])('give a %s back as it was', (kind, value) => {
    const field = aField(kind);

    expect(valueOf(field, entryOf(field, value))).toEqual(value);
  });

  it('are no value while they are empty', () => {
    for (const kind of ['text', 'number', 'money', 'record'] as const) {
      const field = aField(kind);
      expect(valueOf(field, entryOf(field, undefined))).toBeUndefined();
    }
    expect(valueOf(aField('text', { many: true }), ['', ' '])).toBeUndefined();
  });

  it('keep what is no number, so that it can be said', () => {
    expect(valueOf(aField('number'), '12x')).toBe('12x');
  });

  it('give a choice the value it stands for', () => {
    const field = aField('choice', { choices: [{ value: 1, label: 'One' }] });

    expect(valueOf(field, '1')).toBe(1);
  });

  it('read the id of a reference that is kept as a record', () => {
    expect(entryOf(aField('location'), { id: 'loc-1' })).toBe('loc-1');
  });

  it('take a comma for the point of an amount', () => {
    expect(
      valueOf(aField('money'), { amount: '12,50', currency: 'eur' }),
    ).toEqual({ amount: '12.50', currency: 'EUR' });
  });
});
