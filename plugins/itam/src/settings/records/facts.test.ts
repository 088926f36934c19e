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

import { factsOf, patchOf } from './facts';
import { valuesOf } from './useRecordDraft';

describe('facts of a form', () => {
  it('are put together from paths, lists included', () => {
    expect(
      factsOf({
        code: 'AMS',
        'contacts.0.name': 'Desk',
        'contacts.0.phone': '123',
        'contacts.2.ref': 'group:default/desk',
        'attributes.memory': 512,
        listPrice: { amount: '1', currency: 'EUR' },
      }),
    ).toEqual({
      code: 'AMS',
      contacts: [{ name: 'Desk', phone: '123' }, { ref: 'group:default/desk' }],
      attributes: { memory: 512 },
      listPrice: { amount: '1', currency: 'EUR' },
    });
  });

  it('are sent as far as they were changed, whole and emptied ones too', () => {
    expect(
      patchOf({ code: 'AMS', 'contacts.0.name': 'Desk' }, [
        'contacts.0.phone',
        'address',
      ]),
    ).toEqual({ contacts: [{ name: 'Desk' }], address: null });
  });

  it('leave the attributes of the former type behind', () => {
    expect(patchOf({ type: 'laptop' }, ['type'])).toEqual({
      type: 'laptop',
      attributes: null,
    });
  });

  it('are taken apart the same way', () => {
    expect(
      valuesOf({
        code: 'AMS',
        contacts: [{ name: 'Desk', phone: '123' }],
        attributes: { memory: 512 },
        listPrice: { amount: '1', currency: 'EUR' },
      }),
    ).toEqual({
      code: 'AMS',
      'contacts.0.name': 'Desk',
      'contacts.0.phone': '123',
      'attributes.memory': 512,
      listPrice: { amount: '1', currency: 'EUR' },
    });
  });
});
