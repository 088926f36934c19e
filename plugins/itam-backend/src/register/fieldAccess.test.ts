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

import { NotAllowedError } from '@backstage/errors';
import { AssetTypeLibrary } from '@itam/plugin-itam-common';
import {
  hideChanges,
  hideFacts,
  hideFields,
  refuseHiddenFields,
} from './fieldAccess';

const price = { amount: '1234.56', currency: 'EUR' };
const seen = { costs: true };
const hidden = { costs: false };

function anAsset() {
  return {
    name: 'Laptop of Ann',
    purchaseCost: price,
    cost: { month: '2026-10', total: price },
    supplier: 'Tarn Supplies',
    attributes: { memory: 16, unitCost: price, tiers: [price, price] },
    fields: [
      {
        field: 'purchaseCost',
        origin: 'person',
        since: '2026-01-01T00:00:00.000Z',
        locked: true,
        observed: '1300 EUR',
        observedBy: 'ledger',
      },
      {
        field: 'attributes.unitCost',
        origin: 'person',
        since: '2026-01-01T00:00:00.000Z',
        locked: true,
        observed: price,
        observedBy: 'ledger',
      },
    ],
  };
}

describe('what an asset costs', () => {
  it('is shown as it is to who may see costs', () => {
    expect(hideFields(anAsset(), seen)).toEqual(anAsset());
  });

  it('is not in the asset of who may not', () => {
    const asset = anAsset();
    const visible = hideFields(asset, hidden);
    expect(visible).toEqual({
      name: 'Laptop of Ann',
      supplier: 'Tarn Supplies',
      attributes: { memory: 16 },
      fields: [
        {
          field: 'purchaseCost',
          origin: 'person',
          since: '2026-01-01T00:00:00.000Z',
          locked: true,
          observedBy: 'ledger',
        },
        {
          field: 'attributes.unitCost',
          origin: 'person',
          since: '2026-01-01T00:00:00.000Z',
          locked: true,
          observedBy: 'ledger',
        },
      ],
    });
    expect(asset).toEqual(anAsset());
  });

  it('leaves a row without attributes as it is', () => {
    const row: { name: string; cost?: object; attributes?: never } = {
      name: 'x',
      cost: price,
    };
    expect(hideFields(row, hidden)).toEqual({ name: 'x' });
  });

  it('shows in history that it changed, but not from what to what', () => {
    const changes = {
      name: { from: 'a', to: 'b' },
      purchaseCost: { from: price, to: { ...price, amount: '1' } },
      'attributes.unitCost': { to: price },
      'observed.purchaseCost': {
        to: { value: '1300 EUR', by: 'ledger', reason: undefined },
      },
      'observed.attributes.unitCost': { to: { value: price, by: 'ledger' } },
    };
    expect(hideChanges(changes, hidden)).toEqual({
      name: { from: 'a', to: 'b' },
      purchaseCost: {},
      'attributes.unitCost': {},
      'observed.purchaseCost': {},
      'observed.attributes.unitCost': { to: { by: 'ledger' } },
    });
    expect(hideChanges(changes, seen)).toBe(changes);
  });

  it('is left out of facts, and out of records among them', () => {
    const facts = {
      'disposal.money': price,
      'order.line': { supplier: 'Tarn Supplies', price, lines: [1, null] },
      'imac.date': '2026-11-01',
    };
    expect(hideFacts(facts, hidden)).toEqual({
      'order.line': { supplier: 'Tarn Supplies', lines: [1, null] },
      'imac.date': '2026-11-01',
    });
    expect(hideFacts(facts, seen)).toBe(facts);
  });

  it('is not changed by who may not see it, and the field is named', () => {
    const type = AssetTypeLibrary.create().get('telecom-plan');
    const change = (given: Parameters<typeof refuseHiddenFields>[0]) => () =>
      refuseHiddenFields(given, hidden, type);
    expect(change({ purchaseCost: null })).toThrow(NotAllowedError);
    expect(change({ purchaseCost: price })).toThrow('body.purchaseCost');
    expect(change({ attributes: { monthlyFee: null } })).toThrow(
      'body.attributes.monthlyFee',
    );
    expect(change({ attributes: { carrier: 'Tarn' } })).not.toThrow();
    expect(() =>
      refuseHiddenFields({ purchaseCost: price }, seen, type),
    ).not.toThrow();
  });
});
