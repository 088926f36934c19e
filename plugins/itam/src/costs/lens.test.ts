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

import { costs, figures } from '../__testUtils__/costBuilders';
import { amountOfCosts, lensesOf, shareOf } from './lens';

describe('the ways to look at costs', () => {
  it('are one for each currency where nothing was converted', () => {
    const both = costs(figures('1.00'), figures('2.00', 'USD', '3.00'));

    const [euros, dollars] = lensesOf(both, 'billed');

    expect(amountOfCosts(both, euros)).toBe('1.00');
    expect(amountOfCosts(both, dollars)).toBe('3.00');
  });

  it('are a single one where everything was converted', () => {
    const both = {
      ...costs(figures('1.00'), figures('2.00', 'USD')),
      converted: figures('2.80'),
    };

    const lenses = lensesOf(both, 'effective');

    expect(lenses).toHaveLength(1);
    expect(amountOfCosts(both, lenses[0])).toBe('2.80');
  });

  it('see nothing where nothing was charged in that currency', () => {
    const [euros] = lensesOf(costs(figures('1.00')), 'effective');

    expect(amountOfCosts(costs(figures('2.00', 'USD')), euros)).toBeUndefined();
    expect(amountOfCosts(undefined, euros)).toBeUndefined();
  });
});

describe('a share', () => {
  it('is a part of a positive whole', () => {
    expect(shareOf('25', '100')).toBe(0.25);
  });

  it('means nothing for a credit, or of nothing', () => {
    expect(shareOf('-5', '100')).toBeUndefined();
    expect(shareOf('5', '0')).toBeUndefined();
    expect(shareOf(undefined, '100')).toBeUndefined();
  });
});
