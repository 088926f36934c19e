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

import { LifecycleLibrary } from '../lifecycle';
import { AssetTypeLibrary } from './AssetTypeLibrary';
import { assetCategories } from './categories';
import { keyDateKinds } from './keyDateKinds';
import { assetTypeSchema, isoDurationSchema } from './schema';

describe('AssetTypeLibrary', () => {
  const library = AssetTypeLibrary.create();

  it('holds 125 types in nine assetCategories and 37 kinds of key date', () => {
    expect(library.list()).toHaveLength(125);
    expect(new Set(library.list().map(({ id }) => id)).size).toBe(125);
    expect(assetCategories).toHaveLength(9);
    expect(
      assetCategories.map(category => library.byCategory(category).length),
    ).toEqual([29, 12, 11, 10, 30, 9, 8, 9, 7]);
    expect(Object.keys(keyDateKinds)).toHaveLength(37);
  });

  it.each(library.list().map(type => [type.id, type] as const))(
    'gives %s a complete definition',
    (_id, type) => {
      expect(assetTypeSchema.parse(type)).toEqual(type);
      expect(type.keys.length).toBeGreaterThan(0);
      expect(Object.keys(type.verify).length).toBeGreaterThan(0);
    },
  );

  it('writes lead times of key dates as durations', () => {
    const leads = Object.values(keyDateKinds).flatMap(({ lead }) => lead);
    expect(
      leads.filter(lead => !isoDurationSchema.safeParse(lead).success),
    ).toEqual([]);
  });

  it('expands the compact notation', () => {
    expect(library.get('server')).toMatchObject({
      title: 'Server',
      category: 'hardware',
      lifecycleModel: 'datacentre-hardware',
      unit: 'asset',
      metricInputs: ['sockets', 'coresPerSocket', 'cpuModel'],
      depreciation: {
        method: 'straight-line',
        months: 60,
        residualPercent: 0,
      },
      verify: { seen: 'P7D', count: 'P12M' },
      keys: ['serial', 'bios-uuid', 'mac'],
    });
    expect(library.get('cloud-configuration').unit).toBe('fold');
    expect(library.get('virtual-machine').depreciation).toEqual({
      treatment: 'charges',
    });
  });

  it('names an unknown type', () => {
    expect(library.find('abacus')).toBeUndefined();
    expect(() => library.get('abacus')).toThrow(
      "There is no asset type 'abacus'",
    );
  });

  it('adds types from configuration', () => {
    const extended = AssetTypeLibrary.create({
      overrides: [
        {
          id: 'drone',
          category: 'hardware',
          model: 'end-user-device',
          attrs: { range: 'number(km)!' },
        },
      ],
    });
    expect(extended.list()).toHaveLength(126);
    expect(extended.get('drone')).toMatchObject({
      title: 'Drone',
      unit: 'asset',
      depreciation: { treatment: 'none' },
      attributes: [{ name: 'range', unit: 'km', required: true }],
    });
  });

  it('overrides only what an override names and merges attributes by name', () => {
    const extended = AssetTypeLibrary.create({
      overrides: [
        {
          id: 'laptop',
          depreciation: ['straight-line', 48, 10],
          attrs: { memory: 'number(GiB)', stickerCount: 'number' },
        },
      ],
    });
    const before = library.get('laptop');
    const after = extended.get('laptop');
    expect(after).toEqual({
      ...before,
      depreciation: {
        method: 'straight-line',
        months: 48,
        residualPercent: 10,
      },
      attributes: [
        ...before.attributes.map(attribute =>
          attribute.name === 'memory'
            ? { ...attribute, required: false }
            : attribute,
        ),
        { name: 'stickerCount', kind: 'number', multi: false, required: false },
      ],
    });
  });

  it('accepts a lifecycle model that configuration added', () => {
    const lifecycleModels = LifecycleLibrary.create({
      overrides: [
        {
          id: 'loan-pool',
          statuses: {
            open: 'use',
            closed: { stage: 'dispose', terminal: true },
          },
          transitions: [
            { id: 'open', from: [], to: 'open', roles: ['AM'] },
            { id: 'close', from: ['open'], to: 'closed', roles: ['AM'] },
          ],
        },
      ],
    });
    const overrides = [
      { id: 'beamer', category: 'hardware', model: 'loan-pool' },
    ];
    expect(
      AssetTypeLibrary.create({ overrides, lifecycleModels }).get('beamer')
        .lifecycleModel,
    ).toBe('loan-pool');
    expect(() => AssetTypeLibrary.create({ overrides })).toThrow(
      "itam.assetTypes[0].model: there is no lifecycle model 'loan-pool'",
    );
  });

  const drone = { id: 'drone', category: 'hardware', model: 'stock-item' };
  it.each([
    ['a list that is none', 'laptop', /^InputError: itam\.assetTypes: /],
    ['a missing id', [{}], /itam\.assetTypes\[0\]\.id: /],
    ['a missing model', [{ ...drone, model: undefined }], /\[0\]\.model: /],
    [
      'an unknown category',
      [{ ...drone, category: 'toys' }],
      /\[0\]\.category: /,
    ],
    ['an unknown field', [{ ...drone, colour: 'red' }], /\[0\]: .*colour/],
    [
      'a mistake in an attribute',
      [drone, { ...drone, id: 'kite', attrs: { length: 'number(' } }],
      /itam\.assetTypes\[1\]\.attrs\.length: 'number\(' is not/,
    ],
    [
      'an unknown key date',
      [{ ...drone, keyDates: ['warranty-end', 'birthday'] }],
      /\[0\]\.keyDates\[1\]: .*'birthday'/,
    ],
    [
      'a metric input without attribute',
      [{ ...drone, metricInputs: ['cores'] }],
      /\[0\]\.metricInputs\[0\]: .*'cores'/,
    ],
    [
      'an interval that is no duration',
      [{ ...drone, verify: { seen: '30 days' } }],
      /\[0\]\.verify\.seen: must be an ISO 8601 duration/,
    ],
    [
      'an impossible depreciation',
      [{ ...drone, depreciation: ['straight-line', -1, 0] }],
      /\[0\]\.depreciation\[1\]: /,
    ],
    ['the same id twice', [drone, drone], /\[1\]\.id: 'drone' stands/],
  ])('refuses %s with its path', (_what, overrides, message) => {
    let text = '';
    try {
      AssetTypeLibrary.create({ overrides });
    } catch (error) {
      text = String(error);
    }
    expect(text).toMatch(message);
    expect(text).toMatch(/^InputError: /);
  });
});
