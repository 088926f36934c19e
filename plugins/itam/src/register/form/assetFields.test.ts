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

import { anAssetDetail } from '../../__testUtils__/builders';
import { anAssetType } from '../../__testUtils__/lifecycleBuilders';
import { assetFields, AssetFormTexts } from './assetFields';
import { assetPatch } from './assetValues';

const texts: AssetFormTexts = {
  label: name => name,
  help: () => undefined,
  choice: () => undefined,
  group: id => id,
  neededBeforeUse: 'needed',
  entityHelp: kinds => kinds,
  entityProblem: kinds => `must be a ${kinds}`,
};

function fieldsOf(options: Partial<Parameters<typeof assetFields>[0]> = {}) {
  const groups = assetFields({
    type: anAssetType(),
    texts,
    withCost: true,
    ...options,
  });
  return new Map(groups.flatMap(at => at.fields).map(at => [at.path, at]));
}

describe('the fields of an asset', () => {
  it('ask a laptop for its serial, and a database for its region', () => {
    expect([...fieldsOf().keys()]).toEqual(
      expect.arrayContaining(['serial', 'condition']),
    );
    expect(fieldsOf().has('region')).toBe(false);

    const database = fieldsOf({ type: anAssetType({ category: 'cloud' }) });
    expect(database.has('region')).toBe(true);
    expect(database.has('serial')).toBe(false);
  });

  it('show a field of another category if it is filled in', () => {
    const fields = fieldsOf({ asset: anAssetDetail({ region: 'eu-west-1' }) });

    expect(fields.has('region')).toBe(true);
  });

  it('leave the purchase cost to those who may see costs', () => {
    expect(fieldsOf({ withCost: false }).has('purchaseCost')).toBe(false);
  });

  it('check a technical fact in the words of its type', () => {
    const fields = fieldsOf({
      type: anAssetType({
        attributes: [
          {
            name: 'memory',
            kind: 'number',
            unit: 'GiB',
            multi: false,
            required: false,
          },
        ],
      }),
    });

    expect(fields.get('attributes.memory')?.check('much')).toBe(
      'must be a number (GiB)',
    );
    expect(fields.get('attributes.memory')?.check(16)).toBeUndefined();
  });

  it('take only groups and users as owners', () => {
    const owner = fieldsOf().get('owner');

    expect(owner?.check('component:default/checkout')).toBe(
      'must be a Group or User',
    );
    expect(owner?.check('group:default/payments')).toBeUndefined();
  });

  it('ask for the key dates of the type and those that are there', () => {
    const fields = fieldsOf({
      type: anAssetType({
        keyDates: [
          {
            id: 'renewal',
            title: 'Renewal',
            lead: [],
            to: 'owner',
            hard: false,
          },
        ],
      }),
      asset: anAssetDetail({ dates: { 'lease-end': '2027-01-01' } }),
    });

    expect(fields.get('dates.renewal')?.label).toBe('Renewal');
    expect(fields.get('dates.lease-end')?.label).toBe('Lease end');
  });
});

describe('assetPatch', () => {
  it('is nothing when nothing was changed', () => {
    expect(
      assetPatch({ changed: [], values: { owner: 'x' }, reason: 'just so' }),
    ).toBeUndefined();
  });

  it('nests attributes and dates, and empties what is gone', () => {
    expect(
      assetPatch({
        changed: [
          'attributes.memory',
          'attributes.cpu',
          'dates.renewal',
          'owner',
          'supports',
        ],
        values: { 'attributes.memory': 16 },
        reason: ' moved ',
      }),
    ).toEqual({
      attributes: { memory: 16, cpu: null },
      dates: { renewal: null },
      owner: null,
      supports: [],
      reason: 'moved',
    });
  });
});
