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

import { historyLines, HistoryTexts } from './historyLines';

const texts: HistoryTexts = {
  yes: 'Yes',
  no: 'No',
  label: name => `Label ${name}`,
  locked: name => `${name} kept`,
  claimed: (name, sourceId) => `${name} as ${sourceId} says`,
};

describe('historyLines', () => {
  it('tells a label from a fact of the same name', () => {
    const lines = historyLines(
      {
        environment: { to: 'production' },
        'labels.environment': { from: 'staging', to: 'production' },
        'attributes.instanceClass': { to: 'db.r6g.large' },
      },
      texts,
    );

    expect(lines.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Environment', undefined, 'production'],
      ['Label environment', 'staging', 'production'],
      ['Instance class', undefined, 'db.r6g.large'],
    ]);
  });

  it('says in words what a person keeps and what a source says instead', () => {
    const lines = historyLines(
      {
        owner: { from: 'group:default/a', to: 'group:default/b' },
        'locked.owner': { to: true },
        'observed.owner': {
          to: { by: 'stacks', reason: 'locked', value: 'group:default/a' },
        },
        'observed.attributes.vcpus': { from: { by: 'stacks', value: 4 } },
      },
      texts,
    );

    expect(lines.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Owner', 'group:default/a', 'group:default/b'],
      ['Owner kept', undefined, 'Yes'],
      ['Owner as stacks says', undefined, 'group:default/a'],
      ['Vcpus as stacks says', '4', undefined],
    ]);
  });

  it('tells of a value with parts the parts that differ', () => {
    const lines = historyLines(
      {
        dates: {
          from: { 'warranty-end': '2027-01-01', renewal: '2026-01-01' },
          to: { 'warranty-end': '2028-01-01', renewal: '2026-01-01' },
        },
        purchaseCost: { to: { amount: '7.00', currency: 'EUR' } },
      },
      texts,
    );

    expect(lines.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Dates, warranty end', '2027-01-01', '2028-01-01'],
      ['Purchase cost', undefined, '7.00 EUR'],
    ]);
  });

  it('tells that something changed that the reader may not see', () => {
    expect(historyLines({ purchaseCost: {} }, texts)).toEqual([
      expect.objectContaining({ field: 'Purchase cost', hidden: true }),
    ]);
  });
});
