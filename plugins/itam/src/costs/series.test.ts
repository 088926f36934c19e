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

import { Layer, seriesOf } from './series';

const labels = {
  layer: (key: string) => key,
  others: 'Others',
  unattributed: 'Unattributed',
};

function layer(key: string, amount: string): Layer {
  return { key, amounts: new Map([['2026-10', amount]]) };
}

describe('the layers of a chart', () => {
  it('are the six largest, the others together, and what is unattributed', () => {
    const series = seriesOf(
      {
        layers: ['1', '2', '3', '4', '5', '6', '7', '8'].map(amount =>
          layer(`group ${amount}`, amount),
        ),
        total: new Map([['2026-10', '40']]),
        unattributed: new Map([['2026-10', '4']]),
      },
      labels,
    );

    expect(series.map(({ label }) => label)).toEqual([
      'group 8',
      'group 7',
      'group 6',
      'group 5',
      'group 4',
      'group 3',
      'Others',
      'Unattributed',
    ]);
    expect(series[6].amounts.get('2026-10')).toBe('3.00');
  });

  it('have no others where the layers are the total, to the micro', () => {
    const series = seriesOf(
      {
        layers: [layer('one', '0.1'), layer('two', '0.2')],
        total: new Map([['2026-10', '0.3']]),
      },
      labels,
    );

    expect(series.map(({ kind }) => kind)).toEqual(['group', 'group']);
  });

  it('rank a credit by its size', () => {
    const [first] = seriesOf(
      {
        layers: [layer('small', '1'), layer('credit', '-50')],
        total: new Map([['2026-10', '-49']]),
      },
      labels,
    );

    expect(first.label).toBe('credit');
  });
});
