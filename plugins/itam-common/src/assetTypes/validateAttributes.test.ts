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

import { AssetTypeLibrary } from './AssetTypeLibrary';
import {
  attributesSchema,
  missingRequiredAttributes,
  validateAttributes,
} from './validateAttributes';

const library = AssetTypeLibrary.create();
const laptop = library.get('laptop');
const hsm = library.get('hardware-security-module');

describe('validateAttributes', () => {
  it('keeps the good and names the bad', () => {
    expect(
      validateAttributes(laptop, {
        memory: 16,
        storage: '512 GB',
        formFactor: 'folding',
        wings: 2,
        cpu: null,
      }),
    ).toEqual({
      accepted: { memory: 16 },
      problems: [
        {
          path: 'attributes.storage',
          reason: 'must be a number (GB)',
        },
        {
          path: 'attributes.formFactor',
          reason: 'must be one of clamshell, convertible, rugged',
        },
        {
          path: 'attributes.wings',
          reason: expect.stringContaining('has no such attribute; it has'),
        },
      ],
    });
  });

  it('names the bad one of several values', () => {
    const { accepted, problems } = validateAttributes(hsm, {
      keyCustodians: ['user:default/ada', 'group:default/crypto'],
    });
    expect(accepted).toEqual({});
    expect(problems).toEqual([
      {
        path: 'attributes.keyCustodians[1]',
        reason: 'must be an entity reference such as user:default/name',
      },
    ]);
  });

  it.each([
    ['accessory', 'unitCost', { amount: '12.50', currency: 'EUR' }],
    ['ups', 'batteriesInstalled', '2024-02-29'],
    ['av-display', 'room', 'FAC-000012'],
    ['container-image', 'sbom', 'https://example.com/sbom.json'],
    ['api-definition', 'api', 'API:default/orders'],
  ])('accepts a %s with its %s', (id, name, value) => {
    expect(validateAttributes(library.get(id), { [name]: value })).toEqual({
      accepted: { [name]: value },
      problems: [],
    });
  });

  it.each([
    ['accessory', 'unitCost', { amount: 12.5, currency: 'EUR' }],
    ['accessory', 'unitCost', { amount: '12.50', currency: 'euro' }],
    ['ups', 'batteriesInstalled', '2023-02-29'],
    ['laptop', 'memory', Number.NaN],
    ['laptop', 'diskEncrypted', 'yes'],
    ['container-image', 'sbom', 'sbom.json'],
    ['api-definition', 'api', 'component:default/orders'],
  ])('refuses a %s with a wrong %s', (id, name, value) => {
    const result = validateAttributes(library.get(id), { [name]: value });
    expect(result.accepted).toEqual({});
    expect(result.problems.length).toBeGreaterThan(0);
  });

  it('leaves a missing required attribute to whoever opens facts', () => {
    expect(validateAttributes(laptop, {}).problems).toEqual([]);
    expect(missingRequiredAttributes(laptop, { memory: 16 })).toEqual([
      'diskEncrypted',
    ]);
  });
});

describe('attributesSchema', () => {
  it('takes the attributes of the type and no others', () => {
    const schema = attributesSchema(laptop);
    expect(schema.safeParse({ memory: 16 }).success).toBe(true);
    expect(schema.safeParse({ memory: 16, wings: 2 }).success).toBe(false);
  });
});
