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

import * as fc from 'fast-check';
import { isStrongKey, keyId, normaliseKey } from './keys';

function normalised(type: string, value: string, manufacturer?: string) {
  return normaliseKey({ type, value }, { manufacturer })?.value;
}

describe('normaliseKey', () => {
  it.each([
    ['provider-id', 'arn:aws:s3:::Invoices', 'arn:aws:s3:::Invoices'],
    [
      'provider-id',
      '/Subscriptions/AB/resourceGroups/Prod/',
      '/subscriptions/ab/resourcegroups/prod',
    ],
    [
      'provider-id',
      '//compute.googleapis.com/projects/P/zones/z/instances/I',
      '//compute.googleapis.com/projects/P/zones/z/instances/I',
    ],
    ['mac', '00-1A-2B-3C-4D-5E', '00:1a:2b:3c:4d:5e'],
    ['mac', '001a.2b3c.4d5e', '00:1a:2b:3c:4d:5e'],
    ['hostname', 'Web-1.Example.COM.', 'web-1.example.com'],
    ['imei', '49-015420-323751-8', '490154203237518'],
    ['asset-tag', ' HW-000123 ', 'HW-000123'],
  ])('writes a %s %s as %s', (type, value, expected) => {
    expect(normalised(type, value)).toBe(expected);
  });

  it('puts the maker behind a serial, because serials repeat between makers', () => {
    expect(normalised('serial', ' 7xk2 ', 'Dell  Inc.')).toBe('7XK2@dell inc.');
    expect(normalised('serial', '7xk2')).toBe('7XK2');
  });

  it.each([
    ['serial', 'Default string'],
    ['serial', 'To be filled by O.E.M.'],
    ['serial', '0'],
    ['serial', '0000000'],
    ['serial', 'None'],
    ['serial', 'System Serial Number'],
    ['serial', 'Not Specified'],
    ['mac', '00:00:00:00:00:00'],
    ['mac', 'not a mac'],
    ['bios-uuid', '00000000-0000-0000-0000-000000000000'],
    ['asset-tag', '  '],
  ])('takes a %s %s for no key at all', (type, value) => {
    expect(normalised(type, value)).toBeUndefined();
  });

  it('takes a serial that ends in @ for one without a maker', () => {
    expect(
      normaliseKey(
        { type: 'serial', value: '7xk2@' },
        { manufacturer: 'Dell' },
      ),
    ).toEqual({ type: 'serial', value: '7XK2@dell' });
  });

  it('changes nothing when done twice', () => {
    const types = fc.constantFrom('serial', 'mac', 'hostname', 'provider-id');
    const options = { manufacturer: 'Dell' };
    fc.assert(
      fc.property(types, fc.string({ maxLength: 40 }), (type, value) => {
        const once = normaliseKey({ type, value }, options);
        expect(once && normaliseKey(once, options)).toEqual(once);
      }),
    );
  });
});

describe('isStrongKey', () => {
  it('lets a provider id decide alone, but never a host name or an unknown type', () => {
    expect(isStrongKey('provider-id')).toBe(true);
    expect(isStrongKey('hostname')).toBe(false);
    expect(isStrongKey('shoe-size')).toBe(false);
  });
});

describe('keyId', () => {
  it('tells keys of different types apart', () => {
    expect(keyId({ type: 'mac', value: 'x' })).not.toBe(
      keyId({ type: 'serial', value: 'x' }),
    );
  });
});
